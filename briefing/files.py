"""Files written whole or not at all, under names that are safe everywhere."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from briefing.dossier.folding import folded
from briefing.errors import Fault, InputError


def write_whole(path: Path, data: bytes, *, over: bool) -> None:
    """Write a file that only its owner can read; a reader sees all of it or what was there before.

    Raises FileExistsError if something is there and `over` is false, OSError if it cannot be written.
    """
    holds_place = False
    if not over:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        holds_place = True
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        for left in (beside, *([path] if holds_place else [])):
            with suppress(OSError):
                left.unlink()
        raise


def is_file(path: Path) -> bool:
    """Tell whether there is a file. Raises InputError if it is a folder: somebody meant it to be read."""
    if path.is_dir():
        raise InputError(Fault(path, "is a folder, not a file", "give it another name, or put the file in its place"))
    return path.is_file()


def no_folder(path: Path) -> Fault:
    """Return what is wrong where a folder of articles should be and is none."""
    if path.is_file():
        return Fault(path, "is a file, not a folder", "name the folder of articles that it is in")
    return Fault(path, "there is no such folder", "name a folder of articles")


def slug(name: str) -> str:
    """Return a name that is a safe file name everywhere: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-") or "case"
