"""The lines of a pane with the frame around them, kept by what stands on them."""

from collections.abc import Callable
from typing import Any

from textual._styles_cache import StylesCache
from textual.css.styles import StylesBase
from textual.strip import Strip

_MOST = 256


class FramedLines(StylesCache):
    """Textual keeps lines by their place, and makes all of them anew when a list is scrolled; here a line that only moved is taken as it is.

    `line` draws a line within the frame, and must give the same object for the same line.
    """

    def __init__(self, line: Callable[[int], Strip]) -> None:
        super().__init__()
        self._line = line
        self._framed: dict[int, tuple[Strip, Strip]] = {}

    def clear(self) -> None:
        """Forget all; the frame may look different."""
        super().clear()
        self._framed.clear()

    def render_line(self, styles: StylesBase, y: int, size: Any, content_size: Any, *others: Any) -> Strip:
        """Return a line with the frame at its sides."""
        row = y - styles.gutter.top
        if not 0 <= row < content_size.height:
            return super().render_line(styles, y, size, content_size, *others)
        line = self._line(row)
        if id(line) not in self._framed:
            if len(self._framed) >= _MOST:
                self._framed.clear()
            self._framed[id(line)] = line, super().render_line(styles, y, size, content_size, *others)
        return self._framed[id(line)][1]
