"""Who is against whom: holders, or sources, along both sides."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.dossier import RelationType
from briefing.overview import Axis, Cell, Matrix, matrix
from briefing.plurals import counted
from briefing.room.arrangement import Pane
from briefing.room.look import Look, inked

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.views.legend import Keys

_NAME, _CELL, _WIDE_CELL, _WIDE = 24, 9, 11, 130


def _step(width: int) -> int:
    return _WIDE_CELL if width >= _WIDE else _CELL


def columns(found: Matrix, column: int, width: int) -> range:
    """Return the columns that there is room for, the one in hand among them."""
    room = max(1, (width - _NAME - 5) // _step(width))
    first = max(0, column - room + 1)
    return range(first, min(len(found.keys), first + room))


def matrix_head(look: Look, found: Matrix, column: int, width: int) -> Text:
    """Draw the numbers and names of the columns; the one in hand stands out."""
    p, step = look.palette, _step(width)
    line = inked(" " * (_NAME + 5), p.pale)
    for n in columns(found, column, width):
        name = look.cell(f"{n + 1} {found.names[found.keys[n]]}", step - 1)
        line.append(name, style=f"bold underline {p.accent}" if n == column else p.pale).append(" ")
    line.truncate(width)
    return line


def matrix_row(look: Look, found: Matrix, key: str, column: int | None, seen: range, width: int) -> Text:
    """Draw a row: number and name, then what there is with each; `column` is the cell in hand, None if it is in another row."""
    p, step = look.palette, _step(width)
    number = found.keys.index(key) + 1
    line = inked(f" {number:>3} ", p.pale).append(look.cell(found.names[key], _NAME - 1), style=p.ink).append(" ")
    for n in seen:
        cell = cell_text(look, found.cell(key, found.keys[n]), step - 1)
        if n == column:
            cell.stylize(p.picked)
        line.append_text(cell).append(" ")
    line.truncate(width)
    return line


def cell_text(look: Look, cell: Cell, width: int) -> Text:
    """Draw a cell: how many contradictions, tensions, agreements and replaced claims, each with its sign."""
    p, text = look.palette, Text()
    counts = (
        (RelationType.CONTRADICTION, cell.contradictions, f"bold {p.against}"),
        (RelationType.TENSION, cell.tensions, p.doubt),
        (RelationType.CORROBORATION, cell.agreements, p.favour),
        (RelationType.SUPERSEDED, cell.replaced, p.pale),
    )
    for kind, count, style in counts:
        said = f"{look.glyphs.relation[kind]}{count}"
        if count and text.cell_len + len(said) <= width:
            text.append(said, style=style)
    if not text:
        text.append(look.glyphs.nothing, style=p.edge)
    text.pad_right(width - text.cell_len)
    return text


class MatrixSight:
    """The matrix of the claims in view; a column is in hand as well as a row."""

    name = "matrix"
    lines = 1

    def __init__(self, room: "Room", axis: Axis = Axis.HOLDERS) -> None:
        self._room = room
        self._axis = axis
        self._column = 1
        self._found = Matrix(axis, (), {}, {})

    @property
    def title(self) -> str:
        """What is set against each other, and what the filter leaves."""
        filters = "  ".join(self._room.view.names(self._room.dossier))
        return f"who against whom, {self._axis}" + (f" · only {filters}" if filters else "")

    @property
    def aside(self) -> str:
        """What the signs say."""
        g = self._room.look.glyphs.relation
        return (
            f"{g[RelationType.CONTRADICTION]} contradiction  {g[RelationType.TENSION]} tension  "
            f"{g[RelationType.CORROBORATION]} agreement"
        )

    @property
    def keys(self) -> "Keys":
        """Open, the other sides, and the columns."""
        other = Axis.SOURCES if self._axis is Axis.HOLDERS else Axis.HOLDERS
        return (("open", "pairs"), ("next-pane", f"of {other}"), ("previous-claim", "left"), ("next-claim", "right"))

    @property
    def empty(self) -> str:
        """How there come to be relations."""
        key = self._room.key
        return (
            f"Nobody is set against anybody yet. {key('back')}, then put two claims on one point ({key('point')}) "
            f"and say where their holders stand ({key('stance-yes')} {key('stance-no')})."
        )

    def gather(self) -> Sequence[str]:
        """Return those that are in any relation."""
        room = self._room
        claims = {c.id for c in room.view.claims(room.dossier)}
        relations = [r for r in room.dossier.relations.values() if r.a in claims or r.b in claims]
        self._found = matrix(room.dossier, relations, self._axis)
        self._column = max(0, min(self._column, len(self._found.keys) - 1))
        return self._found.keys

    def note(self, item: str | None, width: int) -> Text:
        """Say in words what is between the two in hand."""
        look = self._room.look
        if item not in self._found.names or item is None:
            return Text()
        other = self._found.keys[self._column]
        cell = self._found.cell(item, other)
        counts = (
            (cell.contradictions, "contradiction"), (cell.tensions, "tension"), (cell.agreements, "agreement"),
            (cell.replaced, "replaced claim"),
        )  # fmt: skip
        said = [counted(count, word) for count, word in counts if count]
        line = f"{self._found.pair(item, other).name}: {', '.join(said) or 'nothing'}"
        return inked(f"  {look.cut(line, width - 4)}", look.palette.ink if said else look.palette.pale)

    def head(self, width: int) -> Text:
        """Return the heads of the columns."""
        return matrix_head(self._room.look, self._found, self._column, width)

    def row(self, item: str, width: int, *, current: bool) -> Sequence[Text]:
        """Draw a row."""
        if item not in self._found.names:
            return ()
        seen, column = columns(self._found, self._column, width), self._column if current else None
        return [matrix_row(self._room.look, self._found, item, column, seen, width)]

    def words(self, item: str) -> str:
        """Return what a row can be found by."""
        return self._found.names[item]

    def do(self, command: str, item: str | None, leave: Callable[[], None]) -> str | None:
        """Show the pairs of the cell in hand in the room, go to another column, or change the sides."""
        if command == "next-pane":
            self._axis, self._column = (Axis.SOURCES if self._axis is Axis.HOLDERS else Axis.HOLDERS), 1
        elif command != "open":
            step = 1 if command == "next-claim" else -1
            self._column = max(0, min(self._column + step, len(self._found.keys) - 1))
        elif item in self._found.names and item is not None:
            other = self._found.keys[self._column]
            if self._found.cell(item, other) == Cell():
                return "there is nothing between these two"
            leave()
            self._room.narrow(self._room.view.between(self._found.pair(item, other)))
            self._room.desk.panes[Pane.CONTRADICTIONS].move_to_end(last=False)
            self._room.arrange(Pane.CONTRADICTIONS)
        return None
