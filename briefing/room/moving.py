"""Commands that move: within a pane, between panes, to the words and back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.room.arrangement import LISTS, Pane

if TYPE_CHECKING:
    from briefing.room.app import Room

Run = Callable[["Room"], None]


def by(rows: int) -> Run:
    """Return a move by rows."""
    return lambda room: room.pane(room.focused_pane).move(rows)


def by_page(pages: float) -> Run:
    """Return a move by screens."""
    return lambda room: room.pane(room.focused_pane).move_page(pages)


def first(room: "Room") -> None:
    """Go to the first row."""
    room.pane(room.focused_pane).move_to_end(last=False)


def last(room: "Room") -> None:
    """Go to the last row."""
    room.pane(room.focused_pane).move_to_end(last=True)


def cycle(step: int) -> Run:
    """Return a move to the next pane, or the one before."""
    return lambda room: room.arrange(LISTS[(LISTS.index(room.focused_pane) + step) % len(LISTS)])


def to(pane: Pane) -> Run:
    """Return a move to a pane."""
    return lambda room: room.arrange(pane)


def zoom(room: "Room") -> None:
    """Show the pane alone, or all again."""
    room.zoom()


def open_here(room: "Room") -> None:
    """Open the row in hand: a source or an actor narrows the rest, a claim or a contradiction is opened at its words."""
    row = room.pane(room.focused_pane).current
    if row is None:
        return
    match room.focused_pane:
        case Pane.SOURCES:
            room.view = room.view.with_source(row)
            room.fill_view()
            room.show_in_reader(room.pane(Pane.CLAIMS).current)
        case Pane.ACTORS:
            room.view = room.view.with_actor(row)
            room.fill_view()
        case Pane.CLAIMS:
            _read(room, row, row)
        case Pane.CONTRADICTIONS:
            relation = room.dossier.relations[row]
            _read(room, relation.a, row, relation.a_words)
            room.facing = (row, relation.a)
        case _:
            _turn(room)


def _read(room: "Room", claim: str, row: str, words: tuple[int, int] | None = None) -> None:
    room.return_to = (room.focused_pane, row)
    room.show_in_reader(claim, words)
    room.arrange(Pane.READER)


def _turn(room: "Room") -> None:
    """From one side of the contradiction that was opened, go to the other; else to the first contradiction of the claim."""
    if room.facing is not None and room.facing[0] in room.dossier.relations:
        relation = room.dossier.relations[room.facing[0]]
        on_a = room.facing[1] == relation.a
        side, words = (relation.b, relation.b_words) if on_a else (relation.a, relation.a_words)
        room.facing = (relation.id, side)
        room.show_in_reader(side, words)
        return
    claim = room.reader.current
    conflict = next((r for r in room.dossier.relations_of(claim) if r.type.is_conflict), None) if claim else None
    if conflict is None:
        room.tell("no contradiction on this claim")
    elif room.pane(Pane.CONTRADICTIONS).go_to(conflict.id):
        room.show_detail()
        room.arrange(Pane.CONTRADICTIONS)


def back(room: "Room") -> None:
    """Go back to the row that was opened; where nothing was, take the chosen source and actor off."""
    if room.return_to is not None and room.focused_pane is Pane.READER:
        (pane, row), room.return_to, room.facing = room.return_to, None, None
        room.pane(pane).go_to(row)
        room.arrange(pane)
    elif room.view.source or room.view.actor:
        room.view = type(room.view)(room.view.text, room.view.query)
        room.fill_view()
