"""Makes the panes of a room: which rows each draws, and what it says when it is empty."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.room.arrangement import Pane
from briefing.room.detail import Detail
from briefing.room.linelist import LineList
from briefing.room.reader import Reader
from briefing.room.rows import actor_row, claim_row, fault_row, relation_rows, source_row

if TYPE_CHECKING:
    from briefing.room.app import Room


def make_panes(room: "Room") -> dict[Pane, LineList]:
    """Return every pane; rows are drawn from the room's dossier with the look and the view in force at that time."""
    d = room.dossier

    def source(item: str, width: int) -> Sequence[Text]:
        if item.startswith("fault:"):
            return fault_row(room.look, room.loading.faults[int(item.removeprefix("fault:"))], width)
        return source_row(d, room.look, item, width, chosen=item == room.view.source)

    return {
        Pane.SOURCES: LineList(
            source,
            empty="No articles yet. Put .txt, .md, .html, .pdf or .docx files into the folder.",
            id=Pane.SOURCES,
        ),
        Pane.ACTORS: LineList(
            lambda i, w: actor_row(d, room.look, i, w, chosen=i == room.view.actor),
            empty="People, organisations and governments appear here as articles are read.",
            id=Pane.ACTORS,
        ),
        Pane.CLAIMS: LineList(lambda i, w: claim_row(d, room.look, i, w), id=Pane.CLAIMS),
        Pane.READER: Reader(d, room.look, empty="Enter on a row opens it here, at its words.", id=Pane.READER),
        Pane.CONTRADICTIONS: LineList(
            lambda i, w: relation_rows(d, room.look, i, w, fresh=i in room.keeper.fresh),
            lines=4,
            id=Pane.CONTRADICTIONS,
        ),
        Pane.DETAIL: Detail(empty="What is in hand is shown here in full.", id=Pane.DETAIL),
    }
