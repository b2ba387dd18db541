"""What stands after all events, and what comes next; pure, in memory."""

from collections.abc import Container, Iterable, Sequence
from datetime import datetime
from uuid import uuid4

from msgspec.structs import replace

from briefing.dossier import Annotation
from briefing.ledger.events import TICKS_A_SECOND, Deed, Event, Key
from briefing.ledger.steps import Steps


class History:
    """Events in the order of their clocks, and the state that follows from them."""

    def __init__(self, opaque: Container[str] = ()) -> None:
        """Begin without events; see `Steps` for `opaque`."""
        self.events: list[Event] = []
        self._state: dict[Key, str | None] = {}
        self._opaque = opaque
        self._steps: Steps | None = None

    @property
    def last(self) -> tuple[int, str]:
        """Clock and uid of the latest event."""
        return (self.events[-1].clock, self.events[-1].uid) if self.events else (0, "")

    @property
    def steps(self) -> Steps:
        """The steps; made when they are first asked for: the opening of a long record does not wait for them."""
        if self._steps is None:
            self._steps = Steps(self._opaque)
            self._steps.take(self.events)
        return self._steps

    def take(self, events: Sequence[Event]) -> None:
        """Let further events take effect; each comes after all there are."""
        for event in events:
            a = event.annotation
            self._state[a.act, a.target] = a.value
        self.events += events
        if self._steps is not None:
            self._steps.take(events)

    def new(self, deeds: Sequence[Deed], who: str, at: datetime) -> list[Event]:
        """Return the events of a new step."""
        said = (Annotation(0, "", who, d.act, d.target, d.value, d.standing, d.anchors) for d in deeds)
        return self._next(said, who, at)

    def undo(self, who: str, at: datetime) -> list[Event]:
        """Return the events that take back the analyst's latest step, none if there is no such step."""
        step = self.steps.to_undo(who)
        return self._next(self.steps.back(step), who, at, undoes=step) if step else []

    def redo(self, who: str, at: datetime) -> list[Event]:
        """Return the events that put again what the analyst took back last, none if there is nothing."""
        step = self.steps.to_redo(who)
        return self._next(self.steps.again(step), who, at, redoes=step) if step else []

    def _next(
        self, said: Iterable[Annotation], who: str, at: datetime, undoes: str | None = None, redoes: str | None = None
    ) -> list[Event]:
        clock = max(self.last[0], int(at.timestamp() * TICKS_A_SECOND) - 1)
        stamp = at.isoformat(timespec="milliseconds")
        state: dict[Key, str | None] = {}
        events: list[Event] = []
        for number, a in enumerate(said, 1):
            key, uid = (a.act, a.target), uuid4().hex
            before = state[key] if key in state else self._state.get(key, a.before)
            state[key] = a.value
            done = replace(a, id=len(self.events) + number, at=stamp, who=who, before=before)
            events.append(Event(done, uid, clock + number, events[0].uid if events else uid, undoes, redoes))
        return events
