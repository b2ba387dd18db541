"""A text edited in the analyst's own editor, with the room out of its way."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from textual.app import App, SuspendNotSupported

from briefing.errors import Fault, InputError

_NAME = "$EDITOR"


def edit_outside(app: App[object], text: str) -> str:
    """Return the text as the editor of `$VISUAL` or `$EDITOR` leaves it, to the letter but for the line break that editors end a file with.

    It goes through a file that only the user may read and that is taken away after. Raises InputError if there is no editor, if it
    cannot be run or fails, or if what it leaves is no UTF-8: that file then stays, and is named.
    """
    command = _command()
    handle, name = tempfile.mkstemp(prefix="briefing-", suffix=".md")
    path = Path(name)
    with os.fdopen(handle, "wb") as file:
        file.write(text.encode("utf-8", "surrogatepass"))
    try:
        _run(app, [*command, name])
        edited = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(Fault(name, "the editor left no UTF-8", "it was not taken; the file is kept there")) from None
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    path.unlink(missing_ok=True)
    return edited if text.endswith("\n") else edited.removesuffix("\n")


def _command() -> list[str]:
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(said)
    except ValueError as error:
        raise InputError(Fault(_NAME, f"cannot be read: {error}", "set it to a command, such as nano")) from None
    if not words:
        raise InputError(Fault(_NAME, "is not set", "set it to your editor before you start, such as EDITOR=nano"))
    return words


def _run(app: App[object], command: Sequence[str]) -> None:
    try:
        with app.suspend():
            code = subprocess.run(command, check=False).returncode  # noqa: S603 - the user's own editor, never through a shell
    except SuspendNotSupported:
        raise InputError(Fault(_NAME, "cannot be opened here", "write it in the room")) from None
    except OSError as error:
        raise InputError(
            Fault(command[0], f"cannot be run: {error.strerror}", "set EDITOR to another editor")
        ) from None
    if code:
        raise InputError(Fault(command[0], f"ended with {code}", "what it left was not taken"))
