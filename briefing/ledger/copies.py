"""Copies of a ledger put by beside it, the last few of them."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from briefing.ledger.events import Row, is_sound
from briefing.ledger.layout import DamagedError, read, version

FOLDER = "backups"
_KEPT = 5
"""Copies that stay; those of older layouts are not counted and stay too."""


def put_by(connection: sqlite3.Connection, path: Path, *, beside: str = "") -> str | None:
    """Copy a ledger if it has other events than the last copy; returns what went wrong, if anything.

    `beside` marks a copy that is made in any case and stays for good.
    """
    folder = path.parent / FOLDER
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not beside and _count(connection) == _count_of(next(_copies(path), None)):
            return None
        _copy(
            connection,
            folder / f"{path.stem}{beside and f'.{beside}'}-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}{path.suffix}",
        )
        for old in list(_copies(path))[_KEPT:]:
            old.unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        return f"no copy of the record could be put by: {error}"
    return None


def _copy(connection: sqlite3.Connection, to: Path) -> None:
    new = to.with_suffix(".new")
    os.close(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(sqlite3.connect(new)) as copy:
            connection.backup(copy)
        new.replace(to)
    finally:
        new.unlink(missing_ok=True)
    sync_folder(to.parent)


def rows_of_copies(path: Path) -> Iterator[Row]:
    """Yield the sound rows of all copies that can be read."""
    for copy in _copies(path):
        with suppress(sqlite3.Error, DamagedError, UnicodeDecodeError), closing(_open(copy)) as connection:
            version(connection)
            yield from map(Row._make, filter(is_sound, read(connection)))


def _copies(path: Path) -> Iterator[Path]:
    """Yield the copies, the last one first."""
    return iter(sorted((path.parent / FOLDER).glob(f"{path.stem}-*{path.suffix}"), reverse=True))


def _count_of(copy: Path | None) -> int:
    if copy is None:
        return 0
    try:
        with closing(_open(copy)) as connection:
            return _count(connection)
    except sqlite3.Error:
        return -1


def _count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT coalesce(max(number), 0) FROM events").fetchone()[0])


def _open(copy: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{copy.absolute().as_uri()}?mode=ro", uri=True)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
