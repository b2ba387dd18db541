"""One line to type."""

from collections.abc import Callable

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from briefing.room.overlays.once import Once

Check = Callable[[str], Text | str]
"""Says, while typing, what will come of what is typed; "" for nothing to say."""


class Prompt(Once[str | None]):
    """Asks for one line at the bottom of the screen. Enter gives the text, escape gives None."""

    takes_text = True

    def __init__(self, title: str, value: str = "", hint: str = "", check: Check | None = None) -> None:
        super().__init__(classes="at-bottom")
        self._heading, self._value, self._hint, self._check = title, value, hint, check

    def compose(self) -> ComposeResult:
        """Lay out line and hint."""
        with Vertical(id="prompt") as box:
            box.border_title = Text(self._heading)
            yield Input(self._value, id="prompt-input", compact=True)
            yield Static(Text(self._hint), id="prompt-hint")

    @property
    def top(self) -> int:
        """The line of the screen on which it begins."""
        return self.query_one("#prompt").region.y

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what will come of what is typed."""
        said = self._check(event.value) if self._check is not None else ""
        self.query_one("#prompt-hint", Static).update(said if isinstance(said, Text) else Text(said or self._hint))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the text."""
        self.leave(event.value)

    def on_key(self, event: events.Key) -> None:
        """Leave on escape."""
        if event.key == "escape":
            event.stop()
            self.leave(None)
