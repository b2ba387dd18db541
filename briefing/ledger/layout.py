"""The layout of the database, and the way from an older one to it."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from hashlib import blake2b
from typing import Any

from briefing.ledger.events import COLUMNS, TICKS_A_SECOND, Cell, Cells, Row, sealed

SCHEMA = 2
"""Number of the layout, kept in the database's user_version. A new act is no new layout: rows that are not understood are kept."""
PAGE_SIZE = 4096
"""Bytes a page; fixed, so that a file whose head is gone can still be read page by page."""
APPLICATION = 0x42524946
_READ = f"SELECT {', '.join(COLUMNS)} FROM events WHERE number > ? ORDER BY number"  # noqa: S608

_NUMBERS = {"number", "clock"}
_WRITE = f"INSERT INTO events VALUES ({', '.join('?' if c in _NUMBERS else 'CAST(? AS TEXT)' for c in COLUMNS)})"  # noqa: S608
_TABLE = (
    """CREATE TABLE events (
        number INTEGER PRIMARY KEY, uid TEXT NOT NULL, clock INTEGER NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL,
        act TEXT NOT NULL, target TEXT NOT NULL, value TEXT, before TEXT, anchors TEXT NOT NULL, step TEXT NOT NULL,
        undoes TEXT, redoes TEXT, seal TEXT NOT NULL
    )""",
    "CREATE TRIGGER events_are_final BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are final'); END",
    "CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events stay'); END",
    f"PRAGMA user_version = {SCHEMA}",
)
_FIRST = "id, at, who, act, target, value, before, anchors, step, undoes, redoes, seal"


class DamagedError(Exception):
    """The file is not what was written."""


def make(connection: sqlite3.Connection, rows: Iterable[Row] = ()) -> None:
    """Lay out an empty database and put rows into it, in one transaction."""
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute("BEGIN")
    _fill(connection, rows)
    connection.execute("COMMIT")


def insert(connection: sqlite3.Connection, rows: Iterable[Cells]) -> None:
    """Write rows within the transaction that is open."""
    connection.executemany(_WRITE, (tuple(map(_bound, row)) for row in rows))


def version(connection: sqlite3.Connection) -> int:
    """Return the number of a ledger's layout. Raises DamagedError if it is no sound ledger."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION or found < 1 or connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError
    return found


def has_known_columns(connection: sqlite3.Connection) -> bool:
    """Tell whether the events of a newer layout have all that is known of an event."""
    return set(COLUMNS) <= {name for _, name, *_ in connection.execute("PRAGMA table_info(events)")}


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring a ledger of the first layout to this one in one transaction. Raises DamagedError, and then it is as it was."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA:
            connection.text_factory = lambda data: data.decode("utf-8", "surrogatepass")
            old = connection.execute(f"SELECT {_FIRST} FROM events ORDER BY id").fetchall()  # noqa: S608
            connection.execute("DROP TABLE events")
            _fill(connection, from_first(_sound(old)))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _sound(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    if not all(map(is_sound_first, rows)):
        raise DamagedError
    return rows


def is_sound_first(row: tuple[Any, ...]) -> bool:
    """Tell whether a row of the first layout is as it was sealed."""
    return len(row) == len(_FIRST.split()) and row[-1] == _digest(row[:-1], 8)


def from_first(rows: Iterable[tuple[Any, ...]]) -> list[Row]:
    """Return sound rows of the first layout, in order of their ids, as rows of this one.

    The uid of an event is made from its content, so that copies of one ledger upgraded apart still have the same events.
    """
    uids: dict[int, str] = {}
    clock, made = 0, []
    for number, row in enumerate(rows, 1):
        old, at, *said, step, undoes, redoes, _ = row
        uid = uids[old] = uids.get(old) or _digest(row, 16)
        name = uids.setdefault(step, uid)
        clock = max(clock + 1, _ticks(at))
        subjects = (None if i is None else uids.get(i, f"{i:032x}") for i in (undoes, redoes))
        made.append(sealed(number, uid, clock, at, *said, name, *subjects))
    return made


def _ticks(at: str) -> int:
    try:
        return int(datetime.fromisoformat(at).timestamp() * TICKS_A_SECOND)
    except (ValueError, OverflowError):
        return 0


def read(connection: sqlite3.Connection, after: int = 0) -> list[Cells]:
    """Return the cells of rows with higher numbers than `after`, in order. Raises UnicodeDecodeError where text is none."""
    try:
        connection.text_factory = str
        return connection.execute(_READ, (after,)).fetchall()
    except sqlite3.OperationalError:  # perhaps of lone surrogates, which only the slow way takes
        connection.text_factory = lambda data: data.decode("utf-8", "surrogatepass")
        return connection.execute(_READ, (after,)).fetchall()


def _fill(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    for statement in _TABLE:
        connection.execute(statement)
    insert(connection, rows)


def _digest(cells: tuple[Any, ...], size: int) -> str:
    joined = "\x1f".join(map(str, cells))
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def _bound(cell: Cell) -> bytes | int | None:
    """Return the bytes of text: the lone surrogates that file names may hold cannot be bound as text."""
    return cell.encode("utf-8", "surrogatepass") if isinstance(cell, str) else cell
