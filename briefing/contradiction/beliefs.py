"""Oppositions of belief: what one takes to be so, the other takes not to be so, or less surely so."""

from briefing.contradiction.side import Finding, Side
from briefing.dossier import Attitude, Certainty, Kind, Mode, Polarity, RelationType

_WEIGHT = {Certainty.CERTAIN: 1.0, Certainty.PROBABLE: 0.8, Certainty.POSSIBLE: 0.5}
_SO = {Certainty.CERTAIN: "held that it is so", Certainty.PROBABLE: "thought it likely"}
_NOT_SO = {Certainty.CERTAIN: "held that it is not so", Certainty.PROBABLE: "thought it unlikely"}


def denial(a: Side, b: Side) -> Finding | None:
    """Set a report against its denial."""
    yes, no = _opposed(a, b)
    if yes is None or no is None or no.claim.mode not in {Mode.DENIES, Mode.REFUSES} or not _firm(yes) or not _firm(no):
        return None
    strength = 0.95 * _WEIGHT[yes.commitment.certainty] * _WEIGHT[no.commitment.certainty]
    reason = f"{yes.on}: {yes.holder} {_SO[yes.commitment.certainty]}, {no.holder} denied it."
    return Finding(_type(yes, no), Kind.DENIAL, "a report and its denial", strength, reason)


def negation(a: Side, b: Side) -> Finding | None:
    """Set what one holds to be so against what the other holds not to be so, firmly or probably."""
    yes, no = _opposed(a, b)
    if yes is None or no is None or not _firm(yes) or not _firm(no):
        return None
    strength = _WEIGHT[yes.commitment.certainty] * _WEIGHT[no.commitment.certainty]
    if yes.point.id != no.point.id:
        reason = f"{yes.holder} {_stood(yes)} that “{yes.point.phrase}”, {no.holder} that “{no.point.phrase}”: one excludes the other."
        return Finding(_type(yes, no), Kind.ANTONYM, "opposite points", 0.95 * strength, reason)
    said, answered = _SO[yes.commitment.certainty], _NOT_SO[no.commitment.certainty]
    reason = f"{yes.on}: {yes.holder} {said}, {no.holder} {answered}."
    return Finding(_type(yes, no), Kind.NEGATION, "held to be so and not so", strength, reason)


def modality(a: Side, b: Side) -> Finding | None:
    """Set what one thinks possible or fears against one who rules it out or thinks it unlikely."""
    for maybe, sure in ((a, b), (b, a)):
        fears = maybe.commitment.attitude is Attitude.FEARS
        thinks = maybe.is_belief and maybe.commitment.certainty is Certainty.POSSIBLE
        if not (fears or thinks) or not sure.is_belief or not _firm(sure):
            continue
        leaning = Polarity.POSITIVE if fears else maybe.polarity
        if leaning == sure.polarity:
            continue
        strength = 0.6 * _WEIGHT[sure.commitment.certainty]
        thought = "feared it" if fears else "thought it possible"
        if leaning is Polarity.NEGATIVE:
            thought = "thought it possible that it is not so"
        certain = sure.commitment.certainty is Certainty.CERTAIN
        if sure.polarity is Polarity.POSITIVE:
            answer = "had no doubt of it" if certain else "thought it likely"
        else:
            answer = "ruled it out" if certain else "thought it unlikely"
        reason = f"{maybe.on}: {maybe.holder} {thought}, {sure.holder} {answer}."
        return Finding(RelationType.TENSION, Kind.MODALITY, "possible to one, ruled out by the other", strength, reason)
    return None


def _opposed(a: Side, b: Side) -> tuple[Side, Side] | tuple[None, None]:
    if not a.is_belief or not b.is_belief or a.polarity == b.polarity:
        return None, None
    return (a, b) if a.polarity is Polarity.POSITIVE else (b, a)


def _firm(side: Side) -> bool:
    return side.commitment.certainty in {Certainty.CERTAIN, Certainty.PROBABLE}


def _stood(side: Side) -> str:
    return "held" if side.commitment.certainty is Certainty.CERTAIN else "thought it likely"


def _type(a: Side, b: Side) -> RelationType:
    flat = all(s.commitment.certainty is Certainty.CERTAIN and not s.commitment.conditional for s in (a, b))
    return RelationType.CONTRADICTION if flat else RelationType.TENSION
