"""The commands of `briefing`."""

import gc
from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 done, 1 something was skipped or is wrong with the input, 2 wrong usage."""
    gc.disable()  # what modules bring stays: collections while they are read would only look through it, again and again
    from briefing.cli.running import run  # noqa: PLC0415

    return run(words)
