"""The steps of the record, and who can take back which of them; pure, in memory."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from briefing.dossier import Annotation
from briefing.ledger.events import Event, Key


class _Part(NamedTuple):
    """One event of a step: whose its place was before, and what stood there."""

    annotation: Annotation
    owner: str | None
    was: str | None


class Steps:
    """Every act and target is owned by the step that set it last.

    An analyst takes back only steps of one's own, and of a step only what it still owns: what somebody else has set since stays as
    it is.
    """

    def __init__(self, opaque: Container[str]) -> None:
        """Begin without any; `opaque` are steps of which a part is not understood, so that nobody can take them back whole."""
        self._opaque = opaque
        self._state: dict[Key, str | None] = {}
        self._owner: dict[Key, str | None] = {}
        self._parts: defaultdict[str, list[_Part]] = defaultdict(list)
        self._writer: dict[str, str] = {}
        self._done: defaultdict[str, list[str]] = defaultdict(list)
        self._undone: defaultdict[str, list[str]] = defaultdict(list)

    def take(self, events: Iterable[Event]) -> None:
        """Let further events take effect; each comes after all there were."""
        for event in events:
            a = event.annotation
            key = (a.act, a.target)
            if event.step not in self._parts:
                self._move(event)
            owner = self._owner.get(key)
            self._parts[event.step].append(_Part(a, owner, self._state.get(key, a.before)))
            self._owner[key] = self._next_owner(event, key, owner)
            self._state[key] = a.value

    def _next_owner(self, event: Event, key: Key, owner: str | None) -> str | None:
        if event.undoes is not None:
            return self._prior(event.undoes, key) if owner == event.undoes else owner
        if event.redoes is not None:
            return event.redoes if owner == self._prior(event.redoes, key) else owner
        return event.step

    def _prior(self, step: str, key: Key) -> str | None:
        return next((p.owner for p in self._parts[step] if (p.annotation.act, p.annotation.target) == key), None)

    def _move(self, event: Event) -> None:
        """Let a step that begins move between what can be undone and redone."""
        subject = event.undoes or event.redoes
        if subject is not None:
            writer = self._writer.get(subject, "")
            done, undone = self._done[writer], self._undone[writer]
            _put(subject, *((done, undone) if event.undoes else (undone, done)))
        elif event.step not in self._opaque:
            who = event.annotation.who
            self._writer[event.step] = who
            self._done[who].append(event.step)
            self._undone[who].clear()

    def to_undo(self, who: str) -> str | None:
        """Return the analyst's latest step that was not taken back."""
        return self._done[who][-1] if self._done[who] else None

    def to_redo(self, who: str) -> str | None:
        """Return the step that the analyst took back last, if nothing was done since."""
        return self._undone[who][-1] if self._undone[who] else None

    def back(self, step: str) -> Iterator[Annotation]:
        """Yield what takes a step back: for each of its places what stood there, or what stands there if it is another's."""
        for key, parts in reversed(self._by_key(step).items()):
            value = parts[0].was if self._owner.get(key) == step else self._state[key]
            yield replace(parts[-1].annotation, value=value)

    def again(self, step: str) -> Iterator[Annotation]:
        """Yield what puts a step again: for each of its places its value, or what stands there if another has set it since."""
        for key, parts in self._by_key(step).items():
            last = parts[-1].annotation
            yield last if self._owner.get(key) == parts[0].owner else replace(last, value=self._state[key])

    def _by_key(self, step: str) -> dict[Key, list[_Part]]:
        found: dict[Key, list[_Part]] = {}
        for part in self._parts[step]:
            found.setdefault((part.annotation.act, part.annotation.target), []).append(part)
        return found

    def opinions(self) -> dict[Key, dict[str, Annotation]]:
        """Return what each analyst says at a place, by the last of the analyst's steps there that was not taken back."""
        said: defaultdict[Key, dict[str, Annotation]] = defaultdict(dict)
        for who, steps in self._done.items():
            for step in steps:
                for part in self._parts[step]:
                    said[part.annotation.act, part.annotation.target][who] = part.annotation
        return said


def _put(step: str, source: list[str], goal: list[str]) -> None:
    if step in source:
        source.remove(step)
        goal.append(step)
