"""A page to read over the room: help, a derivation."""

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from briefing.room.detail import Compose, Detail
from briefing.room.overlays.once import Once

_MOVES = {"j": 1, "down": 1, "k": -1, "up": -1, "pagedown": 10, "pageup": -10, "ctrl+d": 10, "ctrl+u": -10, "space": 10}
_ENDS = {"g": False, "home": False, "G": True, "end": True}


class Help(Once[None]):
    """Shows lines, written for its width; escape, enter, q and ? leave."""

    def __init__(self, title: str, write: Compose) -> None:
        super().__init__(classes="in-middle")
        self._heading, self._write = title, write

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with Vertical(id="help") as box:
            box.border_title = Text(self._heading)
            box.border_subtitle = Text("j k scroll   g G ends   esc back")
            yield Detail(empty="", id="help-list")

    def on_mount(self) -> None:
        """Show the first lines."""
        self.query_one(Detail).show_sheet("help", self._write)

    def on_key(self, event: events.Key) -> None:
        """Scroll or leave."""
        event.stop()
        if event.key in _MOVES:
            self.query_one(Detail).move(_MOVES[event.key])
        elif event.key in _ENDS:
            self.query_one(Detail).move_to_end(last=_ENDS[event.key])
        elif event.key in {"escape", "q", "question_mark", "enter"}:
            self.leave(None)
