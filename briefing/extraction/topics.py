"""Which articles of a case are about one matter: those that name the same people, places or bodies."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from briefing.extraction import nations, renowned

_TELLING = 8
"""What has fewer names than these may be about the same as the rest."""


def matters(every: Collection[str], named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for every source what it is about, by the folded names that each has, given as pairs: "" for what most names are about, else the first source about it.

    Names that end in the same word count as one. A well-known body is named in articles on anything, a people too. Articles with
    few names go with most of the others.
    """
    sources: defaultdict[str, set[str]] = defaultdict(set)
    first: dict[str, str] = {}

    def of(source: str) -> str:
        while first.setdefault(source, source) != source:
            source = first[source]
        return source

    for source, key in named:
        if _is_telling(key):
            sources[key.rpartition(" ")[2]].add(source)
    for some in sources.values():
        ends = {of(source) for source in some}
        first |= dict.fromkeys(ends, min(ends))
    names = Counter(of(next(iter(some))) for some in sources.values())
    most = max(sorted(names), key=names.__getitem__, default="")
    apart = {one for one in names if one != most and names[one] >= _TELLING}
    return {source: one if (one := of(source)) in apart else "" for source in every}


def _is_telling(key: str) -> bool:
    return bool(key) and not (nations.is_people(key) or renowned.type_of(key))
