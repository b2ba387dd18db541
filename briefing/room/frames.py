"""When the screen is painted: as soon as it looks different, then not again for a moment."""

import time
from asyncio import Event, sleep

from textual.timer import Timer

PERIOD = 1 / 240
"""Seconds between two frames at least; a key that comes just after a frame waits so long to be seen."""


class Frames(Timer):
    """The timer that a screen is painted by. Textual's own keeps to a grid, and lets up to two periods pass after one frame before the next."""

    async def _run(self) -> None:
        due: Event = getattr(self, "_active")  # noqa: B009 - Textual's own type of it says nothing
        while True:
            await due.wait()
            begun = time.monotonic()
            await self._tick(next_timer=begun, count=0)
            await sleep(begun + PERIOD - time.monotonic())
