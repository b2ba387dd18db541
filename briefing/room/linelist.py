"""A list that draws only the lines in view, however long it is, and keeps its place by what stands there."""

from collections.abc import Callable, Sequence

from rich.style import Style
from rich.text import Text
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

Draw = Callable[[str, int], Sequence[Text]]
"""Draws the row of an id at a width: always the same number of lines."""


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of a fixed number of lines, drawn by a function; `items` are the ids of what stands in them."""

    DEFAULT_CSS = "LineList { height: 1fr; scrollbar-size-vertical: 1; }"

    class Moved(Message):
        """The cursor came to another row."""

        def __init__(self, control: "LineList", item: str) -> None:
            super().__init__()
            self.list = control
            self.item = item

    class Opened(Message):
        """The row under the cursor was opened."""

        def __init__(self, control: "LineList", item: str) -> None:
            super().__init__()
            self.list = control
            self.item = item

    def __init__(self, draw: Draw, lines: int = 1, *, empty: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._draw = draw
        self._lines = lines
        self._empty = empty
        self._items: list[str] = []
        self._place: dict[str, int] = {}
        self._cursor = 0
        self._cursor_style = Style()
        self._rest_style = Style()

    def colour_cursor(self, focused: str, resting: str) -> None:
        """Set the background of the cursor's row, in focus and at rest."""
        self._cursor_style, self._rest_style = Style(bgcolor=focused), Style(bgcolor=resting)
        self.refresh()

    @property
    def items(self) -> Sequence[str]:
        """The ids of the rows, in order."""
        return self._items

    @property
    def current(self) -> str | None:
        """The id under the cursor."""
        return self._items[self._cursor] if self._items else None

    def show(self, items: Sequence[str]) -> None:
        """Put other rows in; the cursor and the scroll stay with the row they were at, if it is still there."""
        at = self.current
        above = self._cursor * self._lines - self.scroll_offset.y
        self._items = list(items)
        self._place = {item: n for n, item in enumerate(self._items)}
        self._cursor = self._place.get(at or "", min(self._cursor, max(0, len(self._items) - 1)))
        self.virtual_size = Size(self.size.width, len(self._items) * self._lines)
        if at in self._place:
            self.scroll_to(y=self._cursor * self._lines - above, animate=False)
        self.refresh()

    def redraw(self, items: Sequence[str] | None = None) -> None:
        """Draw these rows anew (None: all)."""
        if items is None:
            self.refresh()
            return
        for item in items:
            if item in self._place:
                self._refresh_row(self._place[item])

    def go_to(self, item: str) -> bool:
        """Put the cursor on the row of an id; returns whether there is one."""
        if item not in self._place:
            return False
        self._move(self._place[item])
        return True

    def move(self, rows: int) -> None:
        """Move the cursor by so many rows."""
        self._move(self._cursor + rows)

    def move_page(self, pages: float) -> None:
        """Move the cursor by so many screens of rows."""
        self._move(self._cursor + round(pages * self.size.height / self._lines))

    def move_to_end(self, *, last: bool) -> None:
        """Move to the first or the last row."""
        self._move(len(self._items) - 1 if last else 0)

    def open(self) -> None:
        """Open the row under the cursor."""
        if self.current is not None:
            self.post_message(self.Opened(self, self.current))

    def _move(self, to: int) -> None:
        if not self._items:
            return
        old, self._cursor = self._cursor, max(0, min(to, len(self._items) - 1))
        self._refresh_row(old)
        self._refresh_row(self._cursor)
        self._into_view()
        if old != self._cursor and self.current is not None:
            self.post_message(self.Moved(self, self.current))

    def _into_view(self) -> None:
        top, height = self._cursor * self._lines, self.size.height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False)
        elif top + self._lines > self.scroll_offset.y + height:
            self.scroll_to(y=top + self._lines - height, animate=False)

    def _refresh_row(self, row: int) -> None:
        y = row * self._lines - self.scroll_offset.y
        if y + self._lines > 0 and y < self.size.height:
            self.refresh(Region(0, max(0, y), self.size.width, self._lines))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the screen."""
        width = self.size.width
        row, line = divmod(y + self.scroll_offset.y, self._lines)
        if row >= len(self._items):
            said = Text(self._empty if y == 0 and not self._items else "", style="dim")
            return self._strip(said, width, self.rich_style)
        texts = self._draw(self._items[row], width)
        style = self.rich_style
        if row == self._cursor:
            style += self._cursor_style if self.has_focus else self._rest_style
        return self._strip(texts[line] if line < len(texts) else Text(), width, style)

    def _strip(self, text: Text, width: int, style: Style) -> Strip:
        segments = list(text.render(self.app.console, end=""))
        return Strip(segments).adjust_cell_length(width).apply_style(style)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.virtual_size = Size(self.size.width, len(self._items) * self._lines)
        self._into_view()

    def on_focus(self) -> None:
        """Show the solid cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the pale cursor."""
        self.refresh()

    def on_click(self, event: object) -> None:
        """Put the cursor where the mouse points; a second click opens."""
        row = (int(getattr(event, "y", 0)) + self.scroll_offset.y) // self._lines
        if row == self._cursor:
            self.open()
        elif row < len(self._items):
            self._move(row)
