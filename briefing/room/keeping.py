"""Keeps the panes true to the dossier: gathers what changed and brings up to date only what it touches."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from rich.text import Text
from textual.timer import Timer

from briefing.dossier import Change, Claim, Dossier, Part
from briefing.plaintext import one_line, visible
from briefing.room.arrangement import Pane
from briefing.room.commands import Kind, Thing
from briefing.room.lines import Counts
from briefing.room.rows import short_date
from briefing.room.sheets import actor_sheet, claim_sheet, relation_sheet, source_sheet
from briefing.room.tally import Tally
from briefing.room.view import actors_in_order, sources_in_order

if TYPE_CHECKING:
    from briefing.room.app import Room

_FRESH_SECONDS = 4.0
_SHEETS = {
    Kind.SOURCE: source_sheet,
    Kind.ACTOR: actor_sheet,
    Kind.CLAIM: claim_sheet,
    Kind.CONTRADICTION: relation_sheet,
}


class Keeper:
    """Stands between the dossier's notices and the panes of one room."""

    def __init__(self, room: "Room") -> None:
        self._room = room
        self._dirty: set[Part] = set()
        self._is_due = False
        self._timer: Timer | None = None
        self.counts = Counts()
        self._tally = Tally(room.dossier)
        self.fresh: frozenset[str] = frozenset()

    def changed(self, change: Change) -> None:
        """Note a change; the panes follow once all that belongs together has been said."""
        self._dirty.add(change.part)
        self._tally.changed(change.part)
        if change.part is Part.RELATIONS and self._room.loading.done:
            self.fresh |= change.ids
            self._settle_later()
        if change.part is not Part.RELATIONS or not self._room.loading.is_taking_in:
            self.catch_up()

    def catch_up(self) -> None:
        """Let the panes follow what has changed, as soon as what is being done is done; contradictions once all of them are taken in."""
        if not self._is_due:
            self._is_due = True
            self._room.call_later(self._catch)

    def _settle_later(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._room.set_timer(_FRESH_SECONDS, self._settle)

    def _settle(self) -> None:
        self.fresh = frozenset()
        for pane in (Pane.CLAIMS, Pane.CONTRADICTIONS):
            self._room.desk.panes[pane].settle()
            self._room.desk.panes[pane].redraw()

    def _catch(self) -> None:
        room = self._room
        waiting = {Part.RELATIONS} & self._dirty if room.loading.is_taking_in else set()
        dirty, self._dirty, self._is_due = self._dirty - waiting, waiting, False
        recorded = Part.RECORD in dirty
        if dirty & {Part.SOURCES, Part.CLAIMS} and not recorded:
            self.fill_sources()
        if Part.ACTORS in dirty and room.view.actor:
            room.view = replace(room.view, actor=room.dossier.actor_now(room.view.actor))
        if (Part.ACTORS in dirty or (Part.CLAIMS in dirty and not recorded)) and not room.loading.is_counting:
            room.call_after_refresh(self.fill_actors)
        if dirty <= {Part.RELATIONS, Part.POINTS} and not room.view.is_filtered:
            self._fill_relations((), keep_gone=room.loading.done)
        elif dirty - {Part.RECORD} or room.view.text:
            self.fill_view(keep_gone=room.loading.done)
        else:
            self._follow()

    def fill_all(self) -> None:
        """Bring every pane up to date."""
        self._dirty |= set(Part) - {Part.RECORD}
        self._catch()

    def fill_actors(self) -> None:
        """Show the actors."""
        self._show(Pane.ACTORS, actors_in_order(self._room.dossier))

    def _show(self, pane: Pane, ids: Sequence[str], *, keep_gone: bool = False) -> None:
        """Show a list in the order in force; as long as nobody has been in it, its first rows are in view, whatever comes before them."""
        room = self._room
        ordered = room.ordering.ordered(room.dossier, pane, ids)
        room.desk.panes[pane].show(ordered, keep_gone=keep_gone, rests=pane is not room.focused_pane)

    def put_in_order(self, pane: Pane) -> None:
        """Show a list in the order in force; the place stays on the same row."""
        if pane is Pane.SOURCES:
            self.fill_sources()
        elif pane is Pane.ACTORS:
            self.fill_actors()
        else:
            self.fill_view()
        self.titles()

    def fill_sources(self) -> None:
        """Show the sources, and below them what is wrong with files."""
        faults = [f"fault:{n}" for n in range(len(self._room.loading.faults))]
        room = self._room
        ordered = room.ordering.ordered(room.dossier, Pane.SOURCES, sources_in_order(room.dossier))
        room.desk.panes[Pane.SOURCES].show([*ordered, *faults])

    def fill_view(self, *, keep_gone: bool = False) -> None:
        """Show the claims and contradictions that the view has, and what follows from the rows in hand."""
        room = self._room
        claims = room.view.claims(room.dossier)
        self._show(Pane.CLAIMS, [c.id for c in claims], keep_gone=keep_gone)
        self._fill_relations(claims, keep_gone=keep_gone)

    def _fill_relations(self, claims: Sequence[Claim], *, keep_gone: bool) -> None:
        room = self._room
        relations = room.view.relations(room.dossier, claims)
        self._tally.put_up(relations)
        self.say_when_empty()
        self._show(Pane.CONTRADICTIONS, [r.id for r in relations], keep_gone=keep_gone)
        if keep_gone:
            self._settle_later()
        self._follow()

    def say_when_empty(self) -> None:
        """Let empty panes say what would fill them, and the key for it."""
        room = self._room
        if not room.dossier.sources and room.loading.done:
            claims = f"There is nothing to read yet. Put articles into {visible(str(room.case.folder))}."
        elif room.view.is_filtered:
            claims = f"No claim meets the filter. {room.clear_key} shows all again."
        elif room.loading.done:
            claims = "No claims were found in these articles."
        else:
            claims = "Claims appear here as articles are read."
        point, so, not_so = (room.key(c) for c in ("point", "stance-yes", "stance-no"))
        none = "None among the claims in view." if room.loading.done else "None yet: articles are being read."
        none += f" Two claims on one point ({point}) whose holders stand apart ({so} {not_so}) come up here."
        room.desk.panes[Pane.CLAIMS].say_when_empty(claims)
        room.desk.panes[Pane.CONTRADICTIONS].say_when_empty(none)

    def _follow(self) -> None:
        room = self._room
        self.counts = self._tally.counts()
        for pane in room.desk.panes.values():
            pane.redraw()
        reader = room.desk.reader
        if reader.source is not None and reader.source.id in room.dossier.sources:
            self.open_source(reader.source.id)
        else:
            self.read_claim(room.desk.panes[Pane.CLAIMS].current)
        room.session.put_back()
        self.show_detail()
        self.titles()
        room.lines()

    def titles(self) -> None:
        """Head the panes with what they hold, and say below in which order."""
        room, d = self._room, self._room.dossier
        listed = self._tally.listed()
        beside = "".join(f" · {room.look.glyphs.relation[kind]}{count}" for kind, count in listed.others.items())
        of_all = f" of {self.counts.claims}" if room.view.is_filtered else ""
        for pane, count in (
            (Pane.SOURCES, f"  {len(d.sources)}"),
            (Pane.ACTORS, f"  {len(d.actors)}"),
            (Pane.CLAIMS, f"  {len(room.desk.panes[Pane.CLAIMS].items)}{of_all}"),
            (Pane.CONTRADICTIONS, f"  {listed.conflicts} · {listed.still_open} open{beside}"),
        ):
            room.desk.head(pane, f"{pane.heading}{count}")
            room.desk.foot(pane, room.ordering.said(pane, room.look.glyphs))
        self.head_reader()

    # What follows from the row in hand

    def show_detail(self) -> None:
        """Show in the detail what is in hand."""
        room = self._room
        held = room.hand
        room.desk.head(Pane.DETAIL, f"{Pane.DETAIL.heading}  {held.kind}" if held else Pane.DETAIL.heading)
        room.desk.detail.show_sheet(held.id if held else "", partial(self._sheet, held))

    def _sheet(self, held: Thing | None, width: int) -> Sequence[Text]:
        dossier = self._room.dossier
        if held is None or not is_there(dossier, held):
            return ()
        return _SHEETS[held.kind](dossier, self._room.look, held.id, width)

    def open_source(self, source_id: str) -> None:
        """Open an article in the reader."""
        source = self._room.dossier.sources[source_id]
        self._room.desk.reader.open_source(source, self._marked(source_id))
        self.head_reader()

    def read_claim(self, claim_id: str | None, words: tuple[int, int] | None = None) -> None:
        """Open the article of a claim at its words."""
        claim, reader = self._room.dossier.claims.get(claim_id or ""), self._room.desk.reader
        if claim is not None:
            if claim not in reader.claims:
                self.open_source(claim.source)
            reader.take(claim.id, words)
            self.head_reader()

    def _marked(self, source_id: str) -> list[Claim]:
        d = self._room.dossier
        return [c for c in d.claims_of_source(source_id) if c.covered is None and not d.is_dismissed(c.id)]

    def head_reader(self) -> None:
        """Head the reader with the article, and the number of the claim in hand."""
        reader = self._room.desk.reader
        if reader.source is None:
            self._room.desk.head(Pane.READER, Pane.READER.heading)
            return
        number = next((n for n, c in enumerate(reader.claims, 1) if c.id == reader.claim), 0)
        when = short_date(reader.source.published)
        parts = [f"{number or '-'}/{len(reader.claims)}", one_line(reader.source.name), when]
        self._room.desk.head(Pane.READER, f"{Pane.READER.heading}  {' · '.join(p for p in parts if p)}")


def is_there(dossier: Dossier, held: Thing) -> bool:
    """Tell whether a thing is still in the dossier."""
    parts = {
        Kind.SOURCE: dossier.sources,
        Kind.ACTOR: dossier.actors,
        Kind.CLAIM: dossier.claims,
        Kind.CONTRADICTION: dossier.relations,
    }
    return held.id in parts[held.kind]


def thing(pane: Pane, row: str | None) -> Thing | None:
    """Return what a row of a list stands for."""
    kinds = {
        Pane.SOURCES: Kind.SOURCE,
        Pane.ACTORS: Kind.ACTOR,
        Pane.CLAIMS: Kind.CLAIM,
        Pane.CONTRADICTIONS: Kind.CONTRADICTION,
    }
    return Thing(kinds[pane], row) if row and not row.startswith("fault:") else None
