"""Which articles of a case are about one matter: those that name the same people, places or bodies."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from briefing.extraction import nations, renowned

_TELLING = 4
"""Articles that have fewer names together may be about anything."""


def together(every: Collection[str], named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for every source the first of those that are about the same, by the folded names that each has, given as pairs.

    A country or a well-known body is named in articles on anything. Articles with hardly a name go with most of the others.
    """
    sources: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}

    def of(source: str) -> str:
        while first.setdefault(source, source) != source:
            source = first[source]
        return source

    for source, key in named:
        if _is_telling(key):
            sources[key].add(source)
    for some in sources.values():
        ends = {of(source) for source in some}
        first |= dict.fromkeys(ends, min(ends))
    names: defaultdict[str, int] = defaultdict(int)
    for some in sources.values():
        names[of(next(iter(some)))] += 1
    most = max(sorted(names or every), key=names.__getitem__, default="")
    return {source: one if names[one := of(source)] >= _TELLING else most for source in every}


def _is_telling(key: str) -> bool:
    return not (nations.country(key) or nations.is_people(key) or nations.government(key) or renowned.type_of(key))
