"""Loads the case while the room is already on screen."""

import gc
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from briefing.case import Case, Changed, Contents, Failed, Finished, Progress, Step
from briefing.errors import Fault, InputError
from briefing.plurals import counted
from briefing.room import guiding
from briefing.room.lines import Activity

if TYPE_CHECKING:
    from briefing.room.app import Room


_PATIENCE = 1.0
"""Seconds that the thread waits at most for its rows to be on screen before it goes on to use the interpreter."""
_TELLS = 0.5
"""Seconds between two notices of progress: each is drawn, and a key that comes meanwhile waits for it."""
_TURN, _BREATH = 0.008, 0.002
"""Seconds at a time for taking contents in while somebody may be typing, and for everything else in between."""
_AFTER_KEY = 0.03
"""Seconds after a key in which nothing is taken in, so that what follows from it is painted; a key that is held down repeats about as fast."""
_UNDER_HAND = 0.07
"""Seconds after a key in which what was taken in is not shown: it would seem to come of the key, and the next would wait for it."""


class Stepped(Message):
    """Loading came a step further; sent from the thread that loads."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step


def _to_the_end(case: Case, leaving: Event) -> Iterator[Step]:
    """Yield the steps of loading, then of what changes; whatever breaks it is told, never silent."""
    try:
        yield from case.load()
        yield from case.follow(leaving)
    except Exception as error:  # noqa: BLE001 - the room goes on with what there is
        yield Failed(Fault(case.folder, f"reading ended early: {type(error).__name__}: {error}", "open the case again"))
        yield Finished()


class Loading:
    """How far the loading of one room's case is, and what went wrong in it."""

    def __init__(self, room: "Room") -> None:
        self._room = room
        self._untold: list[Fault] = []
        self.activity = Activity(0, 1, "opening")
        self.faults: list[Fault] = []
        self.done = False
        self.is_counting = False  # until all claims of new contents are counted, which their actors are shown with
        self._seen = Changed()
        self._shown = Event()
        self._leaving = Event()
        self._steps: deque[Step] = deque()
        self._pressed = 0.0

    def begin(self) -> None:
        """Start the thread that goes through the steps and sends each to the room; leaving does not wait for it."""
        Thread(target=self._work, name="loading", daemon=True).start()

    def stop(self) -> None:
        """Let the thread end at its next step."""
        self._leaving.set()

    def make_way(self) -> None:
        """Leave the interpreter to a key that was pressed, and to what follows from it; may be called from any thread."""
        self._pressed = time.monotonic()

    def _work(self) -> None:
        told = -_TELLS
        for step in _to_the_end(self._room.case, self._leaving):
            if isinstance(step, Progress):
                if step.what and time.monotonic() - told < _TELLS:
                    continue
                told = time.monotonic()
            if self._leaving.is_set() or not self._room.post_message(Stepped(step)):
                return
            if isinstance(step, Contents):
                self._shown.wait(_PATIENCE)
                self._shown.clear()

    def take(self, step: Step) -> None:
        """Bring the case and the lines at the top up to a step, once what came before it is taken in."""
        self._steps.append(step)
        if len(self._steps) == 1:
            self._when_free(self._take_next, _UNDER_HAND)

    @property
    def is_taking_in(self) -> bool:
        """Whether contents are being taken in, so that more contradictions are to come at once."""
        return bool(self._steps)

    def _take_next(self) -> None:
        while self._steps:
            step = self._steps[0]
            if isinstance(step, Contents):
                self._take_contents(step)
                return
            self._take(step)
            self._steps.popleft()

    def _take(self, step: Step) -> None:
        if isinstance(step, Progress):
            self.activity = Activity(step.done, step.total, step.what)
        elif isinstance(step, Failed):
            self.faults.append(step.fault)
            self._untold.append(step.fault)
        elif isinstance(step, Changed):
            self.faults = []
            self._seen = step
            self._room.keeper.fill_sources()
        elif isinstance(step, Finished):
            self._finished()
        if not isinstance(step, Failed) and self._untold:
            self._say_faults()
        self._room.lines()

    def _take_contents(self, contents: Contents) -> None:
        gc.disable()  # what comes in stays: collections on the way would look through all of it, again and again
        pauses = self._room.case.taking_in(contents)
        self.is_counting = True
        next(pauses)
        self._room.call_after_refresh(self._go_on, pauses)

    def _go_on(self, pauses: Iterator[None]) -> None:
        """Work out the rest, now that the claims are on screen: actors, which are counted over all claims, then contradictions."""
        self._shown.set()
        self._in_turns(self._room.dossier.indexing(), partial(self._with_actors, pauses))

    def _with_actors(self, pauses: Iterator[None]) -> None:
        self.is_counting = False
        self._room.keeper.fill_actors()
        self._in_turns(pauses, self._taken)

    def _when_free(self, deed: Callable[[], object], after: float = _AFTER_KEY) -> None:
        """Do something once the last key is so long ago."""
        wait = self._pressed + after - time.monotonic()
        if wait > 0:
            self._room.set_timer(wait, partial(self._when_free, deed, after))
        else:
            deed()

    def _in_turns(self, pauses: Iterator[None], done: Callable[[], object]) -> None:
        """Go through work with pauses; the screen and the keys have their turn in between, a key as soon as it is pressed."""
        begun = time.monotonic()
        try:
            for _ in pauses:
                if time.monotonic() > begun + _TURN or self._pressed > begun:
                    self._later(partial(self._in_turns, pauses, done))
                    return
        except InputError as error:  # of the record, when what was done before is put on the words
            self._room.tell(str(error), severity="error", timeout=20)
        self._later(done, _UNDER_HAND)

    def _later(self, deed: Callable[[], object], after: float = _AFTER_KEY) -> None:
        self._room.set_timer(_BREATH, partial(self._when_free, deed, after))

    def _taken(self) -> None:
        self._steps.popleft()
        self._room.keeper.catch_up()
        self._room.call_after_refresh(self._collect_again)
        if self._steps:
            self._later(self._take_next, _UNDER_HAND)

    @staticmethod
    def _collect_again() -> None:
        gc.freeze()  # all that there is
        gc.enable()

    def _finished(self) -> None:
        room, first = self._room, not self.done
        self.activity, self.done = Activity(), True
        room.keeper.say_when_empty()
        if first:
            room.session.forget_what_is_gone()
            self._say_orphans()
            guiding.welcome(room)
        if self._seen:
            self._say_seen(self._seen)
            self._seen = Changed()
        self._later(partial(self._in_turns, room.dossier.preparing(), lambda: None))

    def _say_seen(self, changed: Changed) -> None:
        """Tell which files changed while the room was open, and which of them could not be read."""
        files = {*changed.added, *changed.altered}
        skipped = [s for s in self._room.dossier.sources.values() if s.file in files and s.skipped]
        reasons = "".join(f"\n{s.file} is skipped: {s.skipped}" for s in skipped)
        self._room.tell(
            f"{changed}{reasons}", severity="warning" if skipped else "information", timeout=20 if skipped else 8
        )
        if changed.altered or changed.removed:
            self._say_orphans()

    def _say_faults(self) -> None:
        first, *others = self._untold
        self._untold = []
        more = f"\n… and {len(others)} more, listed under the sources" if others else ""
        self._room.tell(f"{first}{more}", severity="error", timeout=20)
        self._room.keeper.fill_sources()

    def _say_orphans(self) -> None:
        lost = len(self._room.case.orphans)
        if lost:
            words = counted(lost, "annotation has lost its words", "annotations have lost their words")
            self._room.tell(f"{words}; {self._room.key('history')} lists them", severity="warning", timeout=20)
