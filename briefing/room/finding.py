"""Commands that find: search in a pane, filters, the one source or actor."""

from functools import partial
from typing import TYPE_CHECKING

from briefing.dossier import QueryError
from briefing.room.arrangement import Pane
from briefing.room.commands import Kind
from briefing.room.judging import held
from briefing.room.ordering import COLUMNS, GROUP

if TYPE_CHECKING:
    from briefing.room.app import Room

_REMEMBERED = 50
"""Filters that `up` brings back."""


def choose(room: "Room") -> None:
    """Narrow the case to the source or actor in hand; or, if it is that already, show all again."""
    assert room.hand is not None
    if room.hand.kind is Kind.SOURCE:
        room.narrow(room.view.with_source(held(room)))
    else:
        room.narrow(room.view.with_actor(held(room)))


def filter_case(room: "Room") -> None:
    """Narrow the case to the claims that meet conditions, said in the filter language."""
    from briefing.room.overlays.filtering import Filtering  # noqa: PLC0415 - loaded when it is first shown

    def narrow(text: str | None) -> None:
        if text is not None:
            apply(room, text)

    tags = tuple(room.look.tags)
    room.lay_over(Filtering(room.view, room.dossier, room.look, tags, room.filters_before), narrow)


def apply(room: "Room", text: str) -> None:
    """Put a filter in force, and remember it; one that cannot be read leaves the old one."""
    try:
        room.narrow(room.view.filtered(text))
    except QueryError as error:
        room.tell(f"the filter stays as it was: {error}", severity="error", timeout=10)
        return
    if text.strip():
        room.filters_before = [*(f for f in room.filters_before if f != text.strip()), text.strip()][-_REMEMBERED:]


def clear(room: "Room") -> None:
    """Take all filters off."""
    room.narrow(type(room.view)())


def order(room: "Room") -> None:
    """Ask for the column that the list is to be put in order by; the same column again turns it round."""
    pane = room.focused_pane
    if pane not in COLUMNS:
        room.tell(f"the {pane} has no columns; sources, actors, claims and contradictions have", severity="warning")
        return

    def put(letter: str) -> None:
        room.ordering.choose(pane, letter)
        room.keeper.put_in_order(pane)

    room.questions.ask(f"order {pane} by", {k: (column.name, partial(put, k)) for k, column in COLUMNS[pane].items()})


def group(room: "Room") -> None:
    """Let contradictions stand together by point, or by their order alone."""
    room.ordering.grouped = not room.ordering.grouped
    room.keeper.put_in_order(Pane.CONTRADICTIONS)
    pane = room.desk.panes[Pane.CONTRADICTIONS]
    held = room.dossier.relations.get(pane.current or "")
    if held is not None:
        pane.show_too(GROUP + held.point)
    if not pane.rows:
        room.tell("contradictions stand together by point, once there are any")
    elif room.focused_pane is not Pane.CONTRADICTIONS:
        room.tell(
            f"contradictions {'together by point' if room.ordering.grouped else 'in their order alone'}", timeout=3
        )
