"""Who is meant by a mere description, where the case as a whole tells: "the ministry" is the only one there is."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefing.extraction.draft import Name
from briefing.extraction.naming import fold, words

Place = tuple[str, int]
"""A source's id and an entity's number in it."""

_OWNED = re.compile(r"^[A-Z].*?['’]s? [^A-Z]+$")
_ENDS_IN_NAME = re.compile(r"^[a-z][a-z -]*? (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)$")
_BEFORE = re.compile(r"^(?P<owner>\S+(?: \S+){0,2}?)['’]s? (?P<what>[^'’]+)$")
_BESIDE = re.compile(r"^(?P<owner>\w+) (?P<what>(?:foreign|defence|defense|finance|interior|justice|health) ministry)$")
_STATE = re.compile(
    r"^(?:government|parliament|embassy|navy|army|coast guard|(?:\w+ )?ministry) of (?P<owner>\w+(?: \w+)?)$"
)
_MINISTRY = re.compile(r"^(?P<kind>ministry|department) of (?P<what>\w+)(?: affairs)?(?P<owner>(?: of \w+(?: \w+)?)?)$")
_AWAY = frozenset(
    {"of", "from", "in", "at", "for", "to", "by", "with", "and", "or", "on", "near", "than", "as", "among", "between"}
    | {"inside", "within", "outside", "behind", "under", "around", "against", "about"}
)
_OTHER = frozenset({"new", "old", "former", "previous", "other", "next", "last", "first", "second", "same", "whole"})
"""What tells one body from another of its kind, or nothing of it, and is no part of what it is called."""
_NOT_NOW = frozenset({"former", "ex", "deputy", "vice", "acting", "next", "late", "shadow", "then"})
"""What says of an office that somebody else is in it."""
_LONG = 5
"""Words of a name that is taken for a description, at least."""
_NEARLY_ALL = 0.75
"""So many of the articles take a word for a body up for the same, where another does for another."""
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)


def of_owner(key: str) -> str:
    """Return a folded name of a body with its owner behind it: "ostmark's foreign ministry" is the "foreign ministry of ostmark"."""
    match = _BEFORE.match(key) or _BESIDE.match(key)
    if match is None or match["what"].split()[-1] not in words("bodies"):
        return key
    return f"{match['what'].removeprefix('own ')} of {match['owner']}"


def of_state(state: str, described: str) -> str:
    """Return the key of what is described as a country's, the same whether by its name or its adjective ("Sudan's army", "the Sudanese army")."""
    return f"{state}: {described}"


def _is_of_state(key: str) -> bool:
    return ": " in key


def ministry(key: str) -> str:
    """Return a folded name of a ministry as it is called for short: the "ministry of foreign affairs" is the "foreign ministry"."""
    match = _MINISTRY.match(key)
    return f"{match['what']} {match['kind']}{match['owner']}" if match and match["what"] in words("titles") else key


def headed(key: str) -> str:
    """Return a folded name as it stands at the head of a paper without what follows its comma; a state goes behind "of"."""
    own, _, behind = key.partition(", ")
    if " " not in own or not behind:
        return key
    state = country_of(behind)
    return f"{own} of {state}" if state else own


def country_of(key: str) -> str:
    """Return the country whose name with what it is a folded name is ("republic of ostmark", "island republic of ostmark"); "" if it is none."""
    kind, _, country = key.partition(" of ")
    return country if kind.count(" ") <= 1 and kind.rpartition(" ")[2] in words("polities") else ""


def governed(key: str) -> str:
    """Return the country whose government or ministry a folded name is of, by `of_owner`; "" if it is none."""
    match = _STATE.match(key)
    return match["owner"] if match is not None else ""


def shared(
    local: Mapping[Place, Sequence[Name]],
    keys: Mapping[Place, str],
    texts: Mapping[str, str],
    roles: Iterable[tuple[Place, str]] = (),
    called: Iterable[tuple[Place, str]] = (),
    matter: str = "",
) -> dict[Place, str]:
    """Return the keys of those descriptions that stand for somebody whom the case has elsewhere.

    In a case on more than one `matter` all that is given is on one of them, which tells its government and police from others.

    One that ends in a name goes by it ("the operator Vespratel"). "The ministry" is the only one that is named in its
    article, else in the case; where none is named, the same body with "the" before it is one throughout. "The interior minister"
    is the only one in the case who is called so beside his name, by the `roles`, and "the company" the one that all other articles
    mean by it where they name it, as `called` tells.
    """
    proper = {place: keys[place] for place, names in local.items() if any(n.is_name for n in names)}
    described = {place: names[0] for place, names in local.items() if place not in proper}
    owned = {place for place, name in described.items() if _OWNED.match(name.text)}
    named = set(proper.values())
    whole = [place for place, name in described.items() if _is_long_name(name.text)]
    states = [place for place in described if _is_of_state(keys[place])]
    bodies = _bodies({place: keys[place] for place in [*proper, *owned, *whole, *states]})
    beside = _bodies(
        {
            place: text
            for place, name in described.items()
            if not _is_of_state(keys[place])
            and _is_definite(name, texts[place[0]])
            and (text := fold(name.text)).split()[0] not in _OTHER
        }
    )
    full: defaultdict[str, list[str]] = defaultdict(list)
    for key in named:
        full[key.rpartition(" ")[2]].append(key)
    found = {place: _only(bodies[key], place, beside[key]) for place, key in proper.items() if _is_kind(key)}
    bearers = _bearers(keys, roles)
    meant = _meant(keys, called)
    for place, name in described.items():
        if place in owned:
            found[place] = _with_full_owner(keys[place], full)
            continue
        if _is_of_state(keys[place]):
            continue
        text = fold(re.sub(r" (?:itself|themselves)$", "", name.text))
        found[place] = _name_behind(name.text) or (text if text in named and not _is_kind(text) else "")
        if text in bearers and not found[place] and _is_definite(name, texts[place[0]]):
            found[place] = bearers[text]
        if text and not found[place] and _is_a_body(text) and _is_definite(name, texts[place[0]]):
            told = text in bodies or any(place[0] in sources for sources in beside[text].values())
            alone = not told and (" " in text or text not in words("companies"))
            found[place] = f"{matter} {text}".strip() if alone else _only(bodies[text], place, beside[text])
        if text in meant and not found[place] and _is_definite(name, texts[place[0]]):
            found[place] = meant[text]
    return {place: key for place, key in found.items() if key}


def _bodies(keys: Mapping[Place, str]) -> defaultdict[str, dict[str, set[str]]]:
    """Return for what a body may be called for short those that are, each with the articles that name it."""
    found: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for place, key in keys.items():
        for kind in _kinds(key):
            found[kind].setdefault(key, set()).add(place[0])
    return found


def _bearers(keys: Mapping[Place, str], roles: Iterable[tuple[Place, str]]) -> dict[str, str]:
    """Return for every role, and for its last word, the only one who bears it, by the longest name he has."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place, role in roles:
        in_office = place in keys and role.split()[0] not in _NOT_NOW
        for called in {role, role.rpartition(" ")[2]} if in_office else ():
            found[called].add(keys[place])
    offices = {role: whole_of(names) for role, names in found.items() if role.rpartition(" ")[2] in words("roles")}
    return {role: name for role, name in offices.items() if name}


def _meant(keys: Mapping[Place, str], called: Iterable[tuple[Place, str]]) -> dict[str, str]:
    """Return for every word for a body the name that nearly all articles take up by it, by the longest form."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for place, word in called:
        if place in keys and word in words("bodies"):
            found[word].add((place[0], keys[place]))
    meant = {}
    for word, places in found.items():
        backing = {name: sum({*key.split()} <= {*name.split()} for _, key in places) for _, name in places}
        name = max(sorted(backing), key=lambda n: (backing[n], len(n)))
        if backing[name] >= _NEARLY_ALL * len(places):
            meant[word] = name
    return meant


def whole_of(names: Iterable[str]) -> str:
    """Return the one of several folded names of which all others are the beginning or the end; "" if there is none."""
    whole = max(sorted(names), key=len, default="")
    return whole if all(f"{whole} ".startswith(f"{n} ") or f" {whole}".endswith(f" {n}") for n in names) else ""


def _only(known: Mapping[str, set[str]], place: Place, beside: Mapping[str, set[str]]) -> str:
    """Return the only one of several that an article names, else the only one there is; "" if there are more.

    Those `beside` are described, which counts only in the article that does.
    """
    here = {key for some in (known, beside) for key, sources in some.items() if place[0] in sources}
    return whole_of(here or set(known))


def _with_full_owner(key: str, named: Mapping[str, Sequence[str]]) -> str:
    """Return a key of what somebody has with the full name of whoever is named by the last one ("office of oreade").

    `named` are the names by their last words.
    """
    what, _, owner = key.rpartition(" of ")
    some = named.get(owner.rpartition(" ")[2], ())
    full = [name for name in some if what and name.endswith(f" {owner}") and " of " not in name]
    return f"{what} of {full[0]}" if len(full) == 1 else ""


def _name_behind(text: str) -> str:
    """Return the name, folded, in which a description ends ("operator Vespratel"); "" if it does not."""
    ends = _ENDS_IN_NAME.match(text)
    return fold(ends["name"]) if ends is not None and not set(fold(text).split()) & _AWAY else ""


def _is_a_body(text: str) -> bool:
    return text.rpartition(" ")[2] in words("bodies") and text not in words("several")


def _is_kind(key: str) -> bool:
    """Tell whether a folded name is but what a body is ("Ministry", "Foreign Ministry")."""
    parts = key.split()
    return bool(parts) and parts[-1] in words("bodies") and set(parts[:-1]) <= words("titles")


def _kinds(key: str) -> list[str]:
    """Return what a body with a folded key may be called for short: "board" and "elections board", "ministry"."""
    own = re.split(r" (?:of|for) ", key)[0].split()
    if len(own) < 2 and own == key.split():
        return []
    return [" ".join(own[n:]) for n in range(len(own)) if own[n:] != key.split()] if own[-1] in words("bodies") else []


def _is_long_name(text: str) -> bool:
    """Tell whether a description is a body's name in full ("Bureau for the Investigation of Railway Accidents")."""
    parts = text.split()
    return len(parts) >= _LONG and parts[0].lower() in words("bodies") and parts[0].istitle() and parts[-1].istitle()


def _is_definite(name: Name, text: str) -> bool:
    return _THE.search(text, 0, name.start) is not None or name.text.split()[-1].lower() == "police"
