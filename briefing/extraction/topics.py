"""Which articles of a case are about one matter: those that name the same people, places or bodies."""

from collections import defaultdict
from collections.abc import Iterable

from briefing.extraction import nations, renowned


def together(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for every source the first of those that are about the same, by the folded names that each has, given as pairs.

    A country or a well-known body is named in articles on anything.
    """
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for source, key in named:
        sources[key if _is_telling(key) else source].add(source)
    first: dict[str, str] = {}

    def of(source: str) -> str:
        while first.setdefault(source, source) != source:
            source = first[source]
        return source

    for some in sources.values():
        ends = {of(source) for source in some}
        first |= dict.fromkeys(ends, min(ends))
    return {source: of(source) for source in first}


def _is_telling(key: str) -> bool:
    return not (nations.country(key) or nations.is_people(key) or nations.government(key) or renowned.type_of(key))
