"""The brief screen: what the analyst writes at the left, the Markdown that comes of it at the right."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static

from briefing.brief import Edition, Material, compose, missing
from briefing.dossier import Change, Part
from briefing.errors import InputError
from briefing.room.commands import key_name
from briefing.room.drafting.editing import Editing
from briefing.room.drafting.evidence import EvidenceSheet
from briefing.room.drafting.exporting import export
from briefing.room.drafting.findings import Findings
from briefing.room.drafting.guide import bears_evidence, footer, page
from briefing.room.drafting.matrix import Matrix
from briefing.room.drafting.preview import Preview
from briefing.room.drafting.rows import Row, draw, rows
from briefing.room.guiding import elsewhere, unknown
from briefing.room.linelist import LineList
from briefing.room.lines import bottom_line
from briefing.room.look import inked, spread

if TYPE_CHECKING:
    from briefing.room.app import Room

_BESIDE = 120
"""Columns of the terminal from which on the preview stands beside the rows."""


class Left(Struct, frozen=True):
    """The brief was left for the words of something, from a row."""

    target: str
    row: str


class BriefScreen(Screen[Left | None], inherit_bindings=False):
    """Shows and edits the brief; leaving says what for, if the room is to show something."""

    AUTO_FOCUS = ""

    def __init__(self, room: "Room", at: str = "") -> None:
        super().__init__(id="brief")
        self._room, self._at = room, at
        self._rows: dict[str, Row] = {}
        self._stale = self._reads = False
        self._edition = self._compared()
        self._editing = Editing(room, self._go_to)
        self._local: Mapping[str, Callable[[], object]] = {
            "a": partial(self._on_row, self._editing.add),
            "e": partial(self._on_row, self._editing.edit),
            "J": partial(self._on_row, partial(self._editing.move, by=1)),
            "K": partial(self._on_row, partial(self._editing.move, by=-1)),
            "b": partial(self._on_judgment, self._choose_evidence),
            "o": partial(self._on_judgment, self._editing.exclude),
            "h": lambda: room.lay_over(Matrix(room)),
        }
        self._deeds: Mapping[str, Callable[[], object]] = {
            "down": partial(self._move, 1),
            "up": partial(self._move, -1),
            "half-down": partial(self._move, 10),
            "half-up": partial(self._move, -10),
            "top": lambda: self._pane.move_to_end(last=False),
            "bottom": lambda: self._pane.move_to_end(last=True),
            "open": partial(self._on_row, self._open),
            "dismiss": partial(self._on_row, self._editing.remove),
            "next-pane": self._turn,
            "previous-pane": self._turn,
            "check": self._check,
            "help": lambda: room.lay_over(page(room.look)),
            "brief-export": self._export,
            "undo": partial(self._say, room.case.undo, "undone", "there is nothing to undo"),
            "redo": partial(self._say, room.case.redo, "done again", "there is nothing to do again"),
            "back": partial(self._leave, None),
            "brief": partial(self._leave, None),
        }

    # What is on it

    def compose(self) -> ComposeResult:
        """Lay out head, rows, preview and keys."""
        yield Static(id="top")
        with Horizontal(id="brief-columns"):
            yield LineList(lambda item, width: draw(self._rows[item], self._room.look, width), id="brief-list")
            yield Preview(self._room.look, id="brief-preview")
        yield Static(id="bottom")

    def on_mount(self) -> None:
        """Show the brief as it stands, and follow the dossier."""
        p = self._room.look.palette
        self._list.colour_cursor(p.cursor, p.rest)
        self._list.follow_with(lambda _: self._follow())
        self._unsubscribe = self._room.dossier.subscribe(self._changed)
        self._fill()
        self._go_to(self._at)
        self._arrange()

    def on_unmount(self) -> None:
        """Follow the dossier no longer."""
        self._unsubscribe()

    def on_resize(self) -> None:
        """Give list and preview the room there is."""
        self.call_after_refresh(self._arrange)

    def on_screen_resume(self) -> None:
        """See what changed while something lay over it."""
        self.call_later(self._fill)

    def _changed(self, change: Change) -> None:
        if not self._stale and change.part in {Part.RECORD, Part.RELATIONS, Part.CLAIMS}:
            self._stale = True
            self.call_later(self._fill)

    @property
    def _list(self) -> LineList:
        return self.query_one("#brief-list", LineList)

    @property
    def _preview(self) -> Preview:
        return self.query_one(Preview)

    @property
    def _pane(self) -> LineList:
        return self._preview if self._reads else self._list

    def _fill(self) -> None:
        self._stale = False
        if not self.is_attached:
            return
        self._material = Material(self._room.dossier)
        self._rows = {row.id: row for row in rows(self._material)}
        self._list.show(list(self._rows))
        self._list.redraw()
        self._preview.show_document(compose(self._room.dossier, self._edition))
        self._follow()

    def _head(self) -> None:
        p, width = self._room.look.palette, self.size.width
        title = inked(f" brief · {self._room.look.cut(self._room.case.name, 40)} ", f"bold {p.ink}")
        lacks = missing(self._material)
        state = (
            inked(f"draft: {'; '.join(lacks)}", p.doubt) if lacks else inked(f"v{self._edition.number or '?'}", p.pale)
        )
        self.query_one("#top", Static).update(spread(title, state, width))
        self.query_one("#bottom", Static).update(
            bottom_line(self._room.look, footer(self._room, self._row, reads=self._reads), width)
        )

    def _arrange(self) -> None:
        """Show rows and preview side by side where there is room, else the one in focus."""
        wide = self.size.width >= _BESIDE
        self._list.display = wide or not self._reads
        self._preview.display = wide or self._reads
        self.set_focus(self._pane, scroll_visible=False)
        self._list.border_title, self._preview.border_title = Text("what you write"), Text("what it comes to")
        self._head()

    def _follow(self) -> None:
        """Let the preview show what the row in hand comes to."""
        row = self._row
        number = self._material.numbers.get(row.item, "") if row else ""
        if row is not None and not self._reads and (number or row.is_head):
            self._preview.go_to_line(f"{number}. " if number else f"## {row.label}")
        self._head()

    # What keys do

    @property
    def _row(self) -> Row | None:
        return self._rows.get(self._list.current or "")

    def on_key(self, event: events.Key) -> None:
        """Carry out a key of the brief, or a command of the room that has a meaning here."""
        event.stop()
        event.prevent_default()
        local = None if self._reads else self._local.get(key_name(event))
        deed = local or self._deeds.get(self._room.command_of(event) or "")
        if deed is not None:
            self._room.attempt(deed)
        else:
            self._say_nothing_done(event)

    def _say_nothing_done(self, event: events.Key) -> None:
        """Say why a key does nothing here."""
        room, key = self._room, key_name(event)
        command = room.command_of(event)
        if self._reads and key in self._local:
            self._say_reading()
        elif said := elsewhere(room, command) if command else unknown(room, key):
            room.tell(said, timeout=3)

    def _say_reading(self) -> None:
        self._room.tell(f"that is done in the rows; {self._room.key('next-pane')} goes back to them")

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Write or open by mouse."""
        event.stop()
        self._room.attempt(partial(self._on_row, self._open))

    def _move(self, rows: int) -> None:
        self._pane.move(rows)

    def _turn(self) -> None:
        self._reads = not self._reads
        self._arrange()

    def _go_to(self, row: str) -> None:
        self._fill()
        if self._list.go_to(row):
            self._follow()

    def _on_row(self, deed: Callable[[Row], None]) -> None:
        if self._reads:
            self._say_reading()
        elif self._row is not None:
            deed(self._row)

    def _on_judgment(self, deed: Callable[[Row], None]) -> None:
        row = self._row
        if row is not None and bears_evidence(row):
            deed(row)
        else:
            self._room.tell("that is for a judgment: go to one first", severity="warning")

    def _open(self, row: Row) -> None:
        if row.chosen:
            self._leave(row.chosen)
        elif row.field == "evidence":
            self._choose_evidence(row)
        else:
            self._editing.edit(row)

    def _choose_evidence(self, row: Row) -> None:
        self._room.lay_over(EvidenceSheet(self._room, row.item), lambda _: self._go_to(row.id))

    def _check(self) -> None:
        def go(target: str | None) -> None:
            if target in self._rows:
                self._go_to(target)
            elif target is not None:
                self._leave(target)

        self._room.lay_over(Findings(self._room), go)

    def _export(self) -> None:
        export(self._room, self._renew)

    def _renew(self) -> None:
        """Compare with the version that was kept last."""
        self._edition = self._compared()
        self._fill()

    def _compared(self) -> Edition:
        """Return the edition, compared with the version kept last; with none if that cannot be read, which is said."""
        publishing = self._room.case.publishing
        try:
            return publishing.brief().edition
        except InputError as error:
            self._room.tell(f"not compared with the last version: {error}", severity="warning", timeout=15)
            return publishing.blank()

    def _say(self, deed: Callable[[], str | None], done: str, nothing: str) -> None:
        said = deed()
        self._room.tell(f"{done}: {said}" if said else nothing)

    def _leave(self, target: str | None) -> None:
        if self.is_current:
            self.dismiss(None if target is None else Left(target, self._list.current or ""))
