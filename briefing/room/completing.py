"""Completes a filter while it is typed: fields, and for each field the values that the case has."""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from briefing.dossier import Dossier, Maker
from briefing.dossier.conditions import FIELDS, STATES
from briefing.dossier.folding import folded
from briefing.plaintext import has_hidden

_OFFERED = 6
_TERM = re.compile(r'(?P<minus>-?)(?:(?P<field>[a-z]+):)?(?:"(?P<quoted>[^"]*)(?P<close>"?)|(?P<word>[^\s"]+))')


class Completion(Struct, frozen=True):
    """What may be meant: `words` say it, `text` and `at` are the whole filter and the cursor once it is taken."""

    words: str
    text: str
    at: int


def completions(dossier: Dossier, tags: Sequence[str], text: str, at: int) -> list[Completion]:
    """Return what the condition before character `at` of a filter may be meant to become, likeliest first; `tags` are the known ones."""
    start, minus, name, begun = _begun(text[:at])
    if name is None:
        offered = ((f"{f}:", f"{minus}{f}:") for f in FIELDS if begun and f.startswith(folded(begun)))
    else:
        known = tags if name == "tag" else ()
        values = _like(folded(begun), (*known, *_VALUES[name](dossier)))
        offered = ((v, f"{minus}{name}:{_written(v)} ") for v in values)
    after = text[at:].lstrip()
    return [
        Completion(words, text[:start] + full + after, start + len(full)) for words, full in islice(offered, _OFFERED)
    ]


def _begun(text: str) -> tuple[int, str, str | None, str]:
    """Return where the last condition begins, its minus, its field (None: words), and what there is of its value."""
    found = re.search(r"(?:^|\s)(?P<minus>-?)(?P<field>[a-z]+):$", text)
    if found and found["field"] in FIELDS:
        return found.start("minus"), found["minus"], found["field"], ""
    last = next(iter(deque(_TERM.finditer(text), maxlen=1)), None)
    if last is None or last.end() != len(text) or last["close"] or not _stands_apart(text, last.start()):
        return len(text), "", None, ""
    value = last["quoted"] if last["quoted"] is not None else last["word"]
    field = last["field"] if last["field"] in FIELDS else None
    return last.start(), last["minus"], field, value


def _stands_apart(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace()


def _actors(dossier: Dossier) -> Iterable[str]:
    return (n for a in dossier.actors.values() for n in (a.name, *a.aliases))


def _holders(dossier: Dossier) -> Iterable[str]:
    counts = dossier.holders()
    return sorted(counts, key=lambda h: -counts[h])


def _sources(dossier: Dossier) -> Iterable[str]:
    sources = list(dossier.sources.values())
    return [*(s.name for s in sources), *(s.file for s in sources), *(s.title or "" for s in sources)]


def _days(dossier: Dossier) -> Iterable[str]:
    days = sorted({s.published[:10] for s in dossier.sources.values() if s.published})
    return [d[:length] for length in (4, 7, 10) for d in days]


_VALUES: dict[str, Callable[[Dossier], Iterable[str]]] = {
    "actor": _actors,
    "holder": _holders,
    "source": _sources,
    "point": lambda dossier: (p.phrase for p in dossier.points.values()),
    "tag": lambda dossier: sorted({t for c in dossier.record.tagged() for t in dossier.record.tags(c)}),
    "credibility": lambda _: "123456",
    "is": lambda _: STATES,
    "by": lambda _: tuple(Maker),
    "since": _days,
    "until": _days,
}


def _like(begun: str, values: Iterable[str]) -> Iterator[str]:
    """Yield those that begin so, then those with a word that does, then those that have it anywhere; hidden characters cannot be typed."""
    ranks: tuple[dict[str, None], ...] = ({}, {}, {})
    for value in values:
        plain = folded(value)
        if begun in plain and value and not has_hidden(value) and "\n" not in value:
            ranks[0 if plain.startswith(begun) else 1 if f" {begun}" in plain else 2][value] = None
            if len(ranks[0]) >= _OFFERED:
                break
    return iter({v: None for rank in ranks for v in rank})


def _written(value: str) -> str:
    """Return a value as a filter has it; any part of a name will do, so that one with a quotation mark is given up to there."""
    if '"' in value:
        value = max(value.split('"'), key=len).strip()
    return f'"{value}"' if re.search(r"\s", value) or value.startswith("-") else value
