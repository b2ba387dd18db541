"""What the analyst is offered in putting claims on points: on which point two would meet, and where their holders would stand."""

from msgspec import Struct

from briefing.case.present import present
from briefing.dossier import Attitude, Certainty, Claim, Dossier, Mode, Polarity
from briefing.dossier.correction import is_negative

_WILLS = {
    Mode.DEMANDS: Attitude.DEMANDS,
    Mode.OFFERS: Attitude.OFFERS,
    Mode.PROPOSES: Attitude.OFFERS,
    Mode.HOPES: Attitude.WANTS,
    Mode.REFUSES: Attitude.REFUSES,
}
_SOFTER = {Mode.PREDICTS: Certainty.PROBABLE, Mode.SUPPOSES: Certainty.POSSIBLE, Mode.ASKS: Certainty.UNKNOWN}


class Offer(Struct, frozen=True):
    """Two claims brought together: the point they would meet on, and where each holder would stand.

    `point` is its id, None where it is still to be made of the words of one of them; `moved` is the claim that is to be put there or to be given a
    stance first; `stands` are the stances by claim id: as they are, else as proposed from polarity, certainty and mode.
    """

    point: str | None
    phrase: str
    moved: str
    stands: dict[str, str]


def offer(dossier: Dossier, claim_id: str, companion_id: str) -> Offer:
    """Return what putting a claim beside a companion would come to.

    The companion's point goes before the claim's; where neither has one, the companion's words make it, or the claim's if only these are in the
    positive. Who said the words of a point stands for it.
    """
    claim, companion = present(dossier.claims, claim_id), present(dossier.claims, companion_id)
    point = companion.point or claim.point
    if point is None:
        author, other = (claim, companion) if is_negative(companion) and not is_negative(claim) else (companion, claim)
        sign = Polarity.POSITIVE if is_negative(author) == is_negative(other) else Polarity.NEGATIVE
        stands = {author.id: _proposed(author, Polarity.POSITIVE), other.id: _proposed(other, sign)}
        return Offer(None, author.text, claim_id, stands)
    stands = _on_point(point, claim, companion)
    return Offer(point, dossier.points[point].phrase, _moved(point, claim, companion), stands)


def _moved(point: str, claim: Claim, companion: Claim) -> str:
    if claim.point == point and not claim.commitment:
        return claim.id
    for one in (claim, companion):
        if one.point != point:
            return one.id
    return claim.id if companion.commitment else companion.id


def _on_point(point: str, claim: Claim, companion: Claim) -> dict[str, str]:
    """Return the stances on a point that is there: who has none stands with the other or against him as their words do."""
    known = next((c for c in (companion, claim) if c.point == point and c.commitment), None)
    stands = {}
    for one in (claim, companion):
        if one.point == point and one.commitment:
            stands[one.id] = str(one.commitment)
        elif known is not None and known.commitment is not None:
            same = is_negative(known) == is_negative(one)
            stands[one.id] = _proposed(one, known.commitment.polarity if same else known.commitment.polarity.opposite)
        else:
            stands[one.id] = _proposed(one, Polarity.NEGATIVE if is_negative(one) else Polarity.POSITIVE)
    return stands


def proposed_stance(claim: Claim) -> str:
    """Return where a claim's holder would stand on its point by its own words."""
    return _proposed(claim, Polarity.NEGATIVE if is_negative(claim) else Polarity.POSITIVE)


def _proposed(claim: Claim, sign: Polarity) -> str:
    will = _WILLS.get(claim.mode)
    if will is not None and will.polarity is sign:
        return str(will)
    certainty = claim.certainty
    if certainty is Certainty.CERTAIN:
        certainty = _SOFTER.get(claim.mode, certainty)
    return str(certainty) if certainty is Certainty.UNKNOWN else f"{certainty} {sign}"
