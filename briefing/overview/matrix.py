"""Who is against whom: contradictions, tensions and agreement between every two holders, or every two sources."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing.dossier import Claim, Dossier, Relation, RelationType, voice_key, voice_name

_KINDS = (
    RelationType.CONTRADICTION,
    RelationType.TENSION,
    RelationType.CORROBORATION,
    RelationType.SUPERSEDED,
)


class Axis(StrEnum):
    """What is set against each other."""

    HOLDERS = "holders"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two holders or two sources by their keys, the smaller key first, and their names; the same key twice is one against itself."""

    axis: Axis
    a: str
    b: str
    a_name: str = field(default="", compare=False)
    b_name: str = field(default="", compare=False)

    def has(self, dossier: Dossier, relation: Relation) -> bool:
        """Tell whether a relation is between the two."""
        a, b = (_key(dossier, self.axis, dossier.claims[c]) for c in (relation.a, relation.b))
        return (a == self.a and b == self.b) or (a == self.b and b == self.a)

    @property
    def name(self) -> str:
        """The two by name."""
        return f"{self.a_name} and {self.b_name}" if self.a != self.b else f"{self.a_name} and itself"


@dataclass(frozen=True, slots=True)
class Cell:
    """How many of each there are between two."""

    contradictions: int = 0
    tensions: int = 0
    agreements: int = 0
    replaced: int = 0

    @property
    def conflicts(self) -> int:
        """Contradictions and tensions."""
        return self.contradictions + self.tensions


@dataclass(frozen=True, slots=True)
class Matrix:
    """The keys along both sides, those in most conflicts first, and their names.

    `counts` has how many relations of a type are between two keys, the smaller first.
    """

    axis: Axis
    keys: tuple[str, ...]
    names: Mapping[str, str]
    counts: Mapping[tuple[str, str, RelationType], int]

    def cell(self, a: str, b: str) -> Cell:
        """Return what there is between two."""
        low, high = min(a, b), max(a, b)
        return Cell(*(self.counts.get((low, high, kind), 0) for kind in _KINDS))

    def pair(self, a: str, b: str) -> Pair:
        """Return two of them, with their names."""
        return Pair(self.axis, *sorted((a, b)), *(self.names[key] for key in sorted((a, b))))


def matrix(dossier: Dossier, relations: Iterable[Relation], axis: Axis) -> Matrix:
    """Return the matrix of these relations."""
    keys: dict[str, str] = {}  # by claim: there are many relations to a claim
    names: dict[str, str] = {}
    counts: Counter[tuple[str, str, RelationType]] = Counter()
    for relation in relations:
        for claim_id in (relation.a, relation.b):
            if claim_id not in keys:
                claim = dossier.claims[claim_id]
                keys[claim_id] = key = _key(dossier, axis, claim)
                names.setdefault(key, _name(dossier, axis, claim))
        a, b = keys[relation.a], keys[relation.b]
        counts[(a, b, relation.type) if a <= b else (b, a, relation.type)] += 1
    conflicts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for (a, b, kind), count in counts.items():
        for key in (a, b):
            (conflicts if kind.is_conflict else others)[key] += count
    order = sorted(names, key=lambda k: (-conflicts[k], -others[k], names[k], k))
    return Matrix(axis, tuple(order), names, counts)


def _key(dossier: Dossier, axis: Axis, claim: Claim) -> str:
    return claim.source if axis is Axis.SOURCES else voice_key(claim, dossier.sources[claim.source])


def _name(dossier: Dossier, axis: Axis, claim: Claim) -> str:
    source = dossier.sources[claim.source]
    if axis is Axis.SOURCES:
        return source.name
    actor = dossier.actors.get(claim.holder_id or "")
    return actor.name if actor else voice_name(claim, source)
