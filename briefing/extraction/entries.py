"""The lexicon of frames, `lexicon/frames*.txt`: kinds of events, and the words that tell them."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct


class Entry(Struct, frozen=True):
    """One entry of the lexicon: its words, the part of speech of the first, what must and must not depend on it, what it means."""

    words: tuple[str, ...]
    pos: str
    near: frozenset[str]
    without: frozenset[str]
    frame: str
    positive: bool
    causative: bool


@cache
def phrases() -> dict[str, str]:
    """Return the phrase of the positive pole of every frame."""
    heads = (line.split("|", 1) for line in _lines() if not line.startswith(("+ ", "- ")))
    return {name.strip(): phrase.strip() for name, phrase in heads}


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return the entries by their first word, those of most words first."""
    found: dict[str, list[Entry]] = {}
    frame = ""
    for line in _lines():
        if line.startswith(("+ ", "- ")):
            for text in line[2:].split(","):
                entry = _entry(text.strip(), frame, positive=line[0] == "+")
                found.setdefault(entry.words[0], []).append(entry)
        else:
            frame = line.split("|", 1)[0].strip()
    return {word: tuple(sorted(own, key=lambda e: -len(e.words))) for word, own in found.items()}


def _lines() -> Iterator[str]:
    folder = files("briefing.extraction") / "lexicon"
    for subject in sorted((f for f in folder.iterdir() if f.name.startswith("frames")), key=lambda f: f.name):
        yield from (line for line in subject.read_text("utf-8").splitlines() if line and not line.startswith("#"))


def _entry(text: str, frame: str, *, positive: bool) -> Entry:
    kept, _, without = text.lstrip("*").partition("!")
    body, _, near = kept.partition("~")
    word, _, pos = body.partition("/")
    words = tuple(word.replace("-", " ").split())
    return Entry(
        words,
        "" if "-" in word else pos,
        _alternatives(near),
        _alternatives(without),
        frame,
        positive,
        text.startswith("*"),
    )


def _alternatives(text: str) -> frozenset[str]:
    return frozenset(text.split("|")) - {""}
