"""The screen: three columns of panes between two lines at the top and one at the bottom."""

from collections.abc import Mapping

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from briefing.room.arrangement import COLUMNS, Pane
from briefing.room.detail import Detail
from briefing.room.linelist import LineList
from briefing.room.reader import Reader


class Desk(Screen[None], inherit_bindings=False):
    """Holds the panes; knows nothing of what they show."""

    AUTO_FOCUS = ""

    class Ready(Message):
        """The panes are there."""

    def __init__(self, panes: Mapping[Pane, LineList]) -> None:
        super().__init__(id="desk")
        self.panes = panes

    def compose(self) -> ComposeResult:
        """Lay out lines and columns."""
        yield Static(id="top")
        yield Static(id="tabs")
        with Horizontal(id="columns"):
            for number, column in enumerate(COLUMNS):
                with Vertical(id=f"column-{number}", classes="column"):
                    for pane in column:
                        yield self.panes[pane]
        yield Static(id="bottom")

    def on_mount(self) -> None:
        """Say that the panes are there."""
        self.post_message(self.Ready())

    @property
    def reader(self) -> Reader:
        """The reader."""
        reader = self.panes[Pane.READER]
        assert isinstance(reader, Reader)
        return reader

    @property
    def detail(self) -> Detail:
        """The detail."""
        detail = self.panes[Pane.DETAIL]
        assert isinstance(detail, Detail)
        return detail

    def lay_open(self, shown: frozenset[Pane], focused: Pane) -> None:
        """Show these panes, and put the focus into one of them."""
        for number, column in enumerate(COLUMNS):
            self.query_one(f"#column-{number}").display = bool(shown & set(column))
            for pane in column:
                self.panes[pane].display = pane in shown
        if self.focused is not self.panes[focused]:
            self.set_focus(self.panes[focused], scroll_visible=False)

    def say(self, line: str, text: Text) -> None:
        """Write one of the lines: top, tabs or bottom."""
        self.query_one(f"#{line}", Static).update(text)

    def head(self, pane: Pane, title: str) -> None:
        """Write a pane's title; `title` is safe text, never markup."""
        self.panes[pane].border_title = Text(title)
