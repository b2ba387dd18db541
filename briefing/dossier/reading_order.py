"""The order in which claims are read: by their places within a source."""

from collections.abc import Iterable
from itertools import accumulate, compress, count, islice
from operator import attrgetter, ge

from briefing.dossier.claim import Claim

_place, _start = attrgetter("start", "end", "id"), attrgetter("start")


def by_place(claims: list[Claim]) -> list[Claim]:
    """Return the claims of one source in the order of their places; the same list if they come so."""
    return claims if are_by_place(claims, [len(claims)]) else sorted(claims, key=_place)


def are_by_place(claims: Iterable[Claim], lengths: Iterable[int]) -> bool:
    """Tell whether claims come in the order of their places within each source, of which there are so many one after another."""
    starts = list(map(_start, claims))
    falls = compress(count(1), map(ge, starts, islice(starts, 1, None)))
    return set(falls) <= set(accumulate(lengths))
