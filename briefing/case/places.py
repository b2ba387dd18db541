"""Where the record of a case is kept."""

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
    data = Path(platformdirs.user_data_dir("briefing", appauthor=False))
    place = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:10]
    return data / "cases" / ("seeds" if folder == resources.SEEDS.resolve() else f"{folder.name}-{place}")
