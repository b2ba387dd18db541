"""A small editor for a note."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from briefing.errors import InputError
from briefing.plaintext import visible
from briefing.room.overlays.once import Once

_KEYS = Text("ctrl+s keep   ctrl+e your editor   esc leave   (empty: taken away)")


class NoteEditor(Once[str | None]):
    """Ctrl+s gives the text, ctrl+e that of the analyst's own editor; escape gives None, at the second press if it is other than the text that is kept.

    `exact` is the kept text before it was made safe to show: what the own editor begins with while nothing was typed.
    """

    takes_text = True

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+e", "outside", priority=True, show=False)]
    """Before the text sees it, for which the key is the end of a line."""

    def __init__(self, title: str, kept: str, begun: str, exact: str | None = None) -> None:
        super().__init__(classes="in-middle")
        self._heading, self._kept, self._begun = title, kept, begun
        self._exact = kept if exact is None else exact
        self._warned = False

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with Vertical(id="editor") as box:
            box.border_title = Text(self._heading)
            box.border_subtitle = _KEYS
            yield TextArea(self._begun, id="editor-text", compact=True)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def on_text_area_changed(self) -> None:
        """Let a warning go once there is more to lose."""
        self._warned = False
        self.query_one("#editor").border_subtitle = _KEYS

    def on_key(self, event: events.Key) -> None:
        """Keep or leave."""
        text = self.query_one(TextArea).text
        if event.key == "ctrl+s":
            event.stop()
            self.leave(text)
        elif event.key == "escape":
            event.stop()
            if text == self._kept or self._warned:
                self.leave(None)
            self._warned = True
            self.query_one("#editor").border_subtitle = Text("not kept yet: ctrl+s keeps it, esc again drops it")

    def action_outside(self) -> None:
        """Keep what the own editor leaves, if it leaves another text; say plainly if it cannot be had."""
        from briefing.room.overlays.outside import edit_outside  # noqa: PLC0415 - needed by few

        text = self.query_one(TextArea).text
        begun = self._exact if text == self._kept else text
        try:
            edited = edit_outside(self.app, begun)
        except InputError as error:
            self.query_one("#editor").border_subtitle = Text(visible(str(error), keep=""))
            return
        if edited != begun:
            self.leave(edited)
