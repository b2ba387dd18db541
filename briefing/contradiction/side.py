"""One side of a possible relation, and what a rule finds between two."""

from dataclasses import dataclass

from briefing.dossier import ARTICLE, Certainty, Claim, Commitment, Kind, Point, Polarity, RelationType, Source


@dataclass(frozen=True, slots=True)
class Side:
    """A claim with its commitment, seen from one point: `polarity` is turned round where it stands on an opposite point."""

    claim: Claim
    source: Source
    point: Point
    commitment: Commitment
    polarity: Polarity

    @property
    def holder(self) -> str:
        """Who stands behind it, as a sentence would say it."""
        return self.source.name if self.claim.holder == ARTICLE else self.claim.holder

    @property
    def holder_key(self) -> str:
        """What makes two holders the same."""
        if self.claim.holder == ARTICLE:
            return f"outlet {self.source.publisher or self.source.id}"
        return self.claim.holder_id or self.claim.holder

    @property
    def on(self) -> str:
        """The point, as a sentence about both sides begins."""
        return f"On “{self.point.phrase}”"

    @property
    def is_belief(self) -> bool:
        """Whether the holder takes something to be so or not so, rather than wanting it."""
        return self.commitment.attitude is None and self.commitment.certainty is not Certainty.UNKNOWN


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: `strength` is between 0 and 1, `reason` one sentence."""

    type: RelationType
    kind: Kind
    rule: str
    strength: float
    reason: str
