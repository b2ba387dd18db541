"""A few answers, each with its key."""

from collections.abc import Mapping

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from briefing.plaintext import visible
from briefing.room.commands import key_name
from briefing.room.look import Look, inked
from briefing.room.overlays.once import Once

_FRAME = 6
"""Cells that a frame takes beside its title."""


class Choice(Once[str | None]):
    """A key of an answer gives that key; escape gives None; any other key does nothing."""

    def __init__(self, title: str, answers: Mapping[str, str], look: Look) -> None:
        super().__init__(classes="in-middle")
        self._heading, self._answers, self._look = title, answers, look

    def compose(self) -> ComposeResult:
        """Lay out the answers."""
        p = self._look.palette
        lines = [
            inked(f" {k:<3} ", f"bold {p.accent}").append(visible(w), style=p.ink) for k, w in self._answers.items()
        ]
        with Vertical(id="choice") as box:
            box.border_title = Text(self._heading)
            box.styles.min_width = cell_len(self._heading) + _FRAME
            box.border_subtitle = Text("esc leave")
            yield Static(Text("\n").join(lines))

    def on_key(self, event: events.Key) -> None:
        """Answer or leave."""
        event.stop()
        key = key_name(event)
        if key in self._answers:
            self.leave(key)
        elif key == "escape":
            self.leave(None)
