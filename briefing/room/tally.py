"""Counts what is in a case; after a change of the record alone, only what the record touches is counted again."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.dossier import CONFLICTS, Act, Dossier, Part, RelationType
from briefing.room.lines import Counts
from briefing.room.ordering import without_heads


class Listed(NamedTuple):
    """Contradictions and tensions in a list, those of them without a verdict, and how many there are of each other kind."""

    conflicts: int
    still_open: int
    others: Mapping[RelationType, int]


class Tally:
    """The counts of one dossier, told of its changes."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._claims: int | None = None
        self._before_record: Counts | None = None
        self._rows: Sequence[str] = ()
        self._count = 0
        self._conflicts: frozenset[str] | None = None
        self._others: Mapping[RelationType, int] = {}

    def changed(self, part: Part) -> None:
        """Forget what a change makes untrue."""
        if part is not Part.RECORD:
            self._before_record = None
            self._rows = ()
        if part is Part.CLAIMS:
            self._claims = None

    def counts(self) -> Counts:
        """Return how much there is: sources that were read, claims in view, contradictions and tensions, those of them without a verdict."""
        d = self._dossier
        if self._claims is None:
            self._claims = sum(c.covered is None for c in d.claims.values())
        if self._before_record is None:
            self._before_record = _all_there_is(d, self._claims)
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
        )

    def listed(self, rows: Sequence[str]) -> Listed:
        """Return what stands in a list of relations."""
        d = self._dossier
        if rows is not self._rows:
            listed = [d.relations[r] for r in without_heads(rows) if r in d.relations]
            types = [r.type for r in listed]
            self._rows = rows
            self._count = sum(types.count(t) for t in CONFLICTS)
            self._conflicts = None
            self._others = {t: n for t in RelationType if t not in CONFLICTS and (n := types.count(t))}
        verdicts = [a.target for a in d.record.standing(Act.VERDICT)]
        if verdicts and self._conflicts is None:
            self._conflicts = frozenset(r for r in rows if r in d.relations and d.relations[r].type in CONFLICTS)
        judged = sum(relation in (self._conflicts or ()) for relation in verdicts)
        return Listed(self._count, self._count - judged, self._others)


def _all_there_is(dossier: Dossier, claims: int) -> Counts:
    types = [r.type for r in dossier.relations.values()]
    read = [s for s in dossier.sources.values() if s.skipped is None]
    return Counts(
        len(read),
        len({s.origin or s.id for s in read}),
        len(dossier.actors),
        claims,
        sum(types.count(conflict) for conflict in CONFLICTS),
    )
