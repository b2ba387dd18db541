"""The detail pane: a sheet of lines about the thing in hand, which scrolls but has no cursor."""

from collections.abc import Callable, Sequence

from rich.text import Text

from briefing.room.linelist import LineList

Compose = Callable[[int], Sequence[Text]]
"""Writes a sheet for a width."""


class Detail(LineList):
    """Shows one sheet at a time."""

    def __init__(self, *, empty: str, id: str) -> None:  # noqa: A002
        super().__init__(lambda item, _: [self._sheet[int(item)]], empty=empty, id=id)
        self._writer: Compose = lambda _: ()
        self._sheet: Sequence[Text] = ()
        self._of = ""

    def show_sheet(self, of: str, compose: Compose) -> None:
        """Show a sheet about the thing of an id; the scroll stays if it was about that thing before."""
        again, self._of, self._writer = of == self._of, of, compose
        self._write()
        if not again:
            self.show_from(0)

    @property
    def texts(self) -> Sequence[str]:
        """The words of every line."""
        return [line.plain for line in self._sheet]

    @property
    def cursor(self) -> int:
        """The first line on screen."""
        return self.scroll_offset.y

    def _write(self) -> None:
        self._sheet = self._writer(self.size.width)
        self.show([str(n) for n in range(len(self._sheet))])

    def move(self, rows: int) -> None:
        """Scroll by so many lines."""
        self.scroll_relative(y=rows, animate=False)

    def move_to_end(self, *, last: bool) -> None:
        """Scroll to the first or the last line."""
        self.show_from(self.max_scroll_y if last else 0)

    @property
    def _shows_cursor(self) -> bool:
        return False

    def on_resize(self) -> None:
        """Write the sheet anew."""
        self._write()
