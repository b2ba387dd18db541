"""Asks the language model while the room goes on: off the screen's thread, with the analyst's yes, and stopped at a key."""

import asyncio
from collections.abc import Sequence
from threading import Thread
from typing import TYPE_CHECKING

from textual.message import Message

from briefing.errors import InputError
from briefing.model import Request
from briefing.room.lines import Activity, State

if TYPE_CHECKING:
    from briefing.model.asking import Answered
    from briefing.model.tally import Tally
    from briefing.room.app import Room


class Heard(Message):
    """The model answered a request; sent from the thread that asks."""

    def __init__(self, answered: "Answered") -> None:
        super().__init__()
        self.answered = answered


class Ended(Message):
    """All requests were answered, or `problem` says why they were not; sent from the thread that asks."""

    def __init__(self, problem: str = "") -> None:
        super().__init__()
        self.problem = problem


class Asking:
    """The model's part in one room."""

    def __init__(self, room: "Room") -> None:
        self._room = room
        self._tally: Tally | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self.activity = Activity()
        self.sign = room.case.model.sign

    def state(self) -> State:
        """Return what the top line says at the right."""
        loading = self._room.loading
        activity = self.activity if self.activity.what else loading.activity
        return State(activity, len(loading.faults), self.sign)

    def begin_or_stop(self) -> None:
        """Ask whatever waits for an answer; or stop asking. Raises InputError where the model is off or forbidden."""
        room = self._room
        if self.activity.what:
            self.stop()
            return
        try:
            room.case.model.require()
        finally:
            self.sign = room.case.model.sign
            room.lines()
        if not room.loading.done:
            room.tell("the articles are still being read; ask once they are", severity="warning")
            return
        requests = room.case.model.waiting(room.dossier)
        if not requests:
            room.tell("nothing to ask: every claim has its answer")
        elif room.case.model.consent.given:
            self._begin(requests)
        else:
            self._ask_first(requests)

    def _ask_first(self, requests: Sequence[Request]) -> None:
        from briefing.model import Offer  # noqa: PLC0415 - needed only here
        from briefing.room.overlays.consent import ConsentSheet  # noqa: PLC0415 - loaded when it is first shown

        def take(agreed: bool | None) -> None:  # noqa: FBT001 - what the sheet gives
            if agreed:
                self._room.case.model.consent.give()
                self._begin(requests)
            else:
                self._room.tell("nothing was sent")

        offer = Offer.of(requests, self._room.case.model.settings)
        self._room.lay_over(ConsentSheet(offer.lines()), take)

    def _begin(self, requests: Sequence[Request]) -> None:
        from briefing.model.tally import Tally  # noqa: PLC0415 - brings in pydantic

        self.sign = self._room.case.model.sign
        self._tally = Tally(self._room.case.model.settings)
        self._go_on(requests)

    def _go_on(self, requests: Sequence[Request]) -> None:
        self.activity = Activity(0, sum(len(r.items) for r in requests), f"asking about {requests[0].task}")
        self._room.lines()
        known = self._room.case.model.known(self._room.dossier)
        Thread(target=self._work, args=(requests, known), daemon=True, name="asking").start()

    def _work(self, requests: Sequence[Request], known: list[str]) -> None:
        """Ask until all is answered; the thread's last word is always that it ended."""
        problem = ""
        try:
            asyncio.run(self._ask(requests, known))
        except asyncio.CancelledError:
            problem = "stopped; what was answered is kept"
        except InputError as error:
            problem = str(error)
        except Exception as error:  # noqa: BLE001 - the room goes on, and says what happened
            problem = f"asking ended early: {str(error) or type(error).__name__}"
        finally:
            self._loop = self._task = None
        self._room.post_message(Ended(problem))

    async def _ask(self, requests: Sequence[Request], known: list[str]) -> None:
        from briefing.model.asking import Asking as Run  # noqa: PLC0415 - brings in pydantic and openai
        from briefing.model.client import Client  # noqa: PLC0415

        model = self._room.case.model
        model.require()
        self._task, self._loop = asyncio.current_task(), asyncio.get_running_loop()
        async with Client(model.settings) as client:
            run = Run(client, model.settings, model.store, known, self._tell)
            await run.run(requests)

    def _tell(self, answered: "Answered") -> None:
        self._room.post_message(Heard(answered))

    def stop(self) -> None:
        """Break off what is under way."""
        loop, task = self._loop, self._task
        if loop is not None and task is not None:
            loop.call_soon_threadsafe(task.cancel)

    def heard(self, answered: "Answered") -> None:
        """Take in an answer."""
        assert self._tally is not None
        self._tally.add(answered)
        self._room.case.take_answers()
        done = self.activity.done + len(answered.request.items)
        self.activity = Activity(done, self.activity.total, self.activity.what)
        self._room.lines()

    def ended(self, problem: str) -> None:
        """Go on with what waits now that these were answered, or say what came of it all."""
        assert self._tally is not None
        requests = [] if problem else self._room.case.model.waiting(self._room.dossier, self._tally.asked)
        if requests:
            self._go_on(requests)
            return
        self.activity = Activity()
        reasons = [problem] * bool(problem) + self._tally.reasons[:3]
        said = "\n".join([f"the model: {self._tally.line()}", *reasons])
        self._room.tell(said, severity="warning" if reasons else "information", timeout=15)
        self._room.lines()


def ask(room: "Room") -> None:
    """Ask the language model, or stop asking."""
    room.asking.begin_or_stop()
