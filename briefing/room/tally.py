"""Counts what is in a case; after a change of the record alone, only what the record touches is counted again."""

from collections.abc import Sequence

from briefing.dossier import Act, Dossier, Part
from briefing.room.lines import Counts
from briefing.room.ordering import without_heads


class Tally:
    """The counts of one dossier, told of its changes."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._before_record: Counts | None = None
        self._rows: Sequence[str] = ()
        self._listed = 0
        self._conflicts: frozenset[str] = frozenset()

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

    def listed(self, rows: Sequence[str]) -> tuple[int, int]:
        """Return how many relations stand in a list, and how many of them are contradictions or tensions without a verdict."""
        d = self._dossier
        if rows is not self._rows:
            relations = without_heads(rows)
            self._rows, self._listed = rows, len(relations)
            self._conflicts = frozenset(r for r in relations if d.relations[r].type.is_conflict)
        judged = sum(a.target in self._conflicts for a in d.record.standing(Act.VERDICT))
        return self._listed, len(self._conflicts) - judged


def _all_there_is(dossier: Dossier) -> Counts:
    read = [s for s in dossier.sources.values() if s.skipped is None]
    return Counts(
        len(read),
        len({s.origin or s.id for s in read}),
        len(dossier.actors),
        sum(c.covered is None for c in dossier.claims.values()),
        sum(r.type.is_conflict for r in dossier.relations.values()),
    )
