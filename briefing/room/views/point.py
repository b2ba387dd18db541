"""A point: who stands where on it, from certain yes to certain no, and how holders moved."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.case.offers import proposed_stance
from briefing.dossier import Dossier
from briefing.overview import SCALE, Link, Stand, points_at_issue, stands
from briefing.plaintext import quoted
from briefing.plurals import counted
from briefing.room.look import Look, holder_of, inked, spread
from briefing.room.moving import land
from briefing.room.page import shown
from briefing.room.rows import short_date

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen
    from briefing.room.views.legend import Keys

_STEP, _WIDE_STEP, _WIDE = 3, 5, 110
"""Cells between two places of the scale, in a narrow and in a wide row, and the width from which a row is wide."""
_NAME = 24
_STANCES = {"stance-yes": "certain +", "stance-no": "certain -", "stance-unknown": "unknown"}
_TURNED = {"stance-yes": "certain -", "stance-no": "certain +", "stance-unknown": "unknown"}
"""What is recorded for a key on a claim of the point in view, and on one of its opposite."""


def scale_head(look: Look, width: int) -> Text:
    """Draw the heads: holder, the scale from yes to no, the stance in words, when it was reported."""
    step = _WIDE_STEP if width >= _WIDE else _STEP
    track = f"{'yes':<{3 * step - 1}}{'open':<{3 * step - 1}}no"
    left = inked(f"  {'holder':<{_NAME}}{track}", look.palette.pale)
    left.pad_right(max(0, 2 + _NAME + 7 * step - left.cell_len))
    return spread(left.append("   stands", style=look.palette.pale), inked(_when_head(width), look.palette.pale), width)


def _when_head(width: int) -> str:
    return f"{'outlet':<20}  {'reported':>11}" if width >= _WIDE else "reported"


def stand_rows(dossier: Dossier, look: Look, stand: Stand, width: int) -> list[Text]:
    """Draw one who stands on a point, in two lines: name, place on the scale, stance, outlet and date; then the words."""
    claim, p = dossier.claims[stand.claim], look.palette
    source = dossier.sources[claim.source]
    when = short_date(stand.reported) if width >= 76 else short_date(stand.reported, year=False)
    outlet = f"{look.cell(source.name, 20)}  " if width >= _WIDE else ""
    right = inked(f"{outlet}{when:>11}" if width >= 76 else when, p.pale)
    left = inked(f"  {look.cell(holder_of(dossier, claim), _NAME - 2)}  ", f"bold {p.ink}")
    left.append_text(_track(look, stand, is_will=bool(claim.commitment and claim.commitment.attitude), width=width))
    stance = look.stand(claim.commitment) if claim.commitment else inked("no stance", p.pale)
    left.append("   ").append_text(stance)
    if stand.link:
        left.append(f" on {stand.link}", style=p.pale)
    if stand.changes:
        left.append(f"  was {SCALE[stand.earlier[-1]]}", style=p.pale)
    about = f"on “{shown(dossier.points[claim.point].phrase)}”: " if stand.link and claim.point else ""
    words = look.cut(f"{about}{quoted(shown(claim.quote))}", max(8, width - 8))
    return [spread(left, right, width), inked(f"    {words}", p.pale)]


def _track(look: Look, stand: Stand, *, is_will: bool, width: int) -> Text:
    g, p = look.glyphs, look.palette
    step = _WIDE_STEP if width >= _WIDE else _STEP
    places = [*stand.earlier, *([] if stand.place is None else [stand.place])]
    low, high = min(places, default=0), max(places, default=0)
    colour = p.doubt if stand.place not in {0, 6} else p.favour if stand.place == 0 else p.against
    track = Text()
    for place in range(len(SCALE)):
        if place == stand.place:
            track.append(g.will if is_will else g.here, style=f"bold {colour}")
        else:
            between = low < place < high
            track.append(
                g.before if place in stand.earlier else g.line if between else g.nothing,
                style=p.ink if between else p.pale,
            )
        joined = low <= place < high
        track.append((g.line if joined else " ") * (step - 1), style=p.pale)
    return track


class PointSight:
    """All that stand on one point; goes from point to point, the most disputed first, and lets stances be said."""

    name = "point"
    lines = 2

    def __init__(self, room: "Room", point: str | None) -> None:
        self._room = room
        self._by_time = False
        self._order: list[str] = []
        self._stands: dict[str, Stand] = {}
        self.point = point or next((p for p, _, _ in points_at_issue(room.dossier)), None)

    @property
    def title(self) -> str:
        """The point."""
        point = self._room.dossier.points.get(self.point or "")
        return point.phrase if point else ""

    @property
    def aside(self) -> str:
        """How many stand on which side of it."""
        places = [s.place for s in self._stands.values()]
        yes, no = sum(p is not None and p < 3 for p in places), sum(p is not None and p > 3 for p in places)
        return f"{yes} so · {places.count(3)} open · {no} not so"

    @property
    def keys(self) -> "Keys":
        """Open, order, other points, and the stance of the one in hand."""
        order = "by stance" if self._by_time else "by time"
        return (
            ("open", "words"), ("stance-yes", "so"), ("stance-no", "not so"), ("stance-unknown", "open"),
            ("next-claim", "next point"), ("next-pane", order), ("search", "find point"), ("previous-claim", "point before"),
            ("stance-proposed", "as worded"), ("undo", "undo"), ("redo", "redo"),
        )  # fmt: skip

    @property
    def empty(self) -> str:
        """How claims come onto points."""
        key = self._room.key
        if self.point is None:
            return f"No claim is on a point yet. {key('back')}, then {key('point')} on a claim puts it on one."
        return f"No claim stands on this point. {key('next-claim')} goes to the next, {key('search')} finds one."

    def gather(self) -> Sequence[str]:
        """Return the claims on the point."""
        found = stands(self._room.dossier, self.point, by_time=self._by_time) if self.point else []
        self._stands = {s.claim: s for s in found}
        return list(self._stands)

    def note(self, item: str | None, width: int) -> Text:
        """Say what the one in hand is set against."""
        d, look = self._room.dossier, self._room.look
        found = [r for r in d.relations_of(item) if r.type.is_conflict] if item else []
        if not found:
            return Text()
        others = dict.fromkeys(holder_of(d, d.claims[r.b if r.a == item else r.a]) for r in found)
        line = Text("  ").append_text(look.dispute(found))
        return line.append(" ").append(look.cut(f"against {', '.join(others)}", width - 6), style=look.palette.ink)

    def head(self, width: int) -> Text:
        """Return the heads."""
        return scale_head(self._room.look, width)

    def row(self, item: str, width: int, *, current: bool) -> Sequence[Text]:  # noqa: ARG002 - the list shows it
        """Draw one of them."""
        d = self._room.dossier
        return stand_rows(d, self._room.look, self._stands[item], width) if item in d.claims else ()

    def words(self, item: str) -> str:
        """Return what a row can be found by."""
        claim = self._room.dossier.claims[item]
        return f"{holder_of(self._room.dossier, claim)} {claim.quote}"

    def do(self, command: str, item: str | None, leave: Callable[[], None]) -> str | None:
        """Open the words, order otherwise, go to another point, say a stance, undo."""
        room = self._room
        if command == "open" and item is not None:
            leave()
            land(room, item)
        elif command == "next-pane":
            self._by_time = not self._by_time
        elif command in {"next-claim", "previous-claim"}:
            self._step(1 if command == "next-claim" else -1)
        elif command == "search":
            self._find()
        elif command in {"undo", "redo"}:
            said = room.case.undo() if command == "undo" else room.case.redo()
            return f"{'undone' if command == 'undo' else 'done again'}: {said}" if said else f"nothing to {command}"
        elif item is not None:
            return self._say(item, command)
        return None

    def _say(self, item: str, command: str) -> str:
        """Say a stance on the point that is shown; on its opposite it is the other way round."""
        room, link = self._room, self._stands[item].link
        claim = room.dossier.claims[item]
        if link in {None, Link.OPPOSITE}:
            stance = (_TURNED if link else _STANCES).get(command) or proposed_stance(claim)
            room.case.analyst.commit(item, stance)
            return f"{holder_of(room.dossier, claim)}: {stance}{f' on {link}' if link else ''}"
        return f"this is on {link}; {room.key('search')} goes to that point, where it can be said"

    def _step(self, by: int) -> None:
        if self.point not in self._order:  # it stays as it was while one walks through it
            self._order = [p for p, _, _ in points_at_issue(self._room.dossier)]
        if self.point in self._order:
            self.point = self._order[(self._order.index(self.point) + by) % len(self._order)]
        elif self._order:
            self.point = self._order[0]

    def _find(self) -> None:
        from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

        d = self._room.dossier
        options = [
            Option(p, shown(d.points[p].phrase), f"{counted(count, 'claim')}, {counted(disputes, 'dispute')}")
            for p, count, disputes in points_at_issue(d)
        ]
        self._room.lay_over(Chooser("go to a point", options, self._room.look), partial(self._go_to))

    def _go_to(self, chosen: "Chosen | None") -> None:
        if chosen is not None:
            self.point = chosen.value
