"""What asking the model would mean: what is sent, where, and about what it costs."""

from collections.abc import Sequence
from typing import Self
from urllib.parse import urlsplit

from msgspec import Struct

from briefing.config import ModelSettings
from briefing.model.prompt import Task
from briefing.model.requests import Request
from briefing.plurals import counted

_CHARS_A_TOKEN = 4
"""English text has about four characters a token (the rule of thumb of OpenAI's documentation)."""
_TOKENS_AN_ANSWER = {Task.POINTS: 60, Task.PAIRS: 80}
_FRAME = 2500
"""Characters of instruction and schema in each request, about."""
_LOCAL = {"localhost", "127.0.0.1", "::1"}


def host(endpoint: str) -> str:
    """Return the host, and the port where one is named."""
    return urlsplit(endpoint).netloc


def price(settings: ModelSettings, tokens_in: float, tokens_out: float) -> float | None:
    """Return what so many tokens cost, in the currency of the settings' prices, or None where they name none."""
    if settings.price_in is None or settings.price_out is None:
        return None
    return (tokens_in * settings.price_in + tokens_out * settings.price_out) / 1_000_000


class Offer(Struct, frozen=True):
    """Requests that wait, summed up."""

    settings: ModelSettings
    requests: int
    claims: int
    pairs: int
    articles: int
    characters: int
    cost: float | None

    @classmethod
    def of(cls, requests: Sequence[Request], settings: ModelSettings) -> Self:
        """Sum up what the requests send."""
        items = [(r.task, i) for r in requests for i in r.items]
        words = [w for _, i in items for w in i.sides]
        characters = sum(len(w.quote) + len(w.holder) + (len(w.context) if w.context != w.quote else 0) for w in words)
        tokens_in = (characters + _FRAME * len(requests)) / _CHARS_A_TOKEN
        tokens_out = sum(_TOKENS_AN_ANSWER[task] for task, _ in items)
        return cls(
            settings,
            len(requests),
            sum(task is Task.POINTS for task, _ in items),
            sum(task is Task.PAIRS for task, _ in items),
            len({w.source for w in words}),
            characters,
            price(settings, tokens_in, tokens_out),
        )

    def lines(self) -> list[str]:
        """Say what will be sent and where, a line for each thing that one should know."""
        parts = urlsplit(self.settings.endpoint)
        key = f"key from ${self.settings.key_env}" if self.settings.key_env else "no key"
        what = [counted(self.claims, "claim")] * bool(self.claims) + [
            counted(self.pairs, "pair of claims", "pairs of claims")
        ] * bool(self.pairs)
        amount = f"{self.characters:,} characters in {counted(self.requests, 'request')}"
        lines = [
            f"to      {self.settings.endpoint} ({key})",
            f"model   {self.settings.name}",
            f"sent    {' and '.join(what)} of {counted(self.articles, 'article')} with the words around them, {amount}",
        ]
        if self.claims:
            lines.append("later   pairs of these claims that may be on one point")
        if self.cost is not None:
            lines.append(f"cost    about {self.cost:.2f} by the prices in your configuration")
        if parts.scheme == "http" and (parts.hostname or "") not in _LOCAL:
            lines.append("note    the connection is not encrypted (http)")
        return lines
