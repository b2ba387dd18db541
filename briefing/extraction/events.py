"""Uses of frames that speak of one event: the same kind of event, of the same participant."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefing.dossier import ARTICLE, Actor, Attitude, Claim, Commitment, Point, stable_id
from briefing.extraction.actors import Local
from briefing.extraction.draft import Draft, FrameUse
from briefing.extraction.naming import fold
from briefing.extraction.use import Use

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
_SAME_EVENT = 1
"""So many words or actors must a use of a frame that names nobody known share with another to speak of the same."""


class _Event(Struct, frozen=True):
    """A use of a frame; `participant` is the actor's id, the thing, or "" for nobody known; `lemma` the words of the event itself."""

    claim: Claim
    participant: str
    is_actor: bool
    phrase: str
    lemma: str
    commitment: Commitment
    words: tuple[int, int]


def events(
    claims: Sequence[Claim],
    drafts: Mapping[str, Draft],
    owners: Mapping[Local, Actor],
    telling: Mapping[str, set[str]],
) -> list[Use]:
    """Return the uses of frames, those that speak of one event on one point."""
    named = _by_name(owners.values())
    frames: defaultdict[str, list[_Event]] = defaultdict(list)
    for claim in claims:
        for frame in drafts[claim.id].frames:
            event = _event(claim, frame, owners, named)
            if event is not None:
                frames[frame.frame].append(event)
    uses = []
    for name, found in sorted(frames.items()):
        for together in _gathered(found, telling):
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
    commitment = commitment_of(frame) if frame.sure else None
    if commitment is None:
        return None
    template = frame.phrase
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
    phrase = phrase_of(template, name)
    return _Event(claim, participant, actor is not None, phrase, lemma, commitment, (frame.start, frame.end))


def commitment_of(frame: FrameUse) -> Commitment | None:
    """Return where a use stands on the positive pole of its frame; None for an attitude that says nothing about it."""
    if not frame.attitude:
        polarity = frame.polarity if frame.positive else frame.polarity.opposite
        return Commitment(frame.certainty, polarity, None, frame.conditional)
    attitude = Attitude(frame.attitude)
    meant = attitude if frame.positive else _COUNTER.get(attitude)
    return Commitment(frame.certainty, meant.polarity, meant, frame.conditional) if meant else None


def phrase_of(template: str, name: str) -> str:
    """Return the positive pole of a frame in words, with who takes part, as far as it is known."""
    key = "{theme}" if "{theme}" in template else "{agent}"
    text = template.replace(key, name or "somebody").replace("{agent}", "somebody").replace("{theme}", "something")
    return text[0].upper() + text[1:]


def _by_name(actors: Iterable[Actor]) -> dict[str, Actor]:
    """Return the actors by every name that is only one's."""
    found: defaultdict[str, dict[str, Actor]] = defaultdict(dict)
    for actor in actors:
        for name in (actor.name, *actor.aliases, actor.name.split()[-1], actor.name.split()[0]):
            found[fold(name)][actor.id] = actor
    return {name: next(iter(owners.values())) for name, owners in found.items() if name and len(owners) == 1}
