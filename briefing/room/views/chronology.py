"""The chronology: what is said to have happened when, who said so, and when it was reported."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.dossier import Dossier
from briefing.overview import Event, Span, chronology, spoken
from briefing.overview.spans import day
from briefing.plurals import counted
from briefing.room.look import Look, beside, holder_of, inked, spread
from briefing.room.moving import land
from briefing.room.rows import short_date

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.views.legend import Keys

_WHEN, _WHO, _OUTLET, _TRACK = 19, 18, 18, 26
_WITH_OUTLET, _WITH_TRACK = 108, 136
"""Widths of a row from which it has the outlet, and a track of time."""
_LOOK_BACK = timedelta(days=60)


def window(events: Sequence[Event]) -> Span | None:
    """Return the time that the tracks show: two months before the first report, to the last event or report."""
    reports = [at for e in events if (at := day(e.reported)) is not None]
    if not reports:
        return Span(min(e.when.first for e in events), max(e.when.last for e in events)) if events else None
    first = max(min(reports), date.min + _LOOK_BACK)
    return Span(first - _LOOK_BACK, max(*reports, *(e.when.last for e in events)))


def chronology_head(look: Look, shown: Span | None, width: int, *, by_report: bool) -> Text:
    """Draw the heads of the columns."""
    p = look.palette
    first, last = ("reported", "event") if by_report else ("when", "reported")
    left = inked(f"   {first:<{_WHEN}}", p.pale)
    if width >= _WITH_TRACK and shown is not None:
        ends = (short_date(shown.first.isoformat()), short_date(shown.last.isoformat()))
        left.append(f"{ends[0]:<{_TRACK // 2}}{ends[1]:>{_TRACK // 2}}  ")
    left.append(f"   {'who says so':<{_WHO + 2}}what", style=p.pale)
    return spread(
        left, inked((f"{'outlet':<{_OUTLET}}  " if width >= _WITH_OUTLET else "") + f"{last:>11}", p.pale), width
    )


def event_row(
    dossier: Dossier, look: Look, event: Event, shown: Span | None, width: int, *, by_report: bool, begins: bool
) -> Text:
    """Draw an event in one line; `begins` is whether its time is another than that of the row above."""
    claim, p, g = dossier.claims[event.claim], look.palette, look.glyphs
    times = (short_date(event.reported) or "no date", spoken(event.when))
    said, other = times if by_report else reversed(times)
    left = inked(f" {g.here if begins else ' '} ", p.accent)
    left.append(look.cell(said, _WHEN - 1), style=f"bold {p.ink}" if begins else p.pale).append(" ")
    if width >= _WITH_TRACK and shown is not None:
        left.append_text(_track(look, event, shown)).append("  ")
    disputed = look.dispute(dossier.relations_of(claim.id))
    disputed.pad_right(3 - disputed.cell_len)
    left.append_text(disputed)
    left.append(look.cell(holder_of(dossier, claim), _WHO), style=p.ink).append("  ")
    outlet = f"{look.cell(dossier.sources[claim.source].name, _OUTLET)}  " if width >= _WITH_OUTLET else ""
    right = inked(f"{outlet}{look.cut(other, _WHEN - 1) if by_report else other:>11}", p.pale)
    return spread(left.append(look.cut(claim.text, beside(right, width) - left.cell_len), style=p.ink), right, width)


def _track(look: Look, event: Event, shown: Span) -> Text:
    """Draw the days of an event as a bar, and the day of the report, on the time that is shown."""
    g, p = look.glyphs, look.palette
    length = (shown.last - shown.first).days + 1

    def cell(at: date) -> int:
        return max(-1, min(_TRACK - 1, (at - shown.first).days * _TRACK // length))

    first, last, report = cell(event.when.first), cell(event.when.last), day(event.reported)
    cells = [g.nothing] * _TRACK
    for n in range(max(0, first), last + 1):
        cells[n] = g.full
    reported = cell(report) if report is not None else -1
    if first < 0 and last < 0:
        cells[0] = "<"
    track = Text()
    for n, sign in enumerate(cells):
        track.append(g.before if n == reported else sign, style=p.accent if sign == g.full or n == reported else p.edge)
    return track


class ChronologySight:
    """The claims in view that say a time."""

    name = "chronology"
    lines = 1

    def __init__(self, room: "Room") -> None:
        self._room = room
        self._by_report = False
        self._events: dict[str, Event] = {}
        self._begins: frozenset[str] = frozenset()
        self._window: Span | None = None
        self._without = 0

    @property
    def title(self) -> str:
        """What is left out by the filter in force."""
        names = self._room.view.names(self._room.dossier)
        return f"only {'  '.join(names)}" if names else "by time of report" if self._by_report else "by time of event"

    @property
    def aside(self) -> str:
        """How many there are, and how many claims say no time."""
        return f"{counted(len(self._events), 'event')} · {counted(self._without, 'claim')} without a time"

    @property
    def keys(self) -> "Keys":
        """Open, and order."""
        return (("open", "words"), ("next-pane", "by event" if self._by_report else "by report"))

    @property
    def empty(self) -> str:
        """Why there is none."""
        room = self._room
        if room.view.is_filtered:
            return f"No claim in view says when. {room.key('back')}, then {room.clear_key} shows all claims again."
        return (
            "No claim says when something was. Times come with the articles, or from a reading file (docs/reading.md)."
        )

    def gather(self) -> Sequence[str]:
        """Return the claims in view that say a time."""
        room = self._room
        claims = room.view.claims(room.dossier)
        events = chronology(room.dossier, claims, by_report=self._by_report)
        self._events = {e.claim: e for e in events}
        self._window = window(events)
        self._without = len(claims) - len(events)
        firsts = {e.claim for e in events[:1]} | {
            b.claim for a, b in pairwise(events) if self._time(a) != self._time(b)
        }
        self._begins = frozenset(firsts)
        return list(self._events)

    def _time(self, event: Event) -> object:
        return event.reported if self._by_report else event.when

    def note(self, item: str | None, width: int) -> Text:
        """Say exactly when it is said to be, and when and by whom it was reported."""
        d, look = self._room.dossier, self._room.look
        event = self._events.get(item or "")
        if event is None or event.claim not in d.claims:
            return Text()
        claim = d.claims[event.claim]
        told = f"reported {short_date(event.reported) or 'without a date'} by {d.sources[claim.source].name}"
        said = f"{spoken(event.when)}: {holder_of(d, claim)}, {told}"
        return inked(f"  {look.cut(said, width - 4)}", look.palette.pale)

    def head(self, width: int) -> Text:
        """Return the heads."""
        return chronology_head(self._room.look, self._window, width, by_report=self._by_report)

    def row(self, item: str, width: int, *, current: bool) -> Sequence[Text]:  # noqa: ARG002 - the list shows it
        """Draw an event."""
        d, look = self._room.dossier, self._room.look
        if item not in d.claims:
            return ()
        event, begins = self._events[item], item in self._begins
        return [event_row(d, look, event, self._window, width, by_report=self._by_report, begins=begins)]

    def words(self, item: str) -> str:
        """Return what a row can be found by."""
        claim = self._room.dossier.claims[item]
        return f"{holder_of(self._room.dossier, claim)} {claim.text} {claim.quote}"

    def do(self, command: str, item: str | None, leave: Callable[[], None]) -> str | None:
        """Open the words, or order otherwise."""
        room = self._room
        if command == "next-pane":
            self._by_report = not self._by_report
        elif item is not None:
            leave()
            land(room, item)
        return None
