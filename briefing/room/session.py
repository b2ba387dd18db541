"""How the room was left, kept in the user's state folder so that it opens again as it was.

It is a convenience and no record: what is broken, or made by another version, is ignored and written over.
"""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefing.case.places import session_file
from briefing.dossier import QueryError
from briefing.files import write_whole
from briefing.room.arrangement import Pane
from briefing.room.ordering import COLUMNS, Order
from briefing.room.view import View

if TYPE_CHECKING:
    from briefing.room.app import Room

_LISTS = (Pane.SOURCES, Pane.ACTORS, Pane.CLAIMS, Pane.CONTRADICTIONS)
_EVERY_SECONDS = 30.0
_MAX_BYTES = 1 << 20


class Left(msgspec.Struct, forbid_unknown_fields=True):
    """What is kept: the pane in focus, the row in each list, the place in the reader, filters, orders, groups, zoom."""

    pane: Pane = Pane.CLAIMS
    rows: dict[Pane, str] = {}
    reading: tuple[str, int] | None = None
    filter: str = ""
    source: str | None = None
    actor: str | None = None
    filters_before: list[str] = []
    orders: dict[Pane, Order] = {}
    grouped: bool = False
    zoomed: bool = False


class Session:
    """Brings one room back to how it was left, and keeps how it is."""

    def __init__(self, room: "Room") -> None:
        self._room = room
        self._file = session_file(room.case.folder)
        self._rows: dict[Pane, str] = {}
        self._reading: tuple[str, int] | None = None
        self._written = b""

    def bring_back(self) -> None:
        """Take up what does not need the articles: pane, filter, orders, groups, zoom; rows follow as they come."""
        room, left = self._room, _read(self._file)
        room.focused_pane, room.zoomed = left.pane, left.zoomed
        room.ordering.orders = {p: o for p, o in left.orders.items() if o.letter in COLUMNS.get(p, {})}
        room.ordering.grouped = left.grouped
        room.filters_before = left.filters_before
        with suppress(QueryError):
            room.view = View(source=left.source, actor=left.actor).filtered(left.filter)
        self._rows, self._reading = {p: r for p, r in left.rows.items() if p in _LISTS}, left.reading

    def begin(self) -> None:
        """Keep how the room is every now and then."""
        self._room.set_interval(_EVERY_SECONDS, self._keep_aside)

    def moved(self, pane: Pane) -> None:
        """Let a pane be where the analyst has moved to."""
        self._rows.pop(pane, None)
        if pane is Pane.READER:
            self._reading = None

    def put_back(self) -> None:
        """Put the rows and the reader where they were, as far as they have come; what never comes is given up at the end."""
        room = self._room
        for pane, row in list(self._rows.items()):
            if room.desk.panes[pane].go_to(row):
                del self._rows[pane]
        if self._reading is not None and self._reading[0] in room.dossier.sources:
            (source, at), self._reading = self._reading, None
            room.keeper.open_source(source)
            room.desk.reader.to_words(at, at + 1)
        if room.loading.done:
            self._rows, self._reading = {}, None

    def forget_what_is_gone(self) -> None:
        """Take off a filter by a source or actor that the case does not have any more."""
        room, d = self._room, self._room.dossier
        source = room.view.source if room.view.source in d.sources else None
        actor = room.view.actor if room.view.actor in d.actors else None
        if (source, actor) != (room.view.source, room.view.actor):
            room.narrow(View(room.view.text, room.view.query, source, actor, room.view.pair))

    def keep(self) -> None:
        """Keep how the room is; what cannot be written is let be."""
        self._write(self._now())

    def _keep_aside(self) -> None:
        data = self._now()
        if data != self._written:
            self._room.run_worker(partial(self._write, data), thread=True, exit_on_error=False)

    def _now(self) -> bytes:
        room = self._room
        rows = {p: row for p in _LISTS if (row := room.desk.panes[p].current)}
        return msgspec.json.encode(
            Left(
                room.focused_pane, rows | self._rows, self._reading or room.desk.reader.place, room.view.text, room.view.source,
                room.view.actor, room.filters_before, room.ordering.orders, room.ordering.grouped, room.zoomed,
            )
        )  # fmt: skip

    def _write(self, data: bytes) -> None:
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, data, over=True)
            self._written = data


def _read(file: Path) -> Left:
    try:
        with file.open("rb") as opened:
            return msgspec.json.decode(opened.read(_MAX_BYTES), type=Left)
    except (OSError, ValueError):
        return Left()
