"""Commands that move: within a pane, between panes, to the words and back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from briefing.dossier import Actor
from briefing.room.arrangement import PANES, Pane
from briefing.room.commands import Kind

if TYPE_CHECKING:
    from briefing.room.app import Room

Run = Callable[["Room"], None]


def by(rows: int) -> Run:
    """Return a move by rows."""
    return lambda room: room.desk.panes[room.focused_pane].move(rows)


def by_page(pages: float) -> Run:
    """Return a move by screens."""
    return lambda room: room.desk.panes[room.focused_pane].move_page(pages)


def first(room: "Room") -> None:
    """Go to the first row."""
    room.desk.panes[room.focused_pane].move_to_end(last=False)


def last(room: "Room") -> None:
    """Go to the last row."""
    room.desk.panes[room.focused_pane].move_to_end(last=True)


def cycle(step: int) -> Run:
    """Return a move to the next pane, or the one before."""
    return lambda room: room.arrange(PANES[(PANES.index(room.focused_pane) + step) % len(PANES)])


def to(pane: Pane) -> Run:
    """Return a move to a pane."""
    return lambda room: room.arrange(pane)


def walk(step: int) -> Run:
    """Return a move to the next claim of the article, or the one before."""

    def go(room: "Room") -> None:
        if room.desk.reader.source is None:
            room.tell("no article is open yet: enter on a row opens one")
        elif not room.desk.reader.step(step):
            room.tell("that was the last claim of this article" if step > 0 else "that was its first claim")

    return go


def advance(room: "Room") -> None:
    """Go on to the next row, or in the reader to the next claim."""
    if room.focused_pane is Pane.READER:
        room.desk.reader.step(1)
    elif room.focused_pane is not Pane.DETAIL:
        room.desk.panes[room.focused_pane].move(1)


def open_here(room: "Room") -> None:
    """Open what is in hand at its words; from the reader go to the other side, or to the first contradiction of the claim."""
    thing = room.hand
    if room.focused_pane is Pane.READER:
        _turn(room)
    elif thing is None:
        _say_fault(room)
    else:
        room.return_to = partial(return_to_row, room, room.focused_pane, thing.id)
        _read(room, thing.kind, thing.id)
        room.arrange(Pane.READER)


def show(room: "Room", target: str, go_back: Callable[[], object]) -> bool:
    """Go to the words of a claim or contradiction, from where `go_back` leads back, or to the row of a source.

    Returns whether the target is one of these.
    """
    d = room.dossier
    if target in d.sources:
        room.desk.panes[Pane.SOURCES].go_to(target)
        room.arrange(Pane.SOURCES)
    elif target in d.claims or target in d.relations:
        room.return_to = go_back
        _read(room, Kind.CLAIM if target in d.claims else Kind.CONTRADICTION, target)
        room.arrange(Pane.READER)
    else:
        return False
    return True


def _say_fault(room: "Room") -> None:
    row = room.desk.panes[room.focused_pane].current
    if row and row.startswith("fault:"):
        room.tell(str(room.loading.faults[int(row.removeprefix("fault:"))]), severity="error", timeout=20)


def _read(room: "Room", kind: Kind, row: str) -> None:
    room.facing = None
    match kind:
        case Kind.SOURCE:
            room.keeper.open_source(row)
        case Kind.ACTOR:
            read_actor(room, room.dossier.actors[row])
        case Kind.CLAIM:
            room.keeper.read_claim(row, room.dossier.claims[row].words)
            room.desk.panes[Pane.CLAIMS].go_to(row)
        case Kind.CONTRADICTION:
            relation = room.dossier.relations[row]
            room.keeper.read_claim(relation.a, relation.a_words)
            room.facing = (row, relation.a)


def read_actor(room: "Room", actor: Actor) -> None:
    """Open the article that names an actor first, at its name; else the article of its first claim."""
    mention = next((m for m in actor.mentions if m.source in room.dossier.sources), None)
    if mention is not None:
        room.keeper.open_source(mention.source)
        room.desk.reader.point_out(mention.start, mention.end)
    else:
        claims = room.dossier.claims_of_actor(actor.id)
        room.keeper.read_claim(claims[0].id if claims else None)


def _turn(room: "Room") -> None:
    """From one side of the contradiction that was opened go to the other; else to the first contradiction of the claim."""
    if room.facing is not None and room.facing[0] in room.dossier.relations:
        relation = room.dossier.relations[room.facing[0]]
        on_a = room.facing[1] == relation.a
        side, words = (relation.b, relation.b_words) if on_a else (relation.a, relation.a_words)
        room.keeper.read_claim(side, words)
        room.facing = (relation.id, side)
        room.keeper.show_detail()
        room.lines()
        return
    claim = room.desk.reader.claim
    conflict = next((r for r in room.dossier.relations_of(claim) if r.type.is_conflict), None) if claim else None
    if conflict is None:
        room.tell("no contradiction on this claim" if claim else "no claim on this line")
    elif room.desk.panes[Pane.CONTRADICTIONS].go_to(conflict.id):
        room.arrange(Pane.CONTRADICTIONS)
    else:
        room.tell(f"its contradiction is filtered out; {room.clear_key} shows all again")


def return_to_row(room: "Room", pane: Pane, row: str | None) -> None:
    """Go to a row that was in hand before."""
    room.desk.panes[pane].go_to(row)
    room.arrange(pane)


def land(room: "Room", claim: str) -> None:
    """Go to the words of a claim."""
    _read(room, Kind.CLAIM, claim)
    room.arrange(Pane.READER)


def back(room: "Room") -> None:
    """Go back to the row that was opened; where nothing was, show all sources and actors again. What was said goes."""
    room.notices.let_all_go()
    reading = room.focused_pane is Pane.READER
    if room.return_to is not None and (reading or room.view.pair is not None):
        if not reading:
            room.narrow(room.view.between(None))
        go_back, room.return_to, room.facing = room.return_to, None, None
        go_back()
    elif room.view.source or room.view.actor or room.view.pair is not None:
        room.narrow(type(room.view)(room.view.text, room.view.query))
