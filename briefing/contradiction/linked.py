"""Oppositions between two points: what excludes the other, or cannot be without it."""

from briefing.contradiction.side import Finding, Side
from briefing.dossier import Attitude, Certainty, Kind, Polarity, RelationType

_WEIGHT = {Certainty.CERTAIN: 1.0, Certainty.PROBABLE: 0.8, Certainty.POSSIBLE: 0.5, Certainty.UNKNOWN: 0.0}


def excluded(a: Side, b: Side) -> Finding | None:
    """Set two points that cannot both hold against each other, each affirmed."""
    if a.polarity is not Polarity.POSITIVE or b.polarity is not Polarity.POSITIVE:
        return None
    return _clash(a, b, "points that exclude each other", "the two cannot both be")


def lacking(a: Side, b: Side) -> Finding | None:
    """Set a point that is affirmed against the denial of what it cannot hold without: that of `a` requires that of `b`."""
    if a.polarity is not Polarity.POSITIVE or b.polarity is not Polarity.NEGATIVE:
        return None
    return _clash(a, b, "a point without what it requires", "the first cannot be without the second")


def _clash(a: Side, b: Side, rule: str, why: str) -> Finding | None:
    strength = 0.8 * _weight(a) * _weight(b)
    if strength < 0.3:
        return None
    flat = all(
        s.is_belief and s.commitment.certainty is Certainty.CERTAIN and not s.commitment.conditional for s in (a, b)
    )
    kind = RelationType.CONTRADICTION if flat else RelationType.TENSION
    return Finding(
        kind,
        Kind.IMPLICATION,
        rule,
        strength,
        f"{a.holder} on “{a.point.phrase}” ({a.commitment}), {b.holder} on “{b.point.phrase}” ({b.commitment}): {why}.",
    )


def _weight(side: Side) -> float:
    attitude = side.commitment.attitude
    if attitude is None:
        return _WEIGHT[side.commitment.certainty]
    return 0.5 if attitude is Attitude.FEARS else 0.8
