"""What the model answered, judged word by word: what cannot be right is refused with the reason, the rest is taken."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Literal

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, ValidationError

from briefing.dossier import Attitude, Certainty, Polarity
from briefing.figures import parse_figure
from briefing.model.prompt import Task
from briefing.model.requests import Item, Request, Words
from briefing.model.store import Kept, Stand
from briefing.plaintext import has_hidden

_LONGEST = 120
"""Characters of a point's phrase; what is longer is no phrase."""
_MOST_REFUSED = 100
"""So many refusals of one answer are told; what has more goes round in circles."""
_THOUGHT_ENDS = "</think>"
"""What stands between the answer of a model that thinks aloud, and its thoughts."""
_FENCE = re.compile(r"```(?:json)?[ \t]*\n(.*?)\n?[ \t]*```", re.DOTALL)
"""Where the answer stands in what a model writes around it."""
_HELD = [f"{c} {p}" for c in Certainty if c is not Certainty.UNKNOWN for p in Polarity]
STANDS = tuple(s + end for s in (*_HELD, str(Certainty.UNKNOWN), *map(str, Attitude)) for end in ("", " if"))
"""Every commitment as it is written."""


class MalformedError(ValueError):
    """An answer is not what was asked for, as a whole."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class SideModel(_Model):
    """Where one claim of a pair stands."""

    commitment: str
    words: str
    figure: str | None


class ClaimModel(_Model):
    """One claim's point and stand."""

    id: str
    point: str | None
    commitment: str | None
    words: str | None
    figure: str | None


class PairModel(_Model):
    """One pair's point and both stands."""

    id: str
    point: str | None
    a: SideModel | None
    b: SideModel | None


_MODELS: dict[Task, tuple[Literal["claims", "pairs"], type[ClaimModel] | type[PairModel]]] = {
    Task.POINTS: ("claims", ClaimModel),
    Task.PAIRS: ("pairs", PairModel),
}


@cache
def schema(task: Task) -> dict[str, object]:
    """Return the JSON Schema that answers are to meet."""
    name, model = _MODELS[task]
    part = model.model_json_schema()
    definitions = part.pop("$defs", {})
    for properties in (part["properties"], *(d["properties"] for d in definitions.values())):
        if "commitment" in properties:
            nullable = "anyOf" in properties["commitment"]
            properties["commitment"] = {"enum": [*STANDS, None] if nullable else list(STANDS)}
    whole: dict[str, object] = {
        "type": "object",
        "properties": {name: {"type": "array", "items": part}},
        "required": [name],
        "additionalProperties": False,
    }
    return whole | ({"$defs": definitions} if definitions else {})


class Checked(Struct, frozen=True):
    """An answer after the check: what is taken, by the key of its question; what was refused, in words; questions left open."""

    taken: tuple[tuple[str, Kept], ...]
    refused: tuple[str, ...] = ()
    left_out: int = 0


def check(request: Request, content: str) -> Checked:
    """Judge an answer part by part. Raises MalformedError if it cannot be read at all."""
    name, model = _MODELS[request.task]
    open_items = {str(n): item for n, item in enumerate(request.items, 1)}
    taken, refused = [], []
    for part in _parts(content, name):
        try:
            said = model.model_validate(part)
        except ValidationError as error:
            refused.append(f"{_id_of(part)}: not of the schema: {_first(error)}")
            continue
        item = open_items.pop(said.id, None)
        if item is None:
            refused.append(f"{said.id[:20]}: nothing was asked about it, or it was answered already")
            continue
        kept, reason = _judged(said, item)
        taken.append((item.key, kept))
        if reason:
            refused.append(f"{said.id}: {reason}")
    if len(refused) > _MOST_REFUSED:
        refused[_MOST_REFUSED:] = [f"{len(refused) - _MOST_REFUSED} more parts cannot be taken"]
    return Checked(tuple(taken), tuple(refused), len(open_items))


def _parts(content: str, name: str) -> Sequence[Any]:
    said = content if content.lstrip().startswith("{") else _unwrapped(content)
    try:
        whole = json.loads(said)
    except (ValueError, RecursionError) as error:
        raise MalformedError(f"the answer is not JSON ({str(error)[:60]})") from None
    parts = whole.get(name) if isinstance(whole, dict) else None
    if not isinstance(parts, list):
        raise MalformedError(f"the answer has no list '{name}'")
    return parts


def _unwrapped(content: str) -> str:
    """Return the answer without the thoughts before it and the words around it."""
    said = content.rpartition(_THOUGHT_ENDS)[2]
    fence = _FENCE.search(said)
    return fence[1] if fence else said


def _id_of(part: Any) -> str:
    return str(part.get("id", "?"))[:20] if isinstance(part, dict) else "?"


def _first(error: ValidationError) -> str:
    fault = error.errors()[0]
    return f"{'.'.join(map(str, fault['loc'])) or 'the part'}: {fault['msg']}"


def _judged(said: ClaimModel | PairModel, item: Item) -> tuple[Kept, str]:
    """Return what is taken of one part of an answer, and why not all of it."""
    if said.point is None:
        return Kept(), ""
    if isinstance(said, ClaimModel):
        sides: list[SideModel | None] = [None]
        if said.commitment is not None:
            sides = [SideModel(commitment=said.commitment, words=said.words or "", figure=said.figure)]
    else:
        sides = [said.a, said.b]
    reasons = [_phrase_fault(said.point), *(_side_fault(s, w) for s, w in zip(sides, item.sides, strict=True))]
    reason = next(filter(None, reasons), "")
    if reason:
        return Kept(), reason
    stands = tuple(Stand(s.commitment, s.words, s.figure or None) for s in sides if s is not None)
    return Kept(" ".join(said.point.split()), stands), ""


def _phrase_fault(phrase: str) -> str:
    rules: Iterable[tuple[str, Callable[[str], bool]]] = (
        ("the point is empty", lambda p: not p.strip()),
        (f"the point is longer than {_LONGEST} characters", lambda p: len(p) > _LONGEST),
        ("the point has control or hidden characters", lambda p: has_hidden(p) or len(p.splitlines()) > 1),
        ("the point is a subject of one word", lambda p: len(p.split()) == 1),
    )
    return next((problem for problem, holds in rules if holds(phrase)), "")


def _side_fault(side: SideModel | None, words: Words) -> str:
    if side is None:
        return "a point without a commitment"
    if side.commitment not in STANDS:
        return f"'{side.commitment[:30]}' is no commitment"
    if not side.words.strip() or side.words not in words.quote:
        return "the decisive words do not stand in the claim"
    if side.figure:
        if side.figure not in words.quote:
            return "the figure does not stand in the claim"
        try:
            parse_figure(side.figure)
        except ValueError:
            return "the figure is no quantity"
    return ""
