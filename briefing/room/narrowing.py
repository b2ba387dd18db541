"""Works out what a filter leaves while it is being typed, a slice of claims at a time, so that no key has to wait."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from briefing.dossier import Claim, Dossier, Query, Relation
from briefing.room.view import View

SLICE = 250
"""Claims that are looked at before something else may be done: three milliseconds where their words are folded first, else much less."""


class Left(Struct, frozen=True):
    """How many claims, and how many contradictions and tensions, a filter leaves."""

    claims: int
    conflicts: int


class Narrowing:
    """Counts for one filter after another; what the last one left is where the next begins, if it only says more.

    Nothing is looked up before the first count, so that what filters are typed in is on screen without it.
    """

    def __init__(self, view: View, dossier: Dossier) -> None:
        self._view, self._dossier = view, dossier
        self._last: tuple[Query, list[Claim]] | None = None

    def count(self, text: str) -> Iterator[Left | None]:
        """Yield None after every slice of claims, and at last what the filter leaves. Raises QueryError at once."""
        query = self._view.filtered(text).query
        return self._counted(query)

    def _counted(self, query: Query) -> Iterator[Left | None]:
        found: list[Claim] = []
        kept: set[str] = set()
        disputed = self._disputed
        yield None
        for some in query.sift(self._dossier, self._before(query), SLICE):
            found += some
            kept.update([c.id for c in some if c.id in disputed])
            yield None
        self._last = (query, found)
        yield Left(len(found), sum(r.a in kept or r.b in kept for r in self._conflicts))

    def _before(self, query: Query) -> list[Claim]:
        if self._last is not None and query.narrows(self._last[0]):
            return self._last[1]
        return self._all

    @cached_property
    def _all(self) -> list[Claim]:
        return self._view.before_query(self._dossier)

    @cached_property
    def _disputed(self) -> frozenset[str]:
        return frozenset(c for r in self._conflicts for c in (r.a, r.b))

    @cached_property
    def _conflicts(self) -> list[Relation]:
        return [r for r in self._dossier.relations.values() if r.type.is_conflict]
