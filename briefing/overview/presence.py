"""Who appears when in the corpus, and beside whom."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date

from msgspec import Struct

from briefing.dossier import Dossier
from briefing.overview.spans import day

Place = tuple[str, int]
"""A passage: the id of its source, and its number there."""


class Times(Struct, frozen=True):
    """The time that a corpus covers, cut into `parts` stretches of equal length (in days, at least one)."""

    first: date | None
    last: date | None
    parts: int

    def part(self, published: str | None) -> int | None:
        """Return the stretch that an ISO date falls into; None without a date."""
        at = day(published)
        if at is None or self.first is None or self.last is None:
            return None
        length = (self.last - self.first).days + 1
        return min(self.parts - 1, (at - self.first).days * self.parts // length)


def times(dossier: Dossier, parts: int) -> Times:
    """Return the time from the first article to the last."""
    days = [at for s in dossier.sources.values() if s.skipped is None and (at := day(s.published)) is not None]
    return Times(min(days, default=None), max(days, default=None), parts)


class Presence(Struct, frozen=True):
    """An actor: times it appears and claims in each stretch of time, how many in all, sources, and passages shared with another actor."""

    actor: str
    mentions: tuple[int, ...]
    claims: tuple[int, ...]
    total: int
    held: int
    sources: int
    together: int


def presences(dossier: Dossier, over: Times, beside: str | None = None) -> list[Presence]:
    """Return every actor, those that share most passages with `beside` first, then those mentioned most.

    It appears where it is mentioned, and in a claim that it holds or is named in whose passage does not mention it.
    """
    place = _finder(dossier)
    places = {a: _places(dossier, a, place) for a in dossier.actors}
    there = set(places.get(beside or "", ()))
    published = {s.id: over.part(s.published) for s in dossier.sources.values()}
    found = [_presence(dossier, published, over.parts, a, at, there) for a, at in places.items()]
    names = dossier.actors
    return sorted(found, key=lambda p: (p.actor != beside, -p.together, -p.total, names[p.actor].name, p.actor))


def _presence(
    dossier: Dossier, published: dict[str, int | None], parts: int, actor: str, places: list[Place], there: set[Place]
) -> Presence:
    claims = [c for c in dossier.claims_of_actor(actor) if c.covered is None and not dossier.is_dismissed(c.id)]
    held = [c for c in claims if c.holder_id == actor]
    return Presence(
        actor,
        _spread((published.get(source) for source, _ in places), parts),
        _spread((published.get(c.source) for c in claims), parts),
        len(places),
        len(held),
        len({source for source, _ in places} | {c.source for c in claims}),
        len(there & set(places)),
    )


def _spread(parts: Iterable[int | None], count: int) -> tuple[int, ...]:
    sums = [0] * count
    for part in parts:
        if part is not None:
            sums[part] += 1
    return tuple(sums)


def _finder(dossier: Dossier) -> Callable[[str, int], Place | None]:
    starts: dict[str, list[int]] = {s.id: [p.start for p in s.passages] for s in dossier.sources.values()}

    def place(source: str, at: int) -> Place | None:
        return (source, bisect_right(starts[source], at) - 1) if source in starts else None

    return place


def _places(dossier: Dossier, actor: str, place: Callable[[str, int], Place | None]) -> list[Place]:
    """Return a passage for each mention, and one for each claim in a passage that has none."""
    mentioned = [at for m in dossier.actors[actor].mentions if (at := place(m.source, m.start)) is not None]
    seen = set(mentioned)
    for claim in dossier.claims_of_actor(actor):
        at = place(claim.source, claim.start)
        if claim.covered is None and at is not None and at not in seen:
            seen.add(at)
            mentioned.append(at)
    return mentioned
