"""Claims, and pairs of claims, made into requests: a request speaks of one article, or of two where pairs are judged."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from briefing.dossier import ARTICLE, Claim, Source
from briefing.model import prompt
from briefing.model.prompt import Task

_AROUND = 300
"""Characters of the paragraph shown on either side of a claim."""
_KNOWN = 60
"""Points named before that one request tells of."""


class Words(Struct, frozen=True):
    """A claim as the model sees it; `point` is the phrase of the point it has already."""

    claim: str
    source: str
    outlet: str
    published: str
    holder: str
    mode: str
    quote: str
    context: str
    point: str | None = None

    def as_data(self) -> dict[str, object]:
        """Return what is sent of it."""
        data: dict[str, object] = {"holder": self.holder, "mode": self.mode, "words": self.quote}
        if self.context != self.quote:
            data["context"] = self.context
        return data | ({"point": self.point} if self.point else {})


class Item(Struct, frozen=True):
    """One question: a claim, or two. `key` is made of the words that are asked about, and of nothing else."""

    key: str
    sides: tuple[Words, ...]


class Request(Struct, frozen=True):
    """Some questions sent together. In the request they are called 1, 2, 3 ...: a claim that is not in it has no name there."""

    task: Task
    items: tuple[Item, ...]

    @property
    def id(self) -> str:
        """Its name, made of what it asks."""
        digest = hashlib.sha256("\n".join(i.key for i in self.items).encode())
        return f"{self.task}-{digest.hexdigest()[:16]}"

    def body(self, model: str, known: Sequence[str] = ()) -> dict[str, object]:
        """Return the request as it is sent; `known` are the points named so far."""
        from briefing.model.answers import schema  # noqa: PLC0415 - brings in pydantic

        return prompt.body(self.task, model, self._data(known), schema(self.task))

    def halves(self) -> tuple["Request", "Request"]:
        """Return two requests for the same questions."""
        middle = len(self.items) // 2
        return Request(self.task, self.items[:middle]), Request(self.task, self.items[middle:])

    def _data(self, known: Sequence[str]) -> dict[str, object]:
        numbered = list(enumerate(self.items, 1))
        if self.task is Task.PAIRS:
            pairs = [{"id": str(n), "a": _dated(i.sides[0]), "b": _dated(i.sides[1])} for n, i in numbered]
            return {"pairs": pairs}
        first = self.items[0].sides[0]
        words = {w for i in self.items for w in i.sides[0].quote.casefold().split()}
        return {
            "article": {"outlet": first.outlet, "published": first.published},
            "known_points": prompt.nearest(known, words, _KNOWN),
            "claims": [{"id": str(n)} | i.sides[0].as_data() for n, i in numbered],
        }


def _dated(words: Words) -> dict[str, object]:
    return {"outlet": words.outlet, "published": words.published} | words.as_data()


def words_of(claim: Claim, source: Source, point: str | None = None) -> Words:
    """Return a claim as the model is to see it."""
    passage = next((p for p in source.passages if p.start <= claim.start < p.end), None)
    first, last = (passage.start, passage.end) if passage else (claim.start, claim.end)
    start, end = max(first, claim.start - _AROUND), max(claim.end, min(last, claim.end + _AROUND))
    return Words(
        claim=claim.id,
        source=source.id,
        outlet=source.name,
        published=source.published or "",
        holder="the article itself" if claim.holder == ARTICLE else claim.holder,
        mode=str(claim.mode),
        quote=claim.quote,
        context=source.text[start:end].strip(),
        point=point,
    )


def claim_item(claim: Claim, source: Source) -> Item:
    """Return the question which point a claim is on."""
    words = words_of(claim, source)
    return Item(_key(Task.POINTS, words), (words,))


def pair_item(a: Words, b: Words) -> Item:
    """Return the question whether two claims are on one point."""
    return Item(_key(Task.PAIRS, a, b), (a, b))


def _key(task: Task, *sides: Words) -> str:
    asked = json.dumps([prompt.FORM, str(task), *([s.outlet, s.published, s.as_data()] for s in sides)])
    return hashlib.sha256(asked.encode()).hexdigest()


def batches(task: Task, items: Iterable[Item], most: int) -> list[Request]:
    """Return requests of at most so many questions, each about one article, or about one pair of articles."""
    together: defaultdict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in items:
        together[tuple(sorted({s.source for s in item.sides}))].append(item)
    return [
        Request(task, tuple(group[at : at + most])) for group in together.values() for at in range(0, len(group), most)
    ]
