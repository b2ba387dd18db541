"""`briefing verify`: whether files, quotes, the record and kept briefs are as they were."""

import argparse
import sys

from briefing.case import Case
from briefing.case.verifying import verify
from briefing.cli.opening import cache, configured, folder, read
from briefing.plaintext import one_line


def run(given: argparse.Namespace) -> int:
    """Print what was looked at, then what is wrong line by line; returns 1 if anything is."""
    with Case(folder(given), configured(given), cache()) as case:
        code = read(case)
        done = verify(case)
    sys.stdout.write("".join(f"{one_line(seen)}\n" for seen in done.seen))
    sys.stdout.write("".join(f"WRONG {one_line(str(fault))}\n" for fault in done.faults))
    return 1 if done.faults else code
