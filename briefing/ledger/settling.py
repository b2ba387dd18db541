"""Annotations whose target is gone, put on the same words where these still stand, or listed with their old words."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.dossier import Act, Anchor, Annotation, Claim, Dossier, Relation, Source
from briefing.dossier.judgment import LISTED, SINGLE, TIED
from briefing.dossier.naming import NAMING
from briefing.ledger.anchors import find

Key: TypeAlias = tuple[Act, str]
Annotations: TypeAlias = tuple[Annotation, ...]

_PLACELESS = frozenset({Act.NEW_POINT, Act.ADD, *NAMING, *LISTED, *SINGLE})
"""Acts on what is in the analyst's own words: no article can take it away; who is who waits for the names, added claims are
placed apart."""
_TIED = TIED | {Act.TAG, Act.CORRECT}
"""Acts whose target is a claim or relation, a slash and something else."""


def settle(annotations: Iterable[Annotation], dossier: Dossier) -> tuple[Annotations, Annotations]:
    """Return the annotations to apply to the dossier in addition, and the orphans; changes nothing itself.

    `annotations` are all that the ledger has. A claim that is gone, or whose words are no longer those of the anchor, is matched
    to the only claim of the same file on exactly the anchored words; a relation by its two claims; a source by its file. What
    is to be applied are copies on the new target, or without a value where an earlier copy no longer holds; once they are
    applied, settling again gives none. An annotation that would hide another one's value is an orphan instead, as is one that
    puts a claim on a point that is gone.
    """
    finder = _Finder(dossier)
    held: defaultdict[Key, _Held] = defaultdict(_Held)
    lost: dict[Key, Annotation] = {}
    given = {a.id: a for a in annotations}
    for number in sorted(given):
        a = given[number]
        place = finder.place(a)
        lost.pop((a.act, a.target), None)
        if place is None:
            lost[a.act, a.target] = a
        elif place == a.target:
            held[a.act, place].native.append(a)
        else:
            held[a.act, place].moved[a.target] = a
    hidden = [m for h in held.values() for m in h.hidden()]
    orphans = [*(a for a in lost.values() if a.value is not None), *hidden]
    to_apply = [*_new_copies(held, dossier), *_old_copies(held, dossier, given)]
    return tuple(to_apply), tuple(sorted(orphans, key=lambda a: a.id))


class _Held(Struct):
    """What is said at one target: the annotations made there, and the last from each target that moved there."""

    native: list[Annotation] = field(default_factory=list)
    moved: dict[str, Annotation] = field(default_factory=dict)

    def outcome(self) -> Annotation | None:
        """Return the annotation that holds; one made there goes before one that moved there."""
        if self.native and self.native[-1].value is not None:
            return self.native[-1]
        return max(self._live(), key=lambda m: m.id, default=None)

    def hidden(self) -> list[Annotation]:
        """Return what moved there and does not show, though nobody took it back."""
        shown = self.outcome()
        return [m for m in self._live() if shown and m.value != shown.value]

    def _live(self) -> list[Annotation]:
        return [m for m in self.moved.values() if m.value is not None and not self._is_overruled(m)]

    def _is_overruled(self, moved: Annotation) -> bool:
        later = (n for n in self.native if n.id > moved.id)
        return any(n.value is None or n.before == moved.value for n in later)


def _new_copies(held: dict[Key, _Held], dossier: Dossier) -> list[Annotation]:
    copies = []
    for (act, target), here in held.items():
        if here.moved:
            holds, shown = here.outcome(), dossier.record.get(act, target)
            if holds is not None and holds.value != shown:
                copies.append(replace(holds, target=target))
            elif holds is None and shown is not None:
                copies.append(replace(next(iter(here.moved.values())), target=target, value=None))
    return sorted(copies, key=lambda a: a.id)


def _old_copies(held: dict[Key, _Held], dossier: Dossier, given: dict[int, Annotation]) -> list[Annotation]:
    """Take back the copies made before whose own target has come back."""
    taken_back = []
    for shown in dossier.record.standing():
        own = given.get(shown.id)
        here = held.get((shown.act, shown.target))
        if own is not None and own.target != shown.target and not (here and here.moved):
            holds = here.outcome() if here else None
            taken_back.append(replace(holds or shown, target=shown.target, value=holds.value if holds else None))
    return taken_back


class _Finder:
    """Finds where an annotation belongs in a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._sources = {s.file: s for s in dossier.sources.values()}
        self._claims: dict[Anchor, str | None] = {}

    def place(self, annotation: Annotation) -> str | None:
        """Return the target where it belongs, or None if there is no such place any more."""
        act = annotation.act
        if act in _PLACELESS:
            return annotation.target
        if act is Act.POINT and annotation.value and annotation.value not in self._dossier.points:
            return None
        target, slash, tag = annotation.target.partition("/") if act in _TIED else (annotation.target, "", "")
        home = target if self._is_there(target, annotation.anchors) else self._elsewhere(target, annotation.anchors)
        return None if home is None else f"{home}{slash}{tag}"

    def _is_there(self, target: str, anchors: tuple[Anchor, ...]) -> bool:
        dossier = self._dossier
        if target in dossier.claims:
            return not anchors or anchors[0].quote == dossier.claims[target].quote
        if target in dossier.relations:
            relation = dossier.relations[target]
            quotes = [dossier.claims[c].quote for c in (relation.a, relation.b)]
            return not anchors or [a.quote for a in anchors] == quotes
        return target in dossier.sources or dossier.actor_now(target) in dossier.actors or target in dossier.points

    def _elsewhere(self, target: str, anchors: tuple[Anchor, ...]) -> str | None:
        if len(anchors) == 2:
            return self._relation(target, *map(self._claim, anchors))
        if len(anchors) == 1 and anchors[0].quote:
            return self._claim(anchors[0])
        if len(anchors) == 1:
            source = self._sources.get(anchors[0].file)
            return source.id if source else None
        return None

    def _relation(self, target: str, a: str | None, b: str | None) -> str | None:
        """Find the relation of two claims; while there is none the annotation waits where it is."""
        if a is None or b is None:
            return None
        found = [r for r in self._dossier.relations_of(a) if {r.a, r.b} == {a, b}]
        return _preferred(found).id if found else target

    def _claim(self, anchor: Anchor) -> str | None:
        if anchor not in self._claims:
            self._claims[anchor] = self._match(anchor)
        return self._claims[anchor]

    def _match(self, anchor: Anchor) -> str | None:
        source: Source | None = self._sources.get(anchor.file)
        place = find(anchor, source.text, source.sha256) if source else None
        if source is None or place is None:
            return None
        found: list[Claim] = [c for c in self._dossier.claims_of_source(source.id) if (c.start, c.end) == place]
        uncovered = [c for c in found if c.covered is None]
        best = uncovered or found
        return best[0].id if len(best) == 1 else None


def _preferred(relations: list[Relation]) -> Relation:
    return next((r for r in relations if r.type.is_conflict), relations[0])
