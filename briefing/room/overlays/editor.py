"""A small editor for a note."""

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from briefing.room.overlays.once import Once


class NoteEditor(Once[str | None]):
    """Ctrl+s gives the text; escape gives None, at the second press if it is other than the text that is kept."""

    def __init__(self, title: str, kept: str, begun: str) -> None:
        super().__init__(classes="in-middle")
        self._heading, self._kept, self._begun = title, kept, begun
        self._warned = False

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with Vertical(id="editor") as box:
            box.border_title = Text(self._heading)
            box.border_subtitle = Text("ctrl+s keep   esc leave   (an empty note is taken away)")
            yield TextArea(self._begun, id="editor-text", compact=True)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

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
