"""Who holds a ledger where the file system cannot lock: the first room writes, all others read and are told who it is."""

import errno
import fcntl
import getpass
import json
import os
import platform
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}


class Hold:
    """A note beside the ledger that names the room that writes; `said` is what others are to be told, None if it is ours."""

    def __init__(self, note: Path, said: str | None) -> None:
        self._note = note
        self.said = said

    @classmethod
    def needed(cls, path: Path) -> Self | None:
        """Hold a ledger if locks do not work in its folder, or learn who holds it; None where locks work. Raises OSError."""
        if _locks_work(path.parent):
            return None
        note = path.with_name(f"{path.name}.holder")
        try:
            handle = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            who = _holder(note)
            if who is None:
                note.unlink(missing_ok=True)
                return cls.needed(path)
            return cls(
                note,
                f"no locks work in this folder, and {who}: it can only be read here; if that room is gone, remove {note.name}",
            )
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"who": _login(), "host": platform.node(), "pid": os.getpid(), "since": _now()}, file)
        return cls(note, None)

    def release(self) -> None:
        """Let others write."""
        if self.said is None:
            with suppress(OSError):
                self._note.unlink(missing_ok=True)


def _locks_work(folder: Path) -> bool:
    """Try a lock on a passing file: taking one on the ledger itself and closing it would take SQLite's own away."""
    with tempfile.TemporaryFile(dir=folder) as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in _NO_LOCKS
    return True


def _holder(note: Path) -> str | None:
    """Say who holds it since when; None if that was a room of this machine that is gone."""
    try:
        said = json.loads(note.read_text(encoding="utf-8"))
        who, host, pid, since = said["who"], said["host"], int(said["pid"]), said["since"]
    except (OSError, ValueError, KeyError, TypeError):
        return f"somebody holds it ({note.name} cannot be read)"
    if host == platform.node() and not _lives(pid):
        return None
    return f"{who} on {host} has had it open since {since}"


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"user {os.getuid()}"


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
