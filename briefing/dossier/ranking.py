"""The order of relations, best first: kept until they change, and made ahead in pieces where somebody may be typing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import islice
from operator import attrgetter

from briefing.dossier.relation import Relation, RelationType

_id, _score = attrgetter("id"), attrgetter("score")
_FEW = 1_000
"""So many relations are ranked at a time; it takes about a millisecond."""


class Ranking:
    """The relations that somebody else keeps, best first; whoever changes them tells of it."""

    def __init__(self, relations: Mapping[str, Relation]) -> None:
        self._relations = relations
        self._ranked: Sequence[Relation] | None = None
        self._disputes: Sequence[Relation] = ()
        self._changes = 0

    def changed(self) -> None:
        """Let the order be worked out anew."""
        self._ranked = None
        self._changes += 1

    def now(self) -> Sequence[Relation]:
        """Return every relation, best first."""
        if self._ranked is None:
            self._ranked = ranked(self._relations.values())
            self._disputes = _disputes(self._ranked)
        return self._ranked

    def disputes(self) -> Sequence[Relation]:
        """Return every relation but agreements, best first."""
        self.now()
        return self._disputes

    def making(self) -> Iterator[None]:
        """Rank ahead, with pauses in which all else may go on; a change of relations meanwhile ends that."""
        changes, left, parts = self._changes, iter(tuple(self._relations.values())), list[list[Relation]]()
        while some := list(islice(left, _FEW)):
            parts.append(ranked(some))
            yield
        merged, found, disputes = merge(*parts, key=_rank), list[Relation](), list[Relation]()
        while some := list(islice(merged, _FEW)):
            found += some
            disputes += _disputes(some)
            yield
        if self._changes == changes:
            self._ranked, self._disputes = found, disputes


def _disputes(relations: Iterable[Relation]) -> list[Relation]:
    return [r for r in relations if r.type is not RelationType.CORROBORATION]


def ranked(relations: Iterable[Relation]) -> list[Relation]:
    """Return relations best first, in the same order on every machine."""
    return sorted(sorted(relations, key=_id), key=_score, reverse=True)


def _rank(relation: Relation) -> tuple[float, str]:
    return -relation.score, relation.id
