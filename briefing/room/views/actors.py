"""The actors over the corpus: how often each appears when, and in how many passages beside another."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.dossier import Dossier
from briefing.overview import Presence, Times, presences, times
from briefing.plurals import counted
from briefing.room.arrangement import Pane
from briefing.room.look import Look, inked, spread
from briefing.room.moving import read_actor
from briefing.room.rows import short_date

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.views.legend import Keys

PARTS = 24
"""Stretches that the time of a corpus is cut into: one cell each."""
_NAME, _TYPE = 22, 13
_WITH_TYPE, _WITH_CLAIMS = 96, 122
"""Widths of a row from which it has the actor's type, and a second track for claims."""


def heights(look: Look, counts: Sequence[int], colour: str) -> Text:
    """Draw counts as bars of one cell each, by the highest of them (three at least); nothing is a dot."""
    signs, top, line = look.glyphs.heights, max(3, *counts), Text()
    for n in counts:
        sign = signs[min(len(signs) - 1, (n * len(signs) - 1) // top)] if n else look.glyphs.nothing
        line.append(sign, style=colour if n else look.palette.edge)
    return line


def actors_head(look: Look, over: Times, width: int) -> Text:
    """Draw the heads of the columns; those of the tracks are the days they begin and end."""
    first, last = (short_date(d.isoformat(), year=False) if d else "" for d in (over.first, over.last))
    track = f"{first:<{over.parts // 2}}{last:>{over.parts // 2}}"
    line = f"  {'actor':<{_NAME}}" + (f"{'':<{_TYPE}}" if width >= _WITH_TYPE else "") + track
    if width >= _WITH_CLAIMS:
        line += "  " + f"{'claims':<{over.parts}}"
    return spread(inked(line, look.palette.pale), inked("times  holds  in  beside", look.palette.pale), width)


def presence_row(dossier: Dossier, look: Look, presence: Presence, width: int, *, is_beside: bool) -> Text:
    """Draw an actor: name, type, when it appears, when claims are its own or about it, and how many of each in all."""
    actor, p = dossier.actors[presence.actor], look.palette
    left = inked(f"{look.glyphs.chosen if is_beside else ' '} ", f"bold {p.accent}")
    left.append(look.cell(actor.name, _NAME - 1), style=f"bold {p.ink}" if is_beside else p.ink).append(" ")
    if width >= _WITH_TYPE:
        left.append(f"{actor.type:<{_TYPE}}", style=p.pale)
    left.append_text(heights(look, presence.mentions, p.accent))
    if width >= _WITH_CLAIMS:
        left.append("  ").append_text(heights(look, presence.claims, p.pale))
    together = "" if is_beside else str(presence.together or look.glyphs.nothing)
    right = inked(f"{presence.total:>5}{presence.held or look.glyphs.nothing:>7}{presence.sources:>4}", p.pale)
    return spread(left, right.append(f"{together:>8}", style=f"bold {p.ink}" if presence.together else p.pale), width)


class ActorsSight:
    """All actors, those that share most passages with the one in hand first."""

    name = "actors"
    lines = 1

    def __init__(self, room: "Room", beside: str | None = None) -> None:
        self._room = room
        self._beside = beside
        self._over = times(room.dossier, PARTS)
        self._presences: dict[str, Presence] = {}

    @property
    def title(self) -> str:
        """Beside whom they are counted."""
        actor = self._room.dossier.actors.get(self._beside or "")
        return f"over time, and in how many passages beside {actor.name}" if actor else "over time"

    @property
    def aside(self) -> str:
        """How many there are, and how many stand beside the one in hand."""
        together = sum(p.together > 0 and p.actor != self._beside for p in self._presences.values())
        return counted(len(self._presences), "actor") + (f" · {together} beside" if self._beside else "")

    @property
    def keys(self) -> "Keys":
        """Open, and whom to count beside."""
        return (("open", "words"), ("choose", "count beside this one"))

    @property
    def empty(self) -> str:
        """When there will be any."""
        return "No actors yet: they appear as articles are read. Put articles into the case's folder."

    def gather(self) -> Sequence[str]:
        """Return the actors."""
        d = self._room.dossier
        self._over = times(d, PARTS)
        self._beside = self._beside if self._beside in d.actors else None
        self._presences = {p.actor: p for p in presences(d, self._over, self._beside)}
        return list(self._presences)

    def note(self, item: str | None, width: int) -> Text:
        """Say in words what the row shows."""
        d, look = self._room.dossier, self._room.look
        found = self._presences.get(item or "")
        if found is None or found.actor not in d.actors:
            return Text()
        counts = (counted(found.total, "time"), counted(found.sources, "article"), counted(found.held, "claim"))
        said = f"{d.actors[found.actor].name} appears {counts[0]} in {counts[1]}, holds {counts[2]}"
        if self._beside and self._beside != item:
            said += f"; {counted(found.together, 'passage')} with {d.actors[self._beside].name}"
        return inked(f"  {look.cut(said, width - 4)}", look.palette.pale)

    def head(self, width: int) -> Text:
        """Return the heads."""
        return actors_head(self._room.look, self._over, width)

    def row(self, item: str, width: int, *, current: bool) -> Sequence[Text]:  # noqa: ARG002 - the list shows it
        """Draw an actor."""
        d = self._room.dossier
        if item not in d.actors:
            return ()
        return [presence_row(d, self._room.look, self._presences[item], width, is_beside=item == self._beside)]

    def words(self, item: str) -> str:
        """Return what a row can be found by."""
        actor = self._room.dossier.actors[item]
        return " ".join((actor.name, *actor.aliases))

    def do(self, command: str, item: str | None, leave: Callable[[], None]) -> str | None:
        """Open where an actor is named first, or count beside it."""
        if item is None:
            return None
        if command == "choose":
            self._beside = None if self._beside == item else item
        else:
            leave()
            read_actor(self._room, self._room.dossier.actors[item])
            self._room.arrange(Pane.READER)
        return None
