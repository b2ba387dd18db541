"""A damaged ledger: what can be read goes into a fresh file, the damaged one is kept beside it."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from briefing.ledger.carving import carve
from briefing.ledger.copies import rows_of_copies, sync_folder
from briefing.ledger.events import COLUMNS, Row, is_sound
from briefing.ledger.layout import from_first, is_sound_first
from briefing.ledger.refusals import LedgerError
from briefing.ledger.store import FileNumber, build, file_number


def repair(path: Path, seen: FileNumber | None) -> str | None:
    """Put what can be read of a damaged ledger in its place and say what was lost; see `Rescue`.

    `seen` is the number of the file that was found damaged; if another room has put a fresh one in its place meanwhile, nothing
    is done and None returned. Raises LedgerError if nothing can be read, and OSError or sqlite3.Error if nothing can be written.
    """
    with _alone(path.parent):
        return _repair(path) if file_number(path) == seen else None


class Rescue:
    """What can be read of a damaged ledger and of the copies of it that were put by: sound `rows`, and how many are of copies only."""

    def __init__(self, path: Path) -> None:
        """Read both. Raises LedgerError if nothing can be read."""
        carved = _carved(path.read_bytes())
        found = {row.uid: row for row in carved}
        for row in rows_of_copies(path):
            found.setdefault(row.uid, row)
        if not found:
            problem = "the record is damaged or of another program, and nothing in it can be read; it was left as it is"
            raise LedgerError.of(path, problem, "bring back a copy of it, or move it away to begin anew")
        in_order = sorted(found.values(), key=lambda row: (row.clock, row.uid))
        self.rows = [row._replace(number=number) for number, row in enumerate(in_order, 1)]
        most = max(len(found), *(row.number for row in found.values()))
        from_copies = len(found) - len({row.uid for row in carved})
        of_them = f", {from_copies} of them in copies that were put by" if from_copies else ""
        self.said = f"the record was damaged: {len(found)} of {most} or more events could be read{of_them}"


def _repair(path: Path) -> str:
    rescue = Rescue(path)
    kept = _keep(path)
    fresh = build(path.parent, rescue.rows)
    # The journal belongs to the damaged file: beside the fresh one it would be played into it.
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(kept.with_name(f"{kept.name}-journal"))
    fresh.replace(path)
    sync_folder(path.parent)
    return f"{rescue.said}; the damaged file is kept as {kept.name}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other rooms from repairing in that folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _carved(data: bytes) -> list[Row]:
    old: dict[int, tuple[Any, ...]] = {}
    rows: dict[str, Row] = {}
    for cells in carve(data):
        if is_sound_first(cells):
            old[int(cells[0] or 0)] = cells
        elif len(cells) == len(COLUMNS) and is_sound(row := Row._make(cells)):
            rows[row.uid] = row
    return [*from_first(old[number] for number in sorted(old)), *rows.values()]


def _keep(path: Path) -> Path:
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    kept = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    private = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with path.open("rb") as source, os.fdopen(private, "wb") as copy:
        shutil.copyfileobj(source, copy)
        copy.flush()
        os.fsync(copy.fileno())
    return kept
