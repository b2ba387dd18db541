"""The rows of a list as they were drawn, kept while they look the same."""

from collections.abc import Callable, Iterable, Sequence

from rich.text import Text

from briefing.dossier.folding import folded
from briefing.room.hits import marked
from briefing.room.painted import Line, line_of

Draw = Callable[[str, int], Sequence[Text]]
"""Draws the row of an id at a width: always the same number of lines."""

_MOST = 400
"""Rows that are kept: a few screens of them."""


class DrawnRows:
    """Draws rows, each once, with the words marked that are looked for."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._drawn: dict[str, Sequence[Line]] = {}
        self._wanted = ""

    def mark(self, words: str) -> None:
        """Mark words wherever they stand in a row; none with ""."""
        self._wanted = folded(words.strip())

    def clear(self) -> None:
        """Draw every row anew."""
        self._drawn.clear()

    def among(self, items: Iterable[str]) -> dict[str, Sequence[Line]]:
        """Return the rows of these ids that are kept."""
        return {i: self._drawn[i] for i in items if i in self._drawn}

    def row(self, item: str, width: int) -> Sequence[Line]:
        """Return the lines of a row."""
        drawn = self._drawn.get(item)
        if drawn is None:
            if len(self._drawn) > _MOST:
                self._drawn.clear()
            texts = self._draw(item, width)
            drawn = self._drawn[item] = [line_of(marked(t, self._wanted) if self._wanted else t) for t in texts]
        return drawn
