"""`briefing room`: the room on a case."""

import argparse
import gc

from briefing.case import Case
from briefing.cli.opening import cache, configured, folder


def run(given: argparse.Namespace) -> int:
    """Open the room; returns when the analyst leaves it."""
    gc.disable()
    from briefing.room.app import Room  # noqa: PLC0415 - a case that cannot be opened should not wait for Textual

    with Case(folder(given), configured(given), cache()) as case:
        Room(case, case.config).run()
    return 0
