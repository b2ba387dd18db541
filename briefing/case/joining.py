"""A curated reading and the machine's, put together: one set of actors, and claims that each say who made them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from msgspec.structs import replace

from briefing.case.steps import Contents
from briefing.dossier import Actor, Claim, Source
from briefing.dossier.folding import folded
from briefing.extraction import Assembly
from briefing.readings import Reading

_OVERLAP = 0.5
"""Share of the shorter of two claims that must be common for them to read the same words."""


def joined(sources: Sequence[Source], reading: Reading | None, found: Assembly) -> Contents:
    """Return the contents of a case: its articles, what its reading says if it has one, and what was found."""
    if reading is None:
        return Contents(tuple(sources), found.actors, found.points, found.claims)
    actors, moved = join_actors(reading.actors, found.actors)
    claims = join_claims(reading.claims, found.claims, moved, actors)
    return Contents(tuple(sources), tuple(actors), (*reading.points, *found.points), tuple(claims))


def join_actors(curated: Sequence[Actor], found: Sequence[Actor]) -> tuple[list[Actor], dict[str, str]]:
    """Merge found actors into the curated ones whose name or alias they bear.

    Returns all actors, and for each found actor that went into a curated one, its id and the curated one's.
    """
    owner: dict[str, str] = {}
    for actor in curated:
        for name in (actor.name, *actor.aliases):
            owner.setdefault(folded(name), actor.id)
    moved: dict[str, str] = {}
    for actor in found:
        home = next((owner[n] for n in map(folded, (actor.name, *actor.aliases)) if n in owner), None)
        if home is not None:
            moved[actor.id] = home
    joined = {a.id: a for a in curated}
    for actor in found:
        home = moved.get(actor.id)
        if home is None:
            joined[actor.id] = actor
        else:
            old = joined[home]
            aliases = dict.fromkeys((*old.aliases, actor.name, *actor.aliases))
            aliases.pop(old.name, None)
            mentions = tuple(sorted({*old.mentions, *actor.mentions}, key=lambda m: (m.source, m.start, m.end)))
            joined[home] = replace(old, aliases=tuple(aliases), mentions=mentions)
    return list(joined.values()), moved


def join_claims(
    curated: Sequence[Claim], found: Iterable[Claim], moved: Mapping[str, str], actors: Iterable[Actor]
) -> list[Claim]:
    """Return all claims, the found ones with their actors as merged and marked where a curated claim reads the same words.

    A curated claim has the companions of what was found in its words, and is a companion where that was.
    """
    names = {a.id: a.name for a in actors}
    by_source: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in curated:
        by_source[claim.source].append(claim)
    joined, over = list[Claim](), dict[str, list[str]]()
    near: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for claim in found:
        over[claim.id] = [c.id for c in by_source[claim.source] if _reads_the_same(c, claim)]
        joined.append(_joined(claim, next(iter(over[claim.id]), None), moved, names))
        for reader in (claim.id, *over[claim.id]):
            near[reader] += enumerate(claim.companions)
    return [replace(c, companions=_companions(c, near[c.id], over)) for c in (*curated, *joined)]


def _companions(claim: Claim, near: Iterable[tuple[int, str]], over: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return companions with their ranks as ids, best first, the curated ones in the place of what they read."""
    ranked = sorted(near, key=itemgetter(0))
    stand_for = dict.fromkeys(one for _, other in ranked for one in over.get(other) or (other,))
    return tuple(one for one in stand_for if one not in {claim.id, claim.covered})


def _joined(claim: Claim, cover: str | None, moved: Mapping[str, str], names: Mapping[str, str]) -> Claim:
    holder_id = moved.get(claim.holder_id or "", claim.holder_id)
    holder = names.get(holder_id or "", claim.holder)
    return replace(
        claim,
        actors=tuple(dict.fromkeys(moved.get(a, a) for a in claim.actors)),
        holder_id=holder_id,
        holder=holder,
        chain=tuple(holder if name == claim.holder else name for name in claim.chain),
        covered=cover,
    )


def _reads_the_same(a: Claim, b: Claim) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared >= _OVERLAP * min(a.end - a.start, b.end - b.start) and shared > 0
