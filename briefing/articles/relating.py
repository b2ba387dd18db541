"""Which articles of a case go back to the same reporting."""

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefing.articles.skipping import skipped
from briefing.dossier import PassageKind, Source

_WORD = re.compile(r"\w+(?:[’']\w+)*")
_RUN = 5
_ALIKE = 0.5


def relate(sources: Sequence[Source]) -> list[Source]:
    """Give every source its `origin`, and skip the second of two with the same text.

    Near duplicates share an origin: at least half of the shorter one's runs of five words stand in the longer one, too.
    So do articles that pass on one and the same outlet's reporting and no other's, and that outlet's own articles.
    The order stays; the result depends on nothing but the sources.
    """
    distinct = _without_copies(sources)
    groups = _Groups(s.id for s in distinct if not s.skipped)
    read = [s for s in distinct if not s.skipped]
    _join_near_duplicates(read, groups)
    _join_relays(read, groups)
    return [s if s.skipped else replace(s, origin=groups.name(s.id)) for s in distinct]


class _Groups:
    """Sets of source ids that grow together; a group is named by its smallest id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._leader = {id_: id_ for id_ in ids}

    def name(self, id_: str) -> str:
        while self._leader[id_] != id_:
            id_ = self._leader[id_]
        return id_

    def join(self, a: str, b: str) -> None:
        first, second = sorted((self.name(a), self.name(b)))
        self._leader[second] = first


def _without_copies(sources: Sequence[Source]) -> list[Source]:
    first: dict[str, Source] = {}
    distinct = []
    for source in sources:
        words = " ".join(source.text.split())
        earlier = first.setdefault(words, source) if words and not source.skipped else source
        if earlier is source:
            distinct.append(source)
        else:
            distinct.append(skipped(source.file, source.sha256, f"the same text as {earlier.file}"))
    return distinct


def _join_near_duplicates(sources: Sequence[Source], groups: _Groups) -> None:
    """Let the longest text of a family lead it; the others are held against leaders only, through an index."""
    runs = {source.id: _runs(source) for source in sources}
    leaders: dict[int, list[str]] = defaultdict(list)
    for source in sorted(sources, key=lambda s: (-len(runs[s.id]), s.id)):
        mine = runs[source.id]
        shared = Counter(leader for run in mine for leader in leaders.get(run, ()))
        alike = [leader for leader, count in shared.items() if count >= _ALIKE * len(mine)]
        for leader in alike:
            groups.join(leader, source.id)
        if not alike:
            for run in mine:
                leaders[run].append(source.id)


def _runs(source: Source) -> set[int]:
    """Checksums of all runs of five words of the body."""
    body = " ".join(source.text[p.start : p.end] for p in source.passages if p.kind is PassageKind.BODY)
    words = _WORD.findall(body.lower())
    return {zlib.crc32(" ".join(words[i : i + _RUN]).encode("utf-8", "replace")) for i in range(len(words) - _RUN + 1)}


def _join_relays(sources: Sequence[Source], groups: _Groups) -> None:
    from briefing.articles import outlets  # noqa: PLC0415 - its patterns take their time, and most starts need none

    passed_on: dict[str, list[str]] = defaultdict(list)
    for source in sources:
        if len(source.relays) == 1:
            passed_on[outlets.key(source.relays[0])].append(source.id)
    for source in sources:
        if source.publisher and outlets.key(source.publisher) in passed_on and not source.relays:
            passed_on[outlets.key(source.publisher)].append(source.id)
    for ids in passed_on.values():
        for other in ids[1:]:
            groups.join(ids[0], other)
