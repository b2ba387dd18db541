"""One side of a possible relation, and what a rule finds between two."""

from typing import Self

from msgspec import Struct

from briefing.contradiction.words import decisive
from briefing.dossier import (
    Certainty,
    Claim,
    Commitment,
    Kind,
    Point,
    Polarity,
    RelationType,
    Source,
    voice_key,
    voice_name,
)


class Side(Struct, frozen=True):
    """A claim with its commitment, seen from one point: `polarity` is turned round where it stands on an opposite point.

    `words` are those that decide where it stands, (start, end) in the source.
    """

    claim: Claim
    source: Source
    point: Point
    commitment: Commitment
    polarity: Polarity
    words: tuple[int, int]

    @classmethod
    def of(cls, claim: Claim, commitment: Commitment, source: Source, point: Point) -> Self:
        """Return a claim as it stands on its own point."""
        return cls(claim, source, point, commitment, commitment.polarity, decisive(claim, commitment))

    @property
    def holder(self) -> str:
        """Who stands behind it, as a sentence would say it."""
        return voice_name(self.claim, self.source)

    @property
    def holder_key(self) -> str:
        """What makes two holders the same."""
        return voice_key(self.claim, self.source)

    @property
    def on(self) -> str:
        """The point, as a sentence about both sides begins."""
        return f"On “{self.point.phrase}”"

    @property
    def is_belief(self) -> bool:
        """Whether the holder takes something to be so or not so, rather than wanting it."""
        return self.commitment.attitude is None and self.commitment.certainty is not Certainty.UNKNOWN


class Finding(Struct, frozen=True):
    """What a rule found: `strength` is between 0 and 1, `reason` one sentence."""

    type: RelationType
    kind: Kind
    rule: str
    strength: float
    reason: str
