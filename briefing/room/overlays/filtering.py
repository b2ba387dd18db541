"""The line in which a filter is typed."""

from asyncio import Event, sleep
from collections.abc import Sequence
from math import inf
from time import monotonic

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from briefing.dossier import Dossier, QueryError
from briefing.dossier.conditions import FIELDS
from briefing.plurals import counted
from briefing.room.completing import Completion, completions
from briefing.room.look import Look, inked
from briefing.room.narrowing import Narrowing
from briefing.room.overlays.once import Once
from briefing.room.view import View

_TURN = 0.003
"""Seconds of counting before the keys have their turn."""
_AT_REST = 0.0002
"""Seconds in which a round of the event loop is over that had nothing to do."""
_HINT = "words, or " + " ".join(f"{name}:" for name in FIELDS) + '   -not this   "two words"'
_KEYS = "enter show only these   tab complete   up down filters before   esc leave"


class Filtering(Once[str | None]):
    """Says while a filter is typed what it leaves, what may be meant, or where it goes wrong. Enter gives it, escape gives None.

    `tags` are the names of tags; `before` are filters that were in force, the latest last.
    """

    takes_text = True

    def __init__(self, view: View, dossier: Dossier, look: Look, tags: Sequence[str], before: Sequence[str]) -> None:
        super().__init__(classes="at-bottom")
        self._dossier, self._look, self._tags = dossier, look, tags
        self._view, self._narrowing = view, Narrowing(view, dossier)
        self._lines = [*before, view.text]
        self._line = len(before)
        self._offered: list[Completion] = []
        # Held, not looked for: a count may still be told while the screen is being taken away.
        self._input = Input(self._lines[-1], id="prompt-input", compact=True, select_on_focus=False)
        self._hint = Static(id="prompt-hint")

    def compose(self) -> ComposeResult:
        """Lay out the line and what is said of it."""
        with Vertical(id="prompt") as box:
            box.border_title = Text("filter: show only claims with")
            box.border_subtitle = Text(_KEYS)
            yield self._input
            yield self._hint

    def on_mount(self) -> None:
        """Say what the filter in force leaves."""
        self._weigh()

    def on_input_changed(self) -> None:
        """Weigh what is typed."""
        self._weigh()

    def _weigh(self) -> None:
        text, at = self._input.value, self._input.cursor_position
        self._offered = completions(self._dossier, self._tags, text, at)
        self.run_worker(self._count(text), exclusive=True)

    async def _count(self, text: str) -> None:
        p = self._look.palette
        typed = Event()
        self.call_after_refresh(typed.set)
        await typed.wait()
        turn = monotonic()
        try:
            for left in self._narrowing.count(text):
                if left is None:
                    if monotonic() - turn > _TURN:
                        await _rest()
                        turn = monotonic()
                else:
                    said = f"{counted(left.claims, 'claim')}, {counted(left.conflicts, 'contradiction')}"
                    self._say(inked(said, f"bold {p.accent}"))
        except QueryError as error:
            spot = cell_len(text[: error.at]) - self._input.scroll_offset.x
            self._say(inked(" " * max(0, spot) + f"^\n{error}", p.against))

    def _say(self, said: Text) -> None:
        p = self._look.palette
        said.append("\n")
        if self._offered:
            said.append("tab ", style=f"bold {p.accent}")
            for number, offer in enumerate(self._offered):
                said.append("" if number == 0 else "  ·  ", style=p.pale)
                said.append(self._look.cut(offer.words, 40), style=f"bold {p.ink}" if number == 0 else p.pale)
        else:
            said.append(_HINT, style=p.pale)
        said.no_wrap, said.overflow = False, "ellipsis"
        self._hint.update(said)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the filter; in one that cannot be read, go to the spot, so that nothing has to be typed again."""
        try:
            self._view.filtered(event.value)
        except QueryError as error:
            self._input.cursor_position = error.at
        else:
            self.leave(event.value)

    def on_key(self, event: events.Key) -> None:
        """Complete, fetch a filter from before, or leave."""
        at_end = self._input.cursor_position >= len(self._input.value)
        if event.key == "escape":
            event.stop()
            self.leave(None)
        elif event.key == "tab" or (event.key == "right" and at_end):
            event.stop()
            event.prevent_default()
            if self._offered:
                self._put(self._offered[0].text, self._offered[0].at)
        elif event.key in {"up", "down"}:
            event.stop()
            self._fetch(-1 if event.key == "up" else 1)

    def _fetch(self, step: int) -> None:
        self._lines[self._line] = self._input.value
        self._line = max(0, min(self._line + step, len(self._lines) - 1))
        line = self._lines[self._line]
        self._put(line, len(line))

    def _put(self, text: str, at: int) -> None:
        self._input.value = text
        self._input.cursor_position = at


async def _rest() -> None:
    """Wait until nothing else is to be done: a key takes a dozen rounds of the event loop until it is on screen."""
    begun = -inf
    while monotonic() - begun > _AT_REST:
        begun = monotonic()
        await sleep(0)
