"""Keys that people write in a reading file, and the ids of the things they stand for.

An id made by the machine or by the analyst comes from no key. Such a thing is written out under its name with the id behind a
dot ("maduro-steps-down.p0123456789"), and that id is taken again on reading, so that a reading given to a colleague, or put back
beside its own case, still means the same things.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from briefing.dossier import ARTICLE, stable_id
from briefing.dossier.folding import folded

T = TypeVar("T")

_CARRIED = re.compile(r".*\.([a-z][0-9a-f]{10})")
_LONGEST = 60


def id_of(prefix: str, key: str) -> str:
    """Return the id that a key stands for; `prefix` is a for actors, p for points."""
    carried = _CARRIED.fullmatch(key)
    if carried is not None and carried[1].startswith(prefix):
        return carried[1]
    return stable_id(prefix, "reading", key) if prefix == "a" else stable_id(prefix, key)


def is_key_like(text: str) -> bool:
    """Tell whether a text looks like somebody's key rather than like a name."""
    return " " not in text and text == text.lower()


def keys_for(
    things: Iterable[T], prefix: str, identity: Callable[[T], str], name: Callable[[T], str]
) -> Mapping[str, str]:
    """Return a key for every thing, by its id, that `id_of` turns into the same id wherever the id is of the usual form."""
    keys = {}
    for thing in things:
        slug, own = _slug(name(thing)), identity(thing)
        keys[own] = slug if slug != ARTICLE and id_of(prefix, slug) == own else f"{slug}.{own}"
    return keys


def _slug(name: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")
    return words[:_LONGEST].strip("-") or "unnamed"
