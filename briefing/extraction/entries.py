"""The lexicon of frames, `lexicon/frames*.txt`: kinds of events, and the words that tell them; with what the analyst adds."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from operator import itemgetter

from msgspec import Struct

from briefing.extraction.own_frames import NO_FRAMES, OwnFrame, OwnFrames


class Entry(Struct, frozen=True):
    """One entry of the lexicon: its words, the part of speech of the first, what must and must not depend on it, what it means.

    `phrase` says the positive pole of its frame.
    """

    words: tuple[str, ...]
    pos: str
    near: frozenset[str]
    without: frozenset[str]
    frame: str
    phrase: str
    positive: bool
    causative: bool


class Lexicon(Struct, frozen=True):
    """Frames by name with the phrase of their positive pole, and numbered entries by their first two words, of which there may be but one.

    Among entries that begin with the same word those of most words have the lowest numbers.
    """

    phrases: Mapping[str, str]
    entries: Mapping[tuple[str, ...], tuple[tuple[int, Entry], ...]]
    first_words: frozenset[str]

    def beginning(self, word: str, coming: Iterable[str]) -> list[Entry]:
        """Return the entries of a word alone, and of it with one of the words that come, in the order of their numbers."""
        found = [*self.entries.get((word,), ())]
        for second in coming:
            found += self.entries.get((word, second), ())
        return [entry for _, entry in sorted(found, key=itemgetter(0))]


_WORD = r"[^\W_]+(?:['’.-][^\W_]*)*"
_ENTRY = re.compile(rf"\*?{_WORD}(?: {_WORD})*(?:/[VNAR])?(?:~{_WORD}(?:\|{_WORD})*)?(?:!{_WORD}(?:\|{_WORD})*)?")


def is_entry(text: str) -> bool:
    """Tell whether a text is an entry as the head of `lexicon/frames.txt` tells its form."""
    return _ENTRY.fullmatch(text) is not None


@lru_cache(maxsize=4)
def lexicon(own: OwnFrames = NO_FRAMES) -> Lexicon:
    """Return the built-in lexicon with what the analyst added and without what the analyst switched off."""
    frames = {f.name: f for f in built_in() if f.name not in own.without}
    for frame in own.frames:
        known = frames.get(frame.name)
        frames[frame.name] = frame if known is None else _joined(known, frame)
    found: defaultdict[tuple[str, ...], list[tuple[int, Entry]]] = defaultdict(list)
    for number, entry in enumerate(sorted(_entries(frames.values()), key=lambda e: -len(e.words))):
        found[entry.words[:2]].append((number, entry))
    entries = {words: tuple(said) for words, said in found.items()}
    return Lexicon({f.name: f.phrase for f in frames.values()}, entries, frozenset(words[0] for words in entries))


@cache
def built_in() -> tuple[OwnFrame, ...]:
    """Return the frames of the lexicon as its files have them."""
    frames: list[OwnFrame] = []
    for line in _lines():
        if line.startswith(("+ ", "- ")):
            said = tuple(text.strip() for text in line[2:].split(","))
            more = OwnFrame("", "", *((said, ()) if line[0] == "+" else ((), said)))
            frames[-1] = _joined(frames[-1], more)
        else:
            name, _, phrase = line.partition("|")
            frames.append(OwnFrame(name.strip(), phrase.strip()))
    return tuple(frames)


def _joined(frame: OwnFrame, more: OwnFrame) -> OwnFrame:
    return OwnFrame(frame.name, frame.phrase, frame.positive + more.positive, frame.negative + more.negative)


def _entries(frames: Iterable[OwnFrame]) -> Iterator[Entry]:
    for frame in frames:
        yield from (_entry(text, frame, positive=True) for text in frame.positive)
        yield from (_entry(text, frame, positive=False) for text in frame.negative)


def _lines() -> Iterator[str]:
    folder = files("briefing.extraction") / "lexicon"
    for subject in sorted((f for f in folder.iterdir() if f.name.startswith("frames")), key=lambda f: f.name):
        yield from (line for line in subject.read_text("utf-8").splitlines() if line and not line.startswith("#"))


def _entry(text: str, frame: OwnFrame, *, positive: bool) -> Entry:
    kept, _, without = text.lstrip("*").partition("!")
    body, _, near = kept.partition("~")
    word, _, pos = body.partition("/")
    word = word.lower()
    words = tuple(word.replace("-", " ").split())
    return Entry(
        words,
        "" if "-" in word else pos,
        _alternatives(near),
        _alternatives(without),
        frame.name,
        frame.phrase,
        positive,
        text.startswith("*"),
    )


def _alternatives(text: str) -> frozenset[str]:
    return frozenset(text.lower().split("|")) - {""}
