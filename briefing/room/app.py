"""The app: lays out the panes, keeps them true to the dossier, and hands keys to commands."""

import gc
from collections.abc import Callable, Mapping
from typing import ClassVar, Literal

from textual import events
from textual.app import App, ComposeResult, ScreenStackError
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from briefing import keymap, resources
from briefing.case import Case, Failed, Finished, Progress, Step
from briefing.config import Config
from briefing.dossier import Change, Part
from briefing.plaintext import visible
from briefing.room.arrangement import COLUMNS, LISTS, Pane, on_screen
from briefing.room.commands import footer_keys, refusal
from briefing.room.deeds import DEEDS
from briefing.room.detail import detail
from briefing.room.glyphs import glyphs
from briefing.room.linelist import LineList
from briefing.room.lines import Activity, bottom_line, filter_line, top_line
from briefing.room.look import Look
from briefing.room.reader import Reader
from briefing.room.rows import actor_row, claim_row, relation_rows, source_row
from briefing.room.themes import palette, theme
from briefing.room.view import View, actors_in_order, sources_in_order

Choice = tuple[str, Callable[[], object]]
"""What a key of a question does, in words and in deed."""
Severity = Literal["information", "warning", "error"]

_FRESH_SECONDS = 4.0
_CATCH_UP_SECONDS = 2.0
_STYLES = ("layout", "lists", "detail", "overlays")


class Desk(Screen[None], inherit_bindings=False):
    """The screen that has the panes."""

    AUTO_FOCUS = ""


class Room(App[None], inherit_bindings=False):
    """The room on one case."""

    CSS_PATH: ClassVar = [resources.STYLES / f"{name}.tcss" for name in _STYLES]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "briefing"

    def __init__(self, case: Case, config: Config) -> None:
        super().__init__()
        for name in ("dark", "light"):
            self.register_theme(theme(name))
        self.case = case
        self.dossier = case.dossier
        self.view = View()
        self.keys = keymap.effective(config.keys)
        self.look = self._look_of(config.theme, config)
        self.pending: tuple[Mapping[str, Choice], str] | None = None
        self.last_tag: str | None = None
        self.searched = ""
        self.focused_pane = Pane.CLAIMS
        self.return_to: tuple[Pane, str] | None = None
        self.facing: tuple[str, str] | None = None
        self._config = config
        self._commands = {key: command for command, keys in self.keys.items() for key in keys}
        self._activity = Activity(0, 1, "opening")
        self._dirty: set[Part] = set()
        self._fresh: frozenset[str] = frozenset()
        self._loaded = False
        self._zoomed = False
        self.theme = f"briefing-{config.theme}"

    def _look_of(self, name: str, config: Config) -> Look:
        colours = palette("light" if name == "light" else "dark")
        return Look(colours, glyphs(config.glyphs), {t.name: t for t in config.tags}, config.glyphs == "plain")

    # Layout

    def get_default_screen(self) -> Screen[None]:
        """Return the screen that has the panes."""
        return Desk(id="desk")

    def compose(self) -> ComposeResult:
        """Lay out the lines at top and bottom and three columns of panes."""
        panes = self._panes()
        yield Static(id="top")
        yield Static(id="filters")
        with Horizontal(id="columns"):
            for number, column in enumerate(COLUMNS):
                with Vertical(id=f"column-{number}", classes="column"):
                    for pane in column:
                        yield panes[pane]
        yield Static(id="bottom")

    def _panes(self) -> dict[Pane, LineList | VerticalScroll]:
        d = self.dossier
        detail_pane = VerticalScroll(Static(id="detail-text"), id=Pane.DETAIL, can_focus=False)
        return {
            Pane.SOURCES: LineList(
                lambda i, w: source_row(d, self.look, i, w, chosen=i == self.view.source),
                empty="No articles yet. Put .txt, .md, .html, .pdf or .docx files into the folder.",
                id=Pane.SOURCES,
            ),
            Pane.ACTORS: LineList(
                lambda i, w: actor_row(d, self.look, i, w, chosen=i == self.view.actor),
                empty="Actors appear as articles are read.",
                id=Pane.ACTORS,
            ),
            Pane.CLAIMS: LineList(
                lambda i, w: claim_row(d, self.look, i, w),
                empty="No claims in view. F1 takes filters off.",
                id=Pane.CLAIMS,
            ),
            Pane.READER: Reader(d, self.look, empty="Enter on a claim opens its article here.", id=Pane.READER),
            Pane.CONTRADICTIONS: LineList(
                lambda i, w: relation_rows(d, self.look, i, w, fresh=i in self._fresh),
                lines=4,
                empty="None in view. Put two claims on one point (p) and say where they stand (+ -).",
                id=Pane.CONTRADICTIONS,
            ),
            Pane.DETAIL: detail_pane,
        }

    def pane(self, name: Pane) -> LineList:
        """Return a list by its name."""
        return self.screen_stack[0].query_one(f"#{name}", LineList)

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.screen_stack[0].query_one(f"#{Pane.READER}", Reader)

    def on_mount(self) -> None:
        """Colour the lists, listen to the dossier, and begin to read once the first frame is on screen."""
        self._restyle()
        self.dossier.subscribe(self._changed)
        self.arrange(self.focused_pane)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        gc.enable()
        for said in (self.case.ledger.repaired, "the record can only be read" if self.case.ledger.read_only else None):
            if said:
                self.tell(said, severity="warning", timeout=20)
        self.run_worker(self._load, thread=True, exit_on_error=False)
        self.set_interval(_CATCH_UP_SECONDS, self.case.catch_up)

    def on_resize(self, event: events.Resize) -> None:
        """Give the panes the room there is."""
        self.arrange(self.focused_pane, width=event.size.width)

    def arrange(self, pane: Pane, *, width: int | None = None) -> None:
        """Put the focus into a pane and show the panes that there is room for."""
        self.focused_pane = pane
        shown = on_screen(width or self.size.width, pane, zoomed=self._zoomed)
        desk = self.screen_stack[0]
        for number, column in enumerate(COLUMNS):
            desk.query_one(f"#column-{number}").display = bool(shown & set(column))
            for name in column:
                desk.query_one(f"#{name}").display = name in shown
        if len(self.screen_stack) == 1:
            self.pane(pane).focus(scroll_visible=False)
        self._lines()

    def zoom(self) -> None:
        """Show the pane alone, or all again."""
        self._zoomed = not self._zoomed
        self.arrange(self.focused_pane)

    def switch_theme(self) -> None:
        """Change between dark and light."""
        name = "light" if self.theme == "briefing-dark" else "dark"
        self.theme = f"briefing-{name}"
        self.look = self._look_of(name, self._config)
        self._restyle()

    def _restyle(self) -> None:
        p = self.look.palette
        for name in LISTS:
            if name is not Pane.READER:
                self.pane(name).colour_cursor(p.cursor, p.rest)
        self.reader.restyle(self.look)
        self._dirty |= set(Part)
        self._catch()

    # Loading

    def _load(self) -> None:
        worker = get_current_worker()
        for step in self.case.load():
            if worker.is_cancelled:
                return
            self.call_from_thread(self._apply, step)

    def _apply(self, step: Step) -> None:
        self.case.apply(step)
        if isinstance(step, Progress):
            self._activity = Activity(step.done, step.total, step.what)
        elif isinstance(step, Failed):
            self.tell(str(step.fault), severity="error", timeout=20)
        elif isinstance(step, Finished):
            self._activity = Activity()
            self._loaded = True
            if self.case.orphans:
                self.tell(
                    f"{len(self.case.orphans)} annotations have lost their words; the brief lists them",
                    severity="warning",
                )
        self._lines()

    async def action_quit(self) -> None:
        """Leave; what is going on is ended, there is nothing to save."""
        self.workers.cancel_all()
        self.case.close_worker()
        self.exit()

    # Keeping the panes true

    def _changed(self, change: Change) -> None:
        if not self._dirty:
            self.call_later(self._catch)
        self._dirty.add(change.part)
        if change.part is Part.RELATIONS and self._loaded and change.ids:
            self._fresh = change.ids
            self.set_timer(_FRESH_SECONDS, self._settle)

    def _settle(self) -> None:
        self._fresh = frozenset()
        self.pane(Pane.CONTRADICTIONS).redraw()

    def _catch(self) -> None:
        dirty, self._dirty = self._dirty, set()
        try:
            self._fill(dirty)
        except (NoMatches, ScreenStackError):
            return
        self._lines()

    def _fill(self, dirty: set[Part]) -> None:
        structure = dirty & {Part.SOURCES, Part.ACTORS, Part.CLAIMS, Part.RELATIONS, Part.POINTS, Part.RECORD}
        if dirty & {Part.SOURCES, Part.CLAIMS, Part.RECORD}:
            self.pane(Pane.SOURCES).show(sources_in_order(self.dossier))
        if dirty & {Part.ACTORS, Part.CLAIMS}:
            self.pane(Pane.ACTORS).show(actors_in_order(self.dossier))
        if structure:
            self.fill_view()

    def fill_view(self) -> None:
        """Show the claims and contradictions that the view has, and what follows from the rows in hand."""
        claims = self.view.claims(self.dossier)
        self.pane(Pane.CLAIMS).show([c.id for c in claims])
        relations = self.view.relations(self.dossier, claims)
        self.pane(Pane.CONTRADICTIONS).show(relations)
        for name in (Pane.SOURCES, Pane.ACTORS):
            self.pane(name).redraw()
        self.show_detail()
        self.show_in_reader(self.reader.current or self.pane(Pane.CLAIMS).current)
        self._titles(len(claims), relations)
        self._lines()

    def _titles(self, claims: int, relations: list[str]) -> None:
        total = sum(c.covered is None for c in self.dossier.claims.values())
        self.pane(Pane.SOURCES).border_title = "1 Sources"
        self.pane(Pane.ACTORS).border_title = "2 Actors"
        self.pane(Pane.CLAIMS).border_title = "3 Claims" + (
            f"  {claims} of {total}" if self.view.is_filtered else f"  {claims}"
        )
        self.pane(Pane.CONTRADICTIONS).border_title = f"5 Contradictions  {len(relations)}"

    def show_detail(self) -> None:
        """Show the contradiction in hand in full."""
        relation = self.pane(Pane.CONTRADICTIONS).current
        text = (
            detail(self.dossier, self.look, relation)
            if relation
            else "The contradiction in hand is shown here in full."
        )
        box = self.screen_stack[0].query_one("#detail-text", Static)
        box.update(text if relation else Content(str(text)))

    def show_in_reader(self, claim_id: str | None, words: tuple[int, int] | None = None) -> None:
        """Open the article of a claim at its words."""
        claim = self.dossier.claims.get(claim_id or "")
        if claim is None:
            return
        source = self.dossier.sources[claim.source]
        marked = [
            c
            for c in self.dossier.claims_of_source(source.id)
            if c.covered is None and not self.dossier.is_dismissed(c.id)
        ]
        self.reader.open_source(source, marked, claim.id, words)
        published = f", {source.published}" if source.published else ""
        number = next((n for n, c in enumerate(marked, 1) if c.id == claim.id), 0)
        self.reader.border_title = Content(
            f"4 Reader · {visible(source.name)}{published} · {number}/{len(marked)}"
        ).plain.replace("[", "(")

    def _lines(self) -> None:
        desk, width = self.screen_stack[0], self.size.width
        desk.query_one("#top", Static).update(top_line(self.dossier, self.look, self.case.name, self._activity, width))
        filters = desk.query_one("#filters", Static)
        filters.display = self.view.is_filtered
        if self.view.is_filtered:
            total = sum(c.covered is None for c in self.dossier.claims.values())
            names = self.view.names(self.dossier)
            clear = (self.keys["clear-filter"] or ("palette",))[0].upper()
            filters.update(filter_line(self.look, names, len(self.pane(Pane.CLAIMS).items), total, clear, width))
        desk.query_one("#bottom", Static).update(bottom_line(self.look, self._footer(), width))

    def _footer(self) -> list[tuple[str, str]]:
        if self.pending is not None:
            choices, title = self.pending
            return [("", title), *((key, words) for key, (words, _) in choices.items()), ("esc", "leave")]
        return footer_keys(DEEDS, self.keys, self.focused_pane)

    def tell(self, text: str, severity: Severity = "information", timeout: float = 5) -> None:
        """Say something for a moment."""
        self.notify(visible(text), severity=severity, timeout=timeout, markup=False)

    # Keys

    def ask(self, title: str, choices: Mapping[str, Choice]) -> None:
        """Wait for one of these keys; the bottom line names them."""
        self.pending = (choices, title)
        self._lines()

    def on_key(self, event: events.Key) -> None:
        """Carry out the command of a key."""
        if len(self.screen_stack) > 1:
            return
        key = event.character if event.character and event.is_printable and event.character != " " else event.key
        event.stop()
        event.prevent_default()
        if self.pending is not None:
            (choices, _), self.pending = self.pending, None
            if key in choices:
                choices[key][1]()
            self._lines()
        elif key in self._commands:
            self.carry_out(self._commands[key])

    def carry_out(self, command: str) -> None:
        """Carry out a command, or say why it does nothing here."""
        deed = DEEDS[command]
        why_not = refusal(deed, self.focused_pane)
        if why_not:
            self.tell(why_not, severity="warning")
        else:
            deed.run(self)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Let the reader and the detail follow the row in hand."""
        if event.list.id == Pane.CONTRADICTIONS:
            self.show_detail()
        elif event.list.id in {Pane.CLAIMS, Pane.READER}:
            self.facing = None
            self.show_in_reader(event.item)

    def on_line_list_opened(self, _: LineList.Opened) -> None:
        """Open by mouse what enter opens."""
        self.carry_out("open")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the mouse into a pane."""
        name = event.widget.id
        if name in set(LISTS) and name != self.focused_pane:
            self.arrange(Pane(name))
