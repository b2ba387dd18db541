"""Who is against whom: contradictions, tensions and agreement between every two holders, or every two sources."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from briefing.dossier import Claim, Dossier, Relation, RelationType, voice_key, voice_name


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
        return pair_of(dossier, self.axis, relation) == self

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
    """The keys along both sides, those in most conflicts first, their names, and the cells in which there is something."""

    axis: Axis
    keys: tuple[str, ...]
    names: Mapping[str, str]
    cells: Mapping[Pair, Cell]

    def cell(self, a: str, b: str) -> Cell:
        """Return what there is between two."""
        return self.cells.get(_pair(self.axis, a, b), Cell())

    def pair(self, a: str, b: str) -> Pair:
        """Return two of them, with their names."""
        return Pair(self.axis, *sorted((a, b)), *(self.names[key] for key in sorted((a, b))))


def pair_of(dossier: Dossier, axis: Axis, relation: Relation) -> Pair:
    """Return the two that a relation is between."""
    a, b = (_key(dossier, axis, dossier.claims[c]) for c in (relation.a, relation.b))
    return _pair(axis, a, b)


def matrix(dossier: Dossier, relations: Iterable[Relation], axis: Axis) -> Matrix:
    """Return the matrix of these relations."""
    counts: defaultdict[Pair, Counter[RelationType]] = defaultdict(Counter)
    names: dict[str, str] = {}
    weight: Counter[str] = Counter()
    for relation in relations:
        pair = pair_of(dossier, axis, relation)
        counts[pair][relation.type] += 1
        for key, claim_id in zip(_keys(dossier, axis, relation), (relation.a, relation.b), strict=True):
            names.setdefault(key, _name(dossier, axis, dossier.claims[claim_id]))
            weight[key] += 1000 if relation.type.is_conflict else 1
    keys = sorted(names, key=lambda k: (-weight[k], names[k], k))
    cells = {
        pair: Cell(
            c[RelationType.CONTRADICTION],
            c[RelationType.TENSION],
            c[RelationType.CORROBORATION],
            c[RelationType.SUPERSEDED],
        )
        for pair, c in counts.items()
    }
    return Matrix(axis, tuple(keys), names, cells)


def _keys(dossier: Dossier, axis: Axis, relation: Relation) -> tuple[str, str]:
    return _key(dossier, axis, dossier.claims[relation.a]), _key(dossier, axis, dossier.claims[relation.b])


def _pair(axis: Axis, a: str, b: str) -> Pair:
    return Pair(axis, min(a, b), max(a, b))


def _key(dossier: Dossier, axis: Axis, claim: Claim) -> str:
    return claim.source if axis is Axis.SOURCES else voice_key(claim, dossier.sources[claim.source])


def _name(dossier: Dossier, axis: Axis, claim: Claim) -> str:
    source = dossier.sources[claim.source]
    if axis is Axis.SOURCES:
        return source.name
    actor = dossier.actors.get(claim.holder_id or "")
    return actor.name if actor else voice_name(claim, source)
