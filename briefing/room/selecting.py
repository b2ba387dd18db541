"""Words of an article chosen by keyboard: whole words, moved at either end by a word or a sentence."""

import re
from bisect import bisect_left

from msgspec import Struct
from msgspec.structs import replace

from briefing.dossier import Source

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_SHORTENED = re.compile(
    r"(?i:[^\W\d_]|mr|mrs|ms|mx|dr|prof|gen|col|lt|sgt|capt|maj|brig|adm|cmdr|sen|rep|gov|rev|hon|fr|st|mt|no|vs)\."
)
"""Initials and words that a full stop only shortens, with a name or a number after it."""
_BEFORE, _AFTER = "\"'“‘«([", "\"'”’»)],;:.!?…"
"""Marks that are no part of what is said, at the beginning and at the end of chosen words."""


class Selection(Struct, frozen=True):
    """The words `first` to `last` of an article; `moves_start` says which end follows the keys."""

    source: Source
    words: tuple[tuple[int, int], ...]
    ends: tuple[int, ...]
    first: int
    last: int
    moves_start: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """The characters chosen, (start, end), without the marks around them."""
        text = self.source.text
        start, end = self.words[self.first][0], self.words[self.last][1]
        while start < end - 1 and text[start] in _BEFORE:
            start += 1
        while end > start + 1 and text[end - 1] in _AFTER and not _is_short_form(text[start:end].split()[-1]):
            end -= 1
        return start, end

    def by_word(self, by: int) -> "Selection":
        """Move the end in hand by words."""
        return self._to((self.first if self.moves_start else self.last) + by)

    def by_sentence(self, by: int) -> "Selection":
        """Move the end in hand to the next end or beginning of a sentence, or to the one before."""
        stops = (0, *(e + 1 for e in self.ends[:-1])) if self.moves_start else self.ends
        here = self.first if self.moves_start else self.last
        beyond = [s for s in stops if (s > here if by > 0 else s < here)]
        return self._to((beyond[0] if by > 0 else beyond[-1]) if beyond else here)

    def other_end(self) -> "Selection":
        """Let the other end follow the keys."""
        return replace(self, moves_start=not self.moves_start)

    def _to(self, word: int) -> "Selection":
        if self.moves_start:
            return replace(self, first=min(max(0, word), self.last))
        return replace(self, last=max(self.first, min(word, len(self.words) - 1)))


def _is_short_form(word: str) -> bool:
    """Tell whether a full stop belongs to a word: "U.S."."""
    return word.endswith(".") and "." in word[:-1]


def select(source: Source, start: int, end: int) -> Selection | None:
    """Choose the first sentence that begins in those characters, else the one that they are in; None if the article has no words."""
    words, ends = list[tuple[int, int]](), list[int]()
    for passage in source.passages:
        words += [m.span() for m in _WORD.finditer(source.text, passage.start, passage.end)]
        ends += [n for n in range(ends[-1] + 1 if ends else 0, len(words)) if _ends(source.text, words, n)]
    if not words:
        return None
    begins = [0, *(e + 1 for e in ends[:-1])]
    here, after = (bisect_left(words, (at, 0)) for at in (start, end))
    first = next((b for b in begins if here <= b < after), max(b for b in begins if b <= here))
    last = next(e for e in ends if e >= first)
    return Selection(source, tuple(words), tuple(ends), first, last)


def _ends(text: str, words: list[tuple[int, int]], number: int) -> bool:
    """Tell whether a sentence ends with a word: not with a title or an initial, nor before a small letter."""
    if number == len(words) - 1:
        return True
    word, after = (text[slice(*words[n])].strip(_BEFORE) for n in (number, number + 1))
    if _SENTENCE_END.search(word) is None or after[:1].islower():
        return False
    return not (_is_short_form(word) or _SHORTENED.fullmatch(word))
