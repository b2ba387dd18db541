"""The line to the endpoint: one request, one answer, with time-outs and new attempts as the server asks for them."""

import asyncio
import os
from typing import Any, Self

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from briefing.config import ModelSettings
from briefing.errors import Fault, InputError

RETRIES = 3
"""New attempts after a time-out, a broken connection, 408, 409, 429 or 5xx; Retry-After is heeded."""
_LARGEST = 16 << 20
"""Bytes of an answer, once unpacked; many times what the largest batch can need."""
_MOST_TOKENS = 10**9
"""A count above is none: no model answers so much at once."""
_WAITING = 120.0
"""Seconds that waiting between attempts may take in all, on top of the attempts' own time."""


class AskingError(Exception):
    """A request got no answer; the message says why. `is_final` if no other request would get one either."""

    def __init__(self, problem: str, *, is_final: bool = False) -> None:
        super().__init__(problem)
        self.is_final = is_final


class Reply(Struct, frozen=True):
    """What the model wrote, whether it was cut off, and the tokens that were counted."""

    content: str
    cut_off: bool
    tokens_in: int
    tokens_out: int


class _Message(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    message: _Message
    finish_reason: str | None = None


class _Completion(BaseModel):
    choices: list[_Choice]
    usage: Any = None


class Client:
    """A client of one endpoint, for one event loop. Raises InputError if it cannot be made."""

    def __init__(self, settings: ModelSettings) -> None:
        try:
            import openai  # noqa: PLC0415 - an extra
        except ImportError:
            fault = Fault("openai", "the client library is not installed", "pip install 'briefing[model]'")
            raise InputError(fault) from None
        key = os.environ.get(settings.key_env, "") if settings.key_env else "none"
        if not key:
            remedy = f"export {settings.key_env}=..., or name another variable"
            raise InputError(Fault("environment", f"${settings.key_env} is not set", remedy, key="model.key_env"))
        self._openai = openai
        self._seconds = settings.timeout * (RETRIES + 1) + _WAITING
        self._client = openai.AsyncOpenAI(
            base_url=settings.endpoint,
            api_key=key,
            timeout=settings.timeout,
            max_retries=RETRIES,
            # Another place than the one that was consented to gets nothing.
            http_client=openai.DefaultAsyncHttpxClient(follow_redirects=False, event_hooks={"response": [self._read]}),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.close()

    async def _read(self, response: Any) -> None:
        """Read an answer as `aread` does, but no more of it than there can be: a server may go on for ever."""
        data = bytearray()
        async for part in response.aiter_bytes():
            data += part
            if len(data) > _LARGEST:
                await response.aclose()
                raise self._openai.OpenAIError(f"it is larger than {_LARGEST >> 20} MiB")
        response._content = bytes(data)  # noqa: SLF001 - where `aread` looks before it reads

    async def ask(self, body: dict[str, object]) -> Reply:
        """Send one request. Raises AskingError."""
        errors = self._openai
        try:
            async with asyncio.timeout(self._seconds):
                answer: Any = await self._client.post("/chat/completions", cast_to=object, body=body)
        except (errors.APITimeoutError, TimeoutError):
            raise AskingError("no answer in time (model.timeout)") from None
        except (errors.AuthenticationError, errors.PermissionDeniedError, errors.NotFoundError) as error:
            raise AskingError(_status(error), is_final=True) from None
        except errors.APIStatusError as error:
            raise AskingError(_status(error)) from None
        except errors.APIConnectionError as error:
            raise AskingError(f"no connection ({error.__cause__ or error})", is_final=True) from None
        except (errors.OpenAIError, ValueError, RecursionError) as error:
            said = str(error) if type(error) is errors.OpenAIError else type(error).__name__
            raise AskingError(f"the server's answer cannot be read ({said})") from None
        return _reply(answer)


def _status(error: Any) -> str:
    return f"the server answered {error.status_code}: {_brief(error.message)}"


def _brief(said: object) -> str:
    return " ".join(str(said).split())[:160]


def _reply(answer: Any) -> Reply:
    if isinstance(answer, dict) and (error := answer.get("error")):
        raise AskingError(f"the server answered: {_brief(error.get('message') if isinstance(error, dict) else error)}")
    try:
        completion = _Completion.model_validate(answer)
    except ValidationError:
        raise AskingError("the server's answer is not of the protocol") from None
    if not completion.choices:
        raise AskingError("the server's answer is empty")
    choice = completion.choices[0]
    if choice.message.refusal or choice.finish_reason == "content_filter":
        raise AskingError("the model refused to answer")
    tokens = [_count(completion.usage, name) for name in ("prompt_tokens", "completion_tokens")]
    return Reply(choice.message.content or "", choice.finish_reason == "length", *tokens)


def _count(usage: Any, name: str) -> int:
    """Return a count of tokens; 0 where the server gives none that can be one."""
    count = usage.get(name) if isinstance(usage, dict) else None
    return count if isinstance(count, int) and 0 <= count <= _MOST_TOKENS else 0
