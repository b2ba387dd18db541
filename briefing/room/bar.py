"""The scroll bar of a list: without a thumb where all is in view, and drawn only if it comes to look different."""

from math import ceil

from textual.scrollbar import ScrollBar


def set_bar(bar: ScrollBar, lines: int, height: int, position: float) -> None:
    """Bring a bar up to the lines there are, how many of them are in view, and the first of these."""
    before = _thumb(bar)
    bar.set_reactive(ScrollBar.window_virtual_size, max(height, lines))
    bar.set_reactive(ScrollBar.window_size, height)
    bar.set_reactive(ScrollBar.position, position)
    if _thumb(bar) != before:
        bar.refresh()


def _thumb(bar: ScrollBar) -> tuple[int, int]:
    """Return where the thumb is drawn, (start, length) in eighths of a cell; (0, 0) where there is nothing to scroll."""
    beyond, height = bar.window_virtual_size - bar.window_size, bar.size.height
    if beyond <= 0:
        return 0, 0
    length = max(1, height * bar.window_size / bar.window_virtual_size)
    return int(8 * (height - length) * bar.position / beyond), ceil(8 * length)
