"""The file that the events are in: made privately, written in whole transactions, never overwritten."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Self, TypeAlias

from briefing.errors import Fault, InputError
from briefing.ledger.events import COLUMNS, Cell, Row

SCHEMA = 1
"""Number of the layout of the database, kept in its user_version; it goes up with every new act too, which older programs cannot read."""
PAGE_SIZE = 4096
"""Bytes a page; fixed, so that a file whose head is gone can still be read page by page."""

FileNumber: TypeAlias = tuple[int, int]

_PATIENCE = 10.0
"""Seconds to wait for another room that is writing."""
_APPLICATION = 0x42524946
_LAYOUT = f"""
    PRAGMA page_size = {PAGE_SIZE};
    PRAGMA application_id = {_APPLICATION};
    BEGIN;
    CREATE TABLE events (
        id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL, target TEXT NOT NULL, value TEXT,
        before TEXT, anchors TEXT NOT NULL, step INTEGER NOT NULL, undoes INTEGER, redoes INTEGER, seal TEXT NOT NULL
    );
    CREATE TRIGGER events_are_final BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are final'); END;
    CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events stay'); END;
    PRAGMA user_version = {SCHEMA};
    COMMIT;
"""
_NUMBERS = {"id", "step", "undoes", "redoes"}
_READ = f"SELECT {', '.join(COLUMNS)} FROM events WHERE id > ? ORDER BY id"  # noqa: S608
_WRITE = f"INSERT INTO events VALUES ({', '.join('?' if c in _NUMBERS else 'CAST(? AS TEXT)' for c in COLUMNS)})"  # noqa: S608
_DAMAGE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NOT_OURS_TO_WRITE = {errno.EACCES, errno.EPERM, errno.EROFS}
_REMEDIES = {
    sqlite3.SQLITE_FULL: ("the disk is full", "free some space and do it again"),
    sqlite3.SQLITE_READONLY: ("the record cannot be written", "make its folder writable and open the case again"),
    sqlite3.SQLITE_BUSY: ("another room has been writing for long", "do it again, or close the other room"),
    sqlite3.SQLITE_IOERR: ("the disk cannot be written", "see that it is there and not full, and do it again"),
}


class LedgerError(InputError):
    """The record cannot be read or written; nothing was half done, and what to do is said."""

    @classmethod
    def of(cls, path: Path, problem: str, remedy: str) -> Self:
        """Return the error of one problem."""
        return cls(Fault(path, problem, remedy))


class DamagedError(Exception):
    """The file is not what was written."""


class Store:
    """An open ledger file; `read_only` if it or its folder is not ours to write, and then it may be absent altogether."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._file = None if read_only else file_number(path)

    @classmethod
    def open(cls, path: Path) -> "Store":
        """Open a ledger, or make one. Raises DamagedError, and LedgerError if it cannot be used for another reason."""
        _refuse_links(path)
        writable = _prepare(path)
        if not path.exists():
            connection = _connect(":memory:")
            connection.executescript(_LAYOUT)
            return cls(path, connection, read_only=True)
        with _said(path):
            connection = _connect(f"{path.absolute().as_uri()}?mode={'rw' if writable else 'ro'}")
            try:
                _inspect(path, connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, read_only=not writable)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, after: int = 0) -> list[Row]:
        """Return the rows with higher ids than `after`, in order."""
        with _said(self.path):
            return self._connection.execute(_READ, (after,)).fetchall()

    @contextmanager
    def writing(self) -> Iterator[Callable[[Iterable[Row]], None]]:
        """Keep all others from writing; rows given to the function are on disk when this is left, or none of them is."""
        if self.read_only:
            raise LedgerError.of(self.path, "the record is read-only here", "open the case where you may write")
        with _said(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._see_that_it_is_there()
                yield lambda rows: _insert(self._connection, rows)
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def _see_that_it_is_there(self) -> None:
        if file_number(self.path) != self._file:
            problem = "the record was replaced or taken away while it was open; nothing was written"
            raise LedgerError.of(self.path, problem, "leave, see to the file, and open the case again")


def build(folder: Path, rows: Iterable[Row] = ()) -> Path:
    """Make a ledger with those rows under a passing name in a folder; returns where. Raises OSError or sqlite3.Error."""
    handle, name = tempfile.mkstemp(prefix="ledger.new-", dir=folder)
    os.close(handle)
    try:
        with closing(_connect(name)) as connection:
            connection.executescript(_LAYOUT)
            connection.execute("BEGIN")
            _insert(connection, rows)
            connection.execute("COMMIT")
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _connect(place: str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None, uri=place.startswith("file:"))
    connection.text_factory = lambda data: data.decode("utf-8", "surrogatepass")
    try:
        # EXTRA is FULL, and the folder too: else a power cut just after a commit could bring the old journal back.
        connection.executescript("PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF;")
    except BaseException:
        connection.close()
        raise
    return connection


def _insert(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    connection.executemany(_WRITE, (tuple(map(_bound, row)) for row in rows))


def _bound(cell: Cell) -> bytes | int | None:
    """Return the bytes of text: the lone surrogates that file names may hold cannot be bound as text."""
    return cell.encode("utf-8", "surrogatepass") if isinstance(cell, str) else cell


def _prepare(path: Path) -> bool:
    """Make the folder and the file if they are not there, both private; returns whether they can be written."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _create(path)
        for place, mode in ((path.parent, 0o700), (path, 0o600)):
            stat = place.stat()
            if stat.st_uid == os.geteuid() and stat.st_mode & 0o777 & ~mode:
                place.chmod(stat.st_mode & mode)
    except OSError as error:
        if error.errno in _NOT_OURS_TO_WRITE:
            return False
        remedy = "see that the disk is there and not full"
        raise LedgerError.of(path, f"no record can be kept: {error.strerror}", remedy) from None
    return all(os.access(place, os.W_OK) for place in (path.parent, path))


def _create(path: Path) -> None:
    with _said(path):
        made = build(path.parent)
    try:
        os.link(made, path)
    except FileExistsError:
        pass
    except OSError:
        if not path.exists():
            made.rename(path)
    finally:
        made.unlink(missing_ok=True)
    sync_folder(path.parent)


def _inspect(path: Path, connection: sqlite3.Connection) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application == _APPLICATION and version > SCHEMA:
        problem = f"this record was written by a newer version of briefing (layout {version}; known: {SCHEMA})"
        raise LedgerError.of(path, problem, "install a newer version; the record is as it was")
    if application != _APPLICATION or version != SCHEMA:
        raise DamagedError
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError


def _refuse_links(path: Path) -> None:
    for place in (path, path.parent):
        if place.is_symlink():
            raise LedgerError.of(
                place, "the record may not be a link to another place", "put the real file or folder here"
            )


def file_number(path: Path) -> FileNumber | None:
    """Return what tells a file from any other, whatever its name; None if there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Turn the database's errors into ours."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except UnicodeDecodeError as error:
        # In a row, or in SQLite's own message about a damaged layout.
        raise DamagedError(str(error)) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code == sqlite3.SQLITE_IOERR_SHORT_READ or code & 0xFF in _DAMAGE:
            raise DamagedError(str(error)) from error
        problem, remedy = _REMEDIES.get(code & 0xFF, (str(error), "see that the disk and the folder are in order"))
        raise LedgerError.of(path, f"{problem}; nothing was written", remedy) from error
