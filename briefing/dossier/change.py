"""Notice of what changes in a dossier."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from enum import StrEnum

from msgspec import Struct


class Part(StrEnum):
    """The parts of a dossier that can change."""

    SOURCES = "sources"
    ACTORS = "actors"
    POINTS = "points"
    CLAIMS = "claims"
    RELATIONS = "relations"
    RECORD = "record"


class Change(Struct, frozen=True):
    """What changed: ids that are new or other than before, and ids that are gone."""

    part: Part
    ids: AbstractSet[str]
    gone: frozenset[str] = frozenset()


Listener = Callable[[Change], None]
"""Who is told of every change, after it."""
