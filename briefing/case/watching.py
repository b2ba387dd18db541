"""What changes in a case's folder while the case is open."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeAlias

from briefing import articles, extraction, readings
from briefing.case.steps import Changed

BESIDE = (readings.FILE, extraction.ALIAS_FILE, extraction.LEXICON_FILE)
"""The files beside the articles that say how these are to be read."""

_QUIET_MS = 100
"""A folder is looked at once nothing has happened in it for so long, so that a file is mostly whole when it is read."""
_AT_LATEST_MS = 1000
"""And at the latest so long after the first change."""

_ANYWAY_MS = 5000
"""And this often even so: a folder on a network does not always tell what others change in it."""

Stand: TypeAlias = dict[str, tuple[int, int]]
"""Time of change (nanoseconds) and size of every file that counts, by its path below the case."""


class Stopped(Protocol):
    """Tells when watching is to end, as a threading.Event does."""

    def is_set(self) -> bool:
        """Tell whether it has ended."""


def between(before: Stand, after: Stand) -> Changed:
    """Return what makes one stand of a folder into another."""
    altered = (f for f in after if f in before and after[f] != before[f])
    return Changed(tuple(sorted(after.keys() - before)), tuple(altered), tuple(sorted(before.keys() - after)))


def stand(folder: Path) -> Stand:
    """Return how a case's articles and the files beside them stand; what cannot be looked at is left out."""
    beside = (folder / name for name in BESIDE)
    found: Stand = {}
    for path in (*articles.candidates(folder), *beside):
        try:
            status = path.lstat()
        except OSError:
            continue
        found[path.relative_to(folder).as_posix()] = (status.st_mtime_ns, status.st_size)
    return found


def changes(folder: Path, before: Stand, stopped: Stopped) -> Iterator[Changed]:
    """Yield what has changed in a folder since it stood as `before`, as it happens, until it is stopped.

    Raises OSError if the folder cannot be watched.
    """
    for _ in woken(folder, stopped):
        after = stand(folder)
        changed = between(before, after)
        before = after
        if changed:
            yield changed


def woken(folder: Path, stopped: Stopped) -> Iterator[None]:
    """Yield at once, every now and then, and whenever something may have happened in a folder; hidden files and folders do not count."""
    from watchfiles import watch  # noqa: PLC0415 - a room that starts has nothing to watch yet
    from watchfiles.main import Change  # noqa: PLC0415

    def counts(_: Change, path: str) -> bool:
        return not any(part.startswith(".") for part in Path(path).relative_to(folder).parts)

    noticed = watch(
        folder,
        watch_filter=counts,
        debounce=_AT_LATEST_MS,
        step=_QUIET_MS,
        stop_event=stopped,
        rust_timeout=_ANYWAY_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
        ignore_permission_denied=True,
    )
    yield None
    for _ in noticed:
        yield None
