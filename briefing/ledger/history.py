"""What stands after all events, and what can be undone and redone; pure, in memory."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.dossier import Act, Annotation
from briefing.ledger.events import Deed, Event


class History:
    """The events in order, and the state that follows from them."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._state: dict[tuple[Act, str], str | None] = {}
        self._steps: defaultdict[int, list[Annotation]] = defaultdict(list)
        self._done: list[int] = []
        self._undone: list[int] = []

    @property
    def last_id(self) -> int:
        """The id of the latest event, 0 if there is none."""
        return self.events[-1].annotation.id if self.events else 0

    def take(self, events: Iterable[Event]) -> None:
        """Let further events take effect; their ids are higher than any before."""
        for event in events:
            self._move(event)
            a = event.annotation
            self._state[a.act, a.target] = a.value
            self._steps[event.step].append(a)
            self.events.append(event)

    def _move(self, event: Event) -> None:
        if event.step in self._steps:
            return
        if event.undoes is not None:
            _put(event.undoes, source=self._done, goal=self._undone)
        elif event.redoes is not None:
            _put(event.redoes, source=self._undone, goal=self._done)
        else:
            self._done.append(event.step)
            self._undone.clear()

    def new(self, deeds: Sequence[Deed], who: str, at: str) -> list[Event]:
        """Return the events of a new step."""
        return self._number([_annotation(d, who, at, d.standing) for d in deeds])

    def undo(self, who: str | None, at: str) -> list[Event]:
        """Return the events that take the latest step back, none if there is no such step."""
        if not self._done:
            return []
        step = self._done[-1]
        back = [replace(a, value=a.before, at=at, who=who or a.who) for a in reversed(self._steps[step])]
        return self._number(back, undoes=step)

    def redo(self, who: str | None, at: str) -> list[Event]:
        """Return the events that put again what was undone last, none if there is nothing."""
        if not self._undone:
            return []
        step = self._undone[-1]
        again = [replace(a, at=at, who=who or a.who) for a in self._steps[step]]
        return self._number(again, redoes=step)

    def _number(
        self, annotations: Iterable[Annotation], undoes: int | None = None, redoes: int | None = None
    ) -> list[Event]:
        first = self.last_id + 1
        state: dict[tuple[Act, str], str | None] = {}
        events = []
        for number, a in enumerate(annotations, first):
            key = (a.act, a.target)
            before = state[key] if key in state else self._state.get(key, a.before)
            state[key] = a.value
            events.append(Event(replace(a, id=number, before=before), first, undoes, redoes))
        return events


def _annotation(deed: Deed, who: str, at: str, before: str | None) -> Annotation:
    return Annotation(0, at, who, deed.act, deed.target, deed.value, before, deed.anchors)


def _put(step: int, *, source: list[int], goal: list[int]) -> None:
    if step in source:
        source.remove(step)
        goal.append(step)
