"""What would be sent to a language model, and where, before anything is."""

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from briefing.plaintext import visible
from briefing.room.overlays.once import Once


class ConsentSheet(Once[bool]):
    """`y` gives True, escape and `n` give False; any other key does nothing."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(classes="in-middle")
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay out what will be sent."""
        with Vertical(id="consent") as box:
            box.border_title = Text("send claims of this case to a language model?")
            box.border_subtitle = Text("y send, now and later in this case   esc send nothing")
            yield Static(Text("\n".join(map(visible, self._lines))))

    def on_key(self, event: events.Key) -> None:
        """Agree or leave."""
        event.stop()
        if event.key == "y":
            self.leave(True)  # noqa: FBT003 - the answer itself
        elif event.key in {"escape", "n"}:
            self.leave(False)  # noqa: FBT003
