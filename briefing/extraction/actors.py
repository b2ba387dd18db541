"""The local names of every article, merged into the actors of the case."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from briefing.dossier import Actor, Mention, Source, stable_id
from briefing.extraction import nations
from briefing.extraction.aliases import AliasEntry, Aliases
from briefing.extraction.bearers import bearers
from briefing.extraction.canonical import canonical_names
from briefing.extraction.described import headed, ministry, of_owner, of_state, shared
from briefing.extraction.draft import STATE, THING, Extract, Name
from briefing.extraction.kinds import is_body, is_worth, type_of
from briefing.extraction.naming import bare, fold, words
from briefing.extraction.topics import matters
from briefing.genres import is_statement

_MOST_WORDS = 6
_AND = re.compile(r",\s*|\s+and\s+")
"""What stands between two who write together."""
_WITH = re.compile(r"^(?:with|by) ", re.IGNORECASE)
_AWAY = re.compile(r"\s+(?:in|at|from)\s+(?=[A-Z])")
"""What stands between an author and where he writes."""
_ASIDE = re.compile(r"\s*\([^)]*\)\s*$|(?<=.{3}),.*$")
_WEIGHTS = {"OUTLET": 100, "AUTHOR": 100, "ISSUER": 100}
"""What the head of an article says of somebody, beside one label of the entity recogniser."""
_INDEFINITE = frozenset(
    {
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "some",
        "several",
        "many",
        "other",
        "another",
        "most",
        "any",
        "no",
        "my",
        "his",
        "her",
        "our",
        "their",
        "its",
    }
)
_NONE = Aliases()

Local = tuple[str, int]
"""A source's id and an entity's number in it."""


class _Group(Struct):
    """What goes by one name in the case."""

    forms: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    is_name: bool = False


def merge(
    sources: Sequence[Source], extracts: Sequence[Extract], aliases: Aliases = _NONE
) -> tuple[tuple[Actor, ...], dict[Local, Actor]]:
    """Return the actors of a case, and the actor that each local entity is.

    Proper names are the same when they fold to the same, when one is the only full name that ends in the other, or when
    one has the other's initials. A description is an actor of its own article. What the analyst's `aliases` say goes
    before all of that, name by name.
    """
    local = {(e.source, number): names for e in extracts for number, names in _by_entity(e.names).items()}
    for source in sources:
        local |= _bylines(source)
    keys = {place: _key(place, names) for place, names in local.items()}
    roles = [((e.source, number), role) for e in extracts for number, role in e.roles]
    called = [((e.source, number), word) for e in extracts for number, word in e.called]
    texts = {s.id: s.text for s in sources}
    named = [(place[0], keys[place]) for place, names in local.items() if any(n.is_name for n in names)]
    about = matters(texts, named)
    for matter in sorted({*about.values()}):
        its = {place: names for place, names in local.items() if about[place[0]] == matter}
        borne, taken = ([(place, word) for place, word in some if place in its] for some in (roles, called))
        keys |= shared(its, keys, texts, borne, taken, matter=matter)
    proper: defaultdict[str, set[str]] = defaultdict(set)
    for place, names in local.items():
        if any(n.is_name for n in names):
            proper[keys[place]].add(place[0])
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for place, names in local.items():
        labels[keys[place]].update(n.label for n in names if n.is_name and n.label)
    found = bearers(
        labels,
        proper.keys() - {""},
        {*keys.values(), *_words_described(local)},
        [(keys[place], role) for place, role in roles if place in keys],
    )
    short = [
        (fold(n.text), keys[place])
        for place, names in local.items()
        for n in names
        if n.is_name and n.text.isupper() and " " not in n.text and fold(n.text) != keys[place]
    ]
    canonical = {key: key for key in keys.values()} | canonical_names(proper, aliases, found, short)
    canonical |= _listed(
        {place: (canonical[keys[place]], {fold(n.text) for n in names}) for place, names in local.items()},
        canonical,
        aliases,
    )
    met: defaultdict[str, set[str]] = defaultdict(set)
    for place, names in local.items():
        met[canonical[keys[place]]] |= {fold(n.text) for n in names}
    groups: defaultdict[str, _Group] = defaultdict(_Group)
    under: dict[Local, str] = {}
    for place in sorted(local):
        own = [_own_key(fold(name.text), canonical[keys[place]], met, aliases) for name in local[place]]
        under[place] = max(sorted(set(own)), key=own.count)
        for key, name in zip(own, local[place], strict=True):
            group = groups[key]
            group.forms[name.text] += 1
            if name.label and found.counts(keys[place], key):
                group.labels[name.label] += _WEIGHTS.get(name.label, 1)
            group.labels.update(found.settled(key))
            group.mentions.append(Mention(place[0], name.start, name.end))
            group.is_name |= name.is_name
    heard = {under[place] for place in _speaking(extracts) if place in under}
    actors = {
        key: _stated(_actor(key, group), aliases.entry(key))
        for key, group in groups.items()
        if aliases.entry(key) is not None
        or (
            (key not in found.natives or key.endswith(("s", "ese")))
            and not found.are_two(key)
            and 2 * group.labels[THING] <= group.labels.total()
            and is_worth(key, _shown(key, group.forms), group.forms, is_name=group.is_name)
            and (group.is_name or key in heard or is_body(_shown(key, group.forms)))
        )
    }
    owners = {place: actors[key] for place, key in under.items() if key in actors}
    order = {s.id: n for n, s in enumerate(sources)}
    ranked = sorted(actors.values(), key=lambda a: (-len(a.mentions), order.get(a.mentions[0].source, 0), a.id))
    return tuple(ranked), owners


def _words_described(local: Mapping[Local, Sequence[Name]]) -> set[str]:
    """Return the capitalised words of descriptions, folded: of "Brandian officer" it may be told that Brandia is a country."""
    texts = {n.text for names in local.values() for n in names if not n.is_name}
    return {fold(word) for text in texts for word in text.split() if word[0].isupper()}


def _speaking(extracts: Iterable[Extract]) -> set[Local]:
    """Return who holds a claim or passes one on: whoever is only described, and does neither, is nobody to the analyst."""
    return {(e.source, n) for e in extracts for d in e.drafts for n in (d.holder, *d.chain) if n is not None}


def _bylines(source: Source) -> dict[Local, list[Name]]:
    """Return who publishes, writes and is relayed by an article as entities below zero, where its text names them."""
    stated = [
        (_publishes(source), _publisher(source)),
        *(
            (_author(name), _writes(_author(name)))
            for name in _AND.split(source.author or "")
            if name[:1].isupper() or name == source.author
        ),
        *((name, "OUTLET") for name in source.relays),
    ]
    found: dict[Local, list[Name]] = {}
    for number, (name, label) in enumerate(stated, start=1):
        at = source.text.find(name) if name else -1
        if name and set(fold(name).split()) - words("titles") and at >= 0 and len(name.split()) <= _MOST_WORDS:
            found[source.id, -number] = [Name(at, at + len(name), name, -number, label, is_name=True)]
    return found


def _author(name: str) -> str:
    """Return who writes, without titles and without where he writes."""
    name = _AWAY.split(_WITH.sub("", name), maxsplit=1)[0]
    start, end = bare(name)
    return name[start:end]


def _writes(name: str) -> str:
    """Return the label of who writes: a person, but for who is a body or a state by its name ("Union of Nurses")."""
    own = fold(name).partition(" of ")[0].rpartition(" ")[2]
    if own in words("realms") and " of " in name:
        return "GPE"
    return "ISSUER" if " " in name and own in words("bodies", "ventures", "firms") else "AUTHOR"


def _publishes(source: Source) -> str:
    """Return who publishes an article, without the short form in brackets behind the name or what follows a comma."""
    return _ASIDE.sub("", source.publisher or "")


def _publisher(source: Source) -> str:
    """Return the label of who publishes an article: an outlet, but for who issues statements or is a body by its name."""
    own = re.split(r" (?:of|for|on) ", fold(_publishes(source)))[0].split()
    issues = is_statement(source.genre)
    firm = set(own[-1:]) & (words("ventures", "firms", "bodies", "roles")) - words("newsroom")
    firm |= set(own[-1:]) & {"agency"} if len(own) > 1 and own[-2] not in words("newsroom") else set()
    return "ISSUER" if issues or firm else "OUTLET"


def _by_entity(names: Iterable[Name]) -> dict[int, list[Name]]:
    found: defaultdict[int, list[Name]] = defaultdict(list)
    for name in names:
        found[name.entity].append(name)
    return found


def _key(place: Local, names: Sequence[Name]) -> str:
    proper = [n for n in names if n.is_name]
    if not proper:
        described = names[0].text.split()
        state = nations.country(fold(described[0]))
        if state:
            return of_state(state, fold(" ".join(described[1:])))
        owned = described[0][0].isupper() and described[0].endswith(("'s", "’s", "s'", "s’"))
        specific = owned or (any(w[0].isupper() for w in described[1:]) and described[0].lower() not in _INDEFINITE)
        return of_owner(fold(names[0].text)) if specific else f"{place[0]} {fold(names[0].text)}"
    longest = max(proper, key=lambda n: (len(n.text.split()), len(n.text)))
    key = _plain_key(ministry(of_owner(headed(fold(longest.text)))))
    state = next((nations.capital_of(fold(n.text)) for n in proper if n.label == STATE), "")
    if state:
        return state
    ruled = nations.government(key)
    return f"government of {ruled}" if ruled else nations.country(key) or key


def _plain_key(key: str) -> str:
    """Return a folded name without initials between first and last name, and without the legal form of a firm."""
    first, *rest = key.split() or [""]
    while rest and rest[-1] in words("firms"):
        rest.pop()
    if len(rest) > 1 and first in words("honours"):
        first, *rest = rest
    return " ".join([first, *(w for w in rest[:-1] if len(w) > 1 or not w.isalpha()), *rest[-1:]])


def _listed(
    local: Mapping[Local, tuple[str, set[str]]], canonical: Mapping[str, str], aliases: Aliases
) -> dict[str, str]:
    """Return for every key that goes to an entry of the alias file where it goes: by itself, or as every bearer's other names do."""
    entries: defaultdict[str, set[str]] = defaultdict(set)
    for key, names in local.values():
        stands = {e.key for n in names if (e := aliases.entry(n)) is not None}
        entries[key] |= {e for e in stands if not aliases.others(key) & {e}}
    direct = {key: e.key for key in {*canonical, *canonical.values()} if (e := aliases.entry(key)) is not None}
    ends = {key: next(iter(found)) for key, found in entries.items() if len(found) == 1} | direct
    return {key: direct.get(key, ends.get(end, end)) for key, end in canonical.items()}


def _own_key(name: str, canonical: str, met: Mapping[str, set[str]], aliases: Aliases) -> str:
    """Return the key under which one name goes that stands for something with the key `canonical`: another if the analyst says so."""
    entry = aliases.entry(name)
    if entry is not None:
        return entry.key
    apart = aliases.others(name)
    if name == canonical or not apart:
        return canonical
    return name if canonical in apart or any(other < name for other in apart & met.get(canonical, set())) else canonical


def _stated(actor: Actor, entry: AliasEntry | None) -> Actor:
    """Return an actor as its entry in the alias file has it."""
    if entry is None:
        return actor
    names = dict.fromkeys((*entry.aliases, actor.name, *actor.aliases))
    names.pop(entry.name, None)
    return replace(actor, name=entry.name, type=entry.type or actor.type, aliases=tuple(sorted(names)))


def _actor(key: str, group: _Group) -> Actor:
    name = _shown(key, group.forms)
    mentions = tuple(sorted(set(group.mentions), key=lambda m: (m.source, m.start, m.end)))
    aliases = tuple(f for f in sorted(group.forms) if f != name)
    return Actor(stable_id("a", key), name, type_of(name, group.labels, is_name=group.is_name), aliases, mentions)


def _shown(key: str, forms: Mapping[str, int]) -> str:
    """Return the form that names an actor best: its whole name, else the longest that does not say "his" or "its"."""

    def worse(form: str) -> tuple[bool, int, int, str]:
        return form.split(maxsplit=1)[0].lower() in _INDEFINITE, -len(form.split()), -forms[form], form

    ordered = sorted(forms, key=worse)
    return next((f for f in ordered if fold(f) == key), ordered[0])
