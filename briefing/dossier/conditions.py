"""The conditions of a filter: for each, what of the dossier it names is worked out once, and then claims are put to it.

So that a hundred thousand claims can be asked while a filter is being typed, a name is compared with every holder, source or
point once, and not with every claim.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from msgspec import Struct

from briefing.dossier.annotation import Act
from briefing.dossier.claim import Claim
from briefing.dossier.dossier import Dossier
from briefing.dossier.folding import folded
from briefing.dossier.point import Certainty
from briefing.dossier.source import Source

FIELDS = {
    "actor": "an actor the claim is about, or who holds it",
    "holder": "who stands behind it",
    "source": "the article's publisher, title or file",
    "point": "the point it is on",
    "tag": "a tag it carries",
    "credibility": "the analyst's grade: 1 to 6",
    "is": "a state (below)",
    "by": "who made it: rules, model, reading, analyst",
    "since": "the article appeared on this date or later",
    "until": "the article appeared on this date or earlier",
}

Holds = Callable[[Claim], bool]
"""Tells whether a claim meets a condition."""
Sift = Callable[[list[Claim]], list[Claim]]
"""Returns those of some claims that meet a condition, in the same order."""


class Term(Struct, frozen=True):
    """One condition; an empty field looks for words."""

    field: str
    value: str
    negated: bool = False


def _disputed(dossier: Dossier) -> Holds:
    claims = {c for r in dossier.relations.values() if r.type.is_conflict for c in (r.a, r.b)}
    return lambda claim: claim.id in claims


def _in_brief(dossier: Dossier) -> Holds:
    targets = {a.target for a in dossier.record.standing(Act.BRIEF)}
    relations = (dossier.relations[t] for t in targets if t in dossier.relations)
    claims = targets | {c for r in relations for c in (r.a, r.b)}
    return lambda claim: claim.id in claims


def _tagged(dossier: Dossier) -> Holds:
    claims = frozenset(dossier.record.tagged())
    return lambda claim: claim.id in claims


STATES: dict[str, Callable[[Dossier], Holds]] = {
    "tagged": _tagged,
    "noted": lambda dossier: lambda claim: dossier.record.get(Act.NOTE, claim.id) is not None,
    "dismissed": lambda dossier: lambda claim: dossier.is_dismissed(claim.id),
    "pointed": lambda _: lambda claim: claim.point is not None,
    "hedged": lambda _: lambda claim: claim.certainty is not Certainty.CERTAIN,
    "disputed": _disputed,
    "brief": _in_brief,
    "corrected": lambda dossier: lambda claim: bool(dossier.record.corrections(claim.id)),
    "covered": lambda _: lambda claim: claim.covered is not None,
}


def condition(dossier: Dossier, term: Term) -> Sift:
    """Return what finds the claims that meet a condition, of any claims of the dossier as it is at this moment."""
    if not term.field:
        found: Sift = partial(dossier.with_words, folded(term.value))
    else:
        holds = _MAKES[term.field](dossier, term.value)
        found = lambda claims: [c for c in claims if holds(c)]  # noqa: E731 - closes over what holds
    return partial(_without, found) if term.negated else found


def _without(found: Sift, claims: list[Claim]) -> list[Claim]:
    left_out = {c.id for c in found(claims)}
    return [c for c in claims if c.id not in left_out]


def _by(_: Dossier, maker: str) -> Holds:
    return lambda claim: claim.by == maker


def _tag(dossier: Dossier, tag: str) -> Holds:
    tagged = frozenset(dossier.record.tagged(tag))
    return lambda claim: claim.id in tagged


def _credibility(dossier: Dossier, grade: str) -> Holds:
    return lambda claim: dossier.record.get(Act.CREDIBILITY, claim.id) == grade


def _point(dossier: Dossier, value: str) -> Holds:
    points = {p.id for p in dossier.points.values() if _has(folded(value), (p.phrase, *p.aliases))}
    return lambda claim: claim.point in points


def _in(sources: Iterable[Source]) -> Holds:
    ids = frozenset(s.id for s in sources)
    return lambda claim: claim.source in ids


def _source(dossier: Dossier, value: str) -> Holds:
    return _in(s for s in dossier.sources.values() if _has(folded(value), (s.name, s.title or "", s.file)))


def _since(dossier: Dossier, day: str) -> Holds:
    return _in(s for s in dossier.sources.values() if s.published and s.published[: len(day)] >= day)


def _until(dossier: Dossier, day: str) -> Holds:
    return _in(s for s in dossier.sources.values() if s.published and s.published[: len(day)] <= day)


_name = lru_cache(1 << 15)(folded)


def _has(wanted: str, texts: Iterable[str]) -> bool:
    return any(wanted in _name(text) for text in texts)


def _actor(dossier: Dossier, value: str) -> Holds:
    wanted = folded(value)
    actors = {a.id for a in dossier.actors.values() if _has(wanted, (a.name, *a.aliases))}
    holders = {h for h in dossier.holders() if wanted in _name(h)}
    return lambda c: c.holder in holders or c.holder_id in actors or not actors.isdisjoint(c.actors)


def _holder(dossier: Dossier, value: str) -> Holds:
    wanted = folded(value)
    actors = {a.id for a in dossier.actors.values() if _has(wanted, a.aliases)}
    holders = {h for h in dossier.holders() if wanted in _name(h)}
    chains: dict[tuple[str, ...], bool] = {}

    def holds(claim: Claim) -> bool:
        if claim.holder in holders or claim.holder_id in actors:
            return True
        if claim.chain not in chains:
            chains[claim.chain] = _has(wanted, claim.chain)
        return chains[claim.chain]

    return holds


_MAKES: dict[str, Callable[[Dossier, str], Holds]] = {
    "actor": _actor,
    "holder": _holder,
    "source": _source,
    "point": _point,
    "tag": _tag,
    "credibility": _credibility,
    "is": lambda dossier, state: STATES[state](dossier),
    "by": _by,
    "since": _since,
    "until": _until,
}
