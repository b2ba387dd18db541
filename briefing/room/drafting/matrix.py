"""The matrix of hypotheses: what each piece of evidence is to each alternative, filled in by key."""

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from briefing.brief import Material
from briefing.brief.alternatives import caption, matrix_rows
from briefing.brief.matrix import diagnosticity, inconsistencies
from briefing.dossier import Change, Rating
from briefing.room.commands import key_name
from briefing.room.linelist import LineList
from briefing.room.look import inked, spread
from briefing.room.overlays.once import Once
from briefing.room.sheets import wrapped

if TYPE_CHECKING:
    from briefing.room.app import Room

_KEYS = {"c": Rating.CONSISTENT, "i": Rating.INCONSISTENT, "n": Rating.NEUTRAL, "0": Rating.NOT_APPLICABLE, "-": None}
_SIGNS = {
    Rating.CONSISTENT: "C",
    Rating.INCONSISTENT: "I",
    Rating.NEUTRAL: "N",
    Rating.NOT_APPLICABLE: "n/a",
    None: "·",
}
_CELL = 6
_VERDICT = 12
_SHORT = {"tells apart": "tells apart", "tells nothing apart": "tells none", "not rated throughout": "unfinished"}
_RECORD = "A record of reasoning, not a probability: what fits every alternative says nothing."
_ONE = "Evidence tells nothing apart yet: state two alternatives or more on the brief screen (a h)."
_EMPTY = "There is nothing to weigh yet: choose evidence for a judgment on the brief screen (b), and state alternatives (a h)."


class Matrix(Once[None]):
    """Rows are evidence, columns hypotheses; left and right choose the hypothesis, a key rates and goes on."""

    def __init__(self, room: "Room") -> None:
        super().__init__(classes="in-middle")
        self._room = room
        self._column = 0
        self._material = Material(room.dossier)
        self._stale = False

    def compose(self) -> ComposeResult:
        """Lay out hypotheses, evidence, and the keys."""
        with Vertical(id="matrix") as box:
            box.border_title = Text("evidence against hypotheses")
            yield Static(id="matrix-hypotheses")
            yield LineList(self._row, id="matrix-list", empty=_EMPTY)
            yield Static(id="matrix-keys")

    def on_mount(self) -> None:
        """Follow the dossier."""
        colour = self._room.look.palette.cursor
        self._list.colour_cursor(colour, colour)
        self._unsubscribe = self._room.dossier.subscribe(self._changed)
        self._fill()

    def on_unmount(self) -> None:
        """Follow the dossier no longer."""
        self._unsubscribe()

    def on_resize(self) -> None:
        """Draw to the width there is, once it is known."""
        self.call_after_refresh(self._fill)

    def _changed(self, _: Change) -> None:
        if not self._stale:
            self._stale = True
            self.call_later(self._fill)

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def _fill(self) -> None:
        self._stale = False
        self._material = Material(self._room.dossier)
        self._things = {thing.id: thing for thing in matrix_rows(self._material)}
        self._column = max(0, min(self._column, len(self._material.hypotheses) - 1))
        self._list.show(list(self._things))
        self._list.redraw()
        width = self._list.size.width
        if width == 0:
            return
        lines = [line for n in range(len(self._material.hypotheses)) for line in self._hypothesis(n, width)]
        self.query_one("#matrix-hypotheses", Static).update(Text("\n").join([*lines, self._head(width)]))
        p = self._room.look.palette
        keys = "c consistent  i inconsistent  n neutral  0 not applicable  - none   ← → alternative  u undo  esc back"
        said = [
            *wrapped(inked(keys, p.accent), width, 1),
            *wrapped(inked(_RECORD if len(self._material.hypotheses) > 1 else _ONE, p.pale), width, 1),
        ]
        self.query_one("#matrix-keys", Static).update(Text("\n").join(said))

    def _hypothesis(self, number: int, width: int) -> list[Text]:
        hypothesis, p = self._material.hypotheses[number], self._room.look.palette
        count = inconsistencies(self._material.rated(thing, hypothesis.id) for thing in self._things)
        style = f"bold {p.accent}" if number == self._column else p.ink
        left = inked(f" H{number + 1} {self._room.look.cut(hypothesis.text, width - 22)}", style)
        return [spread(left, inked(f"{count} inconsistent", p.pale), width)]

    def _head(self, width: int) -> Text:
        p = self._room.look.palette
        cells = Text()
        for number in range(len(self._material.hypotheses)):
            style = f"bold underline {p.accent}" if number == self._column else p.pale
            named = f"H{number + 1}"
            cells.append(" " * (_CELL - len(named))).append(named, style=style)
        return spread(inked(" evidence", p.pale), cells.append(" " * (_VERDICT + 1)), width)

    def _row(self, item: str, width: int) -> list[Text]:
        material, look, p = self._material, self._room.look, self._room.look.palette
        ratings = [material.rated(item, h.id) for h in material.hypotheses]
        cells = Text()
        for number, rating in enumerate(ratings):
            colour = p.against if rating is Rating.INCONSISTENT else p.favour if rating is Rating.CONSISTENT else p.pale
            cells.append(f"{_SIGNS[rating]:>{_CELL}}", style=f"bold {colour}" if number == self._column else colour)
        cells.append(f" {_SHORT[diagnosticity(ratings)]:>{_VERDICT}}", style=p.pale)
        named = f" {material.numbers[item]:<4}"
        words = look.cut(caption(self._things[item], material), width - len(named) - cells.cell_len - 3)
        return [spread(inked(named, f"bold {p.ink}").append(words, style=p.ink), cells, width)]

    def on_key(self, event: events.Key) -> None:
        """Rate, move, undo, go back."""
        event.stop()
        key, command = key_name(event), self._room.command_of(event) or ""
        moves = self._list.moves()
        if key in _KEYS:
            self._rate(_KEYS[key])
        elif key in {"left", "right"}:
            self._column += 1 if key == "right" else -1
            self._fill()
        elif command in moves:
            moves[command]()
        elif command in {"undo", "redo"}:
            self._room.attempt(self._room.case.undo if command == "undo" else self._room.case.redo)
        elif command == "back":
            self.leave(None)

    def _rate(self, rating: Rating | None) -> None:
        hypotheses, item = self._material.hypotheses, self._list.current
        if not hypotheses or item is None:
            self._room.tell("state alternatives and choose evidence first", severity="warning")
            return
        hypothesis = hypotheses[self._column].id
        if self._room.attempt(lambda: self._room.case.author.rate(item, hypothesis, rating)):
            self._list.move(1)
