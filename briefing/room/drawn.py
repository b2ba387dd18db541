"""The rows of a list as they were drawn, kept while they look the same."""

from collections.abc import Callable, Iterable, Sequence

from rich.text import Text

from briefing.dossier.folding import folded
from briefing.room.hits import marked

Draw = Callable[[str, int], Sequence[Text]]
"""Draws the row of an id at a width: always the same number of lines."""


class DrawnRows:
    """Draws rows, each once, with the words marked that are looked for."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._drawn: dict[str, Sequence[Text]] = {}
        self._wanted = ""

    def mark(self, words: str) -> None:
        """Mark words wherever they stand in a row; none with ""."""
        self._wanted = folded(words.strip())

    def clear(self) -> None:
        """Draw every row anew."""
        self._drawn.clear()

    def among(self, items: Iterable[str]) -> dict[str, Sequence[Text]]:
        """Return the rows of these ids that are kept."""
        return {i: self._drawn[i] for i in items if i in self._drawn}

    def row(self, item: str, width: int, most: int) -> Sequence[Text]:
        """Return the lines of a row; at most so many rows are kept."""
        drawn = self._drawn.get(item)
        if drawn is None:
            if len(self._drawn) > most:
                self._drawn.clear()
            drawn = self._draw(item, width)
            drawn = self._drawn[item] = [marked(line, self._wanted) for line in drawn] if self._wanted else drawn
        return drawn
