"""What the analyst is told when something is wrong with the record, and how many of its 200 events are there afterwards."""

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from briefing import config
from briefing.cache import Cache
from briefing.case import Case
from briefing.dossier import Act
from briefing.errors import InputError
from briefing.ledger import Deed

MANY = 200
DEED = Deed(Act.NOTE, "c1", "one more " * 5000)
SETTINGS = config.load(None, {"analyst": "Ana"}, Cache(None)).config


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(500, len(data), 4001):
        data[at] ^= 0x10
    path.write_bytes(data)


def truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 9")


def read_only(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)


def full(path: Path) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, resource.RLIM_INFINITY))


def garbage(path: Path) -> None:
    path.write_bytes(b"not a record")


def told(folder: Path, spoil: Callable[[Path], None]) -> str:
    path = folder / ".briefing" / "ledger.db"
    with Case(folder, SETTINGS, Cache(None)) as case:
        for number in range(MANY):
            case.book.do(Deed(Act.NOTE, f"c{number}", f"note {number}"))
    if spoil in WITHOUT_COPIES:
        shutil.rmtree(path.parent / "backups")
    spoil(path)
    lines = []
    try:
        with Case(folder, SETTINGS, Cache(None)) as case:
            lines.append(f"  on opening: {case.record_warning() or 'nothing'}")
            lines.append(f"  events: {len(case.book.annotations())} of {MANY}")
            try:
                case.book.do(DEED)
                lines.append("  one more: written")
            except InputError as error:
                lines.append(f"  one more: not done: {error}")
            lines.append(f"  events then: {len(case.book.annotations())}")
    except InputError as error:
        lines.append(f"  on opening: {error}")
    return "\n".join(lines).replace(str(folder), "CASE")


def without_copies(path: Path) -> None:
    flipped(path)


WITHOUT_COPIES = (without_copies,)
if os.geteuid() == 0:
    print("(as another user: to the superuser nothing is read-only)")
    os.setresuid(65534, 65534, 65534)
for spoil in (flipped, truncated, garbage, without_copies, newer, read_only, full):
    work = Path(tempfile.mkdtemp())
    (work / "a.txt").write_text("Nobody was hurt, the mayor said.\n")
    print(f"{spoil.__name__}\n{told(work, spoil)}")
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with suppress(OSError):
        (work / ".briefing").chmod(0o700)
    shutil.rmtree(work, ignore_errors=True)
