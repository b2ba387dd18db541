"""A claim beside its companions: put together by a key, their stances said by a key, the contradiction seen at once."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing import keymap
from briefing.case.agenda import Agenda, companions
from briefing.case.offers import offer
from briefing.dossier import Change, Part
from briefing.room.commands import key_name, shown
from briefing.room.facing import ROW_LINES, claim_head, companion_row, key_lines
from briefing.room.guiding import elsewhere, unknown
from briefing.room.linelist import LineList
from briefing.room.look import holder_of, inked
from briefing.room.pointing import choose_from_all, find_point, reword_point

if TYPE_CHECKING:
    from briefing.room.app import Room

_EMPTY = (
    "No other claim seems to be on the same. {find} finds a point for it or makes one, {next} goes to the next claim."
)


class Beside(ModalScreen[str | None]):
    """Goes from claim to claim, those likeliest to be disputed first; leaving gives `claim`, the one it was on."""

    def __init__(self, room: "Room", claim: str) -> None:
        super().__init__(classes="in-middle")
        self._room, self.claim = room, claim
        self._list = LineList(self._row, ROW_LINES, id="beside-list")
        self._list.follow_with(self._follow)
        self._seen = [claim]
        self._agenda: Agenda | None = None
        self._turned = False
        self._told = ""
        self._stale = False
        self._left = False
        self._deeds: Mapping[str, Callable[[], None]] = {
            **self._list.moves(),
            "open": self._put_together,
            "stance-yes": partial(self._say, "certain +"),
            "stance-no": partial(self._say, "certain -"),
            "stance-unknown": partial(self._say, "unknown"),
            "stance-proposed": self._accept,
            "stance": lambda: choose_from_all(room, self._say_chosen),
            "next-pane": self._turn,
            "previous-pane": self._turn,
            "next-claim": self._next,
            "previous-claim": self._previous,
            "search": lambda: find_point(room, self.claim),
            "point": lambda: find_point(room, self.claim),
            "correct": lambda: reword_point(room, room.dossier.claims[self.claim].point),
            "undo": lambda: self._tell(f"undone: {said}" if (said := room.case.undo()) else "there is nothing to undo"),
            "redo": lambda: self._tell(
                f"done again: {said}" if (said := room.case.redo()) else "there is nothing to do again"
            ),
            "back": self._leave,
        }

    # What is on it

    def compose(self) -> ComposeResult:
        """Lay out the claim, its companions, what was done, and the keys."""
        with Vertical(id="beside"):
            yield Static(id="beside-claim")
            self._list.can_focus = False
            yield self._list
            yield Static(id="beside-said")
            yield Static(id="beside-keys")

    def on_mount(self) -> None:
        """Begin with the claim it was opened on, and follow the dossier."""
        colour = self._room.look.palette.cursor
        self._list.colour_cursor(colour, colour)
        key = self._room.key
        self._list.say_when_empty(_EMPTY.format(find=key("search"), next=key("next-claim")))
        self._unsubscribe = self._room.dossier.subscribe(self._changed)
        self._fill()

    def on_unmount(self) -> None:
        """Follow the dossier no longer."""
        self._unsubscribe()

    def on_resize(self) -> None:
        """Draw to the width there is, once it is known."""
        self.call_after_refresh(self._draw)

    def on_screen_resume(self) -> None:
        """See what changed while something lay over it."""
        self.call_later(self._fill)

    def _changed(self, change: Change) -> None:
        if not self._stale and change.part is not Part.ACTORS:
            self._stale = True
            self.call_later(self._fill)

    def _fill(self) -> None:
        """Show the claim and its companions as they are now."""
        self._stale = False
        if self.claim not in self._room.dossier.claims:
            if self.is_active:
                self._leave()
            return
        self._list.show(companions(self._room.dossier, self.claim))
        self._draw()

    def _draw(self) -> None:
        room, width = self._room, self._list.size.width
        if width == 0 or self.claim not in room.dossier.claims:
            return
        head = claim_head(room.dossier, room.look, self.claim, self.companion, self._meant, width)
        self._write("claim", head)
        self._list.redraw()
        said = inked(f" {room.look.cut(self._told or self._hint(), width - 2)}", room.look.palette.pale)
        self._write("said", [said])
        keys = [(shown(room.keys[c][0]), words) for c, words, _ in keymap.POINTING if room.keys[c]]
        self._write("keys", key_lines(room.look, keys, width))
        self.query_one("#beside").border_title = Text(f"what is at issue · claim {self._seen.index(self.claim) + 1}")

    def _write(self, part: str, lines: list[Text]) -> None:
        self.query_one(f"#beside-{part}", Static).update(Text("\n").join(lines))

    def _row(self, item: str, width: int) -> list[Text]:
        meant = self._meant if item == self.companion else ""
        return list(companion_row(self._room.dossier, self._room.look, self.claim, item, meant, width))

    def _hint(self) -> str:
        d = self._room.dossier
        if self.companion is not None:
            phrase = offer(d, self.claim, self.companion).phrase
        elif (point := d.points.get(d.claims[self.claim].point or "")) is not None:
            phrase = point.phrase
        else:
            return ""
        return f"{self._asked()} on “{phrase}”"

    def _asked(self) -> str:
        d, keys = self._room.dossier, (self._room.key(c) for c in ("stance-yes", "stance-no", "stance-unknown"))
        who = self._room.look.cut(holder_of(d, d.claims[self._meant]), max(12, self._list.size.width // 3))
        return f"{' '.join(keys)} say where {who} stands"

    # What is in hand

    @property
    def companion(self) -> str | None:
        """The companion under the cursor."""
        item = self._list.current
        return item if item in self._room.dossier.claims else None

    @property
    def _meant(self) -> str:
        """The claim that stances are said of: the one that has none yet, or the other after tab."""
        if self.companion is None:
            return self.claim
        moved = offer(self._room.dossier, self.claim, self.companion).moved
        return moved if not self._turned else self.companion if moved == self.claim else self.claim

    # What keys do

    def on_key(self, event: events.Key) -> None:
        """Carry out a command."""
        event.stop()
        event.prevent_default()
        command = self._room.command_of(event)
        deed = self._deeds.get(command or "")
        if deed is None:
            self._told = elsewhere(self._room, command) if command else unknown(self._room, key_name(event))
            self._draw()
        elif self.claim in self._room.dossier.claims:
            self._told = ""
            self._room.attempt(deed)
            if self.is_active and self.is_attached:
                self._draw()

    def _follow(self, _: str) -> None:
        self._turned = False
        self._draw()

    def on_line_list_opened(self, event: LineList.Opened) -> None:
        """Put together by mouse what enter puts together."""
        event.stop()
        self._room.attempt(self._put_together)

    def _tell(self, text: str) -> None:
        self._told, self._turned = text, False

    def _leave(self) -> None:
        if not self._left:
            self._left = True
            self.dismiss(self.claim)

    def _turn(self) -> None:
        self._turned = not self._turned

    def _put_together(self) -> None:
        if self.companion is None:
            self._tell(f"there is no companion to put it with; {self._room.key('search')} finds a point")
            return
        point = self._room.case.analyst.bring_together(self.claim, self.companion)
        self._tell(f"both on “{self._room.dossier.points[point].phrase}”; {self._asked()}")

    def _say_chosen(self, stand: str) -> None:
        self._say(stand)
        self._draw()

    def _say(self, stand: str) -> None:
        """Say where the claim that is meant stands; the other, if it has no stance yet, stands as proposed.

        Said of the claim in hand, once it is on a point, it leaves a companion that is on none where it is.
        """
        room, companion, meant = self._room, self.companion, self._meant
        claims = room.dossier.claims
        point = claims[self.claim].point
        if companion is not None and (meant == companion or point is None or claims[companion].point is not None):
            self._commit({**self._missing(companion), meant: stand})
        elif point is None:
            self._tell(f"put the claim on a point first ({room.key('search')})")
        else:
            room.case.analyst.commit(self.claim, stand)
            self._tell_stances([self.claim])

    def _accept(self) -> None:
        companion = self.companion
        missing = self._missing(companion) if companion else {}
        if missing:
            self._commit(missing)
        else:
            self._tell("both have their stance already" if companion else "there is no companion to stand beside")

    def _missing(self, companion: str) -> dict[str, str]:
        """Return the proposed stances of those of the two that have none on the point they meet on."""
        d = self._room.dossier
        offered = offer(d, self.claim, companion)
        return {
            c: stand
            for c, stand in offered.stands.items()
            if d.claims[c].commitment is None or d.claims[c].point != offered.point
        }

    def _commit(self, stands: dict[str, str]) -> None:
        room, companion = self._room, self.companion
        assert companion is not None
        turned = self._turned
        room.case.analyst.bring_together(self.claim, companion, stands)
        self._tell_stances(stands)
        self._turned = turned

    def _tell_stances(self, of: Iterable[str]) -> None:
        d = self._room.dossier
        self._tell("; ".join(f"{holder_of(d, d.claims[c])}: {d.claims[c].commitment}" for c in of))

    def _next(self) -> None:
        room, here = self._room, self._seen.index(self.claim)
        if self._agenda is None:
            self._agenda = Agenda(room.dossier, room.view.claims(room.dossier), self._seen)
        to = self._seen[here + 1] if here + 1 < len(self._seen) else self._agenda.next()
        if to is None:
            self._tell("that was the last claim with companions")
        else:
            self._seen += [to] if to not in self._seen else []
            self._go_to(to)

    def _previous(self) -> None:
        here = self._seen.index(self.claim)
        if here == 0:
            self._tell("that was the first claim")
        else:
            self._go_to(self._seen[here - 1])

    def _go_to(self, claim: str) -> None:
        self.claim, self._turned = claim, False
        self._fill()
        self._list.move_to_end(last=False)
