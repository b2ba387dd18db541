"""Oppositions of will: one is for it and the other against it, or wants what the other says will not be."""

from briefing.contradiction.side import Finding, Side
from briefing.dossier import Attitude, Certainty, Kind, Polarity, RelationType

_FIRM = {Certainty.CERTAIN: 1.0, Certainty.PROBABLE: 0.8}
_WISHES = {Attitude.WANTS, Attitude.OFFERS, Attitude.DEMANDS, Attitude.SUPPORTS}
_VERBS = {
    Attitude.WANTS: "wanted",
    Attitude.OFFERS: "offered",
    Attitude.DEMANDS: "demanded",
    Attitude.SUPPORTS: "supported",
    Attitude.REFUSES: "refused",
    Attitude.REJECTS: "rejected",
    Attitude.OPPOSES: "opposed",
    Attitude.FEARS: "feared",
}
_REFUSALS = {Attitude.REFUSES, Attitude.REJECTS, Attitude.OPPOSES}


def against(a: Side, b: Side) -> Finding | None:
    """One is for the point, the other against it."""
    one, two = a.commitment.attitude, b.commitment.attitude
    if one is None or two is None or a.polarity == b.polarity:
        return None
    wish, refusal = (a, b) if a.polarity is Polarity.POSITIVE else (b, a)
    strength = 0.85 if refusal.commitment.attitude in _REFUSALS else 0.6
    reason = f"{wish.on}: {_will(wish)}, {_will(refusal)}."
    return Finding(RelationType.TENSION, Kind.STANCE, "for it and against it", strength, reason)


def unmet(a: Side, b: Side) -> Finding | None:
    """One is for the point, the other holds that it is not or will not be so; or the other way round."""
    for will, fact in ((a, b), (b, a)):
        attitude = will.commitment.attitude
        if attitude not in _WISHES | _REFUSALS or not fact.is_belief or fact.commitment.certainty not in _FIRM:
            continue
        if will.polarity == fact.polarity:
            continue
        strength = 0.6 * _FIRM[fact.commitment.certainty]
        certain = fact.commitment.certainty is Certainty.CERTAIN
        if attitude in _WISHES:
            answer = "held that it is not so" if certain else "thought it unlikely"
        else:
            answer = "held that it is so" if certain else "thought it likely"
        reason = f"{will.on}: {_will(will)}, {fact.holder} {answer}."
        return Finding(RelationType.TENSION, Kind.STANCE, "a will and a fact against it", strength, reason)
    return None


def _will(side: Side) -> str:
    return f"{side.holder} {_VERBS[side.commitment.attitude or Attitude.WANTS]} it"
