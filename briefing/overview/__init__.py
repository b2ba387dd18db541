"""What a case looks like from further off: who stands where, what happened when, who is against whom, who appears with whom."""

from briefing.overview.chronology import Event, chronology, period_of
from briefing.overview.matrix import Axis, Cell, Matrix, Pair, matrix
from briefing.overview.presence import Presence, Times, presences, times
from briefing.overview.spans import Span, span, spoken
from briefing.overview.stands import SCALE, Link, Stand, points_at_issue, stands

__all__ = [
    "SCALE", "Axis", "Cell", "Event", "Link", "Matrix", "Pair", "Presence", "Span", "Stand", "Times", "chronology", "matrix", "period_of",
    "points_at_issue", "presences", "span", "spoken", "stands", "times",
]  # fmt: skip
