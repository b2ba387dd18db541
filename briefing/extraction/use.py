"""A claim that the rules could put on a point."""

from msgspec import Struct

from briefing.dossier import Claim, Commitment, Point


class Use(Struct, frozen=True):
    """A claim with where it would stand on a point; `words` are the shortest that decide it, (start, end) in the source, where they are known; `sure` how probably that is right, from 0 to 1."""

    claim: Claim
    point: Point
    commitment: Commitment
    words: tuple[int, int] | None
    sure: float | None = None
