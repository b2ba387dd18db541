"""Makes the panes of a room: which rows each draws, and what it says when it is empty."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.room.arrangement import Pane
from briefing.room.detail import Detail
from briefing.room.linelist import LineList
from briefing.room.ordering import GROUP, members
from briefing.room.reader import Reader
from briefing.room.rows import actor_row, claim_row, fault_row, group_rows, relation_rows, source_row

if TYPE_CHECKING:
    from briefing.room.app import Room


def make_panes(room: "Room") -> dict[Pane, LineList]:
    """Return every pane; rows are drawn from the room's dossier with the look and the view in force at that time.

    A row may have to be drawn after its thing has left the dossier and before the list has heard of it; it is empty then.
    """
    d = room.dossier

    def source(item: str, width: int) -> Sequence[Text]:
        if item.startswith("fault:"):
            return fault_row(room.look, room.loading.faults[int(item.removeprefix("fault:"))], width)
        chosen = item == room.view.source
        return source_row(d, room.look, item, width, chosen=chosen) if item in d.sources else ()

    def actor(item: str, width: int) -> Sequence[Text]:
        chosen = item == room.view.actor
        return actor_row(d, room.look, item, width, chosen=chosen) if item in d.actors else ()

    def claim(item: str, width: int) -> Sequence[Text]:
        return claim_row(d, room.look, item, width) if item in d.claims else ()

    def relation(item: str, width: int) -> Sequence[Text]:
        if item.startswith(GROUP):
            rows = room.desk.panes[Pane.CONTRADICTIONS].rows
            return group_rows(room.look, *members(d, rows, item), width)
        fresh = item in room.keeper.fresh
        return relation_rows(d, room.look, item, width, fresh=fresh) if item in d.relations else ()

    no_sources = "No articles yet. Put .txt, .md, .html, .pdf or .docx files into the folder."
    no_actors = "People, organisations and governments appear here as articles are read."
    return {
        Pane.SOURCES: LineList(source, empty=no_sources, id=Pane.SOURCES),
        Pane.ACTORS: LineList(actor, empty=no_actors, id=Pane.ACTORS),
        Pane.CLAIMS: LineList(claim, id=Pane.CLAIMS),
        Pane.READER: Reader(d, room.look, empty="Enter on a row opens it here, at its words.", id=Pane.READER),
        Pane.CONTRADICTIONS: LineList(relation, lines=4, heads=GROUP, id=Pane.CONTRADICTIONS),
        Pane.DETAIL: Detail(empty="What is in hand is shown here in full.", id=Pane.DETAIL),
    }
