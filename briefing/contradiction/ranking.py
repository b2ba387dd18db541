"""Which finding is worth a minute first."""

from msgspec import Struct

from briefing.contradiction.side import Side
from briefing.dossier import Claim, Maker

_POINTING = {Maker.ANALYST: 1.0, Maker.READING: 0.95, Maker.MODEL: 0.8, Maker.RULES: 0.6}
_SAME_HOLDER = 0.6
_SAME_ORIGIN = 0.95


class Factors(Struct, frozen=True):
    """What a score is made of, each between 0 and 1.

    Strength of the opposition, certainty of the pointing, distance of the holders, independence of the sources.
    """

    strength: float
    pointing: float
    distance: float
    independence: float

    @property
    def score(self) -> float:
        """Their product."""
        return round(self.strength * self.pointing * self.distance * self.independence, 4)


def weighed(strength: float, a: Side, b: Side) -> Factors:
    """Weigh an opposition of that strength between two sides."""
    return Factors(
        strength=strength,
        pointing=min(_pointing(s.claim) for s in (a, b)),
        distance=_SAME_HOLDER if a.holder_key == b.holder_key else 1.0,
        independence=_SAME_ORIGIN if a.source.origin == b.source.origin else 1.0,
    )


def _pointing(claim: Claim) -> float:
    maker = claim.pointed_by or claim.by
    return claim.sure if maker is Maker.RULES and claim.sure is not None else _POINTING[maker]
