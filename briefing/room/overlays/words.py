"""Choosing words in the reader, which shows them marked."""

from collections.abc import Callable, Mapping

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from briefing import keymap
from briefing.room.commands import shown
from briefing.room.facing import key_lines
from briefing.room.look import Look
from briefing.room.overlays.once import Once
from briefing.room.reader import Reader
from briefing.room.selecting import Selection

_LINES = 2
"""Lines of the chosen words that are shown beside the keys."""

_MOVES: Mapping[str, Callable[[Selection], Selection]] = {
    "next-claim": lambda s: s.by_word(1),
    "previous-claim": lambda s: s.by_word(-1),
    "down": lambda s: s.by_sentence(1),
    "up": lambda s: s.by_sentence(-1),
    "next-pane": Selection.other_end,
}


class ChoosingWords(Once[tuple[int, int] | None]):
    """Enter gives the characters chosen, escape gives None."""

    def __init__(
        self,
        reader: Reader,
        look: Look,
        selection: Selection,
        keys: Mapping[str, tuple[str, ...]],
        command_of: Callable[[events.Key], str | None],
    ) -> None:
        super().__init__(classes="at-bottom")
        self._reader, self._look, self._selection = reader, look, selection
        self._keys, self._command_of = keys, command_of

    def compose(self) -> ComposeResult:
        """Lay out the words and the keys."""
        with Vertical(id="prompt") as box:
            box.border_title = Text("which words make the claim?")
            yield Static(id="chosen-words")
            yield Static(id="prompt-hint")

    def on_mount(self) -> None:
        """Mark what is chosen to begin with."""
        self._draw()

    def on_resize(self) -> None:
        """Draw to the width there is."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        start, end = self._selection.span
        panel = self.query_one("#prompt").region
        hidden = max(0, self._reader.content_region.bottom - panel.y) if panel else 0
        self._reader.point_out(start, end, hidden)
        if self._selection.moves_start is False:
            self._reader.to_words(max(start, end - 1), end, hidden)
        width = max(20, self.size.width - 4)
        said = self._look.cut(self._selection.source.text[start:end], width * _LINES - 4)
        self.query_one("#chosen-words", Static).update(Text(f"“{said}”"))
        named = [(shown(self._keys[c][-1 if "claim" in c else 0]), w) for c, w, _ in keymap.CHOOSING if self._keys[c]]
        self.query_one("#prompt-hint", Static).update(Text("\n").join(key_lines(self._look, named, width)))

    def on_key(self, event: events.Key) -> None:
        """Move an end, take the words, or leave."""
        event.stop()
        event.prevent_default()
        command = self._command_of(event) or ""
        if command in _MOVES:
            self._selection = _MOVES[command](self._selection)
            self._draw()
        elif command == "open":
            self.leave(self._selection.span)
        elif command == "back":
            self.leave(None)
