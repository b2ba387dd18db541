"""The record of one case, open."""

import gc
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from briefing.dossier import Anchor, Annotation
from briefing.ledger.events import COLUMNS, Cells, Deed, Event, Key, Row, check, is_sound, to_row, understood
from briefing.ledger.history import History
from briefing.ledger.layout import DamagedError
from briefing.ledger.refusals import LedgerError
from briefing.ledger.repair import Rescue, repair
from briefing.ledger.store import NEWER, Store, file_number

_UID, _CLOCK, _STEP = map(COLUMNS.index, ("uid", "clock", "step"))


class Ledger:
    """Every change the analysts made, in order, in a file that several rooms may write at once.

    `warnings` are what one must know of the file before working on it: what was lost if it was damaged, why it can only be read.
    `read_only` is whether the file can only be read. `edition` goes up when events of another ledger came in between those that were
    there: all annotations are then to be taken anew. All methods raise LedgerError if the file cannot be read or written; what was
    on disk before still is, and nothing of what was asked is.
    """

    def __init__(self, store: Store, rows: Sequence[Cells], warnings: Sequence[str] = ()) -> None:
        self.edition = 0
        self._store = store
        self._said = list(warnings)
        self._anchors: dict[str, tuple[Anchor, ...]] = {}
        self._begin(rows)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a case's ledger, or begin one; its folder is made if need be.

        A damaged file is kept under another name beside the one repaired from it and from its copies; where nothing can be written,
        what can be read is shown. Raises LedgerError if nothing of it can be read or there is no place for it.
        """
        seen = file_number(path)
        try:
            with _without_collecting():
                return cls(*_read(path))
        except DamagedError:
            pass
        try:
            said = repair(path, seen)
            return cls(*_read(path), [said] if said else [])
        except DamagedError:
            raise LedgerError.of(path, "the record is damaged again", "check the disk") from None
        except (OSError, sqlite3.Error) as error:
            rescue = Rescue(path)
            said = f"{rescue.said}; it could not be repaired where it is ({error})"
            return cls(Store.of_rows(path, rescue.rows), rescue.rows, [said])

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

    @property
    def warnings(self) -> list[str]:
        """What one must know of the record before working on it."""
        newer = [f"{NEWER}: it can only be read here"] if self._store.newer else []
        why = self._store.held or "the record can only be read: nothing you do is kept"
        only_read = [why] if self.read_only and not newer else []
        kept = f"{self.unknown} of its events are of a newer version: they are kept, but nothing is made of them here"
        return [*self._said, *newer, *only_read, *([kept] if self.unknown else [])]

    def put_by(self) -> None:
        """Put a copy of the file by if there is something new since the last one."""
        said = self._store.copy()
        if said:
            self._said.append(said)

    # Writing

    def append(self, deeds: Sequence[Deed], who: str, at: datetime | None = None) -> list[Annotation]:
        """Write what the analyst did as one step of undo; it is on disk when this returns. Raises ValueError on what means nothing."""
        for deed in deeds:
            check(deed.act, deed.target, deed.value)
        return self._write(lambda: self._history.new(deeds, who, _utc(at)))

    def undo(self, who: str, at: datetime | None = None) -> list[Annotation]:
        """Take back the analyst's own latest step not yet taken back; returns the annotations that do so, [] if there is none.

        What another analyst has changed since is left as it is: the value of its annotation is what stood there before.
        """
        return self._write(lambda: self._history.undo(who, _utc(at)))

    def redo(self, who: str, at: datetime | None = None) -> list[Annotation]:
        """Put again what the analyst took back last, unless the analyst did something new since; [] if there is nothing."""
        return self._write(lambda: self._history.redo(who, _utc(at)))

    def _write(self, plan: Callable[[], list[Event]]) -> list[Annotation]:
        with self._undamaged(), self._store.writing() as write:
            self._take_in(self._store.rows(self._number))
            events = plan()
            write(to_row(event, number) for number, event in enumerate(events, self._number + 1))
        self._number += len(events)
        self._uids.update(e.uid for e in events)
        self._history.take(events)
        return [e.annotation for e in events]

    def merge(self, rows: Sequence[Row]) -> list[Row]:
        """Take in events of another ledger, each once however often it comes; returns those that were not here."""
        with self._undamaged(), self._store.writing() as write:
            self._take_in(self._store.rows(self._number))
            new = list({row.uid: row for row in rows if row.uid not in self._uids}.values())
            numbered = [row._replace(number=number) for number, row in enumerate(new, self._number + 1)]
            write(numbered)
        self._take_in(numbered)
        return new

    # Reading

    def annotations(self) -> list[Annotation]:
        """Return everything that was done, in order."""
        return self.since(0)

    def since(self, last_id: int) -> list[Annotation]:
        """Return what was done after the annotation with that id, in order, whichever room wrote it, this one included."""
        with self._undamaged():
            if self._store.changed():
                self._take_in(self._store.rows(self._number))
        return [e.annotation for e in self._history.events[last_id:]]

    def events(self) -> list[Event]:
        """Return the events that are understood, in order."""
        self.since(0)
        return self._history.events

    def rows(self) -> list[Row]:
        """Return every event as it is stored, what is not understood included, in order of clocks."""
        with self._undamaged():
            return sorted(map(Row._make, self._store.rows()), key=_order)

    def opinions(self) -> dict[Key, dict[str, Annotation]]:
        """Return what each analyst says at a place: the last that the analyst did there and did not take back."""
        self.since(0)
        return self._history.steps.opinions()

    def _begin(self, rows: Sequence[Cells]) -> None:
        self.unknown = 0
        self._number = 0
        self._uids: set[str] = set()
        self._opaque: set[str] = set()
        self._history = History(self._opaque)
        self._take_in(rows)

    def _take_in(self, rows: Sequence[Cells]) -> None:
        if not all(map(is_sound, rows)):
            raise DamagedError
        in_order = sorted((r for r in rows if r[_UID] not in self._uids), key=_order)
        if in_order and self._uids and _order(in_order[0]) < self._history.last:
            self.edition += 1
            self._begin(self._store.rows())
            return
        events: list[Event] = []
        first = len(self._history.events) + 1
        for row in in_order:
            event = understood(row, first + len(events), self._anchors)
            if event is None:
                self.unknown += 1
                self._opaque.add(row[_STEP])
            else:
                events.append(event)
        self._history.take(events)
        self._uids.update(row[_UID] for row in rows)
        self._number = max((row[0] for row in rows), default=self._number)

    @contextmanager
    def _undamaged(self) -> Iterator[None]:
        try:
            yield
        except DamagedError:
            remedy = "leave and open the case again: what can be read will be recovered"
            problem = "the record was damaged while it was open; nothing was written"
            raise LedgerError.of(self._store.path, problem, remedy) from None


def _read(path: Path) -> tuple[Store, list[Cells]]:
    store = Store.open(path)
    try:
        return store, store.rows()
    except BaseException:
        store.close()
        raise


def _order(row: Cells) -> tuple[int, str]:
    return row[_CLOCK], row[_UID]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the collector of garbage from looking through 100,000 events while they are made: none of them is garbage."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _utc(at: datetime | None) -> datetime:
    return (at or datetime.now(UTC)).astimezone(UTC)
