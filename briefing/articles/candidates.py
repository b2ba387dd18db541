"""Which files of a case's folder are meant to be read."""

import os
from pathlib import Path

_NOT_ARTICLES = frozenset({"readme.md", "reading.yaml", "config.yaml", "aliases.yaml", "lexicon.yaml"})


def candidates(case: Path) -> list[Path]:
    """Return the files below a case, sub-folders included, in a stable order.

    Hidden files and folders, a README and the case's own settings are left out. Links are listed, also to folders and
    to nowhere, and never followed into a folder: reading one that leads out of the case tells so. An absent case has
    none.
    """
    found: list[Path] = []
    for folder, folders, files in os.walk(case):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in links and not name.startswith("."))
        found += [here / name for name in [*files, *links] if _is_meant(name)]
    return sorted(found, key=lambda path: path.relative_to(case).parts)


def would_be_candidate(case: Path, path: Path) -> bool:
    """Tell whether a file written to a path would be one of the case's candidates."""
    home, place = Path(os.path.realpath(case)), Path(os.path.realpath(path))
    if not place.is_relative_to(home):
        return False
    *folders, name = place.relative_to(home).parts or ("",)
    return _is_meant(name) and not any(folder.startswith(".") for folder in folders)


def _is_meant(name: str) -> bool:
    return not name.startswith(".") and name.lower() not in _NOT_ARTICLES
