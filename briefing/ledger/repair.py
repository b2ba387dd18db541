"""A damaged ledger: what can be read goes into a fresh file, the damaged one is kept beside it."""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from briefing.ledger.carving import carve
from briefing.ledger.events import Event, UnreadableEventError, from_row, to_row
from briefing.ledger.store import FileNumber, LedgerError, build, file_number, sync_folder


def repair(path: Path, seen: FileNumber | None) -> str | None:
    """Put what can be read of a damaged ledger in its place and say what was lost.

    `seen` is the number of the file that was found damaged; if another room has put a fresh one in its place meanwhile, nothing
    is done and None returned. Raises LedgerError if nothing can be read, or the repair cannot be written.
    """
    try:
        with _alone(path.parent):
            return _repair(path) if file_number(path) == seen else None
    except (OSError, sqlite3.Error) as error:
        problem = f"the record is damaged and could not be repaired: {error}"
        raise LedgerError.of(path, problem, "copy the case to where you may write and there is space") from None


def _repair(path: Path) -> str:
    events = _recover(path.read_bytes())
    if not events:
        problem = "the record is damaged or of another program, and nothing in it can be read; it was left as it is"
        raise LedgerError.of(path, problem, "bring back a copy of it, or move it away to begin anew")
    kept = _keep(path)
    fresh = build(path.parent, map(to_row, events))
    # The journal belongs to the damaged file: beside the fresh one it would be played into it.
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(kept.with_name(f"{kept.name}-journal"))
    fresh.replace(path)
    sync_folder(path.parent)
    last = events[-1].annotation.id
    return f"the record was damaged: {len(events)} of {last} or more events could be read; the damaged file is kept as {kept.name}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other rooms from repairing in that folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _recover(data: bytes) -> list[Event]:
    found: dict[int, Event] = {}
    for row in carve(data):
        try:
            event = from_row(row)
        except UnreadableEventError:
            continue
        found[event.annotation.id] = event
    return [found[number] for number in sorted(found)]


def _keep(path: Path) -> Path:
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    kept = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    private = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with path.open("rb") as source, os.fdopen(private, "wb") as copy:
        shutil.copyfileobj(source, copy)
        copy.flush()
        os.fsync(copy.fileno())
    return kept
