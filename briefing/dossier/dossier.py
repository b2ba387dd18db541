"""The in-memory model of a case: everything known of it, found by what one would ask for, with notice of every change."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import chain
from types import MappingProxyType

from briefing.dossier.actor import Actor
from briefing.dossier.annotation import Act, Annotation, Record
from briefing.dossier.change import Change, Listener, Part
from briefing.dossier.claim import Claim, Maker
from briefing.dossier.correction import Field
from briefing.dossier.index import ADDED, COVERED, Index, added, by_actor, by_holder, by_point, by_source, covered
from briefing.dossier.naming import NAMING, Naming, name_actors
from briefing.dossier.overlay import as_it_stands, may_be_altered
from briefing.dossier.point import Point
from briefing.dossier.ranking import Ranking, ranked
from briefing.dossier.reading_order import are_by_place, by_place
from briefing.dossier.relation import Relation, RelationType
from briefing.dossier.source import Source
from briefing.dossier.wording import Wording

_OF_CLAIMS = frozenset({Act.POINT, Act.COMMIT, Act.DISMISS, Act.CORRECT})
"""Acts after which a claim stands other than it did."""


class Dossier:
    """Sources, actors, points, claims, relations and the analyst's record of one case.

    `claims` holds each claim as it stands: as it was made, with the analyst's point and commitment on top. One thread
    changes it; listeners are called on that thread, after the change.
    """

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}
        self._read_actors: dict[str, Actor] = {}
        self._actors: dict[str, Actor] = {}
        self._naming = Naming({}, {})
        self._held: set[str] = set()
        self._points: dict[str, Point] = {}
        self._points_read: set[str] = set()
        self._claims: dict[str, Claim] = {}
        self._altered: dict[str, Claim] = {}
        self._relations: dict[str, Relation] = {}
        keys = (by_source, by_actor, by_holder, by_point, covered, added)
        self._indexes = tuple(Index(self._claims, of) for of in keys)
        self._by_source, self._by_actor, self._by_holder, self._by_point, self._covered, self._added = self._indexes
        self._relations_by_claim: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._in_order: Callable[[], Iterable[Claim]] | None = None
        self._ranking = Ranking(self._relations)
        self._wording = Wording()
        self._listeners: dict[Listener, None] = {}
        self.record = Record()
        self.sources: Mapping[str, Source] = MappingProxyType(self._sources)
        self.actors: Mapping[str, Actor] = MappingProxyType(self._actors)
        self.points: Mapping[str, Point] = MappingProxyType(self._points)
        self.claims: Mapping[str, Claim] = MappingProxyType(self._claims)
        self.relations: Mapping[str, Relation] = MappingProxyType(self._relations)

    # Notices

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after every change, until the function returned is called."""
        self._listeners[listener] = None
        return lambda: self._listeners.pop(listener, None)

    def _notify(self, part: Part, ids: Iterable[str], gone: Iterable[str] = ()) -> None:
        change = Change(part, ids if isinstance(ids, AbstractSet) else frozenset(ids), frozenset(gone))
        if change.ids or change.gone:
            for listener in tuple(self._listeners):
                listener(change)

    # Putting in and taking out

    def put_sources(self, sources: Iterable[Source]) -> None:
        """Add sources, or put them in the place of those with the same id."""
        new = {s.id: s for s in sources}
        self._sources |= new
        self._order_anew(new)
        self._notify(Part.SOURCES, new)

    def put_points(self, points: Iterable[Point]) -> None:
        """Add points, or put them in the place of those with the same id."""
        new = {p.id: p for p in points}
        self._points |= new
        self._points_read |= new.keys()
        self._notify(Part.POINTS, new)

    def drop_points(self, wanted: AbstractSet[str]) -> None:
        """Take out the points that nobody wants: that are not among these, have no claim, and are not in the record."""
        self._points_read = set(wanted)
        self._points |= (kept := {p.id: p for p in self.record.points() if p.id not in wanted})
        gone = [p for p in self._points if p not in wanted and p not in kept and not self._by_point.of(p)]
        for point_id in gone:
            del self._points[point_id]
        self._notify(Part.POINTS, kept, gone)

    def replace_actors(self, actors: Iterable[Actor]) -> None:
        """Put these actors in the place of all there were; the analyst's merges, splits and names hold on top."""
        self._read_actors = {a.id: a for a in actors}
        self._notify(Part.CLAIMS, self._name_anew())

    def _name_anew(self) -> set[str]:
        """Say anew who is who; returns the claims that stand other than before."""
        old, self._naming = self._naming, name_actors(self._read_actors, self.record, self._text_of)
        new = self._naming.actors
        gone = self._actors.keys() - new.keys()
        changed = {i for i, a in new.items() if self._actors.get(i) != a}
        self._actors.clear()
        self._actors |= new
        touched = gone | changed if old.touched or self._naming.touched else set()
        claims = {c for i in touched for c in self._by_actor.of(i)} | (self._held & self._claims.keys())
        other = {c for c in claims if self._settle(self.as_made(c))}
        self._notify(Part.ACTORS, changed, gone)
        return other

    def _text_of(self, source_id: str) -> str:
        source = self._sources.get(source_id)
        return source.text if source else ""

    def actor_now(self, actor_id: str) -> str:
        """Return the id of the actor that an actor is part of since the analyst merged it; its own if it was not."""
        return self._naming.now(actor_id)

    @property
    def naming(self) -> Naming:
        """Who is who, as it was read and as the analyst has it."""
        return self._naming

    def put_claims(self, claims: Iterable[Claim]) -> None:
        """Add claims as they were made, or put them in the place of those with the same id."""
        new = {c.id: c for c in claims}
        self._order_anew(new)
        by_analyst, known = Maker.ANALYST, self._claims.keys() & new.keys()
        by_hand = {c.id for c in new.values() if c.by is by_analyst}
        self._held |= by_hand
        to_settle = known | by_hand | may_be_altered(new, self.record, self._naming)
        fresh = {i: c for i, c in new.items() if i not in known} if known else new
        for index in self._indexes:
            index.enter(fresh.values())
        self._claims |= fresh
        for claim_id in [i for i in new if i in to_settle] if to_settle else ():
            self._settle(new[claim_id])
        self._notify(Part.CLAIMS, new.keys())

    def remove_claims(self, ids: Iterable[str]) -> None:
        """Take claims out, with the relations they are in."""
        gone = [i for i in ids if i in self._claims]
        self.update_relations(removed=[r for i in gone for r in self._relations_by_claim.get(i, ())])
        claims = [self._claims.pop(claim_id) for claim_id in gone]
        for index in self._indexes:
            index.leave(claims)
        for claim_id in gone:
            self._wording.forget(claim_id)
            self._altered.pop(claim_id, None)
        self._order_anew(gone)
        self._notify(Part.CLAIMS, (), gone)

    def remove_source(self, source_id: str) -> None:
        """Take a source out, with its claims."""
        if source_id in self._sources:
            self.remove_claims(tuple(self._by_source.of(source_id)))
            del self._sources[source_id]
            self._notify(Part.SOURCES, (), (source_id,))

    def update_relations(self, added: Iterable[Relation] = (), removed: Iterable[str] = ()) -> None:
        """Take relations out and put others in."""
        new = {r.id: r for r in added}
        gone = {i for i in removed if i in self._relations and i not in new}
        for relation_id in gone:
            relation = self._relations.pop(relation_id)
            for claim_id in (relation.a, relation.b):
                self._relations_by_claim[claim_id].pop(relation_id, None)
        for relation in new.values():
            self._relations[relation.id] = relation
            for claim_id in (relation.a, relation.b):
                self._relations_by_claim[claim_id][relation.id] = None
        if new or gone:
            self._ranking.changed()
        self._notify(Part.RELATIONS, new, gone)

    # The record

    def annotate(self, annotations: Iterable[Annotation]) -> frozenset[str]:
        """Let annotations take effect: on the record, the claims they correct, the actors they name, the points they make.

        Returns the claims that may stand other than before.
        """
        touched: set[str] = set()
        corrected: set[str] = set()
        naming = False
        for annotation in annotations:
            self.record.apply(annotation)
            touched.add(annotation.target)
            naming |= annotation.act in NAMING
            if annotation.act is Act.NEW_POINT and annotation.target not in self._points_read:
                self._apply_point(annotation.target, annotation.value)
            if annotation.act in _OF_CLAIMS:
                claim_id = annotation.target.partition("/")[0]
                corrected |= {claim_id} & self._claims.keys()
                if annotation.target.endswith(f"/{Field.HOLDER}"):
                    self._held.add(claim_id)
        if naming:
            corrected |= self._name_anew()
        for claim_id in corrected:
            self._settle(self.as_made(claim_id))
        self._notify(Part.CLAIMS, corrected)
        self._notify(Part.RECORD, touched)
        return frozenset(corrected)

    def _apply_point(self, point_id: str, phrase: str | None) -> None:
        """Let a point be there, or not, by the record alone."""
        new = {} if phrase is None else {point_id: Point(point_id, phrase)}
        self._points.pop(point_id, None)
        self._points |= new
        self._notify(Part.POINTS, new, {point_id} - new.keys())

    def is_own_point(self, point_id: str) -> bool:
        """Tell whether a point is there by the analyst's word alone."""
        return point_id not in self._points_read and self.record.get(Act.NEW_POINT, point_id) is not None

    def is_dismissed(self, claim_id: str) -> bool:
        """Tell whether the analyst took the claim out of the live view."""
        return self.record.get(Act.DISMISS, claim_id) is not None

    def is_confirmed(self, claim_id: str) -> bool:
        """Tell whether a claim of another origin agrees with this one on its point."""
        return any(r.type is RelationType.CORROBORATION and r.independent for r in self.relations_of(claim_id))

    def as_made(self, claim_id: str) -> Claim:
        """Return the claim as it was made, before the analyst's corrections."""
        return self._altered.get(claim_id) or self._claims[claim_id]

    def _settle(self, made: Claim) -> bool:
        """Let a claim stand as it is to stand; returns whether it is other than before."""
        claim = as_it_stands(made, self.record, self._naming)
        self._altered.pop(made.id, None)
        if claim is not made:
            self._altered[made.id] = made
        old = self._claims.get(made.id)
        if old == claim:
            return False
        for index in self._indexes:
            if old is not None:
                index.leave((old,))
            index.enter((claim,))
        self._claims[made.id] = claim
        self._wording.forget(made.id)
        return True

    # Looking up

    def _order_anew(self, changed: Collection[str]) -> None:
        """Let the reading order be worked out anew once something changed."""
        if changed:
            self._in_order = None

    def _found(self, ids: Iterable[str]) -> list[Claim]:
        claims = (self._claims[i] for i in ids if i in self._claims)
        return sorted(claims, key=lambda c: (self._sources[c.source].file, c.start, c.end, c.id))

    def all_claims(self) -> list[Claim]:
        """Return every claim in reading order: by file, then by place in it."""
        if self._in_order is None:
            files = [self._by_source.of(s.id) for s in sorted(self._sources.values(), key=lambda s: s.file)]
            by_file = [*chain.from_iterable(files)] == [*self._claims]
            if by_file and are_by_place(self._claims.values(), map(len, files)):
                self._in_order = self._claims.values
            else:
                order = [c.id for ids in files for c in self._by_place(ids)]
                self._in_order = partial(map, self._claims.__getitem__, order)
        return list(self._in_order())

    def with_words(self, words: str, claims: Iterable[Claim]) -> list[Claim]:
        """Return the claims that have words, folded, in their quote, text or holder."""
        return self._wording.having(words, claims)

    def indexing(self) -> Iterator[None]:
        """Do ahead what the first look for the claims of somebody or something would do, with pauses in which all else may go on."""
        for index in self._indexes:
            yield from index.making()

    def preparing(self) -> Iterator[None]:
        """Do ahead what looking for words would do the first time, with pauses in which all else may go on."""
        for source in tuple(self._sources):
            for claim in self.claims_of_source(source):
                if self._claims.get(claim.id) is claim:
                    self._wording.prepare(claim)
                    yield

    def holders(self) -> dict[str, int]:
        """Return the names of all who hold claims, with how many."""
        return self._by_holder.counts()

    def claims_of_source(self, source_id: str) -> list[Claim]:
        """Return a source's claims in reading order."""
        return self._by_place(self._by_source.of(source_id))

    def _by_place(self, ids: Iterable[str]) -> list[Claim]:
        return by_place(list(map(self._claims.__getitem__, ids)))

    def claims_of_actor(self, actor_id: str) -> list[Claim]:
        """Return the claims that an actor holds or is named in, in reading order."""
        return self._found(self._by_actor.of(actor_id))

    def count(self) -> int:
        """Return how many claims there are, without those that stand back behind a curated one."""
        return len(self._claims) - len(self._covered.of(COVERED))

    def count_of_source(self, source_id: str) -> int:
        """Return how many claims a source has, without those that stand back behind a curated one."""
        return self._by_source.count(source_id, self._covered.of(COVERED))

    def count_of_actor(self, actor_id: str) -> int:
        """Return how many claims an actor holds or is named in, without those that stand back behind a curated one."""
        return self._by_actor.count(actor_id, self._covered.of(COVERED))

    def claims_on_point(self, point_id: str) -> list[Claim]:
        """Return the claims on a point, in reading order."""
        return self._found(self._by_point.of(point_id))

    def added_claims(self) -> list[Claim]:
        """Return the claims that the analyst added, in reading order."""
        return self._found(self._added.of(ADDED))

    def claims_with_tag(self, tag: str) -> list[Claim]:
        """Return the claims with a tag, in reading order."""
        return self._found(self.record.tagged(tag))

    def relations_of(self, claim_id: str) -> list[Relation]:
        """Return the relations a claim is in, best first."""
        return ranked(self._relations[r] for r in self._relations_by_claim.get(claim_id, ()))

    def ranked_relations(self) -> Sequence[Relation]:
        """Return every relation, best first."""
        return self._ranking.now()

    def disputes(self) -> Sequence[Relation]:
        """Return every relation but agreements, best first."""
        return self._ranking.disputes()

    def ranking(self) -> Iterator[None]:
        """Rank the relations ahead, with pauses in which all else may go on."""
        return self._ranking.making()

    def conflicts(self) -> list[Relation]:
        """Return contradictions and tensions, best first."""
        return [r for r in self.disputes() if r.type.is_conflict]
