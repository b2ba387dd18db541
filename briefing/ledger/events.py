"""One event of the record, as it is in memory and as a row of the database."""

import json
from collections.abc import Sequence
from hashlib import blake2b
from itertools import product
from types import NoneType
from typing import Any, NamedTuple, TypeAlias

import msgspec
from msgspec import Struct

from briefing.dossier import Act, Anchor, Annotation, Commitment, Verdict, correction, judgment
from briefing.dossier.grades import CREDIBILITY
from briefing.dossier.naming import NAMING

Cell: TypeAlias = str | int | None
Cells: TypeAlias = tuple[Any, ...]
"""The cells of a `Row`, named or not: naming 100,000 of them would take as long as reading them."""
Key: TypeAlias = tuple[Act, str]
"""What can stand only once: an act and its target."""


class Row(NamedTuple):
    """An event as it is stored. Everything but `number`, its place in this file, is the same in every ledger that has the event.

    `uid` names the event among all ledgers (32 hexadecimal digits). `clock` orders events: milliseconds since 1970, but always later
    than every event that its writer knew (the hybrid logical clock of Kulkarni et al., OPODIS 2014). `act` is text, for a newer
    program may know more acts. `anchors` is JSON. A `step` is named by the uid of its first event; `undoes` and `redoes` name the
    step that this one takes back or puts again. `seal` is a digest of all but number and seal.
    """

    number: int
    uid: str
    clock: int
    at: str
    who: str
    act: str
    target: str
    value: str | None
    before: str | None
    anchors: str
    step: str
    undoes: str | None
    redoes: str | None
    seal: str


COLUMNS = Row._fields
TICKS_A_SECOND = 1000
"""Ticks of an event's clock a second."""
_SHAPES = frozenset(
    product(
        (int,), (str,), (int,), *[(str,)] * 4, (str, NoneType), (str, NoneType), *[(str,)] * 2,
        (str, NoneType), (str, NoneType), (str,),
    )
)  # fmt: skip
_FREE = frozenset({Act.TAG, Act.NOTE, Act.DISMISS, Act.POINT, Act.NEW_POINT})
"""Acts whose value may be any text."""
_PACK = msgspec.msgpack.Encoder()
_ACTS = {str(act): act for act in Act}


class Deed(Struct, frozen=True):
    """Something the analyst does; see `Act` for what can be done to what, and for the values.

    `standing` is what is seen to stand at the target where the ledger itself has nothing there: the value of an annotation
    that was re-attached from words that moved. An undo goes back to it.
    """

    act: Act
    target: str
    value: str | None
    anchors: tuple[Anchor, ...] = ()
    standing: str | None = None


class Event(Struct, frozen=True):
    """An annotation in the record, with its name and time among all ledgers and the step it is part of; see `Row`."""

    annotation: Annotation
    uid: str
    clock: int
    step: str
    undoes: str | None = None
    redoes: str | None = None


def check(act: Act, target: str, value: str | None) -> None:
    """Raise ValueError if an act with that target and value means nothing."""
    if act is Act.TAG and not all(target.partition("/")):
        raise ValueError(f"the target of a tag is 'claim/tag', not '{target}'")
    if value is None or act in _FREE:
        return
    if act is Act.VERDICT:
        Verdict(value)
    elif act is Act.CORRECT:
        correction.check(target, value)
    elif act is Act.ADD and not value.strip():
        raise ValueError("an added claim needs a holder")
    elif act in NAMING and not (target.strip() and value.strip()):
        raise ValueError(f"'{act}' needs two names")
    elif act is Act.CREDIBILITY and value not in CREDIBILITY:
        raise ValueError(f"credibility is graded 1 to 6, not '{value}'")
    elif act is Act.BRIEF and value != "yes":
        raise ValueError(f"something is in the brief by 'yes' or not at all, not '{value}'")
    elif act is Act.COMMIT and value:
        Commitment.parse(value)
    else:
        judgment.check(act, target, value)


def to_row(event: Event, number: int) -> Row:
    """Return the row of an event, sealed."""
    a = event.annotation
    anchors = json.dumps([_parts(x) for x in a.anchors], separators=(",", ":"))
    said = (a.at, a.who, str(a.act), a.target, a.value, a.before, anchors)
    return sealed(number, event.uid, event.clock, *said, event.step, event.undoes, event.redoes)


def _parts(anchor: Anchor) -> list[str | int]:
    words: list[str | int] = [anchor.file, anchor.quote, anchor.prefix, anchor.suffix]
    return [*words, anchor.start, anchor.sha256] if anchor.sha256 or anchor.start else words


def sealed(number: int, *cells: Any) -> Row:
    """Return the row of these cells."""
    return Row._make((number, *cells, seal_of(cells)))


def seal_of(cells: Sequence[Any]) -> str:
    """Return the digest of cells: of their MessagePack, which tells any two lists of them apart."""
    try:
        packed = _PACK.encode(cells)
    except UnicodeEncodeError:  # a lone surrogate, as file names may hold
        packed = _PACK.encode([c.encode("utf-8", "surrogatepass") if isinstance(c, str) else c for c in cells])
    return blake2b(packed, digest_size=8).hexdigest()


def is_sound(row: Cells) -> bool:
    """Tell whether a row is exactly as it was sealed."""
    return tuple(map(type, row)) in _SHAPES and row[-1] == seal_of(row[1:-1])


def understood(row: Cells, number: int, anchors: dict[str, tuple[Anchor, ...]]) -> Event | None:
    """Return the event of a sound row, numbered; None for an act or a value that only a newer program can know.

    `anchors` are those read so far by their text, which many events share.
    """
    _, uid, clock, at, who, name, target, value, before, text, step, undoes, redoes, _ = row
    act = _ACTS.get(name)
    try:
        if act is None:
            return None
        check(act, target, value)
        found = anchors.get(text)
        if found is None:
            found = anchors[text] = anchors_of(text)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return Event(Annotation(number, at, who, act, target, value, before, found), uid, clock, step, undoes, redoes)


def anchors_of(text: str) -> tuple[Anchor, ...]:
    """Return the anchors of a row. Raises ValueError or TypeError."""
    return tuple(Anchor(*parts) for parts in _read(text))


def _read(text: str) -> Any:
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError):  # what only the standard library takes: lone surrogates
        return json.loads(text)
