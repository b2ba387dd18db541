"""The file that the events are in: made privately, written in whole transactions, never overwritten."""

import errno
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NoReturn, TypeAlias

from briefing.ledger.copies import put_by, sync_folder
from briefing.ledger.events import Cells, Row
from briefing.ledger.holding import Hold
from briefing.ledger.layout import SCHEMA, has_known_columns, insert, make, read, upgrade, version
from briefing.ledger.refusals import LedgerError, said

NEWER = "this record was written by a newer version of briefing"

FileNumber: TypeAlias = tuple[int, int]

_PATIENCE = 10.0
"""Seconds to wait for another room that is writing."""
_NOT_OURS_TO_WRITE = {errno.EACCES, errno.EPERM, errno.EROFS}
_SEE_DISK = "see that the disk is there and not full"


class Store:
    """An open ledger file; `read_only` if it or its folder is not ours to write, and then it may be absent altogether.

    `newer` is whether a newer program laid it out; such a file is only read. `held` says who holds it where no locks work.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        *,
        read_only: bool,
        newer: bool = False,
        hold: Hold | None = None,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.newer = newer
        self.held = hold.said if hold else None
        self._hold = hold
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
        with said(path):
            hold = _held(path) if writable else None
            writable = writable and (hold is None or hold.said is None)
            address = f"{path.absolute().as_uri()}?mode={'rw' if writable else 'ro'}{'&nolock=1' if hold else ''}"
            try:
                connection, newer = _opened(path, address, writable=writable)
            except BaseException:
                if hold:
                    hold.release()
                raise
        return cls(path, connection, read_only=not writable or newer, newer=newer, hold=hold)

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
        with said(self.path):
            before, self._version = self._version, self._connection.execute("PRAGMA data_version").fetchone()[0]
        return before != self._version

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        if self._hold:
            self._hold.release()

    def rows(self, after: int = 0) -> list[Cells]:
        """Return the cells of the rows with higher numbers than `after`, in order."""
        with said(self.path):
            return read(self._connection, after)

    @contextmanager
    def writing(self) -> Iterator[Callable[[Iterable[Row]], None]]:
        """Keep all others from writing; rows given to the function are on disk when this is left, or none of them is."""
        if self.read_only:
            raise LedgerError.of(self.path, "the record is read-only here", "open the case where you may write")
        with said(self.path):
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


def _opened(path: Path, address: str, *, writable: bool) -> tuple[sqlite3.Connection, bool]:
    """Return a connection to a sound ledger of this layout, or of a newer one, and which it is."""
    connection = connect(address)
    try:
        found = version(connection)
        if found > SCHEMA and not has_known_columns(connection):
            _refuse_newer(path)
        if found < SCHEMA:
            connection = _upgraded(path, connection, writable=writable)
    except BaseException:
        connection.close()
        raise
    return connection, found > SCHEMA


def _held(path: Path) -> Hold | None:
    try:
        return Hold.needed(path)
    except OSError as error:
        raise LedgerError.of(path, f"no record can be kept: {error.strerror}", _SEE_DISK) from None


def _upgraded(path: Path, connection: sqlite3.Connection, *, writable: bool) -> sqlite3.Connection:
    """Return the connection once its file has this layout; where it may only be read, one to an upgraded copy in memory."""
    if writable:
        problem = put_by(connection, path, beside="layout1")
        if problem:
            raise LedgerError.of(
                path, f"the record is of an older version, and {problem}", "free some space and open it again"
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
        raise LedgerError.of(path, f"no record can be kept: {error.strerror}", _SEE_DISK) from None
    return all(os.access(place, os.W_OK) for place in (path.parent, path))


def _create(path: Path) -> None:
    with said(path):
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
