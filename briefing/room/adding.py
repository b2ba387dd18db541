"""The command by which the analyst adds a claim from chosen words."""

from functools import partial
from typing import TYPE_CHECKING

from briefing.plaintext import quoted
from briefing.room.arrangement import Pane
from briefing.room.commands import Kind
from briefing.room.selecting import select
from briefing.room.whoiswho import choose_holder

if TYPE_CHECKING:
    from briefing.room.app import Room


def add(room: "Room") -> None:
    """Choose words in the reader, then who says them; the claim is then in hand."""
    from briefing.room.overlays.words import ChoosingWords  # noqa: PLC0415 - loaded when it is first shown

    if room.hand is not None and room.hand.kind is Kind.SOURCE:
        room.keeper.open_source(room.hand.id)
    source = room.desk.reader.source
    selection = select(source, *room.desk.reader.at) if source is not None else None
    if source is None or selection is None:
        room.tell(f"open an article in the reader first ({room.key('pane-1')}, then {room.key('open')})", "warning")
        return
    room.arrange(Pane.READER)

    def go_on(span: tuple[int, int] | None) -> None:
        if span is None:
            room.desk.reader.unmark()
            return
        title = f"who says {room.look.cut(quoted(source.text[slice(*span)]), 40)}"
        choose_holder(room, [], title, (source.id, span[0]), partial(_keep, room, source.id, span))

    room.lay_over(ChoosingWords(room.desk.reader, room.look, selection, room.keys, room.command_of), go_on)


def _keep(room: "Room", source: str, span: tuple[int, int], holder: str) -> None:
    claim = room.case.analyst.add_claim(source, *span, holder)
    room.call_later(_go_to, room, claim)


def _go_to(room: "Room", claim: str) -> None:
    point, so, not_so = (room.key(c) for c in ("point", "stance-yes", "stance-no"))
    room.desk.panes[Pane.CLAIMS].go_to(claim)
    room.keeper.read_claim(claim)
    room.keeper.show_detail()
    room.lines()
    room.tell(
        f"added; {point} puts it on a point, {so} {not_so} say where its holder stands, {room.key('undo')} takes it out"
    )
