"""Where the record of a case is kept, and how its room was left."""

import hashlib
import os
from pathlib import Path

import platformdirs

from briefing import resources

_BESIDE = ".briefing"


def record_folder(folder: Path) -> Path:
    """Return where a case's record is kept: beside its articles, or in the user's data folder if those are not ours to write to."""
    beside = folder / _BESIDE
    if folder != resources.SEEDS.resolve() and (beside.is_dir() or os.access(folder, os.W_OK)):
        return beside
    return Path(platformdirs.user_data_dir("briefing", appauthor=False)) / "cases" / _own_name(folder)


def session_file(folder: Path) -> Path:
    """Return where it is kept how the room on a case was left; it may be thrown away at any time."""
    return Path(platformdirs.user_state_dir("briefing", appauthor=False)) / "rooms" / f"{_own_name(folder)}.json"


def _own_name(folder: Path) -> str:
    if folder == resources.SEEDS.resolve():
        return "seeds"
    place = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:10]
    return f"{folder.name}-{place}"
