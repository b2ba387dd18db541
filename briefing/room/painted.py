"""A line of a list as it goes to the screen: the same for the same words, so that what follows from it is kept too."""

from functools import lru_cache
from typing import NamedTuple

from rich import get_console
from rich.style import Style
from rich.text import Span, Text
from textual.strip import Strip

_GONE = Style(dim=True, strike=True)


class Line(NamedTuple):
    """A line of the screen: what stands on it, the style of the cursor if that lies there, whether it is of a ghost."""

    words: str
    base: str | Style
    spans: tuple[Span, ...]
    style: Style | None = None
    is_gone: bool = False


def line_of(text: Text) -> Line:
    """Return the line that a text comes to."""
    return Line(text.plain, text.style, tuple(text.spans))


EMPTY = line_of(Text())


@lru_cache(maxsize=512)
def strip_of(line: Line, width: int, ground: Style) -> Strip:
    """Return a line as it goes to the screen: the same one for the same line, so that what follows from it is kept too."""
    text = Text(line.words, line.base, end="", spans=list(line.spans))
    strip = Strip(list(text.render(get_console()))).adjust_cell_length(width)
    strip = strip.apply_style(ground if line.style is None else ground + line.style)
    return strip.apply_style(_GONE) if line.is_gone else strip
