"""Commitments on one point, or on linked points, become relations; only what an edit touches is looked at again."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import combinations

from msgspec.structs import replace

from briefing.contradiction.agreement import agreement
from briefing.contradiction.beliefs import denial, modality, negation
from briefing.contradiction.linked import excluded, lacking
from briefing.contradiction.ranking import weighed
from briefing.contradiction.side import Finding, Side
from briefing.contradiction.stances import against, unmet
from briefing.contradiction.values import number, responsibility, scope, time
from briefing.dossier import Claim, Dossier, Point, Relation, RelationType, stable_id

Rule = Callable[[Side, Side], Finding | None]

ON_ONE_POINT: tuple[Rule, ...] = (number, time, responsibility, scope, denial, negation, modality, against, unmet)
"""The rules for two claims on one point or on opposite points; the first that finds something speaks."""

_AT_ONCE = 50
"""What was found on so many points is put into the dossier together; it takes about a millisecond."""


class Engine:
    """Keeps the relations of a dossier true to its claims.

    Claims without a point or a commitment, dismissed ones and those that a curated claim covers take no part.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._point_of: dict[str, str] = {}
        self._claims_on: dict[str, list[str]] = {}
        self._linked: dict[str, set[str]] = {}
        self._found_on: defaultdict[str, set[str]] = defaultdict(set)
        self._under_way: list[set[str]] = []

    def refresh(self, claim_ids: Iterable[str] | None = None, point_ids: Iterable[str] = ()) -> None:
        """Find the relations of these claims and points anew (None: of all) and put them into the dossier."""
        if claim_ids is None:
            pauses = self.refreshing()
        else:
            touched, claims = set(point_ids), self._dossier.claims
            for claim_id in claim_ids:
                claim = claims.get(claim_id)
                touched |= {p for p in (self._point_of.get(claim_id), claim.point if claim else None) if p}
            pauses = self._looking_at(touched)
        for _ in pauses:
            pass

    def refreshing(self) -> Iterator[None]:
        """Find all relations anew, with a pause after each point, and put them into the dossier by and by.

        In a pause the dossier may be edited and refreshed; points that are looked at meanwhile are left as they are then.
        """
        return self._looking_at({*self._dossier.points, *self._found_on})

    def _looking_at(self, touched: set[str]) -> Iterator[None]:
        self._linked = _links(self._dossier.points.values())
        near = touched | {n for p in touched for n in self._neighbours(p)}
        for other in self._under_way:
            other.difference_update(near)
        self._under_way.append(near)
        found: dict[str, dict[str, Relation]] = {}
        for point_id in sorted(near):
            if point_id in near:
                if point_id in touched:
                    self._remember(point_id)
                found[point_id] = {r.id: r for r in self._on(point_id)}
                if len(found) == _AT_ONCE:
                    self._put(found, near)
                    found = {}
                yield
        self._under_way = [other for other in self._under_way if other is not near]
        self._put(found, near)

    def _put(self, found: Mapping[str, Mapping[str, Relation]], wanted: Container[str]) -> None:
        """Put what was found on points, those that are still wanted, in the place of what was found on them before."""
        old, new = set[str](), dict[str, Relation]()
        for point_id, relations in found.items():
            if point_id not in wanted:
                continue
            old |= self._found_on[point_id]
            self._found_on[point_id] = set(relations)
            new |= relations
        current = self._dossier.relations
        self._dossier.update_relations((r for r in new.values() if current.get(r.id) != r), old - new.keys())

    def _remember(self, point_id: str) -> None:
        """Keep which claims stand on a point, without a look at those on others."""
        for claim_id in self._claims_on.pop(point_id, ()):
            if self._point_of.get(claim_id) == point_id:
                del self._point_of[claim_id]
        self._claims_on[point_id] = [c.id for c in self._dossier.claims_on_point(point_id)]
        self._point_of |= dict.fromkeys(self._claims_on[point_id], point_id)

    def _neighbours(self, point_id: str) -> set[str]:
        return self._linked.get(point_id, set())

    def _on(self, point_id: str) -> Iterator[Relation]:
        """Yield the relations found on a point: within it, and towards linked points that come after it in order."""
        point = self._dossier.points.get(point_id)
        if point is None:
            return
        here = self._sides(point)
        yield from self._within(here)
        for other in (self._dossier.points[p] for p in sorted(self._neighbours(point_id)) if p in self._dossier.points):
            there = self._sides(other)
            if point_id in other.opposites or other.id in point.opposites:
                if point_id < other.id:
                    turned = [replace(s, polarity=s.polarity.opposite) for s in there]
                    yield from self._between(here, turned, ON_ONE_POINT)
            elif (point_id in other.excludes or other.id in point.excludes) and point_id < other.id:
                yield from self._between(here, there, (excluded,))
            if other.id in point.requires:
                yield from self._between(here, there, (lacking,))

    def _sides(self, point: Point) -> list[Side]:
        dossier = self._dossier
        return [
            Side.of(c, c.commitment, dossier.sources[c.source], point)
            for c in dossier.claims_on_point(point.id)
            if c.commitment is not None and c.covered is None and not dossier.is_dismissed(c.id)
        ]

    def _within(self, sides: list[Side]) -> Iterator[Relation]:
        agreed: dict[tuple[str, str], Relation] = {}
        for a, b in combinations(sides, 2):
            relation = self._relation(a, b, ON_ONE_POINT)
            if relation is not None:
                yield relation
            elif (finding := agreement(a, b)) is not None:
                made = _made(finding, a, b)
                key = (f"{a.source.id} {a.holder_key}", f"{b.source.id} {b.holder_key}")
                if key not in agreed or agreed[key].score < made.score:
                    agreed[key] = made
        yield from agreed.values()

    def _between(self, here: list[Side], there: list[Side], rules: tuple[Rule, ...]) -> Iterator[Relation]:
        for a in here:
            for b in there:
                relation = self._relation(a, b, rules)
                if relation is not None:
                    yield relation

    @staticmethod
    def _relation(a: Side, b: Side, rules: tuple[Rule, ...]) -> Relation | None:
        finding = next((f for rule in rules if (f := rule(a, b)) is not None), None)
        if finding is None:
            return None
        if a.holder_key == b.holder_key:
            earlier, later = sorted((a, b), key=lambda s: (s.source.published or "", s.source.file))
            if (earlier.source.published or "") < (later.source.published or ""):
                return _made(_superseded(finding), earlier, later)
        return _made(finding, a, b)


def _links(points: Iterable[Point]) -> dict[str, set[str]]:
    """Return the points that each is linked with, whichever side states it."""
    linked: defaultdict[str, set[str]] = defaultdict(set)
    for point in points:
        for other in (*point.opposites, *point.excludes, *point.requires):
            linked[point.id].add(other)
            linked[other].add(point.id)
    return dict(linked)


def _superseded(finding: Finding) -> Finding:
    reason = f"{finding.reason.rstrip('.')}; the later report replaces the earlier one."
    return replace(finding, type=RelationType.SUPERSEDED, rule="a later report by the same holder", reason=reason)


def _made(finding: Finding, a: Side, b: Side) -> Relation:
    ordered = finding.type is RelationType.SUPERSEDED or _order(a.claim, a) <= _order(b.claim, b)
    one, two = (a, b) if ordered else (b, a)
    return Relation(
        id=stable_id("r", *sorted((a.claim.id, b.claim.id)), a.point.id),
        a=one.claim.id,
        b=two.claim.id,
        type=finding.type,
        kind=finding.kind,
        point=one.point.id,
        rule=finding.rule,
        explanation=finding.reason,
        a_words=one.words,
        b_words=two.words,
        score=weighed(finding.strength, a, b).score,
        independent=a.source.origin != b.source.origin,
        strength=finding.strength,
    )


def _order(claim: Claim, side: Side) -> tuple[str, int, int, str]:
    return side.source.file, claim.start, claim.end, claim.id
