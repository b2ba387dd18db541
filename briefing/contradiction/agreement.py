"""Agreement: two sources that say the same of one point."""

from briefing.contradiction.side import Finding, Side
from briefing.dossier import Certainty, Kind, RelationType

_WEIGHT = {Certainty.CERTAIN: 1.0, Certainty.PROBABLE: 0.8, Certainty.POSSIBLE: 0.6, Certainty.UNKNOWN: 0.0}


def agreement(a: Side, b: Side) -> Finding | None:
    """Find the same commitment, or the same sign of belief, in two sources."""
    if a.source.id == b.source.id or a.polarity != b.polarity:
        return None
    if a.commitment.attitude != b.commitment.attitude or Certainty.UNKNOWN in (
        a.commitment.certainty,
        b.commitment.certainty,
    ):
        return None
    origins = "independently" if a.source.origin != b.source.origin else "from the same origin"
    reason = f"{a.on}: {a.holder} and {b.holder} agreed, {origins}."
    strength = 0.5 * _WEIGHT[a.commitment.certainty] * _WEIGHT[b.commitment.certainty]
    return Finding(RelationType.CORROBORATION, Kind.AGREEMENT, "the same stand", strength, reason)
