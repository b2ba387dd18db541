"""Who holds an office that one article names without its holder ("the interior minister"), where another tells."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.extraction.draft import Name
from briefing.extraction.naming import fold, words

Place = tuple[str, int]
"""A source's id and an entity's number in it."""

_NEAR = 60
_BEFORE = re.compile(r"(?:(?:\b[\w-]+ )?\b(?P<kind>[\w-]+) )?\b(?P<office>\w+),? (?:(?:Mr|Mrs|Ms|Dr)\.? )?$")
"""What stands before a name: "Interior Minister", "the interior minister,"."""
_BEHIND = re.compile(r"^, (?:[\w'’-]+ ){0,3}?(?:(?P<kind>[\w-]+) )?(?P<office>\w+)(?=,|\.| of | for )")
"""What stands behind one: ", the country's interior minister,"."""
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_NOT_NOW = frozenset({"former", "ex", "deputy", "vice", "acting", "new", "next", "junior", "late", "shadow", "then"})


def held(
    local: Mapping[Place, Sequence[Name]], keys: Mapping[Place, str], texts: Mapping[str, str]
) -> dict[Place, str]:
    """Return the keys of the people meant by a mere office with "the": of the only one in the case who is said to hold it."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for place, names in local.items():
        for name in names:
            if name.is_name and name.label == "PERSON":
                for office in _offices(texts[place[0]], name):
                    holders[office].add(keys[place])
    found = {}
    for place, names in local.items():
        office = fold(names[0].text)
        if not any(n.is_name for n in names) and office in holders and _THE.search(texts[place[0]], 0, names[0].start):
            only = _full(holders[office])
            if len(only) == 1:
                found[place] = only.pop()
    return found


def _offices(text: str, name: Name) -> Iterator[str]:
    """Yield the offices that the words at a name give to its bearer, each as it is called for short and in full."""
    around = (
        _BEFORE.search(text[max(0, name.start - _NEAR) : name.start]),
        _BEHIND.match(text[name.end : name.end + _NEAR]),
    )
    for match in around:
        office, kind = (match["office"].lower(), (match["kind"] or "").lower()) if match else ("", "")
        past = match is None or bool(_NOT_NOW & set(match[0].lower().split()))
        if office in words("offices") and not past:
            yield office
            yield f"{kind} {office}".strip()


def _full(keys: set[str]) -> set[str]:
    """Return people without those who are but the surname of another."""
    last = {key.rpartition(" ")[2] for key in keys if " " in key}
    return {key for key in keys if key not in last}
