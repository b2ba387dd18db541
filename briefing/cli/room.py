"""`briefing room`: the room on a case."""

import argparse
import gc
import sys

from briefing.case import Case
from briefing.cli.opening import cache, configured, folder

_SWITCH = 0.0005
"""Seconds after which a thread that reads gives way to the screen's: a tenth of what Python has, as every key waits for it several times."""


def run(given: argparse.Namespace) -> int:
    """Open the room; returns when the analyst leaves it."""
    gc.disable()
    sys.setswitchinterval(_SWITCH)
    from briefing.room.app import Room  # noqa: PLC0415 - a case that cannot be opened should not wait for Textual

    with Case(folder(given), configured(given), cache()) as case:
        Room(case, case.config).run()
    return 0
