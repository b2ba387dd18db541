"""Which panes are on screen at a width: three columns, two, or one pane at a time."""

from enum import StrEnum

_THREE, _TWO = 140, 96
"""Columns of the terminal from which on there is room for three and for two columns of panes."""


class Pane(StrEnum):
    """The panes, in the order of tab; a pane's key is its number in this order."""

    SOURCES = "sources"
    ACTORS = "actors"
    CLAIMS = "claims"
    READER = "reader"
    CONTRADICTIONS = "contradictions"
    DETAIL = "detail"

    @property
    def heading(self) -> str:
        """Its number and name."""
        return f"{PANES.index(self) + 1} {self.capitalize()}"


PANES = tuple(Pane)
COLUMNS = ((Pane.SOURCES, Pane.ACTORS), (Pane.CLAIMS, Pane.READER), (Pane.CONTRADICTIONS, Pane.DETAIL))


def on_screen(width: int, focused: Pane, *, zoomed: bool) -> frozenset[Pane]:
    """Return the panes to show."""
    if zoomed or width < _TWO:
        return frozenset({focused, Pane.DETAIL} if focused is Pane.CONTRADICTIONS else {focused})
    if width >= _THREE:
        return frozenset(Pane)
    if focused in COLUMNS[0]:
        return frozenset({*COLUMNS[0], *COLUMNS[1]})
    return frozenset({*COLUMNS[1], *COLUMNS[2]})
