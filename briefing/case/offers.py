"""What the analyst is offered in putting claims on points: with whom, on which point, and where the two would stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.dossier import Attitude, Certainty, Claim, Dossier, Mode, Polarity

_WILLS = {
    Mode.DEMANDS: Attitude.DEMANDS,
    Mode.OFFERS: Attitude.OFFERS,
    Mode.PROPOSES: Attitude.OFFERS,
    Mode.HOPES: Attitude.WANTS,
    Mode.REFUSES: Attitude.REFUSES,
}
_SOFTER = {Mode.PREDICTS: Certainty.PROBABLE, Mode.SUPPOSES: Certainty.POSSIBLE, Mode.ASKS: Certainty.UNKNOWN}
_OTHER_HOLDER, _OTHER_SIGN, _LATER = 1.3, 1.5, 0.12
"""What it speaks for a dispute that two claims have two holders, and that one is put in the negative; and what each rank lower among
the companions speaks against it. Weighed by hand on three invented stories."""


@dataclass(frozen=True, slots=True)
class Offer:
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
    claim, companion = dossier.claims[claim_id], dossier.claims[companion_id]
    point = companion.point or claim.point
    if point is None:
        author, other = (claim, companion) if is_negative(companion) and not is_negative(claim) else (companion, claim)
        sign = Polarity.POSITIVE if is_negative(author) == is_negative(other) else Polarity.NEGATIVE
        stands = {author.id: _proposed(author, Polarity.POSITIVE), other.id: _proposed(other, sign)}
        return Offer(None, author.text, claim_id, stands)
    stands = _on_point(point, claim, companion)
    return Offer(point, dossier.points[point].phrase, _moved(point, claim, companion), stands)


def _moved(point: str, claim: Claim, companion: Claim) -> str:
    for one in (claim, companion):
        if one.point != point:
            return one.id
    return companion.id if claim.commitment and not companion.commitment else claim.id


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


def is_negative(claim: Claim) -> bool:
    """Tell whether a claim's words deny or refuse something."""
    return claim.polarity is Polarity.NEGATIVE or claim.mode in {Mode.DENIES, Mode.REFUSES}


def _proposed(claim: Claim, sign: Polarity) -> str:
    will = _WILLS.get(claim.mode)
    if will is not None and will.polarity is sign:
        return str(will)
    certainty = claim.certainty
    if certainty is Certainty.CERTAIN:
        certainty = _SOFTER.get(claim.mode, certainty)
    return str(certainty) if certainty is Certainty.UNKNOWN else f"{certainty} {sign}"


def companions(dossier: Dossier, claim_id: str) -> list[str]:
    """Return the ids of a claim's companions that are in view, those first that it is likeliest to be at odds with."""
    claim = dossier.claims[claim_id]
    found = [dossier.claims[c] for c in claim.companions if c in dossier.claims and c != claim_id]
    weights = {c.id: _weight(claim, c, rank) for rank, c in enumerate(found) if is_in_view(dossier, c)}
    return sorted(weights, key=lambda c: -weights[c])


def is_in_view(dossier: Dossier, claim: Claim) -> bool:
    """Tell whether a claim is neither dismissed nor behind a curated one."""
    return claim.covered is None and not dossier.is_dismissed(claim.id)


def likely_disputed(dossier: Dossier, claims: Iterable[Claim]) -> list[str]:
    """Return the ids of claims that have companions, those first that are likeliest to be disputed and are not yet."""
    weights = {}
    for claim in claims:
        met = {c for r in dossier.relations_of(claim.id) for c in (r.a, r.b)}
        found = [(n, dossier.claims[c]) for n, c in enumerate(claim.companions) if c in dossier.claims]
        weighed = [_weight(claim, c, n) for n, c in found if c.id not in met and is_in_view(dossier, c)]
        if weighed and is_in_view(dossier, claim):
            weights[claim.id] = max(weighed)
    return sorted(weights, key=lambda c: -weights[c])


def _weight(claim: Claim, companion: Claim, rank: int) -> float:
    weight = 1 / (1 + _LATER * rank)
    if (claim.holder, claim.source) != (companion.holder, companion.source):
        weight *= _OTHER_HOLDER
    if is_negative(claim) != is_negative(companion):
        weight *= _OTHER_SIGN
    return weight
