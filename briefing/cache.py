"""Results that cost time, kept in the user's cache folder and found again by what they were made from.

An entry is the JSON of plain values; a damaged or foreign entry counts as absent. Nothing here is the
analyst's work: the folder may be deleted at any time.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import platformdirs

from briefing import __version__

T = TypeVar("T")


def key(*parts: str | bytes) -> str:
    """Return a key for what a result was made from, the version of the program included."""
    digest = hashlib.sha256(__version__.encode())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


class Cache:
    """A folder of results; `None` as folder keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    @classmethod
    def of_user(cls) -> "Cache":
        """Return the cache in the user's cache folder (XDG_CACHE_HOME and its like are heeded)."""
        return cls(Path(platformdirs.user_cache_dir("briefing", appauthor=False)))

    def get(self, key: str, shape: type[T]) -> T | None:
        """Return the stored result of that key in that shape, or None."""
        if self.folder is None:
            return None
        try:
            return msgspec.json.decode((self.folder / key[:2] / key).read_bytes(), type=shape)
        except (OSError, msgspec.MsgspecError, UnicodeError):
            return None

    def put(self, key: str, value: object) -> None:
        """Store a result; a full or read-only disk, or a file name that is no text, only means that it is made again next time."""
        if self.folder is None:
            return
        place = self.folder / key[:2] / key
        with suppress(OSError, UnicodeError):
            data = msgspec.json.encode(value)
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=place.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(name).replace(place)
            except OSError:
                Path(name).unlink(missing_ok=True)


@cache
def code_version(*rooms: str) -> str:
    """Return what changes whenever those sub-packages or modules ("figures.py") change: names, sizes and times of their files."""
    digest = hashlib.sha256()
    for room in rooms:
        place = Path(__file__).parent / room
        for path in [place] if place.suffix == ".py" else sorted(place.rglob("*")):
            if path.suffix not in {".pyc", ""}:
                stat = path.stat()
                digest.update(f"{path.name} {stat.st_size} {stat.st_mtime_ns}".encode())
    return digest.hexdigest()
