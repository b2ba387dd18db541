"""The record of one case, open."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from briefing.dossier import Annotation
from briefing.ledger.events import Deed, Event, UnreadableEventError, check, from_row, to_row
from briefing.ledger.history import History
from briefing.ledger.repair import repair
from briefing.ledger.store import DamagedError, LedgerError, Store, file_number


class Ledger:
    """Every change the analyst made, in order, in a file that several rooms may write at once.

    `repaired` says what was lost if the file was found damaged and what could be read was put into a fresh one, else None.
    `read_only` is whether the file can only be read. All methods raise LedgerError if the file cannot be read or written; what was
    on disk before still is, and nothing of what was asked is.
    """

    def __init__(self, store: Store, events: Sequence[Event], repaired: str | None) -> None:
        self.repaired = repaired
        self._store = store
        self._history = History()
        self._history.take(events)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a case's ledger, or begin one; its folder is made if need be.

        A damaged file is kept under another name beside the one repaired from it. Raises LedgerError if nothing of it can be read, if a
        newer program wrote it, or if there is no place for it.
        """
        seen = file_number(path)
        try:
            store, events = _read(path)
            return cls(store, events, None)
        except DamagedError:
            said = repair(path, seen)
        try:
            store, events = _read(path)
        except DamagedError:
            raise LedgerError.of(path, "the record is damaged again", "check the disk") from None
        return cls(store, events, said)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; there is nothing to save."""
        self._store.close()

    @property
    def read_only(self) -> bool:
        """Whether the file can only be read."""
        return self._store.read_only

    # Writing

    def append(self, deeds: Sequence[Deed], who: str, at: datetime | None = None) -> list[Annotation]:
        """Write what the analyst did as one step of undo; it is on disk when this returns. Raises ValueError on what means nothing."""
        for deed in deeds:
            check(deed.act, deed.target, deed.value)
        return self._write(lambda: self._history.new(deeds, who, _stamp(at)))

    def undo(self, who: str | None = None, at: datetime | None = None) -> list[Annotation]:
        """Take back the latest step not yet taken back, whoever wrote it; returns the annotations that do so, [] if there is none."""
        return self._write(lambda: self._history.undo(who, _stamp(at)))

    def redo(self, who: str | None = None, at: datetime | None = None) -> list[Annotation]:
        """Put again the step taken back last, unless something new was done since; returns the annotations, [] if there is none."""
        return self._write(lambda: self._history.redo(who, _stamp(at)))

    def _write(self, plan: Callable[[], list[Event]]) -> list[Annotation]:
        try:
            with self._store.writing() as write:
                self._catch_up()
                events = plan()
                write(map(to_row, events))
        except DamagedError:
            raise self._damaged() from None
        self._history.take(events)
        return [e.annotation for e in events]

    # Reading

    def annotations(self) -> list[Annotation]:
        """Return everything that was done, in order."""
        return self.since(0)

    def since(self, last_id: int) -> list[Annotation]:
        """Return what was done after the annotation with that id, in order, whichever room wrote it, this one included."""
        try:
            self._catch_up()
        except DamagedError:
            raise self._damaged() from None
        events = self._history.events
        first = bisect_right(events, last_id, key=lambda e: e.annotation.id)
        return [e.annotation for e in events[first:]]

    def _catch_up(self) -> None:
        self._history.take(_events(self._store, self._history.last_id))

    def _damaged(self) -> LedgerError:
        remedy = "leave and open the case again: what can be read will be recovered"
        return LedgerError.of(self._store.path, "the record was damaged while it was open; nothing was written", remedy)


def _read(path: Path) -> tuple[Store, list[Event]]:
    store = Store.open(path)
    try:
        return store, _events(store, 0)
    except BaseException:
        store.close()
        raise


def _events(store: Store, after: int) -> list[Event]:
    try:
        return [from_row(row) for row in store.rows(after)]
    except UnreadableEventError:
        raise DamagedError from None


def _stamp(at: datetime | None) -> str:
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="milliseconds")
