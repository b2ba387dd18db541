"""The history: what was done, the latest first; where analysts differ; and what has lost its words."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.case.past import Past
from briefing.case.words import in_words, of_lost, side_by_side, value_in_words
from briefing.dossier import Annotation
from briefing.ledger import Conflict
from briefing.plurals import counted
from briefing.room.commands import Thing
from briefing.room.look import Look, beside, inked, spread
from briefing.room.moving import land, show

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.views.legend import Keys

_WHEN, _WHO = 17, 12
_PARTS = ("everything", "differences", "without a place")
_EMPTY = (
    "Nothing was done in this case yet: what is tagged, noted or judged in the room comes up here.",
    "No analyst says other than another. `briefing ledger import` takes in another's record.",
    "Every annotation is on its words.",
)


def event_line(look: Look, annotation: Annotation, said: str, before: str, width: int) -> Text:
    """Draw one thing that was done: when, who, what; at the right what stood there before, if there is room."""
    p = look.palette
    left = inked(f" {annotation.at[:16].replace('T', ' '):<{_WHEN}}", p.pale)
    left.append(look.cell(annotation.who, _WHO), style=p.ink).append("  ")
    right = inked(f"was: {look.cut(before, width // 5)}" if before else "", p.pale)
    return spread(left.append(look.cut(said, beside(right, width) - left.cell_len), style=p.ink), right, width)


class HistorySight:
    """The record of the case; `hand` is what was in hand in the room, to put on it what has lost its words."""

    name = "history"
    lines = 1

    def __init__(self, room: "Room", hand: Thing | None) -> None:
        self._room = room
        self._hand = hand
        self._past = Past(room.case.book, room.dossier)
        self._part = 0
        self._events: dict[str, Annotation] = {}
        self._conflicts: dict[str, Conflict] = {}
        self._lost: dict[str, Annotation] = {}

    @property
    def title(self) -> str:
        """Which part of it."""
        return _PARTS[self._part]

    @property
    def aside(self) -> str:
        """How many there are of each."""
        differences, lost = len(self._conflicts), len(self._lost)
        said = [counted(len(self._events), "event")]
        said += [counted(differences, "difference")] * bool(differences) + [f"{lost} without a place"] * bool(lost)
        return " · ".join(said)

    @property
    def keys(self) -> "Keys":
        """Open, go back to a moment or put on other words, the next part, undo."""
        restore = ("as it was then", "", "put on what was in hand")[self._part]
        following = _PARTS[(self._part + 1) % len(_PARTS)]
        on_rows = (("open", "words"), ("restore", restore)) if self._rows else ()
        all_keys = *on_rows, ("next-pane", following), ("undo", "undo"), ("redo", "redo")
        return [(command, words) for command, words in all_keys if words]

    @property
    def empty(self) -> str:
        """What there would be."""
        return _EMPTY[self._part]

    def gather(self) -> Sequence[str]:
        """Return the rows of the part that is shown."""
        self._events = {f"e{a.id}": a for a in self._past.annotations()}
        self._conflicts = {f"c{c.act}/{c.target}": c for c in self._past.conflicts()}
        self._lost = {f"o{a.id}": a for a in self._room.case.orphans}
        return list(self._rows)

    @property
    def _rows(self) -> Mapping[str, Annotation | Conflict]:
        return (self._events, self._conflicts, self._lost)[self._part]

    def note(self, item: str | None, width: int) -> Text:
        """Say all of the row in hand: what stood before and after, what each analyst says, which words are gone."""
        look = self._room.look
        annotation, conflict = self._events.get(item or ""), self._conflicts.get(item or "")
        if annotation is not None:
            before, after = (
                self._value(annotation, value) or "nothing" for value in (annotation.before, annotation.value)
            )
            said = f"before: {before}   after: {after}"
        elif conflict is not None:
            said = f"the last holds, said {conflict.said[-1].at[:16].replace('T', ' ')} UTC by {conflict.said[-1].who}"
        elif item in self._lost:
            said = of_lost(self._lost[item])
        else:
            said = ""
        return inked(f"  {look.cut(said, width - 4)}", look.palette.pale)

    def _value(self, annotation: Annotation, value: str | None) -> str:
        return value_in_words(annotation, value, self._room.dossier)

    def head(self, width: int) -> Text:
        """Return the heads of the columns."""
        p = self._room.look.palette
        if self._part == 1:
            return inked(" what, and what each analyst says of it", p.pale)
        return spread(inked(f" {'when (UTC)':<{_WHEN}}{'who':<{_WHO}}  what", p.pale), inked("before", p.pale), width)

    def row(self, item: str, width: int, *, current: bool) -> Sequence[Text]:  # noqa: ARG002 - the list shows it
        """Draw a row."""
        look = self._room.look
        if item in self._events:
            annotation = self._events[item]
            before = self._value(annotation, annotation.before)
            return [event_line(look, annotation, in_words([annotation], self._room.dossier), before, width)]
        if item in self._conflicts:
            what, said = side_by_side(self._conflicts[item])
            right = inked(
                look.cut(" · ".join(f"{who}: {value}" for who, value in said), width * 3 // 5), look.palette.doubt
            )
            return [spread(inked(f" {look.cut(what, beside(right, width) - 2)}", look.palette.ink), right, width)]
        lost = self._lost.get(item)
        return (
            [event_line(look, lost, of_lost(lost), self._value(lost, lost.before), width)]
            if lost is not None
            else [Text()]
        )

    def words(self, item: str) -> str:
        """Return what a row can be found by."""
        if item in self._conflicts:
            return side_by_side(self._conflicts[item])[0]
        if item in self._lost:
            return of_lost(self._lost[item])
        annotation = self._events[item]
        return f"{annotation.at} {annotation.who} {in_words([annotation], self._room.dossier)}"

    def do(self, command: str, item: str | None, leave: Callable[[], None]) -> str | None:
        """Carry out a command on a row; returns what to say."""
        case = self._room.case
        if command == "next-pane":
            self._part = (self._part + 1) % len(_PARTS)
            return None
        if command in {"undo", "redo"}:
            said = case.undo() if command == "undo" else case.redo()
            return f"{command}ne: {said}" if said else f"there is nothing to {command}"
        if item is None:
            return None
        return self._restore(item) if command == "restore" else self._open(item, leave)

    def _restore(self, item: str) -> str:
        undo = self._room.key("undo")
        if item in self._lost:
            why_not = self._past.put_on(self._lost[item], self._hand.id if self._hand else "")
            return (
                why_not or f"put on the {self._hand.kind if self._hand else ''} that was in hand; {undo} takes it back"
            )
        changed = self._past.restore(self._events[item].id)
        then = self._events[item].at[:16].replace("T", " ")
        return (
            f"as it was on {then} UTC: {counted(changed, 'change')}; {undo} takes {'it' if changed == 1 else 'them'} back"
            if changed
            else "it is as it was then"
        )

    def _open(self, item: str, leave: Callable[[], None]) -> str | None:
        room = self._room
        said = self._events.get(item) or self._lost.get(item)
        target = (self._conflicts[item].target if said is None else said.target).partition("/")[0]
        if target in room.dossier.claims:
            leave()
            land(room, target)
        elif not (target in room.dossier.relations or target in room.dossier.sources):
            return (
                "its words are not in the case any more" if said is None or said.anchors else "this hangs on no words"
            )
        else:
            leave()
            show(room, target, room.return_to or (lambda: None))
        return None
