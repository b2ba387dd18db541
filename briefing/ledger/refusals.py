"""What SQLite says, said so that the analyst can do something about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from briefing.errors import Fault, InputError
from briefing.ledger.layout import DamagedError

_DAMAGE = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
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


@contextmanager
def said(path: Path) -> Iterator[None]:
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
