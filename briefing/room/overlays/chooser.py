"""A list to choose from by typing."""

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from briefing.dossier.folding import folded
from briefing.room.linelist import LineList
from briefing.room.look import Look, inked, spread
from briefing.room.overlays.once import Once

_NEW = "new"
_WORDS_FIRST = 60
"""Percent of the width that the words of an option have before what stands at the right."""

_LEAST_LINES, _AROUND = 4, 5
"""Lines that the list has at least, and those of the frame, of the line to type in and of the gap below it."""


class Option(Struct, frozen=True):
    """Something to choose: its id, what it says, what stands at the right, and what else it is found by."""

    id: str
    words: str
    aside: str = ""
    also: str = ""


class Chosen(Struct, frozen=True):
    """The option that was chosen, or is to be `deleted`; or, where `is_new`, the text that was typed to make one."""

    value: str
    is_new: bool = False
    deleted: bool = False


class Chooser(Once[Chosen | None]):
    """Shows options, those with every word typed; with `new`, the text itself can be chosen and `new` says what it makes.

    The key delete takes out one of those that `deletes` names.
    """

    takes_text = True

    def __init__(
        self,
        title: str,
        options: Sequence[Option],
        look: Look,
        *,
        new: str = "",
        hint: str = "",
        deletes: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(classes="in-middle")
        self._deletes = deletes
        self._heading, self._options, self._look, self._new = title, options, look, new
        self._hint = hint
        self._by_id = {o.id: o for o in options}

    def compose(self) -> ComposeResult:
        """Lay out line and list."""
        with Vertical(id="chooser") as box:
            box.border_title = Text(self._heading)
            box.border_subtitle = Text("enter choose   esc leave")
            yield Input(id="chooser-input", compact=True, placeholder=self._hint or "type to find")
            options = LineList(self._row, id="chooser-list", empty="Nothing like it." if self._options else self._hint)
            options.can_focus = False
            yield options

    def on_mount(self) -> None:
        """Begin with everything, in a box no higher than that needs; it keeps its height while one types."""
        self.query_one("#chooser").styles.max_height = max(_LEAST_LINES, len(self._options) + bool(self._new)) + _AROUND
        self._list.colour_cursor(self._look.palette.cursor, self._look.palette.cursor)
        self._list.show([o.id for o in self._options])

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    @property
    def _typed(self) -> str:
        return " ".join(self.query_one(Input).value.split())

    def _row(self, item: str, width: int) -> list[Text]:
        p = self._look.palette
        if item == _NEW:
            line = inked(f" {self._new} ", f"bold {p.accent}").append(self._look.cut(f"“{self._typed}”", width - 20))
            return [spread(line, Text(), width)]
        option = self._by_id[item]
        beside = width - min(cell_len(option.words), width * _WORDS_FIRST // 100) - 4
        aside = inked(self._look.cut(option.aside, max(1, beside)), p.pale)
        return [spread(inked(f" {self._part(option.words, width - aside.cell_len - 4)}", p.ink), aside, width)]

    def _part(self, words: str, width: int) -> str:
        """Return as much of the words of an option as there is room for, so that what was typed is among it."""
        cut, whole = self._look.cut(words, width), folded(words)
        unseen = next((w for w in folded(self._typed).split() if w in whole and w not in folded(cut)), None)
        if unseen is None or len(whole) != len(words):
            return cut
        begin = words.rfind(" ", 0, max(0, whole.index(unseen) - width // 3)) + 1
        return self._look.cut(f"…{words[begin:]}", width)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the options that have every word typed."""
        words = folded(event.value).split()
        found = [o for o in self._options if all(w in folded(f"{o.words} {o.also}") for w in words)]
        exact = any(folded(o.words) == folded(self._typed) for o in found)
        self._list.show([*(o.id for o in found), *([_NEW] if self._new and words and not exact else [])])
        self._list.move_to_end(last=False)
        self._list.redraw()

    def on_input_submitted(self) -> None:
        """Give the row."""
        chosen = self._list.current
        if chosen is not None:
            self.leave(Chosen(self._typed, is_new=True) if chosen == _NEW else Chosen(chosen))

    def on_line_list_opened(self) -> None:
        """Give the row that was clicked."""
        self.on_input_submitted()

    def on_key(self, event: events.Key) -> None:
        """Move in the list without leaving the line."""
        moves = {"down": 1, "up": -1, "pagedown": 10, "pageup": -10}
        if event.key in moves:
            event.stop()
            self._list.move(moves[event.key])
        elif event.key == "delete" and self._list.current in self._deletes:
            event.stop()
            event.prevent_default()
            self.leave(Chosen(self._list.current, deleted=True))
        elif event.key == "escape":
            event.stop()
            self.leave(None)
