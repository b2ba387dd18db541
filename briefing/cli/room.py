"""`briefing room`: the room on a case."""

import argparse
import gc
import os
import sys

from briefing.case import Case
from briefing.cli.opening import cache, configured, folder
from briefing.errors import Fault, InputError

_SWITCH = 0.0005
"""Seconds after which a thread that reads gives way to the screen's: a tenth of what Python has, as every key waits for it several times."""


def run(given: argparse.Namespace) -> int:
    """Open the room; returns when the analyst leaves it. Raises InputError where there is no terminal to open it in."""
    gc.disable()
    sys.setswitchinterval(_SWITCH)
    from briefing.room.app import Room  # noqa: PLC0415 - a case that cannot be opened should not wait for Textual

    with Case(folder(given), configured(given), cache()) as case:
        if not (os.environ.get("TEXTUAL_DRIVER") or (sys.stdin.isatty() and sys.stderr.isatty())):
            raise InputError(Fault("the room", "needs a terminal", "briefing analyse reads a case without one"))
        Room(case, case.config).run()
    return 0
