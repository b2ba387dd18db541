"""A claim that the rules could put on a point."""

from dataclasses import dataclass

from briefing.dossier import Claim, Commitment, Point


@dataclass(frozen=True, slots=True)
class Use:
    """A claim with where it would stand on a point; `words` are the shortest that decide it, (start, end) in the source, where they are known."""

    claim: Claim
    point: Point
    commitment: Commitment
    words: tuple[int, int] | None
