"""Who is who after the analyst: actors merged, aliases split off, names changed, on top of what was read.

What the analyst says hangs on names, not on ids: it holds whenever an actor of that name is in the case, however often the
articles are read anew.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from msgspec.structs import replace

from briefing.dossier.actor import Actor
from briefing.dossier.annotation import Act, Record
from briefing.dossier.claim import ARTICLE, Claim
from briefing.dossier.folding import folded
from briefing.dossier.ids import stable_id

NAMING = frozenset({Act.MERGE, Act.SPLIT, Act.RENAME})
"""The acts that say who is who."""


@dataclass
class Naming:
    """The actors as they stand, and where those that were read went.

    `homes` gives the actor that a merged one went into, by ids; `split` the actors split off from one, and `touched` all read
    actors that are other than they were read. `merged_under` and `renamed_under` give the names that the analyst's merges and
    renamings in force hang on, by actor; `before_merging` are the actors of splits before any merge.
    """

    read: Mapping[str, Actor]
    actors: dict[str, Actor]
    homes: dict[str, str] = field(default_factory=dict)
    split: dict[str, list[str]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    merged_under: dict[str, str] = field(default_factory=dict)
    renamed_under: dict[str, str] = field(default_factory=dict)
    before_merging: tuple[Actor, ...] = ()

    @cached_property
    def known(self) -> dict[str, str]:
        """The id of the actor that a name meant before any merge or renaming, by the name folded."""
        return names_of(self.read.values())

    def telling_name(self, actor_id: str) -> str | None:
        """Return a name that an actor was read under and that means no other; None if there is none."""
        return next((n for n in self.names_read(actor_id) if self.known.get(folded(n)) == actor_id), None)

    @cached_property
    def names(self) -> dict[str, str]:
        """The id of the actor that bears a name, by the name folded; a name goes before an alias."""
        return names_of(self.actors.values())

    def now(self, actor_id: str) -> str:
        """Return the id of the actor that this one is part of."""
        return self.homes.get(actor_id, actor_id)

    def names_read(self, actor_id: str) -> tuple[str, ...]:
        """Return the names an actor had before any merge or renaming, its own first."""
        actor = next((a for a in self.before_merging if a.id == actor_id), self.read.get(actor_id))
        return (actor.name, *actor.aliases) if actor else ()

    def with_holder(self, claim: Claim, name: str) -> Claim:
        """Return a claim held by whoever bears the name, known as an actor or not."""
        actor = self.actors.get(self.names.get(folded(name), "")) if name != ARTICLE else None
        holder = actor.name if actor else name
        chain = () if name == ARTICLE else (*claim.chain[:-1], holder)
        return replace(claim, holder=holder, holder_id=actor.id if actor else None, chain=chain)

    def on(self, claim: Claim) -> Claim:
        """Return a claim with its actors as they stand."""
        ids = {*claim.actors, claim.holder_id}
        if not ids & self.touched:
            return claim
        actors = tuple(dict.fromkeys(n for a in claim.actors for n in self._named(a, claim)))
        claim = replace(claim, actors=actors)
        if claim.holder_id is None or claim.holder_id not in self.touched:
            return claim
        holder_id = self._holder(claim.holder_id, claim)
        holder = self.actors[holder_id].name
        chain = tuple(holder if name == claim.holder else name for name in claim.chain)
        return replace(claim, holder=holder, holder_id=holder_id, chain=chain)

    def _holder(self, actor_id: str, claim: Claim) -> str:
        """Return whom the words name that credit the claim to its holder."""
        said = claim.attribution.source if claim.attribution else None
        off = [s for s in self.split.get(actor_id, ()) if said and self._is_named(s, claim.source, *said)]
        return self.now(off[0] if off else actor_id)

    def _named(self, actor_id: str, claim: Claim) -> list[str]:
        off = [s for s in self.split.get(actor_id, ()) if self._is_named(s, claim.source, claim.start, claim.end)]
        keeps = not off or self._is_named(actor_id, claim.source, claim.start, claim.end)
        return [self.now(a) for a in ([actor_id] if keeps else []) + off]

    def _is_named(self, actor_id: str, source: str, start: int, end: int) -> bool:
        mentions = self._mentions.get(actor_id, {}).get(source, ())
        return any(start <= m < end for m in mentions)

    @cached_property
    def _mentions(self) -> dict[str, dict[str, list[int]]]:
        """Where the actors of splits are named, by actor and source, before any merge."""
        found: dict[str, dict[str, list[int]]] = {}
        for actor in self.before_merging:
            for mention in actor.mentions:
                found.setdefault(actor.id, {}).setdefault(mention.source, []).append(mention.start)
        return found


def names_of(actors: Iterable[Actor]) -> dict[str, str]:
    """Return the id of the actor that bears a name, by the name folded; a name goes before an alias."""
    known = list(actors)
    names: dict[str, str] = {}
    for actor in known:
        names.setdefault(folded(actor.name), actor.id)
    for actor in known:
        for alias in actor.aliases:
            names.setdefault(folded(alias), actor.id)
    return names


def name_actors(read: Mapping[str, Actor], record: Record, text_of: Callable[[str], str]) -> Naming:
    """Return who is who; `text_of` gives the text of a source. What names nobody in the case waits."""
    naming = Naming(read, dict(read))
    if not any(True for act in NAMING for _ in record.standing(act)):
        return naming
    names = naming.known
    _split(naming, names, record, text_of)
    _merge(naming, names, record)
    for said in record.standing(Act.RENAME):
        actor = naming.actors.get(naming.now(names.get(folded(said.target), "")))
        if actor is not None and said.value and said.value != actor.name:
            aliases = tuple(a for a in dict.fromkeys((*actor.aliases, actor.name)) if a != said.value)
            naming.actors[actor.id] = replace(actor, name=said.value, aliases=aliases)
            naming.touched.add(actor.id)
            naming.renamed_under[actor.id] = said.target
    for moved, home in naming.homes.items():
        if home in naming.touched:
            naming.touched.add(moved)
    return naming


def _split(naming: Naming, names: dict[str, str], record: Record, text_of: Callable[[str], str]) -> None:
    for said in record.standing(Act.SPLIT):
        alias, owner = folded(said.target), naming.actors.get(names.get(folded(said.value or ""), ""))
        if owner is None or alias == folded(owner.name) or alias not in map(folded, owner.aliases):
            continue
        off = [m for m in owner.mentions if folded(text_of(m.source)[m.start : m.end]) == alias]
        rest = tuple(m for m in owner.mentions if m not in set(off))
        kept = tuple(a for a in owner.aliases if folded(a) != alias)
        made = Actor(stable_id("a", "analyst", alias), said.target, owner.type, (), tuple(off))
        naming.actors[owner.id] = replace(owner, aliases=kept, mentions=rest)
        naming.actors[made.id] = made
        naming.split.setdefault(owner.id, []).append(made.id)
        naming.touched |= {owner.id, made.id}
        if names[alias] == owner.id:
            names[alias] = made.id
    involved = {i for owner, off in naming.split.items() for i in (owner, *off)}
    naming.before_merging = tuple(naming.actors[i] for i in sorted(involved))


def _merge(naming: Naming, names: Mapping[str, str], record: Record) -> None:
    into: dict[str, str] = {}

    def root(actor_id: str) -> str:
        while actor_id in into:
            actor_id = into[actor_id]
        return actor_id

    for said in record.standing(Act.MERGE):
        one, other = names.get(folded(said.target)), names.get(folded(said.value or ""))
        if one is not None and other is not None and one not in into and root(other) != one:
            into[one] = other
            naming.merged_under[one] = said.target
    naming.homes = {one: root(one) for one in into}
    for one, home in naming.homes.items():
        actor, joined = naming.actors.pop(one), naming.actors[home]
        aliases = dict.fromkeys((*joined.aliases, actor.name, *actor.aliases))
        aliases.pop(joined.name, None)
        mentions = tuple(sorted({*joined.mentions, *actor.mentions}, key=lambda m: (m.source, m.start, m.end)))
        naming.actors[home] = replace(joined, aliases=tuple(aliases), mentions=mentions)
        naming.touched |= {one, home}
