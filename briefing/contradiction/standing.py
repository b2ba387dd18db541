"""Where a holder stands, in plain words."""

from briefing.dossier import Attitude, Certainty, Commitment, Polarity

_SO = {
    Certainty.CERTAIN: "holds that it is so",
    Certainty.PROBABLE: "thinks it likely",
    Certainty.POSSIBLE: "thinks it possible",
}
_NOT_SO = {
    Certainty.CERTAIN: "holds that it is not so",
    Certainty.PROBABLE: "thinks it unlikely",
    Certainty.POSSIBLE: "thinks it possible that it is not so",
}
_WILL = {
    Attitude.WANTS: "wants it",
    Attitude.OFFERS: "offers it",
    Attitude.DEMANDS: "demands it",
    Attitude.SUPPORTS: "supports it",
    Attitude.REFUSES: "refuses it",
    Attitude.REJECTS: "rejects it",
    Attitude.OPPOSES: "opposes it",
    Attitude.FEARS: "fears it",
}


def in_words(commitment: Commitment) -> str:
    """Return a commitment as a sentence about its holder goes on: "holds that it is so (12 people)"."""
    if commitment.attitude is not None:
        stands = _WILL[commitment.attitude]
    elif commitment.certainty is Certainty.UNKNOWN:
        stands = "leaves it open"
    else:
        stands = (_SO if commitment.polarity is Polarity.POSITIVE else _NOT_SO)[commitment.certainty]
    figure, period = commitment.figure, commitment.period
    values = (
        figure.text if figure else "",
        period.text if period else "",
        commitment.agent or "",
        commitment.scope or "",
    )
    said = "; ".join(v for v in values if v)
    return f"{stands}{f' ({said})' if said else ''}{', on a condition' if commitment.conditional else ''}"
