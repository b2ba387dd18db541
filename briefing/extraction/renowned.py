"""Well-known bodies, which news names without saying what they are (`lexicon/renowned.txt`)."""

from functools import cache
from importlib.resources import files

from msgspec import Struct

from briefing.dossier import ActorType
from briefing.extraction.naming import fold


class _Body(Struct, frozen=True):
    """What a body is, and its names, folded, the usual one first."""

    type: ActorType
    names: tuple[str, ...]


def type_of(key: str) -> ActorType | None:
    """Return what a body of a folded name is, None if it is not well known."""
    body = _bodies().get(key)
    return body.type if body is not None else None


def names(key: str) -> tuple[str, ...]:
    """Return all names, folded, of the well-known body that has a folded one, the usual one first; none if it is not well known."""
    body = _bodies().get(key)
    return body.names if body is not None else ()


@cache
def _bodies() -> dict[str, _Body]:
    text = (files("briefing.extraction") / "lexicon" / "renowned.txt").read_text("utf-8")
    found: dict[str, _Body] = {}
    kind = ActorType.UNNAMED
    for line in text.splitlines():
        if line.startswith("["):
            kind = ActorType(line.strip("[]"))
        elif line and not line.startswith("#"):
            called = tuple(fold(name) for name in line.split(","))
            found |= dict.fromkeys(called, _Body(kind, called))
    return found
