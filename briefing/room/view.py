"""What is chosen and filtered, and which rows follow from it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.dossier import Claim, Dossier, Query, Relation

if TYPE_CHECKING:
    from briefing.overview import Pair


class View(Struct, frozen=True):
    """The filter in force: a query, a source or an actor that was chosen, two whose relations alone are shown."""

    text: str = ""
    query: Query = field(default_factory=Query)
    source: str | None = None
    actor: str | None = None
    pair: "Pair | None" = None

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out."""
        return bool(self.text or self.source or self.actor or self.pair)

    def filtered(self, text: str) -> "View":
        """Return the view with another query. Raises QueryError."""
        return replace(self, text=text.strip(), query=Query.parse(text))

    def with_source(self, source: str) -> "View":
        """Return the view on a source, or without it if it was chosen already."""
        return replace(self, source=None if self.source == source else source)

    def with_actor(self, actor: str) -> "View":
        """Return the view on an actor, or without it if it was chosen already."""
        return replace(self, actor=None if self.actor == actor else actor)

    def between(self, pair: "Pair | None") -> "View":
        """Return the view on what there is between two alone, or (None) on all again."""
        return replace(self, pair=pair)

    def names(self, dossier: Dossier) -> list[str]:
        """Return the conditions in words."""
        names = [self.text] if self.text else []
        if self.source and self.source in dossier.sources:
            names.append(f"source: {dossier.sources[self.source].name}")
        if self.actor and self.actor in dossier.actors:
            names.append(f"actor: {dossier.actors[self.actor].name}")
        if self.pair is not None:
            names.append(f"between {self.pair.name}")
        return names

    def claims(self, dossier: Dossier) -> list[Claim]:
        """Return the claims in view, in reading order."""
        return self.query.select(dossier, self.before_query(dossier))

    def before_query(self, dossier: Dossier) -> list[Claim]:
        """Return the claims of the source, the actor, the two that were chosen; the query is still to be put to them."""
        found = dossier.claims_of_source(self.source) if self.source else None
        if self.actor:
            of_actor = dossier.claims_of_actor(self.actor)
            kept = {c.id for c in of_actor}
            found = of_actor if found is None else [c for c in found if c.id in kept]
        if self.pair:
            between = {c for r in dossier.relations.values() if self.pair.has(dossier, r) for c in (r.a, r.b)}
            found = [c for c in (dossier.all_claims() if found is None else found) if c.id in between]
        return dossier.all_claims() if found is None else found

    def relations(self, dossier: Dossier, claims: Sequence[Claim]) -> Sequence[Relation]:
        """Return contradictions, tensions and replaced claims in view, best first; of two alone, agreements too."""
        pair = self.pair
        found = [r for r in dossier.ranked_relations() if pair.has(dossier, r)] if pair else dossier.disputes()
        if self.is_filtered:
            kept = {c.id for c in claims}
            found = [r for r in found if r.a in kept or r.b in kept]
        return found


def sources_in_order(dossier: Dossier) -> list[str]:
    """Return sources by file, skipped ones last."""
    return [s.id for s in sorted(dossier.sources.values(), key=lambda s: (s.skipped is not None, s.file))]


def actors_in_order(dossier: Dossier) -> list[str]:
    """Return actors, those with most claims first."""
    counts = {a: dossier.count_of_actor(a) for a in dossier.actors}
    return [a.id for a in sorted(dossier.actors.values(), key=lambda a: (-counts[a.id], a.name, a.id))]
