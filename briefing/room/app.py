"""The app: holds the case, the panes and the view together, and hands keys to commands."""

import gc
import os
from collections.abc import Callable
from functools import partial
from typing import ClassVar, TypeVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from briefing import keymap, resources
from briefing.case import Case
from briefing.config import Config, ThemeName
from briefing.errors import InputError
from briefing.plaintext import visible
from briefing.room import guiding
from briefing.room.arrangement import PANES, Pane, on_screen
from briefing.room.asking import Asking, Ended, Heard
from briefing.room.colours import look_of, paint
from briefing.room.commands import READING_KEYS, Kind, Thing, footer_keys, key_name, refusal, shown
from briefing.room.deeds import DEEDS
from briefing.room.desk import Desk
from briefing.room.driver import PromptDriver, prompt
from briefing.room.keeping import Keeper, is_there, thing
from briefing.room.linelist import LineList
from briefing.room.lines import bottom_line, filter_words, second_line, top_line
from briefing.room.loading import Loading, Stepped
from briefing.room.notices import Notices, Severity
from briefing.room.ordering import Ordering
from briefing.room.panes import make_panes
from briefing.room.questions import Questions
from briefing.room.session import Session
from briefing.room.themes import THEMES, theme
from briefing.room.turns import Turns
from briefing.room.view import View

Given = TypeVar("Given")

_CATCH_UP_SECONDS = 0.5
_YOUNGER_FIRST = 500
"""Collections of younger objects before one of all, which keeps a key waiting for some 30 ms: one in thousands of keys."""
_STYLES = ("layout", "lists", "overlays", "drafting")


class Room(App[None], inherit_bindings=False):
    """The room on one case."""

    CSS_PATH: ClassVar = [resources.STYLES / f"{name}.tcss" for name in _STYLES]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "briefing"

    def __init__(self, case: Case, config: Config) -> None:
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for name in THEMES:
            self.register_theme(theme(name))
        self.theme_name: ThemeName = "none" if self.no_color else config.theme
        self.case = case
        self.dossier = case.dossier
        self.view = View()
        self.keys = keymap.effective(config.keys)
        self.look = look_of(self.theme_name, config)
        self.loading = Loading(self)
        self.asking = Asking(self)
        self.keeper = Keeper(self)
        self.desk = Desk(make_panes(self))
        for pane, rows in self.desk.panes.items():
            rows.follow_with(partial(self.row_moved, pane))
        self.session = Session(self)
        self.turns = Turns(self, self._deliver)
        self.notices = Notices(self, self._notifications, self._unnotify)
        self.questions = Questions(self)
        self.last_tag: str | None = None
        self.searched = ""
        self.ordering = Ordering()
        self.filters_before: list[str] = []
        self.focused_pane = Pane.CLAIMS
        self.return_to: Callable[[], object] | None = None
        self.facing: tuple[str, str] | None = None
        self._shown_in_detail: Thing | None = None
        self._keys_for: Kind | None = None
        self._commands = {key: command for command, keys in self.keys.items() for key in keys}
        self.zoomed = False
        self._open = False
        self.theme = f"briefing-{self.theme_name}"

    # Coming and going

    def get_driver_class(self) -> type[Driver]:
        """Return what drives the terminal, or the browser."""
        return prompt(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """Return the screen that has the panes, as it is to look from the first frame on."""
        self.turns.begin()
        paint(self)
        self.session.bring_back()
        self._say_zoomed()
        self.keeper.titles()
        self.keeper.say_when_empty()
        self.desk.show_panes(self._on_screen())
        self.desk.begin_in(self.focused_pane)
        self.lines()
        return self.desk

    def on_desk_ready(self) -> None:
        """Listen to the dossier, and begin to load once the first frame is on screen."""
        self._open = True
        self.dossier.subscribe(self.keeper.changed)
        self.arrange(self.focused_pane)
        self._begin()

    def _begin(self) -> None:
        gc.freeze()  # what is there now stays; a first collection would look through all of it
        gc.set_threshold(*gc.get_threshold()[:2], _YOUNGER_FIRST)
        gc.enable()
        warning = self.case.record_warning()
        if warning:
            self.tell(warning, severity="warning", timeout=20)
        if isinstance(self._driver, PromptDriver):
            self._driver.tell_of_input(self.loading.make_way)
        self.loading.begin()
        self.session.begin()
        self._catching_up = self.set_interval(_CATCH_UP_SECONDS, self._catch_up)

    def _catch_up(self) -> None:
        if not self.attempt(self.case.catch_up):
            self._catching_up.stop()

    def on_stepped(self, event: Stepped) -> None:
        """Show what loading brought."""
        self.loading.take(event.step)

    def on_heard(self, event: Heard) -> None:
        """Show what the model answered."""
        self.attempt(partial(self.asking.heard, event.answered))

    def on_ended(self, event: Ended) -> None:
        """Ask on, or say what came of it."""
        self.asking.ended(event.problem)

    async def action_quit(self) -> None:
        """Leave; what is going on is ended, and it is kept how the room was left."""
        self.session.keep()
        self.loading.stop()
        self.asking.stop()
        self.case.close_worker()
        gc.freeze()  # the system takes all of it back at once; else the interpreter would look through it to the end
        self.exit()

    # Layout

    def on_resize(self, event: events.Resize) -> None:
        """Give the panes the room there is."""
        if self._open:
            self.arrange(self.focused_pane, width=event.size.width)

    def arrange(self, pane: Pane, *, width: int | None = None) -> None:
        """Put the focus into a pane and show the panes that there is room for."""
        if pane is Pane.DETAIL and self.focused_pane is not Pane.DETAIL:
            self._shown_in_detail = self.hand
        self.focused_pane = pane
        self.desk.show_panes(self._on_screen(width))
        self.desk.focus_on(pane)
        self.keeper.show_detail()
        self.lines(width)
        self.notices.row_moved()

    def _on_screen(self, width: int | None = None) -> frozenset[Pane]:
        return on_screen(width or self.size.width, self.focused_pane, zoomed=self.zoomed)

    def zoom(self) -> None:
        """Show the pane alone, or all again."""
        self.zoomed = not self.zoomed
        self._say_zoomed()
        self.arrange(self.focused_pane)

    def _say_zoomed(self) -> None:
        self.desk.say_zoomed(f" · zoomed, {self.key('zoom')} shows all panes" if self.zoomed else "")

    # What is in hand, and what is said

    @property
    def hand(self) -> Thing | None:
        """What commands act on: the row under the cursor of the pane in focus."""
        held = self._under_cursor()
        return held if held is not None and is_there(self.dossier, held) else None

    def _under_cursor(self) -> Thing | None:
        match self.focused_pane:
            case Pane.DETAIL:
                return self._shown_in_detail
            case Pane.READER:
                reader = self.desk.reader
                source = thing(Pane.SOURCES, reader.source.id) if reader.source else None
                return thing(Pane.CLAIMS, reader.claim) or source
            case pane:
                return thing(pane, self.desk.panes[pane].current)

    def key(self, command: str) -> str:
        """Return the key of a command as it is shown, to name it in a sentence."""
        return shown((self.keys[command] or self.keys["palette"] or ("",))[0])

    @property
    def clear_key(self) -> str:
        """The key that takes filters off, as it is shown."""
        return self.key("clear-filter").upper()

    @property
    def _kind_in_hand(self) -> Kind | None:
        held = self.hand
        return held.kind if held else None

    def narrow(self, view: View) -> None:
        """Put another view in force."""
        self.view = view
        self.keeper.fill_view()

    def lines(self, width: int | None = None) -> None:
        """Write the lines at top and bottom; `width` is what the terminal is about to have, if that changes."""
        width, counts = width or self.size.width, self.keeper.counts
        top = top_line(counts, self.look, self.case.name, self.asking.state(), width)
        self.desk.say("top", top)
        names, shown = self.view.names(self.dossier), len(self.desk.panes[Pane.CLAIMS].items)
        filters = filter_words(self.look, names, shown, counts.claims, self.clear_key, width)
        self.desk.say("tabs", second_line(self.look, (self.focused_pane, self._on_screen()), filters, width))
        self.desk.say("bottom", self._footer(width))
        self._keys_for = self._kind_in_hand

    def _footer(self, width: int) -> Text:
        if self.questions.is_open:
            return self.questions.line(width)
        reading = self.focused_pane is Pane.READER
        first = READING_KEYS if reading else {"back": "show all"} if self.view.is_filtered else {}
        return bottom_line(self.look, footer_keys(DEEDS, self.keys, self.hand, first), width)

    def tell(self, text: str, severity: Severity = "information", timeout: float = 5) -> None:
        """Say something for so many seconds, in place of what was said before the key."""
        self.notices.tell(text, severity, timeout)

    def on_desk_covered(self) -> None:
        """Let what was said before go when something is laid over the panes."""
        self.notices.make_way()

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something that the record may refuse (a full disk, a file that may only be read); returns whether it was done."""
        try:
            deed()
        except InputError as error:
            self.tell(f"not done: {error}", severity="error", timeout=20)
            return False
        return True

    def lay_over(self, screen: Screen[Given], take: Callable[[Given | None], object] = lambda _: None) -> None:
        """Show a screen over the room for a moment, and hand on what it gives."""
        self.turns.lay_over(screen, take)

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Give keys and pasted text their turn; a key goes before loading."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.loading.make_way()
            await self.turns.take(event)
        else:
            await super().on_event(event)

    async def _deliver(self, event: events.Event) -> None:
        """Hand on a key, or pasted text made safe: fields to type in show it as it is.

        Over the desk a key goes straight to its command: nothing between here and the row in hand takes keys.
        """
        if isinstance(event, events.Paste):
            event.text = visible("\n".join(event.text.splitlines()))
        elif isinstance(event, events.Key):
            self.notices.key_came()
            if self.screen is self.desk and self.app_focus:
                self.on_key(event)
                return
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """Carry out the command of a key."""
        if self.screen is not self.desk:
            return
        key = key_name(event)
        event.stop()
        event.prevent_default()
        if self.questions.is_open:
            self.questions.answer(key)
        elif key in self._commands:
            self.carry_out(self._commands[key])
        else:
            guiding.say_unknown(self, key)

    def command_of(self, event: events.Key) -> str | None:
        """Return the command that a key gives."""
        return self._commands.get(key_name(event))

    def carry_out(self, command: str) -> None:
        """Carry out a command, or say why it does nothing here."""
        self.notices.key_came()
        deed = DEEDS[command]
        why_not = refusal(deed, self.keys, self.hand)
        if why_not:
            self.tell(f"“{keymap.brief_words(command)}” {why_not}", severity="warning")
        else:
            self.attempt(partial(deed.run, self))

    # The mouse, and rows that change under the cursor

    def row_moved(self, pane: Pane, row: str) -> None:
        """Let the reader, the claims and the detail follow the row in hand."""
        self.session.moved(self.focused_pane)
        if pane is Pane.CLAIMS:
            self.facing = None
            self.keeper.read_claim(row)
        elif pane is Pane.READER:
            self.facing = None
            self.desk.panes[Pane.CLAIMS].go_to(row)
            self.keeper.head_reader()
        self.keeper.show_detail()
        if self._kind_in_hand is not self._keys_for:
            self.lines()
        self.notices.row_moved()

    def on_line_list_opened(self, _: LineList.Opened) -> None:
        """Open by mouse what enter opens."""
        if self.screen is self.desk:
            self.carry_out("open")

    def on_desk_tab_chosen(self, event: Desk.TabChosen) -> None:
        """Go to the pane whose tab was clicked."""
        self.arrange(event.pane)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the mouse into a pane."""
        pane = next((p for p in PANES if self.desk.panes[p] is event.widget), None)
        if pane is not None and pane is not self.focused_pane and self.desk.focused is event.widget:
            self.arrange(pane)
