"""A list that draws only the lines in view, however long it is, and keeps its place by what stands there."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from rich.style import Style
from rich.text import Text
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefing.room.bar import set_bar
from briefing.room.drawn import Draw, DrawnRows
from briefing.room.framed import FramedLines
from briefing.room.ghosts import with_ghosts
from briefing.room.painted import EMPTY, Line, line_of, strip_of


class _Ground(NamedTuple):
    """What lines are drawn on: the first line in view, their width in cells, the style below them."""

    top: int = 0
    width: int = 0
    style: Style = Style()


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of a fixed number of lines, drawn by a function; `items` are the ids of what stands in them.

    Rows whose ids begin with `heads` only head those below: the cursor passes over them.

    Rows that are taken out while they are in view may stay as ghosts, struck through, until `settle` is called, so that
    nothing jumps under the reader's eyes.
    """

    DEFAULT_CSS = "LineList { height: 1fr; overflow: hidden scroll; scrollbar-size-vertical: 1; }"

    class Opened(Message):
        """The row under the cursor was opened with the mouse."""

        def __init__(self, control: "LineList") -> None:
            super().__init__()
            self.list = control

    def __init__(self, draw: Draw, lines: int = 1, *, empty: str = "", heads: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines = lines
        self._empty = empty
        self._wrapped: Sequence[Line] = ()
        self._styles_cache = FramedLines(self.render_line)
        self._items: list[str] = []
        self._cursor = 0
        self._cursor_style = Style()
        self._rest_style = Style()
        self._ground = _Ground()
        self._drawn = DrawnRows(draw)
        self._painted: dict[int, Line] = {}
        self._compares = False
        self._covered = 0
        self._ghosts: dict[str, Sequence[Line]] = {}
        self._heads = heads
        self._follow: Callable[[str], object] = lambda _: None

    def follow_with(self, follow: Callable[[str], object]) -> None:
        """Call this with the id of the row whenever the analyst moves to another; what it does is on screen together with the move."""
        self._follow = follow

    def colour_cursor(self, focused: str, resting: str) -> None:
        """Set the style that lies under the cursor's row, in focus and at rest."""
        self._cursor_style, self._rest_style = Style.parse(focused), Style.parse(resting)
        self.redraw()

    # What stands in it

    @property
    def items(self) -> Sequence[str]:
        """The ids of the rows, in order, ghosts left out."""
        return [i for i in self._items if i not in self._ghosts] if self._ghosts else self._items

    @property
    def rows(self) -> Sequence[str]:
        """The ids of the rows as they stand on screen, ghosts included; a row's number is its place here."""
        return self._items

    @property
    def current(self) -> str | None:
        """The id under the cursor; None where there is no row, or only a ghost."""
        item = self._items[self._cursor] if self._items else None
        return None if item in self._ghosts else item

    @property
    def cursor(self) -> int:
        """The number of the row under the cursor."""
        return self._cursor

    def say_when_empty(self, text: str) -> None:
        """Set what an empty list says."""
        self._empty, self._wrapped = text, ()
        self._look_again()

    def show(self, items: Sequence[str], *, keep_gone: bool = False, rests: bool = False) -> None:
        """Put other rows in; the cursor and the scroll stay with the row they were at, if it is still there.

        With `keep_gone`, rows in view that are not among them stay as ghosts; with `rests`, a cursor at the top stays at the top.
        """
        if not self._ghosts and items == self._items:
            self.redraw()
            return
        at = self._items[self._cursor] if self._items and not (rests and self._cursor == self._past_head(0)) else ""
        above = self._cursor * self._lines - self.scroll_offset.y
        known = set(items) if keep_gone or self._ghosts else ()
        ghosts = {i: d for i, d in self._ghosts.items() if i not in known}
        if keep_gone:
            ghosts |= {i: d for i, d in self._in_view().items() if i not in known}
        self._items = with_ghosts(items, self._items, ghosts) if ghosts else list(items)
        self._ghosts = ghosts
        place = self._place(at)
        self._cursor = self._past_head(self._cursor) if place is None else place
        self._measure()
        if place is not None:
            self.show_from(self._cursor * self._lines - above)
        self.redraw()

    def _place(self, item: str | None) -> int | None:
        """Return the number of the row of an id; None where there is none."""
        try:
            return self._items.index(item) if item else None
        except ValueError:
            return None

    def settle(self) -> None:
        """Let the ghosts go."""
        if self._ghosts:
            kept, self._ghosts = self.items, {}
            self.show(kept)

    def head(self, title: Text) -> None:
        """Write the title in the frame; `title` is safe text, never markup. Set as others are, it would draw all of the list anew."""
        self._border_title = Content.from_rich_text(title)
        self.refresh(Region(-1, -1, self.outer_size.width, 1))

    def mark(self, words: str) -> None:
        """Mark words wherever they stand in a row; none with ""."""
        self._drawn.mark(words)
        self.redraw()

    def redraw(self) -> None:
        """Draw what is in view anew; only lines that come to look different go to the screen."""
        self._drawn.clear()
        self._look_again()

    def _look_again(self) -> None:
        if not self._compares:
            self._compares = True
            self.call_next(self._compare)

    def _compare(self) -> None:
        self._compares = False
        width, height = self.size
        top = self.scroll_offset.y
        changed = [y for y in range(height) if self._painted.get(y) != self._line_at(y, top, width)]
        if changed:
            beside_the_bar = self.scrollable_content_region.width
            self.refresh(*(Region(0, y, beside_the_bar, 1) for y in changed))

    def _in_view(self) -> dict[str, Sequence[Line]]:
        first, last = self.scroll_offset.y // self._lines, (self.scroll_offset.y + self.size.height) // self._lines
        return self._drawn.among(self._items[first : last + 1])

    def _measure(self) -> None:
        size = Size(self.scrollable_content_region.width, len(self._items) * self._lines + self._covered)
        if size != self.virtual_size:
            # Set as other attributes are, it would lay out the whole screen anew.
            self.set_reactive(LineList.virtual_size, size)
            self._set_bar(self.scroll_y)
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    # Moving

    def go_to(self, item: str | None) -> bool:
        """Put the cursor on the row of an id, without notice; returns whether there is one."""
        place = self._place(item)
        if place is None:
            return False
        self._put_cursor(place)
        return True

    def show_too(self, item: str) -> None:
        """Scroll back so far that the row of an id above the cursor is in view too, as far as there is room for both."""
        place = self._place(item)
        top = (self._cursor if place is None else place) * self._lines
        last = (self._cursor + 1) * self._lines - self.size.height
        self.show_from(min(self.scroll_offset.y, max(top, last)))
        self.redraw()

    @property
    def cursor_line(self) -> int:
        """The line of the screen on which the row under the cursor begins."""
        return self.content_region.y + self._cursor * self._lines - self.scroll_offset.y

    def move(self, rows: int) -> None:
        """Move the cursor by so many rows."""
        self._move(self._cursor + rows)

    def move_page(self, pages: float) -> None:
        """Move the cursor by so many screens of rows."""
        rows = max(1, round(abs(pages) * self.size.height / self._lines))
        self.move(rows if pages > 0 else -rows)

    def move_to_end(self, *, last: bool) -> None:
        """Move to the first or the last row."""
        self._move(len(self._items) - 1 if last else 0)

    def moves(self) -> Mapping[str, Callable[[], None]]:
        """Return what the commands that move do in it, for screens that have one list."""
        return {
            "down": partial(self.move, 1),
            "up": partial(self.move, -1),
            "half-down": partial(self.move_page, 0.5),
            "half-up": partial(self.move_page, -0.5),
            "top": partial(self.move_to_end, last=False),
            "bottom": partial(self.move_to_end, last=True),
        }

    def _move(self, to: int) -> None:
        old = self._cursor
        self._put_cursor(to)
        if old != self._cursor and self.current is not None:
            self._follow(self.current)

    def _past_head(self, to: int) -> int:
        """Return the number of the row to go to: that below a head, or above it on the way up, if there is one."""
        last = max(0, len(self._items) - 1)
        to = max(0, min(to, last))
        if self._is_head(to):
            upwards = to < self._cursor and to > 0
            to = max(0, min(to - 1 if upwards else to + 1, last))
        return to

    def _is_head(self, row: int) -> bool:
        return bool(self._heads) and 0 <= row < len(self._items) and self._items[row].startswith(self._heads)

    def _put_cursor(self, to: int) -> None:
        if self._items:
            self._cursor = self._past_head(to)
            self._into_view()
            self._look_again()

    def keep_above(self, line: int | None) -> None:
        """Keep the row in hand above a line of the screen from which on something lies over the list; None: nothing does any more."""
        region = self.content_region
        covered = 0 if line is None else min(max(0, region.bottom - line), max(0, region.height - self._lines))
        if covered != self._covered:
            self._covered = covered
            self._measure()
            self.show_from(min(self.scroll_offset.y, max(0, self.virtual_size.height - self.size.height)))
            self._into_view()
            self.redraw()

    def show_from(self, line: float) -> None:
        """Make a line the first in view, at once, unless it is and stays so."""
        if not line == self.scroll_offset.y == self.scroll_target_y:
            self.scroll_to(y=line, animate=False)

    def _into_view(self) -> None:
        height = self.size.height - self._covered
        top = self._cursor * self._lines
        if self._is_head(self._cursor - 1) and height >= 2 * self._lines and top - self._lines < self.scroll_offset.y:
            self.show_from(top - self._lines)
        elif top < self.scroll_offset.y:
            self.show_from(top)
        elif top + self._lines > self.scroll_offset.y + height:
            self.show_from(top + self._lines - height)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw the lines that come to look different; Textual would draw all of them, and the bar."""
        self._set_bar(new_value)
        if round(old_value) != round(new_value):
            self._look_again()

    def _set_bar(self, first: float) -> None:
        set_bar(self.vertical_scrollbar, self.virtual_size.height, self.container_size.height, first)

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a region; what is the same for all of them is worked out once."""
        self._ground = _Ground(self.scroll_offset.y, self.size.width, self.rich_style)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        ground = self._ground
        line = self._painted[y] = self._line_at(y, ground.top, ground.width)
        return strip_of(line, ground.width, ground.style)

    def _line_at(self, y: int, top: int, width: int) -> Line:
        row, line = divmod(y + top, self._lines)
        if row >= len(self._items):
            return EMPTY if self._items else self._empty_line(y, width)
        item = self._items[row]
        ghost = self._ghosts.get(item)
        lines = self._drawn.row(item, width) if ghost is None else ghost
        plain = lines[line] if line < len(lines) else EMPTY
        under_cursor = row == self._cursor and self._shows_cursor
        style = (self._cursor_style if self.has_focus else self._rest_style) if under_cursor else None
        return plain._replace(style=style, is_gone=ghost is not None) if under_cursor or ghost is not None else plain

    @property
    def _shows_cursor(self) -> bool:
        return True

    def _empty_line(self, y: int, width: int) -> Line:
        if self._empty and not self._wrapped:
            said = Text(self._empty, style="italic").wrap(self.app.console, max(10, width - 4))
            self._wrapped = [line_of(Text("  ").append_text(line)) for line in said]
        return self._wrapped[y - 1] if 0 < y <= len(self._wrapped) else EMPTY

    # Events

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._wrapped = ()
        self._measure()
        self._set_bar(self.scroll_y)
        self._into_view()
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the mouse points; a second click opens."""
        row = (event.y - self.gutter.top + self.scroll_offset.y) // self._lines
        if row == self._cursor:
            self.post_message(self.Opened(self))
        elif 0 <= row < len(self._items):
            self._move(row)
