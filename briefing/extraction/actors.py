"""The local names of every article, merged into the actors of the case."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.dossier import Actor, ActorType, Mention, Source, stable_id
from briefing.extraction.cast import fold
from briefing.extraction.draft import Extract, Name
from briefing.extraction.naming import words

_TYPES = {
    "PERSON": ActorType.PERSON, "ORG": ActorType.ORGANIZATION, "GPE": ActorType.PLACE, "LOC": ActorType.PLACE,
    "FAC": ActorType.PLACE, "NORP": ActorType.GROUP, "OUTLET": ActorType.MEDIA,
}  # fmt: skip
_NEWSROOM = re.compile(
    r"\b(?:times|post|journal|herald|news|agency|wire|tribune|observer|gazette|courier|mail|star|review|radio|tv|"
    r"cnn|bbc|ap|afp|reuters|atlantic|guardian|bulletin|monitor|digest|press)\b"
)
_GOVERNMENT = re.compile(
    r"\b(?:government|ministry|department|administration|white house|kremlin|cabinet|parliament|congress|senate)\b"
)
_SAME_COUNTRY = {
    "us": "united states",
    "usa": "united states",
    "u s": "united states",
    "uk": "united kingdom",
    "america": "united states",
}
_MOST_WORDS = 6
_OUTLET = "OUTLET"
_STATED = 100
"""What the head of an article weighs beside one label of the entity recogniser."""
_SMALL = frozenset({"of", "the", "and", "for", "de", "to", "in", "on"})
_JUNK = re.compile(
    r"^[\W\d]|\d.*(?:million|billion|thousand)|(?:million|billion|percent)\b|^[a-z]$|@|https?:|^(?:q|a|fig)$"
)
"""What is taken for a name now and then but is a figure, a letter or an address."""

Local = tuple[str, int]
"""A source's id and an entity's number in it."""


@dataclass(slots=True)
class _Group:
    """What goes by one name in the case."""

    forms: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)
    is_name: bool = False


def merge(sources: Sequence[Source], extracts: Sequence[Extract]) -> tuple[tuple[Actor, ...], dict[Local, Actor]]:
    """Return the actors of a case, and the actor that each local entity is.

    Proper names are the same when they fold to the same, when one is the only full name that ends in the other, or when
    one has the other's initials. A description is an actor of its own article.
    """
    local = {(e.source, number): names for e in extracts for number, names in _by_entity(e.names).items()}
    keys = {place: _key(place, names) for place, names in local.items()}
    proper = {keys[place] for place, names in local.items() if any(n.is_name for n in names)}
    home = {key: key for key in keys.values()} | _homes(proper)
    groups: defaultdict[str, _Group] = defaultdict(_Group)
    for place in sorted(local):
        group = groups[home[keys[place]]]
        for name in local[place]:
            group.forms[name.text] += 1
            group.labels[name.label] += bool(name.label)
            group.mentions.append(Mention(place[0], name.start, name.end))
            group.is_name |= name.is_name
    _add_bylines(sources, groups, home)
    actors = {key: _actor(key, group) for key, group in groups.items() if _is_worth(key, group)}
    owners = {place: actors[home[key]] for place, key in keys.items() if home[key] in actors}
    order = {s.id: n for n, s in enumerate(sources)}
    ranked = sorted(actors.values(), key=lambda a: (-len(a.mentions), order.get(a.mentions[0].source, 0), a.id))
    return tuple(ranked), owners


def _add_bylines(sources: Sequence[Source], groups: defaultdict[str, _Group], home: Mapping[str, str]) -> None:
    """Count who publishes and who writes an article among its actors, where its text names them: that settles what they are."""
    for source in sources:
        for name, label in ((source.publisher, _OUTLET), (source.author, "PERSON"), *((r, _OUTLET) for r in source.relays)):
            at = source.text.find(name) if name else -1
            if not name or at < 0 or len(name.split()) > _MOST_WORDS:
                continue
            key = _SAME_COUNTRY.get(fold(name), fold(name))
            group = groups[home.get(key, key)]
            group.forms[name] += 1
            group.labels[label] += _STATED
            group.mentions.append(Mention(source.id, at, at + len(name)))
            group.is_name = True


def _by_entity(names: Iterable[Name]) -> dict[int, list[Name]]:
    found: defaultdict[int, list[Name]] = defaultdict(list)
    for name in names:
        found[name.entity].append(name)
    return found


def _key(place: Local, names: Sequence[Name]) -> str:
    proper = [n for n in names if n.is_name]
    if not proper:
        return f"{place[0]} {fold(names[0].text)}"
    longest = max(proper, key=lambda n: (len(n.text.split()), len(n.text)))
    key = fold(longest.text)
    return _SAME_COUNTRY.get(key, key)


def _homes(proper: set[str]) -> dict[str, str]:
    """Return for every single word the name it goes under: the only longer one that ends in it, else that has its initials."""
    by_last: defaultdict[str, set[str]] = defaultdict(set)
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    for key in proper:
        words = key.split()
        if 1 < len(words) <= _MOST_WORDS:
            by_last[words[-1]].add(key)
            by_initials["".join(w[0] for w in words if w not in _SMALL)].add(key)
    homes = {}
    for key in proper:
        longer = set() if " " in key else by_last.get(key) or by_initials.get(key, set())
        homes[key] = next(iter(longer)) if len(longer) == 1 else key
    return homes


def _is_worth(key: str, group: _Group) -> bool:
    name = group.forms.most_common(1)[0][0]
    if _JUNK.search(name.lower()):
        return False
    if not group.is_name:
        return len(key.split()) <= _MOST_WORDS + 6
    return any(c.isupper() for c in name) and len(name) > 1 and len(name.split()) <= _MOST_WORDS


def _actor(key: str, group: _Group) -> Actor:
    forms = sorted(group.forms, key=lambda f: (-len(f.split()), -group.forms[f], f))
    name = next((f for f in forms if fold(f) == key or _SAME_COUNTRY.get(fold(f)) == key), forms[0])
    mentions = tuple(sorted(set(group.mentions), key=lambda m: (m.source, m.start, m.end)))
    aliases = tuple(f for f in sorted(forms) if f != name)
    return Actor(stable_id("a", key), name, _type(name, group), aliases, mentions)


def _type(name: str, group: _Group) -> ActorType:
    low = fold(name)
    if not group.is_name:
        return _described(low)
    if _GOVERNMENT.search(low):
        return ActorType.GOVERNMENT
    votes: Counter[ActorType] = Counter()
    for label, count in group.labels.items():
        votes[_TYPES.get(label, ActorType.ORGANIZATION)] += count
    voted = max(sorted(votes), key=votes.__getitem__, default=ActorType.ORGANIZATION)
    if _NEWSROOM.search(low) and (voted is not ActorType.PERSON or len(low.split()) > 1):
        return ActorType.MEDIA
    return voted


def _described(low: str) -> ActorType:
    """Return what a description describes, by its head: a ministry and the police are bodies, whatever the article calls them."""
    head = re.split(r" (?:of|in|for|at|that|who|with|from|to) |,", low)[0].split()[-1:]
    if not set(head) & words("bodies"):
        return ActorType.UNNAMED
    return ActorType.GOVERNMENT if _GOVERNMENT.search(head[0]) else ActorType.ORGANIZATION
