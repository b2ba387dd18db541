"""One key after the other: a key waits until all has come of the one before, so that it comes to what it was meant for.

What a key opens is there at once, but what it closes hands on what was chosen a little later, and a field to type in tells of the
line only after the next letters have reached it. Letters in a field open and close nothing, and wait for none; the key after them does.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextvars import copy_context
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from briefing.room.overlays.once import Once

if TYPE_CHECKING:
    from briefing.room.app import Room

Given = TypeVar("Given")

_PATIENCE = 5.0
"""Seconds after which a key waits no longer, whatever became of the one before."""


class Turns:
    """Gives a room's keys, and what is pasted, their turn; `deliver` hands one on."""

    def __init__(self, room: "Room", deliver: Callable[[events.Event], Awaitable[None]]) -> None:
        self._room, self._deliver = room, deliver
        self._waiting: deque[events.Event] = deque()
        self._over: list[Screen[Any]] = []
        self._busy: Screen[Any] | None = None
        self._turn = 0
        self._begun = 0.0
        self._follows_letters = False
        self._is_watched = False

    async def take(self, event: events.Event) -> None:
        """Hand on a key as soon as it is its turn."""
        self._waiting.append(event)
        await self._go_on()

    def begin(self) -> None:
        """Take note of the room's own name; in another's, a screen that is left meanwhile, nobody would hear what is given."""
        self._own = copy_context()

    def lay_over(self, screen: Screen[Given], take: Callable[[Given | None], object]) -> None:
        """Show a screen over the room; once it is left, keys wait until what it gives was taken."""

        def go_on(given: Given | None) -> None:
            self._room.attempt(partial(take, given))
            self._over = [s for s in self._over if s is not screen]
            self._room.call_later(self._go_on)

        self._over.append(screen)
        self._own.copy().run(self._room.push_screen, screen, go_on)

    async def _go_on(self) -> None:
        if self._is_late:
            self._give_up()
        while self._waiting and self._is_free:
            top, field, event = self._room.screen, self._room.focused, self._waiting[0]
            takes_text = isinstance(top, Once) and top.takes_text
            is_letter = takes_text and isinstance(event, events.Key) and event.is_printable
            is_coming = takes_text and field is None and self._room.app_focus and not self._is_late
            if is_coming or (self._follows_letters and not is_letter):
                self._follows_letters = False
                self._wait_for(top, field)
                break
            self._waiting.popleft()
            self._begun = monotonic()
            await self._deliver(event)
            self._follows_letters = is_letter
            if top is not self._room.desk and not is_letter:
                self._wait_for(top, field)
        if self._waiting and not self._is_watched:
            self._is_watched = True
            self._room.set_timer(_PATIENCE, self._look_again)

    def _look_again(self) -> None:
        self._is_watched = False
        self._room.call_later(self._go_on)

    @property
    def _is_free(self) -> bool:
        there = self._room.screen_stack
        return (self._busy is None or self._busy not in there) and all(screen in there for screen in self._over)

    def _give_up(self) -> None:
        """Wait no longer for what is under way, nor for what screens give that were left."""
        self._busy, self._over = None, [screen for screen in self._over if screen in self._room.screen_stack]

    @property
    def _is_late(self) -> bool:
        return monotonic() - self._begun > _PATIENCE

    def _wait_for(self, screen: Screen[Any], field: Widget | None) -> None:
        """Wait for what is under way in a screen: what its field in focus was given, and what that brings about up to the room."""
        within = [w for w in field.ancestors_with_self if w is not self._room] if field is not None else [screen]
        self._busy, self._turn = screen, self._turn + 1
        self._follow((*within, self._room, within[0], *within, self._room), self._turn)

    def _follow(self, path: Sequence[MessagePump], turn: int) -> None:
        """Go through queues behind the key and what it brings about: a key goes up to the room, and what the room has the field do too."""
        if path:
            first, *rest = path
            if not first.call_later(self._follow, rest, turn):
                self._follow(rest, turn)
        elif turn == self._turn:
            self._busy = None
            self._room.call_later(self._go_on)
