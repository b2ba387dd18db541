"""What the analyst puts right in a claim, field by field, on top of what was read."""

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec.structs import asdict, replace

from briefing.dossier.claim import Claim, Mode
from briefing.dossier.point import Certainty, Figure, Period, Polarity


class Field(StrEnum):
    """What of a claim can be put right; a figure and a time are JSON, or "" for none."""

    HOLDER = "holder"  # a name, or `ARTICLE`
    CERTAINTY = "certainty"
    POLARITY = "polarity"
    MODE = "mode"
    FIGURE = "figure"
    TIME = "time"


def packed(value: Figure | Period) -> str:
    """Return a figure or a period as a value of the record."""
    return json.dumps(asdict(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def figure_of(value: str) -> Figure | None:
    """Read a figure. Raises ValueError if it is none."""
    return Figure(**_fields(value)) if value else None


def period_of(value: str) -> Period | None:
    """Read a period. Raises ValueError if it is none."""
    return Period(**_fields(value)) if value else None


_NUMBER, _DATE = (int, float, type(None)), (str, type(None))
_KINDS: dict[str, tuple[type, ...]] = {
    "low": _NUMBER, "high": _NUMBER, "inferred": (bool,), "first": _DATE, "last": _DATE,
}  # fmt: skip


def _fields(value: str) -> dict[str, Any]:
    given: object = json.loads(value)
    fields = given if isinstance(given, dict) else {}
    if "text" not in fields or not all(isinstance(v, _KINDS.get(k, (str,))) for k, v in fields.items()):
        raise ValueError("a figure or a time is JSON with a text")
    return fields


_READ = {
    Field.CERTAINTY: Certainty,
    Field.POLARITY: Polarity,
    Field.MODE: Mode,
    Field.FIGURE: figure_of,
    Field.TIME: period_of,
}


def check(target: str, value: str) -> None:
    """Raise ValueError if a correction with that target and value means nothing."""
    claim, _, name = target.partition("/")
    field = Field(name)
    if not claim or (field is Field.HOLDER and not value.strip()):
        raise ValueError(f"a correction of '{target}' needs a claim and a value")
    try:
        _READ.get(field, str)(value)
    except TypeError as error:
        raise ValueError(str(error)) from None


def is_negative(claim: Claim) -> bool:
    """Tell whether a claim's words deny or refuse something."""
    return claim.polarity is Polarity.NEGATIVE or claim.mode in {Mode.DENIES, Mode.REFUSES}


def corrected(read: Claim, said: Mapping[str, str]) -> Claim:
    """Return a claim with corrections of everything but its holder.

    Where it stands on its point follows: it is as certain as it says now, and turned round if its words deny now what
    they did not, or the other way; an attitude is not turned round.
    """
    claim, stand = read, read.commitment
    if Field.POLARITY in said:
        claim = replace(claim, polarity=Polarity(said[Field.POLARITY]))
    if Field.MODE in said:
        claim = replace(claim, mode=Mode(said[Field.MODE]))
    if stand is not None and stand.attitude is None and is_negative(claim) != is_negative(read):
        stand = replace(stand, polarity=stand.polarity.opposite)
    if Field.CERTAINTY in said:
        claim = replace(claim, certainty=Certainty(said[Field.CERTAINTY]))
        stand = stand and replace(stand, certainty=claim.certainty)
    if Field.FIGURE in said:
        figure = figure_of(said[Field.FIGURE])
        claim = replace(claim, figures=(figure,) if figure else ())
        stand = stand and replace(stand, figure=figure)
    if Field.TIME in said:
        claim = replace(claim, period=period_of(said[Field.TIME]))
        stand = stand and replace(stand, period=claim.period)
    return replace(claim, commitment=stand)
