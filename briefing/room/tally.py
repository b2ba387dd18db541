"""Counts what is in a case; after a change of the record alone, only what the record touches is counted again."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefing.dossier import Act, Dossier, Part, RelationType
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
        self._before_record: Counts | None = None
        self._rows: Sequence[str] = ()
        self._conflicts: frozenset[str] = frozenset()
        self._others: Mapping[RelationType, int] = {}

    def changed(self, part: Part) -> None:
        """Forget what a change makes untrue."""
        if part is not Part.RECORD:
            self._before_record = None
            self._rows = ()

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
        )

    def listed(self, rows: Sequence[str]) -> Listed:
        """Return what stands in a list of relations."""
        d = self._dossier
        if rows is not self._rows:
            relations = without_heads(rows)
            self._rows = rows
            self._conflicts = frozenset(r for r in relations if d.relations[r].type.is_conflict)
            self._others = dict(Counter(t for r in relations if not (t := d.relations[r].type).is_conflict))
        judged = sum(a.target in self._conflicts for a in d.record.standing(Act.VERDICT))
        return Listed(len(self._conflicts), len(self._conflicts) - judged, self._others)


def _all_there_is(dossier: Dossier) -> Counts:
    read = [s for s in dossier.sources.values() if s.skipped is None]
    return Counts(
        len(read),
        len({s.origin or s.id for s in read}),
        len(dossier.actors),
        sum(c.covered is None for c in dossier.claims.values()),
        sum(r.type.is_conflict for r in dossier.relations.values()),
    )
