"""Which names of a case go under which: a surname under the full name, the short form of a body under the whole."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cache

from msgspec import Struct

from briefing.extraction import renowned
from briefing.extraction.aliases import Aliases
from briefing.extraction.bearers import Bearers
from briefing.extraction.described import country_of, whole_of
from briefing.extraction.naming import given_gender, words

_MOST_WORDS = 6
_FIRST_AND_LAST = 3
"""Words, at most, of a person's name that its first stands for."""
_SMALL = frozenset({"of", "the", "and", "for", "to", "in", "on", "at", "from"})


def canonical_names(
    proper: Mapping[str, set[str]], aliases: Aliases, known: Bearers, short: Iterable[tuple[str, str]] = ()
) -> dict[str, str]:
    """Return for every name the one it goes under: the only longer one that ends in it, else that has its initials.

    A single word may also be the first name of one of the people, or a firm's name without what kind of firm it is, unless
    it is one that is `located`; and a body's name may go on with "of" or "for" elsewhere. One of the `lands` is short for nobody
    but people, nor is a place for the lake or the north that has its name. A surname that a firm has too is neither's, unless
    an office stands beside it.

    `proper` has the articles of every name; a name of several words is short for another only where one article has both, or
    where the longer only says which body it is ("central") or what a person's middle name is. `short` are short forms that an
    article uses, each with what it stands for there.
    """
    parts = _parts(proper, known)
    for form, key in short:
        parts.initials[form].add(key)
    found = {key: whole_of(_longer(key, proper, parts, known) - aliases.others(key)) or key for key in proper}
    return {key: found[longer] for key, longer in found.items()}


def _longer(key: str, proper: Mapping[str, set[str]], parts: "_Parts", known: Bearers) -> set[str]:
    """Return the names that one may be short for: the first ways to be that lead to any."""
    first, _, rest = key.partition(" ")
    together = {k for k in parts.last[key] | parts.start[first] if proper[key] & proper[k]}
    longer = _ending_in(key, parts, known, together)
    if not longer and rest and (key in known.people or len(first) == 1):
        longer = {k for k in parts.last[key.rpartition(" ")[2]] & known.people if _is_fuller(key, k)}
    if not longer and key not in known.located and (key not in known.people or (rest and not given_gender(key))):
        longer = {k for k in parts.start[first] if _goes_on(key, k, together=k in together)}
    if not longer and not rest and key in known.bodies and key not in _kinds_of_body():
        named_for = parts.start[first] - {key}
        longer = named_for if all(_is_firm(k) and "'" not in k for k in named_for) else set()
    if not longer and (country := country_of(key)) in known.located | known.lands:
        longer = {country} & proper.keys()
    same = renowned.names(key)
    usual = next((name for name in same if name in proper), key)
    return {usual} if usual != key and parts.initials[key] <= {*same} else longer


def _ending_in(key: str, parts: "_Parts", known: Bearers, together: Container[str]) -> set[str]:
    """Return the names that end in one, or whose initials or first name it is."""
    first, _, rest = key.partition(" ")
    if rest and " " not in rest and first in words("occupations", "honours"):
        named = parts.last[rest] | (parts.first[rest] if first in words("honours") else set())
        return {k for k in named & known.people if first not in k.split()}
    if rest:
        whole = {k for k in parts.last[key] if k.removesuffix(key).split()[-1] not in _SMALL}
        return {k for k in whole if k in together or _narrows(key, k)}
    last = {k for k in parts.last[key] if not {k.split()[0], key} & (words("around", "bodies"))}
    if last & known.people and key not in known.officers:
        last |= {k for k in parts.start[key] if _is_firm(k)}
    longer = last or parts.initials[key] or (parts.first[key] if key not in known.lands else set())
    return longer & known.people if key in known.lands | known.located else longer


def _is_firm(key: str) -> bool:
    """Tell whether the last word of a name says what kind of firm it is, or of a body that is often named without it."""
    return key.rpartition(" ")[2] in words("ventures", "left_off")


def _narrows(key: str, longer: str) -> bool:
    """Tell whether a longer name only tells more closely which body the shorter means ("election board", "central election board")."""
    added = set(longer.removesuffix(key).split())
    return key.rpartition(" ")[2] in words("bodies", "ventures") and added <= words("wide")


def _is_fuller(key: str, longer: str) -> bool:
    """Tell whether a person's longer name is the shorter with what that leaves out: a middle name, or the rest of an initial."""
    first, *rest = key.split()
    whole = longer.split()
    if len(first) == 1:
        return whole[0] != first and whole[0].startswith(first) and whole[1:] == rest
    return len(whole) > len(rest) + 1 and whole[0] == first and whole[-len(rest) :] == rest


class _Parts(Struct):
    """Names by their last words, by their initials, people's by their first names, and others by the word they begin with."""

    last: defaultdict[str, set[str]]
    initials: defaultdict[str, set[str]]
    first: defaultdict[str, set[str]]
    start: defaultdict[str, set[str]]


def _parts(proper: Iterable[str], known: Bearers) -> _Parts:
    found = _Parts(defaultdict(set), defaultdict(set), defaultdict(set), defaultdict(set))
    for key in proper:
        parts = key.split()
        if 1 < len(parts) <= _MOST_WORDS:
            if not _SMALL & set(parts) and parts[-2] != "de":
                for start in range(1, len(parts)):
                    found.last[" ".join(parts[start:])].add(key)
            found.initials["".join(w[0] for w in parts if w not in _SMALL | {"de"})].add(key)
            if len(parts) <= _FIRST_AND_LAST and len(parts[-1]) > 1 and (given_gender(key) or key in known.people):
                found.first[parts[0]].add(key)
        if key not in known.people:
            found.start["".join(parts[:1])].add(key)
    return found


def _goes_on(key: str, longer: str, *, together: bool) -> bool:
    """Tell whether a body's longer name says what the shorter leaves out: what kind of firm it is, or what it is of or for.

    One article has both, or the shorter name is no mere kind of body.
    """
    parts, last = key.split(), longer.rpartition(" ")[2]
    if longer == f"{key} {last}" and _is_firm(longer):
        return together
    ends = (f"{key} for ", f"{key} of ") if together or len(parts) > 1 else ()
    kinds = {parts[-1], re.split(r" (?:of|for) ", key)[0].rpartition(" ")[2]} if parts else set()
    return bool(kinds & words("bodies", "ventures")) and longer.startswith(ends)


@cache
def _kinds_of_body() -> frozenset[str]:
    """Return the words that are no body's own name by themselves."""
    return words("bodies", "ventures", "wide", "around", "places", "titles", "fragments", "newsroom")
