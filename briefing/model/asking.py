"""Requests put to the model, a few at a time; every answer checked and kept before anybody is told of it."""

import asyncio
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from briefing.config import ModelSettings
from briefing.model.answers import Checked, MalformedError, check
from briefing.model.client import AskingError, Client
from briefing.model.requests import Request
from briefing.model.store import Store

_AT_ONCE = 4
"""Requests under way together: enough for a server that answers in parallel, few enough for one that does not."""


class Answered(Struct, frozen=True):
    """What came of one request: what was taken and refused, or why nothing was; and the tokens it cost."""

    request: Request
    checked: Checked | None = None
    problem: str = ""
    tokens_in: int = 0
    tokens_out: int = 0


def keep(request: Request, content: str, store: Store) -> Checked:
    """Check an answer and keep what is right of it. Raises MalformedError."""
    checked = check(request, content)
    for key, kept in checked.taken:
        store.put(key, kept)
    return checked


class Asking:
    """One run over some requests; `tell` is called with each answer, on the loop's thread."""

    def __init__(
        self,
        client: Client,
        settings: ModelSettings,
        store: Store,
        known: Iterable[str],
        tell: Callable[[Answered], None],
    ) -> None:
        self._client = client
        self._settings = settings
        self._store = store
        self._known = dict.fromkeys(known)
        self._tell = tell

    async def run(self, requests: Sequence[Request]) -> None:
        """Put the requests to the model. Raises AskingError if the endpoint would answer none."""
        gate = asyncio.Semaphore(_AT_ONCE)

        async def one(request: Request) -> None:
            async with gate:
                await self._ask(request)

        tasks = [asyncio.create_task(one(r)) for r in requests]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self, request: Request) -> None:
        try:
            reply = await self._client.ask(request.body(self._settings.name, tuple(self._known)))
        except AskingError as error:
            if error.is_final:
                raise
            self._tell(Answered(request, problem=str(error)))
            return
        tokens = (reply.tokens_in, reply.tokens_out)
        if reply.cut_off and len(request.items) > 1:
            self._tell(Answered(Request(request.task, ()), None, "", *tokens))
            for half in request.halves():
                await self._ask(half)
            return
        try:
            checked = keep(request, reply.content, self._store)
        except MalformedError as error:
            self._tell(Answered(request, None, "the answer was cut off" if reply.cut_off else str(error), *tokens))
            return
        self._known |= dict.fromkeys(kept.point for _, kept in checked.taken if kept.point)
        self._tell(Answered(request, checked, "", *tokens))
