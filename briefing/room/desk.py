"""The screen: three columns of panes between two lines at the top and one at the bottom."""

from collections.abc import Mapping
from functools import cached_property

from rich.text import Text
from textual import events
from textual._time import get_time
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.messages import Update
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from briefing.room.arrangement import COLUMNS, Pane
from briefing.room.detail import Detail
from briefing.room.frames import PERIOD, Frames
from briefing.room.linelist import LineList
from briefing.room.lines import tab_at
from briefing.room.patches import PatchCompositor
from briefing.room.reader import Reader


class Desk(Screen[None], inherit_bindings=False):
    """Holds the panes; knows nothing of what they show."""

    AUTO_FOCUS = ""

    class Ready(Message):
        """The panes are there."""

    class Covered(Message):
        """Something was laid over the panes."""

    class TabChosen(Message):
        """A pane's number or name was clicked."""

        def __init__(self, pane: Pane) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, panes: Mapping[Pane, LineList]) -> None:
        super().__init__(id="desk")
        self._compositor = PatchCompositor()
        self.panes = panes
        self._lines = {line: Static(id=line) for line in ("top", "tabs", "bottom")}
        self._columns = [Vertical(id=f"column-{n}", classes="column") for n in range(len(COLUMNS))]
        self._said: dict[str, Text] = {}
        self._heads: dict[Pane, str] = {}
        self._feet: dict[Pane, str] = {}
        self._first = Pane.CLAIMS
        self._zoomed = ""
        self._painted = 0.0

    @cached_property
    def _update_timer(self) -> Timer:
        frames = Frames(self, PERIOD, callback=self._on_timer_update, pause=True)
        frames._start()  # noqa: SLF001 - as Textual starts its own
        self._timers.add(frames)
        return frames

    def compose(self) -> ComposeResult:
        """Lay out lines and columns."""
        yield self._lines["top"]
        yield self._lines["tabs"]
        with Horizontal(id="columns"):
            for column, panes in zip(self._columns, COLUMNS, strict=True):
                with column:
                    yield from (self.panes[pane] for pane in panes)
        yield self._lines["bottom"]

    def on_mount(self) -> None:
        """Be as the first frame is to show it, and say that the panes are there."""
        self.panes[self._first].has_focus = True  # its frame is drawn before the notice of the focus comes
        self.focus_on(self._first)
        self.query("ToastRack").set(display=False)  # else it goes with the first frame, and all is laid out again
        self.post_message(self.Ready())

    def on_screen_resume(self) -> None:
        """Take note that all is painted, when it is for the first time."""
        if not self._painted:
            self.call_next(self._is_painted)

    def _is_painted(self) -> None:
        """Ask for no frame that was asked for before the first, which shows all: Textual would paint all of it twice more."""
        self._painted = get_time()
        for widget in self.walk_children(Widget, with_self=True):
            widget._repaint_required = False  # noqa: SLF001

    def on_update(self, message: Update) -> None:
        """Leave out what was asked for before the first frame."""
        if message.time < self._painted:
            message.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Go to the pane whose tab is clicked."""
        if event.widget is self._lines["tabs"] and "tabs" in self._said:
            pane = tab_at(self._said["tabs"].plain, event.screen_x)
            if pane is not None:
                self.post_message(self.TabChosen(pane))

    def on_screen_suspend(self) -> None:
        """Let what was said go from the panes, and say that something was laid over them."""
        self.query("ToastHolder").remove()
        self.post_message(self.Covered())

    def keep_clear(self, pane: Pane) -> None:
        """Let what is said for a moment stand at the top while the row in hand is where it would stand at the bottom."""
        rows = self.panes[pane]
        low = rows.cursor_line > self.size.height // 2 and rows.region.right > self.size.width // 2
        self.query("ToastRack").set_class(low, "at-top")

    def begin_in(self, pane: Pane) -> None:
        """Set the pane that has the focus at first."""
        self._first = pane

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

    def show_panes(self, shown: frozenset[Pane]) -> None:
        """Show these panes and no others."""
        for column, panes in zip(self._columns, COLUMNS, strict=True):
            column.display = bool(shown & set(panes))
            for pane in panes:
                self.panes[pane].display = pane in shown

    def focus_on(self, pane: Pane) -> None:
        """Put the focus into a pane."""
        if self.focused is not self.panes[pane]:
            self.set_focus(self.panes[pane], scroll_visible=False)

    def say(self, line: str, text: Text) -> None:
        """Write one of the lines: top, tabs or bottom."""
        if self._said.get(line) != text:
            self._said[line] = text
            self._lines[line].update(text, layout=False)

    def head(self, pane: Pane, title: str) -> None:
        """Write a pane's title; `title` is safe text, never markup."""
        if self._heads.get(pane) != title:
            self._heads[pane] = title
            self.panes[pane].head(Text(f"{title}{self._zoomed}"))

    def foot(self, pane: Pane, words: str) -> None:
        """Write below a pane; `words` are safe text, never markup. The pane is drawn anew, all of it."""
        if self._feet.get(pane, "") != words:
            self._feet[pane] = words
            self.panes[pane].border_subtitle = Text(words)

    def say_zoomed(self, words: str) -> None:
        """Say in the frame of every pane that it is shown alone; with "", that it is not."""
        if self._zoomed != words:
            self._zoomed = words
            heads, self._heads = self._heads, {}
            for pane, title in heads.items():
                self.head(pane, title)
