"""The file that the events are in: made privately, written in whole transactions, never overwritten."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NoReturn, Self, TypeAlias

from briefing.errors import Fault, InputError
from briefing.ledger.copies import put_by, sync_folder
from briefing.ledger.events import Cells, Row
from briefing.ledger.layout import SCHEMA, DamagedError, has_known_columns, insert, make, read, upgrade, version

NEWER = "this record was written by a newer version of briefing"

FileNumber: TypeAlias = tuple[int, int]

_PATIENCE = 10.0
"""Seconds to wait for another room that is writing."""
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


class Store:
    """An open ledger file; `read_only` if it or its folder is not ours to write, and then it may be absent altogether.

    `newer` is whether a newer program laid it out; such a file is only read.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool, newer: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self.newer = newer
        self._connection = connection
        self._file = None if read_only else file_number(path)
        self._version = 0

    @classmethod
    def open(cls, path: Path) -> "Store":
        """Open a ledger, or make one; one of an older layout is brought to this one, after a copy of it was put by.

        Raises DamagedError, and LedgerError if it cannot be used for another reason.
        """
        _refuse_links(path)
        writable = _prepare(path)
        if not path.exists():
            return cls.of_rows(path, ())
        with _said(path):
            connection = connect(f"{path.absolute().as_uri()}?mode={'rw' if writable else 'ro'}")
            try:
                found = version(connection)
                if found > SCHEMA and not has_known_columns(connection):
                    _refuse_newer(path)
                if found < SCHEMA:
                    connection = _upgraded(path, connection, writable=writable)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, read_only=not writable or found > SCHEMA, newer=found > SCHEMA)

    @classmethod
    def of_rows(cls, path: Path, rows: Iterable[Row]) -> "Store":
        """Return a store in memory, to be read in the place of a file that is not there or cannot be mended."""
        connection = connect(":memory:")
        make(connection, rows)
        return cls(path, connection, read_only=True)

    def copy(self) -> str | None:
        """Put a copy by if something changed since the last one; returns what went wrong, if anything."""
        return None if self.read_only else put_by(self._connection, self.path)

    def changed(self) -> bool:
        """Tell whether another room may have written since this was last asked."""
        with _said(self.path):
            before, self._version = self._version, self._connection.execute("PRAGMA data_version").fetchone()[0]
        return before != self._version

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def rows(self, after: int = 0) -> list[Cells]:
        """Return the cells of the rows with higher numbers than `after`, in order."""
        with _said(self.path):
            return read(self._connection, after)

    @contextmanager
    def writing(self) -> Iterator[Callable[[Iterable[Row]], None]]:
        """Keep all others from writing; rows given to the function are on disk when this is left, or none of them is."""
        if self.read_only:
            raise LedgerError.of(self.path, "the record is read-only here", "open the case where you may write")
        with _said(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._see_that_it_is_there()
                yield lambda rows: insert(self._connection, rows)
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
        with closing(connect(name)) as connection:
            make(connection, rows)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def connect(place: str) -> sqlite3.Connection:
    """Return a connection to a file, or to a `file:` address, that writes as safely as SQLite can."""
    connection = sqlite3.connect(place, timeout=_PATIENCE, isolation_level=None, uri=place.startswith("file:"))
    try:
        # EXTRA is FULL, and the folder too: else a power cut just after a commit could bring the old journal back.
        connection.executescript("PRAGMA synchronous = EXTRA; PRAGMA trusted_schema = OFF;")
    except BaseException:
        connection.close()
        raise
    return connection


def _upgraded(path: Path, connection: sqlite3.Connection, *, writable: bool) -> sqlite3.Connection:
    """Return the connection once its file has this layout; where it may only be read, one to an upgraded copy in memory."""
    if writable:
        said = put_by(connection, path, beside="layout1")
        if said:
            raise LedgerError.of(
                path, f"the record is of an older version, and {said}", "free some space and open it again"
            )
        upgrade(connection)
        return connection
    memory = connect(":memory:")
    with closing(connection):
        connection.backup(memory)
    upgrade(memory)
    return memory


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


def _refuse_newer(path: Path) -> NoReturn:
    raise LedgerError.of(path, f"{NEWER}, laid out in a way that is not known here", "install a newer version")


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
