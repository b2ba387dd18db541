"""One event of the record, as it is in memory and as a row of the database."""

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import product
from types import NoneType
from typing import Any, TypeAlias

from briefing.dossier import Act, Anchor, Annotation, Commitment, Verdict, judgment

Cell: TypeAlias = str | int | None
Row: TypeAlias = tuple[Any, ...]

_TYPES: dict[str, tuple[type, ...]] = {
    "id": (int,),
    "at": (str,),
    "who": (str,),
    "act": (str,),
    "target": (str,),
    "value": (str, NoneType),
    "before": (str, NoneType),
    "anchors": (str,),
    "step": (int,),
    "undoes": (int, NoneType),
    "redoes": (int, NoneType),
    "seal": (str,),
}
COLUMNS = tuple(_TYPES)
"""Columns of an event's row; the seal is a digest of all before it."""

_SHAPES = frozenset(product(*_TYPES.values()))
_ACTS = {str(act): act for act in Act}


class UnreadableEventError(ValueError):
    """A row is not what was written."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something the analyst does; see `Act` for what can be done to what, and for the values.

    `standing` is what is seen to stand at the target where the ledger itself has nothing there: the value of an annotation
    that was re-attached from words that moved. An undo goes back to it.
    """

    act: Act
    target: str
    value: str | None
    anchors: tuple[Anchor, ...] = ()
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An annotation in the record, with the step it is part of.

    A step is named by the id of its first event; `undoes` and `redoes` name the step that this one takes back or puts again.
    """

    annotation: Annotation
    step: int
    undoes: int | None = None
    redoes: int | None = None


def check(act: Act, target: str, value: str | None) -> None:
    """Raise ValueError if an act with that target and value means nothing."""
    if act is Act.TAG and not all(target.partition("/")):
        raise ValueError(f"the target of a tag is 'claim/tag', not '{target}'")
    if value is None:
        return
    if act is Act.VERDICT:
        Verdict(value)
    elif act is Act.COMMIT and value:
        Commitment.parse(value)
    else:
        judgment.check(act, target, value)


def to_row(event: Event) -> Row:
    """Return the row of an event, sealed."""
    a = event.annotation
    anchors = json.dumps([[x.file, x.quote, x.prefix, x.suffix] for x in a.anchors], separators=(",", ":"))
    row = (a.id, a.at, a.who, str(a.act), a.target, a.value, a.before, anchors, event.step, event.undoes, event.redoes)
    return (*row, _seal(row))


def from_row(row: Row) -> Event:
    """Return the event of a row. Raises UnreadableEventError if the row is not exactly as it was sealed."""
    if tuple(map(type, row)) not in _SHAPES or row[-1] != _seal(row[:-1]):
        raise UnreadableEventError("the row is damaged")
    number, at, who, act, target, value, before, anchors, step, undoes, redoes, _ = row
    try:
        known = _ACTS[act]
        check(known, target, value)
        return Event(Annotation(number, at, who, known, target, value, before, _anchors(anchors)), step, undoes, redoes)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableEventError(str(error)) from None


def _seal(cells: Row) -> str:
    joined = "\x1f".join(map(str, cells))
    return blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@lru_cache(maxsize=4096)
def _anchors(text: str) -> tuple[Anchor, ...]:
    return tuple(Anchor(*parts) for parts in json.loads(text))
