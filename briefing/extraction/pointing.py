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
_FOR_WHOM = {"theme", "agent"}


@dataclass(frozen=True, slots=True)
class Use:
    """A frame as one claim uses it, its participants known in the case."""

    claim: Claim
    frame: FrameUse
    actor: Actor

    @property
    def point(self) -> str:
        """The id of the point it would be on."""
        return stable_id("p", "rules", self.frame.frame, self.actor.id)


def point(
    claims: Sequence[Claim], drafts: Mapping[str, Draft], owners: Mapping[Local, Actor]
) -> tuple[list[Claim], list[Point]]:
    """Return the claims, those that the rules are sure of on their points, and these points."""
    groups: defaultdict[str, list[Use]] = defaultdict(list)
    for claim in claims:
        for use in _uses(claim, drafts[claim.id], owners):
            groups[use.point].append(use)
    chosen: dict[str, Use] = {}
    points: dict[str, Point] = {}
    for point_id in sorted(groups, key=lambda p: (len(groups[p]), p)):
        uses = groups[point_id]
        if _is_point(uses):
            points[point_id] = Point(point_id, _phrase(uses[0]))
            for use in uses:
                chosen.setdefault(use.claim.id, use)
    kept = {u.point for u in chosen.values()}
    return [_on_point(c, chosen.get(c.id)) for c in claims], [points[p] for p in sorted(kept)]


def _uses(claim: Claim, draft: Draft, owners: Mapping[Local, Actor]) -> list[Use]:
    _, phrases = lexicon()
    uses = []
    for frame in draft.frames:
        entity = frame.theme if "{theme}" in phrases[frame.frame] else frame.agent
        actor = owners.get((claim.source, entity)) if entity is not None else None
        if frame.sure and actor is not None:
            uses.append(Use(claim, frame, actor))
    return uses


def _is_point(uses: Sequence[Use]) -> bool:
    """Tell whether claims of different holders or sources meet here, and not too many of them."""
    stands = {(u.claim.source, u.claim.holder) for u in uses}
    return len(stands) > 1 and len({u.claim.id for u in uses}) <= _HUB


def _phrase(use: Use) -> str:
    _, phrases = lexicon()
    text = phrases[use.frame.frame]
    for role in _FOR_WHOM:
        text = text.replace(f"{{{role}}}", use.actor.name if f"{{{role}}}" == _key_role(text) else "somebody")
    return text[0].upper() + text[1:]


def _key_role(text: str) -> str:
    return "{theme}" if "{theme}" in text else "{agent}"


def _on_point(claim: Claim, use: Use | None) -> Claim:
    if use is None:
        return claim
    frame = use.frame
    attitude = Attitude(frame.attitude) if frame.attitude else None
    if attitude is None:
        polarity = frame.polarity if frame.positive else frame.polarity.opposite
    else:
        attitude = attitude if frame.positive else _COUNTER.get(attitude)
        if attitude is None:
            return claim
        polarity = attitude.polarity
    commitment = Commitment(frame.certainty, polarity, attitude, frame.conditional)
    return replace(
        claim, point=use.point, commitment=commitment, words=(frame.start, frame.end), pointed_by=Maker.RULES
    )


_COUNTER = {
    Attitude.WANTS: Attitude.OPPOSES, Attitude.OFFERS: Attitude.REFUSES, Attitude.DEMANDS: Attitude.OPPOSES,
    Attitude.SUPPORTS: Attitude.OPPOSES, Attitude.REFUSES: Attitude.SUPPORTS, Attitude.REJECTS: Attitude.SUPPORTS,
    Attitude.OPPOSES: Attitude.SUPPORTS,
}  # fmt: skip
"""What it is, for one pole of a frame, to have an attitude towards the other."""
