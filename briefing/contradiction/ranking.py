"""Which finding is worth a minute first."""

from briefing.contradiction.side import Finding, Side
from briefing.dossier import Maker

_POINTING = {Maker.ANALYST: 1.0, Maker.READING: 0.95, Maker.MODEL: 0.8, Maker.RULES: 0.6}
_SAME_HOLDER = 0.6
_SAME_ORIGIN = 0.85


def score(finding: Finding, a: Side, b: Side) -> float:
    """Return strength of the opposition x certainty of the pointing x distance of the holders x independence of the sources."""
    pointing = min(_POINTING[s.claim.pointed_by or s.claim.by] for s in (a, b))
    distance = _SAME_HOLDER if a.holder_key == b.holder_key else 1.0
    independence = _SAME_ORIGIN if a.source.origin == b.source.origin else 1.0
    return round(finding.strength * pointing * distance * independence, 4)
