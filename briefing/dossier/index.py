"""Claims found by what they have: an index costs nothing until somebody looks into it, and is kept true from then on."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from operator import attrgetter

from briefing.dossier.claim import Claim, Maker

Pairs = Iterable[tuple[str, str]]
"""Keys with ids of claims."""

_id, _source, _holder = attrgetter("id"), attrgetter("source"), attrgetter("holder")
_FEW = 1_000
"""Claims at a time up to which an index is kept true to each; for more it is made anew when it is looked into next."""
COVERED = "covered"
"""The key of all claims that stand back behind a curated one."""
ADDED = "added"
"""The key of all claims that the analyst added."""


class Index:
    """The ids of claims by keys of theirs, over claims that somebody else keeps.

    Whoever changes the claims tells of it: those that go or become other `leave`, those that come `enter`.
    """

    def __init__(self, claims: Mapping[str, Claim], keys: Callable[[Iterable[Claim]], Pairs]) -> None:
        self._claims = claims
        self._keys = keys
        self._ids: defaultdict[str, dict[str, None]] | None = None
        self._changes = 0

    def making(self) -> Iterator[None]:
        """Make the index ahead of the first look into it, with pauses in which all else may go on; a change of claims meanwhile ends that."""
        ids: defaultdict[str, dict[str, None]] = defaultdict(dict)
        changes, left = self._changes, iter(tuple(self._claims.values()) if self._ids is None else ())
        while some := list(islice(left, _FEW)):
            _put(ids, self._keys(some))
            yield
            if self._ids is not None or self._changes != changes:
                return
        if self._ids is None:
            self._ids = ids

    def of(self, key: str) -> Collection[str]:
        """Return the ids of the claims with a key."""
        return self._made().get(key, ())

    def counts(self) -> dict[str, int]:
        """Return every key that claims have, with how many have it."""
        return {key: len(ids) for key, ids in self._made().items() if ids}

    def count(self, key: str, without: Collection[str]) -> int:
        """Return how many claims have a key, not counting those of these ids."""
        ids = self._made().get(key, {})
        return len(ids) - sum(i in without for i in ids) if without else len(ids)

    def enter(self, claims: Collection[Claim]) -> None:
        """Take claims in."""
        ids = self._changed(claims)
        if ids is not None:
            _put(ids, self._keys(claims))

    def leave(self, claims: Collection[Claim]) -> None:
        """Leave claims out."""
        ids = self._changed(claims)
        if ids is not None:
            for key, claim_id in self._keys(claims):
                ids[key].pop(claim_id, None)

    def _changed(self, claims: Collection[Claim]) -> defaultdict[str, dict[str, None]] | None:
        """Note a change of claims; returns the index if it is kept true to them, None if it is made anew when it is looked into next."""
        self._changes += 1
        if len(claims) > _FEW:
            self._ids = None
        return self._ids

    def _made(self) -> Mapping[str, dict[str, None]]:
        if self._ids is None:
            self._ids = defaultdict(dict)
            _put(self._ids, self._keys(self._claims.values()))
        return self._ids


def _put(ids: defaultdict[str, dict[str, None]], pairs: Pairs) -> None:
    for key, claim_id in pairs:
        ids[key][claim_id] = None


def by_source(claims: Iterable[Claim]) -> Pairs:
    """Return the source of each claim."""
    some = tuple(claims)
    return zip(map(_source, some), map(_id, some), strict=True)


def by_holder(claims: Iterable[Claim]) -> Pairs:
    """Return the name of who holds each claim."""
    some = tuple(claims)
    return zip(map(_holder, some), map(_id, some), strict=True)


def by_actor(claims: Iterable[Claim]) -> Pairs:
    """Return the actors that each claim names, and the one who holds it."""
    return ((actor, c.id) for c in claims for actor in _named(c))


def _named(claim: Claim) -> Iterable[str]:
    if claim.holder_id is None or claim.holder_id in claim.actors:
        return claim.actors
    return (*claim.actors, claim.holder_id)


def covered(claims: Iterable[Claim]) -> Pairs:
    """Return `COVERED` for each claim that stands back behind a curated one."""
    return ((COVERED, c.id) for c in claims if c.covered is not None)


def added(claims: Iterable[Claim]) -> Pairs:
    """Return `ADDED` for each claim that the analyst added."""
    return ((ADDED, c.id) for c in claims if c.by is Maker.ANALYST)


def by_point(claims: Iterable[Claim]) -> Pairs:
    """Return the point that each claim is on, if it is on one."""
    return ((c.point, c.id) for c in claims if c.point)
