"""The screen that every view is shown on: what it is at the top, its rows, the keys at the bottom; it follows the dossier."""

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Protocol

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from briefing import resources
from briefing.dossier import Change
from briefing.dossier.folding import folded
from briefing.keymap import words
from briefing.room.arrangement import Pane
from briefing.room.commands import key_name, shown
from briefing.room.guiding import elsewhere, unknown
from briefing.room.linelist import LineList
from briefing.room.lines import bottom_line
from briefing.room.look import inked, spread
from briefing.room.moving import return_to_row
from briefing.room.views.legend import Keys, explain

if TYPE_CHECKING:
    from briefing.room.app import Room

VIEWS = ("point-view", "chronology", "matrix", "actors-view")
_FINDING = ("search", "search-again", "search-back")
_SOONEST, _SHARE = 0.02, 3.0
"""Seconds after a change until it is shown, and how many times the last working out must have gone by, so that keys get through."""


class Sight(Protocol):
    """What a view shows: rows by id, worked out anew by `gather`, drawn for a width; and what its own commands do."""

    name: str
    lines: int

    @property
    def title(self) -> str:
        """What it is, and of what."""

    @property
    def aside(self) -> str:
        """What there is to say of all its rows."""

    @property
    def keys(self) -> Keys:
        """Its own commands."""

    @property
    def empty(self) -> str:
        """What to do next where there are no rows."""

    def gather(self) -> Sequence[str]:
        """Return the ids of the rows, worked out anew from the dossier."""

    def note(self, item: str | None, width: int) -> Text:
        """Return a line on the row in hand."""

    def head(self, width: int) -> Text:
        """Return the heads of the columns."""

    def row(self, item: str, width: int, *, current: bool) -> Sequence[Text]:
        """Return a row's lines."""

    def words(self, item: str) -> str:
        """Return what a row can be found by."""

    def do(self, command: str, item: str | None, leave: Callable[[], None]) -> str | None:
        """Carry out one of its commands on the row in hand, after `leave` where it ends in the room; returns what to say."""


class Overlook(Screen[None], inherit_bindings=False):
    """Shows a sight over the room. `origin` is the pane and row that leaving goes back to, `at` the row to begin on."""

    CSS_PATH: ClassVar = [resources.STYLES / "views.tcss"]
    AUTO_FOCUS = ""

    def __init__(
        self, room: "Room", sight: Sight, at: str | None = None, origin: tuple[Pane, str | None] | None = None
    ) -> None:
        super().__init__()
        self._room, self.sight, self._at = room, sight, at
        pane = room.focused_pane
        self.origin = origin or (pane, room.desk.panes[pane].current)
        self._begun = False
        self._waiting = False
        self._cost = 0.0
        self._said = ""
        self._searched = ""
        self._list = LineList(self._row, sight.lines, id="view-list")
        self._list.follow_with(lambda _: self._draw())

    def compose(self) -> ComposeResult:
        """Lay out the lines and the rows."""
        yield Static(id="view-top")
        yield Static(id="view-note")
        yield Static(id="view-head")
        yield self._list
        yield Static(id="view-bottom")

    def on_mount(self) -> None:
        """Say that it is at work, and then show the rows."""
        self._colour()
        self._list.focus(scroll_visible=False)
        self._list.say_when_empty("Gathering what the case has on it ...")
        self._unsubscribe = self._room.dossier.subscribe(self._changed)
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Follow the dossier no longer."""
        self._unsubscribe()

    def on_resize(self) -> None:
        """Draw to the width there is."""
        self.call_after_refresh(self._draw)

    def on_screen_resume(self) -> None:
        """See what changed while something lay over it."""
        if self._begun:
            self.call_later(self.fill)

    def _colour(self) -> None:
        palette = self._room.look.palette
        self._list.colour_cursor(palette.cursor, palette.rest)

    def _changed(self, _: Change) -> None:
        if not self._waiting:
            self._waiting = True
            self.set_timer(max(_SOONEST, _SHARE * self._cost), self.fill)

    def _begin(self) -> None:
        self._begun = True
        self.fill()
        if self._list.go_to(self._at):
            above = self._list.size.height // (3 * self.sight.lines)
            self._list.scroll_to(y=max(0, self._list.cursor - above) * self.sight.lines, animate=False)
        self._draw()

    def fill(self) -> None:
        """Show what the case has on it, as it is."""
        if not self.is_attached:
            return
        begun, self._waiting = monotonic(), False
        items = self.sight.gather()
        self._list.say_when_empty(self.sight.empty)
        self._list.show(items)
        self._draw()
        self._cost = monotonic() - begun

    def _draw(self) -> None:
        look, width = self._room.look, self.size.width
        if width == 0:
            return
        p = look.palette
        top = inked(f" {self.sight.name}", f"bold {p.accent}")
        aside = inked(look.cut(self.sight.aside, width // 2), p.pale)
        top.append(f"  {look.cut(self.sight.title, width - top.cell_len - aside.cell_len - 6)}", style=f"bold {p.ink}")
        note = inked(f" {look.cut(self._said, width - 2)}", p.doubt) if self._said else self._note(width)
        self._say("top", spread(top, aside, width))
        self._say("note", note)
        self._say("head", self.sight.head(self._list.size.width))
        keys = [(shown(self._room.keys[c][0]), words) for c, words in self._commands() if self._room.keys[c]]
        self._say("bottom", bottom_line(look, keys, width))
        self._list.redraw()

    def _note(self, width: int) -> Text:
        return self.sight.note(self._list.current, width)

    def _commands(self, said: Callable[[str], str] = lambda c: c.partition("-")[0]) -> Keys:
        """Return its commands; `said` says what those do that open another view."""
        others = [(c, said(c)) for c in VIEWS]
        own = {command for command, _ in self.sight.keys}
        find = [] if "search" in own else [("search", "search")]
        return [*self.sight.keys, *find, *others, ("theme", "colours"), ("help", "keys"), ("back", "back to the room")]

    def _say(self, part: str, text: Text) -> None:
        self.query_one(f"#view-{part}", Static).update(text, layout=False)

    def _row(self, item: str, width: int) -> Sequence[Text]:
        return self.sight.row(item, width, current=item == self._list.current)

    # Keys

    def on_key(self, event: events.Key) -> None:
        """Carry out a command."""
        event.stop()
        event.prevent_default()
        command, self._said = self._room.command_of(event), ""
        if command is None:
            self._said = unknown(self._room, key_name(event))
        else:
            self._room.attempt(partial(self._carry_out, command))
        if self.is_attached and self.is_active:
            self._draw()

    def _carry_out(self, command: str) -> None:
        room, moves = self._room, self._list.moves()
        if command in moves:
            moves[command]()
        elif command == "back":
            self._leave()
        elif command == "theme":
            room.carry_out(command)
            self._colour()
        elif command == "help":
            explain(room, self.sight.name, self._commands(words))
        elif command in _FINDING and not any(command == c for c, _ in self.sight.keys):
            self._search(command)
        elif any(command == c for c, _ in self.sight.keys):
            self._said = self.sight.do(command, self._list.current, self._hand_over) or ""
            if self.is_attached:
                self.fill()
        elif command in VIEWS or command.startswith("pane-") or command == "quit":
            self._leave()
            room.carry_out(command)
        else:
            self._said = elsewhere(room, command)

    def _search(self, command: str) -> None:
        from briefing.room.overlays.prompt import Prompt  # noqa: PLC0415 - loaded when it is first shown

        if command != "search" and self._searched:
            self._find(self._searched, back=command == "search-back")
        else:
            hint = f"enter goes to the next row with it, {self._room.key('search-again')} then further   esc leaves"
            self._room.lay_over(Prompt(f"search in {self.sight.name}", self._searched, hint), self._find)

    def _find(self, text: str | None, *, back: bool = False) -> None:
        self._searched, wanted = text or self._searched, folded((text or "").strip())
        items, at = self._list.items, self._list.cursor
        rows = (*items[at:], *items[:at])[::-1] if back else (*items[at + 1 :], *items[: at + 1])
        found = next((i for i in rows if wanted in folded(self.sight.words(i))), None)
        if wanted:
            self._list.go_to(found)
            self._said = "" if found else f"“{self._searched}” is not in {self.sight.name}"
        self._draw()

    def _leave(self) -> None:
        if self.is_current:
            self.dismiss(None)
            return_to_row(self._room, *self.origin)

    def _hand_over(self) -> None:
        """Leave for the room, where `back` comes here again, to the same row."""
        again = partial(Overlook, self._room, self.sight, self._list.current, self.origin)
        self.dismiss(None)
        self._room.return_to = lambda: self._room.lay_over(again())

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Open by mouse what enter opens."""
        event.stop()
        self._room.attempt(partial(self._carry_out, "open"))
