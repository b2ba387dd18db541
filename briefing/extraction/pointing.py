"""Points and commitments where the rules are sure: claims that use one frame of one participant, or count one thing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeVar

from briefing.dossier import ARTICLE, Actor, Attitude, Claim, Commitment, Maker, Mode, Point, stable_id
from briefing.extraction.actors import Local
from briefing.extraction.cast import fold
from briefing.extraction.draft import Draft, FrameUse
from briefing.extraction.frames import lexicon

T = TypeVar("T")
_HUB = 12
"""A point that more claims than this would share is a subject, not a point."""
_VAGUE = frozenset(
    "man woman people person thing one official source way time year day number part place case other all i".split()  # noqa: SIM905 - a list of words reads better
)
"""Nouns that are seldom the same thing twice."""
_COUNTER = {
    Attitude.WANTS: Attitude.OPPOSES, Attitude.OFFERS: Attitude.REFUSES, Attitude.DEMANDS: Attitude.OPPOSES,
    Attitude.SUPPORTS: Attitude.OPPOSES, Attitude.REFUSES: Attitude.SUPPORTS, Attitude.REJECTS: Attitude.SUPPORTS,
    Attitude.OPPOSES: Attitude.SUPPORTS,
}  # fmt: skip
"""What it is, for one pole of a frame, to have an attitude towards the other."""
_PEOPLE = frozenset(
    ["person", "people", "citizen", "resident", "victim", "man", "woman", "inhabitant", "civilian", "life", "casualty"]
)
_SAME_COUNT = 2
"""So many words besides the thing counted must two claims share, an actor being worth one, to count the same."""
_SAME_EVENT = 1
"""So many words or actors must a use of a frame that names nobody known share with another to speak of the same."""
_RARE = 0.04
"""Words in a larger share of the claims do not tell one count from another."""


@dataclass(frozen=True, slots=True)
class Use:
    """A claim with where it would stand on a point; `words` are the shortest that decide it, (start, end) in the source."""

    claim: Claim
    point: Point
    commitment: Commitment
    words: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Event:
    """A use of a frame; `participant` is the actor's id, the thing, or "" for nobody known; `lemma` the words of the event itself."""

    claim: Claim
    participant: str
    is_actor: bool
    phrase: str
    lemma: str
    commitment: Commitment
    words: tuple[int, int]


def point(
    claims: Sequence[Claim], drafts: Mapping[str, Draft], owners: Mapping[Local, Actor]
) -> tuple[list[Claim], list[Point]]:
    """Return the claims, those that the rules are sure of on their points, and these points.

    A claim that could be on several goes on the one that fewest share.
    """
    named = _by_name(owners.values())
    groups: defaultdict[str, list[Use]] = defaultdict(list)
    telling = _telling(claims, drafts)
    for use in (*_events(claims, drafts, owners, named, telling), *_counts(claims, telling)):
        groups[use.point.id].append(use)
    chosen: dict[str, Use] = {}
    for point_id in sorted(groups, key=lambda p: (len(groups[p]), p)):
        free = {u.claim.id: u for u in groups[point_id] if u.claim.id not in chosen}
        if _is_point(list(free.values())):
            chosen |= free
    points = {u.point.id: u.point for u in reversed(chosen.values())}
    return [_on_point(c, chosen.get(c.id)) for c in claims], [points[p] for p in sorted(points)]


def _by_name(actors: Iterable[Actor]) -> dict[str, Actor]:
    """Return the actors by every name that is only one's."""
    found: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        for name in (actor.name, *actor.aliases, actor.name.split()[-1], actor.name.split()[0]):
            found[fold(name)][actor.id] = actor
    return {name: next(iter(owners.values())) for name, owners in found.items() if len(owners) == 1}


def _telling(claims: Sequence[Claim], drafts: Mapping[str, Draft]) -> dict[str, set[str]]:
    """Return what tells a claim from others: its rarer words, and its actors."""
    spread = Counter(lemma for c in claims for lemma in set(drafts[c.id].lemmas))
    most = max(4, _RARE * len(claims))
    return {c.id: {w for w in drafts[c.id].lemmas if spread[w] <= most} | set(c.actors) for c in claims}


def _events(
    claims: Sequence[Claim],
    drafts: Mapping[str, Draft],
    owners: Mapping[Local, Actor],
    named: Mapping[str, Actor],
    telling: Mapping[str, set[str]],
) -> list[Use]:
    """Return the uses of frames, those that speak of one event on one point."""
    frames: defaultdict[str, list[_Event]] = defaultdict(list)
    for claim in claims:
        for frame in drafts[claim.id].frames:
            event = _event(claim, frame, owners, named)
            if event is not None:
                frames[frame.frame].append(event)
    uses = []
    for name, events in sorted(frames.items()):
        for together in _gathered(events, telling):
            first = together[0]
            about = Point(stable_id("p", "rules", name, first.participant or first.claim.id), first.phrase)
            uses += [Use(e.claim, about, e.commitment, e.words) for e in together]
    return uses


def _gathered(events: Sequence[_Event], telling: Mapping[str, set[str]]) -> list[list[_Event]]:
    """Return the uses of a frame that speak of one participant, first one that names it.

    A use that names nobody known, alone in what it names, goes to the participant whose uses have most else in common with it,
    if there is such a one.
    """
    by_name: defaultdict[str, list[_Event]] = defaultdict(list)
    for event in events:
        by_name[event.participant].append(event)
    homes = [uses for name, uses in by_name.items() if name and (uses[0].is_actor or len(uses) > 1)]
    settled = [list(uses) for uses in homes]
    for event in (e for name, uses in by_name.items() if not name or uses not in homes for e in uses):
        shared = [max(_shared(event, use, telling) for use in uses) for uses in homes]
        most = max(shared, default=0)
        if most >= _SAME_EVENT and shared.count(most) == 1:
            settled[shared.index(most)].append(event)
    return [uses for uses in settled if len(uses) > 1]


def _shared(a: _Event, b: _Event, telling: Mapping[str, set[str]]) -> int:
    return len((telling[a.claim.id] & telling[b.claim.id]) - {a.lemma, b.lemma})


def _event(claim: Claim, frame: FrameUse, owners: Mapping[Local, Actor], named: Mapping[str, Actor]) -> _Event | None:
    """Return what a claim says of an event, unless the operators above it are not known."""
    commitment = _commitment(frame) if frame.sure else None
    if commitment is None:
        return None
    template = lexicon()[1][frame.frame]
    entity = frame.theme if "{theme}" in template else frame.agent
    word = claim.holder if frame.word == "I" and claim.holder != ARTICLE else frame.word
    actor = owners.get((claim.source, entity)) if entity is not None else named.get(fold(word))
    participant, name = "", "something"
    if "{" not in template:
        participant = "the case"
    elif actor is not None:
        participant, name = actor.id, actor.name
    elif word and frame.word.lower() not in _VAGUE:
        participant = name = f"the {word}" if word.islower() else word
    lemma = claim.quote[frame.start - claim.start : frame.end - claim.start].lower()
    phrase = _phrase(template, name)
    return _Event(claim, participant, actor is not None, phrase, lemma, commitment, (frame.start, frame.end))


def _commitment(frame: FrameUse) -> Commitment | None:
    """Return where a use stands on the positive pole of its frame; None for an attitude that says nothing about it."""
    if not frame.attitude:
        polarity = frame.polarity if frame.positive else frame.polarity.opposite
        return Commitment(frame.certainty, polarity, None, frame.conditional)
    attitude = Attitude(frame.attitude)
    meant = attitude if frame.positive else _COUNTER.get(attitude)
    return Commitment(frame.certainty, meant.polarity, meant, frame.conditional) if meant else None


def _phrase(template: str, name: str) -> str:
    key = "{theme}" if "{theme}" in template else "{agent}"
    text = template.replace(key, name).replace("{agent}", "somebody").replace("{theme}", "something")
    return text[0].upper() + text[1:]


def _is_point(uses: Sequence[Use]) -> bool:
    """Tell whether claims of different holders or sources meet here, and not too many of them."""
    return len({(u.claim.source, u.claim.holder) for u in uses}) > 1 and len(uses) <= _HUB


def _counts(claims: Sequence[Claim], telling: Mapping[str, set[str]]) -> list[Use]:
    """Return the claims of different sources that seem to count the same thing, each with its one figure."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.figures) == 1 and claim.mode in {Mode.ASSERTS, Mode.REPORTS}:
            figure = claim.figures[0]
            if figure.measure and figure.text.lower() != "one":
                groups[figure.unit, _measured(figure.measure)].append(claim)
    uses = []
    for (unit, measure), group in sorted(groups.items()):

        def is_same(a: Claim, b: Claim, measure: str = measure) -> bool:
            return a.source != b.source and len((telling[a.id] & telling[b.id]) - {measure}) >= _SAME_COUNT

        for together in joined(group, is_same):
            counted = Point(stable_id("p", "count", unit, measure, together[0].id), _counted(together[0]))
            uses += [Use(c, counted, _count(c), (c.start, c.end)) for c in together]
    return uses


def joined(things: Sequence[T], is_same: Callable[[T, T], bool]) -> list[list[T]]:
    """Return the parts of more than one thing each that are the same through one another."""
    part = list(range(len(things)))
    for a, b in combinations(range(len(things)), 2):
        if part[a] != part[b] and is_same(things[a], things[b]):
            old, new = part[b], part[a]
            part = [new if home == old else home for home in part]
    homes = [[t for t, at in zip(things, part, strict=True) if at == home] for home in dict.fromkeys(part)]
    return [home for home in homes if len(home) > 1]


def _measured(measure: str) -> str:
    """Return the head noun of what is counted; people count as people whatever they are called."""
    noun = measure.rsplit(maxsplit=1)[-1].lower()
    return "people" if noun in _PEOPLE else noun


def _counted(claim: Claim) -> str:
    return claim.text.replace(claim.figures[0].text, "…", 1)


def _count(claim: Claim) -> Commitment:
    return Commitment(claim.certainty, claim.polarity, figure=claim.figures[0], period=claim.period)


def _on_point(claim: Claim, use: Use | None) -> Claim:
    if use is None:
        return claim
    return replace(claim, point=use.point.id, commitment=use.commitment, words=use.words, pointed_by=Maker.RULES)
