"""Points and commitments where the rules are sure: claims that use one frame of one participant."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.dossier import Actor, Attitude, Claim, Commitment, Maker, Point, stable_id
from briefing.extraction.actors import Local
from briefing.extraction.draft import Draft, FrameUse
from briefing.extraction.frames import lexicon

_HUB = 12
"""A point that more claims than this would share is a subject, not a point."""
_VAGUE = frozenset(
    [
        "man",
        "woman",
        "people",
        "person",
        "thing",
        "one",
        "official",
        "source",
        "way",
        "time",
        "year",
        "day",
        "number",
        "part",
        "place",
        "case",
    ]
)
"""Nouns that are seldom the same thing twice."""
_COUNTER = {
    Attitude.WANTS: Attitude.OPPOSES, Attitude.OFFERS: Attitude.REFUSES, Attitude.DEMANDS: Attitude.OPPOSES,
    Attitude.SUPPORTS: Attitude.OPPOSES, Attitude.REFUSES: Attitude.SUPPORTS, Attitude.REJECTS: Attitude.SUPPORTS,
    Attitude.OPPOSES: Attitude.SUPPORTS,
}  # fmt: skip
"""What it is, for one pole of a frame, to have an attitude towards the other."""


@dataclass(frozen=True, slots=True)
class Use:
    """A frame as one claim uses it; `participant` is the actor, the thing, or nothing that the frame is about here."""

    claim: Claim
    frame: FrameUse
    participant: str
    name: str

    @property
    def point_id(self) -> str:
        """The point it would be on."""
        return stable_id("p", "rules", self.frame.frame, self.participant)


def point(
    claims: Sequence[Claim], drafts: Mapping[str, Draft], owners: Mapping[Local, Actor]
) -> tuple[list[Claim], list[Point]]:
    """Return the claims, those that the rules are sure of on their points, and these points.

    A claim that could be on several goes on the one that fewest share.
    """
    groups: defaultdict[str, list[Use]] = defaultdict(list)
    for claim in claims:
        for use in _uses(claim, drafts[claim.id], owners):
            groups[use.point_id].append(use)
    chosen: dict[str, Use] = {}
    points: dict[str, Point] = {}
    for point_id in sorted(groups, key=lambda p: (len(groups[p]), p)):
        uses = groups[point_id]
        if _is_point(uses):
            points[point_id] = Point(point_id, _phrase(uses[0]))
            for use in uses:
                chosen.setdefault(use.claim.id, use)
    kept = {u.point_id for u in chosen.values()}
    return [_on_point(c, chosen.get(c.id)) for c in claims], [points[p] for p in sorted(kept)]


def _uses(claim: Claim, draft: Draft, owners: Mapping[Local, Actor]) -> list[Use]:
    _, phrases = lexicon()
    uses = []
    for frame in draft.frames:
        phrase = phrases[frame.frame]
        entity = frame.theme if "{theme}" in phrase else frame.agent
        actor = owners.get((claim.source, entity)) if entity is not None else None
        if not frame.sure:
            continue
        if "{" not in phrase:
            uses.append(Use(claim, frame, "", ""))
        elif actor is not None:
            uses.append(Use(claim, frame, actor.id, actor.name))
        elif frame.word and frame.word not in _VAGUE:
            uses.append(Use(claim, frame, f"the {frame.word}", f"the {frame.word}"))
    return uses


def _is_point(uses: Sequence[Use]) -> bool:
    """Tell whether claims of different holders or sources meet here, and not too many of them."""
    stands = {(u.claim.source, u.claim.holder) for u in uses}
    return len(stands) > 1 and len({u.claim.id for u in uses}) <= _HUB


def _phrase(use: Use) -> str:
    text = lexicon()[1][use.frame.frame]
    key = "{theme}" if "{theme}" in text else "{agent}"
    text = text.replace(key, use.name).replace("{agent}", "somebody").replace("{theme}", "something")
    return text[0].upper() + text[1:]


def _on_point(claim: Claim, use: Use | None) -> Claim:
    if use is None:
        return claim
    frame = use.frame
    attitude = Attitude(frame.attitude) if frame.attitude else None
    if attitude is None:
        polarity = frame.polarity if frame.positive else frame.polarity.opposite
    else:
        meant = attitude if frame.positive else _COUNTER.get(attitude)
        if meant is None:
            return claim
        attitude, polarity = meant, meant.polarity
    commitment = Commitment(frame.certainty, polarity, attitude, frame.conditional)
    return replace(
        claim, point=use.point_id, commitment=commitment, words=(frame.start, frame.end), pointed_by=Maker.RULES
    )
