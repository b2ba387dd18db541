"""Counts what is in a case; after a change of the record alone, only what the record touches is counted again."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.dossier import CONFLICTS, Act, Dossier, Part, Relation, RelationType
from briefing.room.lines import Counts


class Listed(NamedTuple):
    """Contradictions and tensions in a list, those of them without a verdict, and how many there are of each other kind."""

    conflicts: int
    still_open: int
    others: Mapping[RelationType, int]


class Tally:
    """The counts of one dossier, told of its changes."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._before_record: Counts | None = None
        self._relations: Sequence[Relation] = ()
        self._count = 0
        self._conflicts: frozenset[str] | None = None
        self._others: Mapping[RelationType, int] = {}

    def changed(self, part: Part) -> None:
        """Forget what a change makes untrue."""
        if part is not Part.RECORD:
            self._before_record = None

    def counts(self) -> Counts:
        """Return how much there is: sources that were read, claims in view, contradictions and tensions, those of them without a verdict."""
        d = self._dossier
        if self._before_record is None:
            self._before_record = _all_there_is(d)
        base = self._before_record
        dismissed = (d.claims.get(a.target) for a in d.record.standing(Act.DISMISS))
        judged = (d.relations.get(a.target) for a in d.record.standing(Act.VERDICT))
        return Counts(
            base.sources,
            base.origins,
            base.actors,
            base.claims - sum(c is not None and c.covered is None for c in dismissed),
            base.conflicts,
            base.conflicts - sum(r is not None and r.type.is_conflict for r in judged),
            base.skipped,
        )

    def put_up(self, relations: Sequence[Relation]) -> None:
        """Count what comes to stand in the list of relations."""
        types = [r.type for r in relations]
        self._relations = relations
        self._count = sum(types.count(t) for t in CONFLICTS)
        self._conflicts = None
        self._others = {t: n for t in RelationType if t not in CONFLICTS and (n := types.count(t))}

    def listed(self) -> Listed:
        """Return what stands in the list of relations."""
        verdicts = [a.target for a in self._dossier.record.standing(Act.VERDICT)]
        if verdicts and self._conflicts is None:
            self._conflicts = frozenset(r.id for r in self._relations if r.type in CONFLICTS)
        judged = sum(relation in (self._conflicts or ()) for relation in verdicts)
        return Listed(self._count, self._count - judged, self._others)


def _all_there_is(dossier: Dossier) -> Counts:
    types = [r.type for r in dossier.relations.values()]
    read = [s for s in dossier.sources.values() if s.skipped is None]
    return Counts(
        len(read),
        len({s.origin or s.id for s in read}),
        len(dossier.actors),
        dossier.count(),
        sum(types.count(conflict) for conflict in CONFLICTS),
        skipped=len(dossier.sources) - len(read),
    )
