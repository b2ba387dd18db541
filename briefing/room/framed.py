"""The lines of a pane with the frame around them, kept by what stands on them."""

from collections.abc import Callable
from typing import Any, NamedTuple

from textual._styles_cache import StylesCache
from textual.css.styles import StylesBase
from textual.strip import Strip

_MOST = 256


class _Sides(NamedTuple):
    """What stands left and right of every line."""

    left: Strip
    right: Strip


class FramedLines(StylesCache):
    """Textual keeps lines by their place, and makes all of them anew when a list is scrolled; here a line that only moved is taken as it is.

    The sides of the frame are drawn once for all lines. `line` draws a line within it, as wide as there is room, and must give the
    same object for the same line.
    """

    def __init__(self, line: Callable[[int], Strip]) -> None:
        super().__init__()
        self._line = line
        self._framed: dict[int, tuple[Strip, Strip]] = {}
        self._sides: _Sides | None = None

    def clear(self) -> None:
        """Forget all; the frame may look different."""
        super().clear()
        self._framed.clear()
        self._sides = None

    def render_line(self, styles: StylesBase, y: int, size: Any, content_size: Any, *others: Any) -> Strip:
        """Return a line with the frame at its sides."""
        row = y - styles.gutter.top
        if not 0 <= row < content_size.height:
            return super().render_line(styles, y, size, content_size, *others)
        line = self._line(row)
        kept = self._framed.get(id(line))
        if kept is None:
            if self._sides is None:
                whole = super().render_line(styles, y, size, content_size, *others)
                left = styles.gutter.left
                self._sides = _Sides(whole.crop(0, left), whole.crop(left + content_size.width, size.width))
            if len(self._framed) >= _MOST:
                self._framed.clear()
            kept = self._framed[id(line)] = line, Strip.join([self._sides.left, line, self._sides.right])
        return kept[1]
