"""Lines of plain text to paragraphs, whether a paragraph is one long line or wrapped by hand."""

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.articles.blocks import Block
from briefing.labels import SHOUTED, STAMP
from briefing.names import SHORT

_LINE = re.compile(r"[^\r\n]+")
_BLANK_BETWEEN = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")
_LABEL = re.compile(rf"{STAMP}?\W{{0,3}}(?:[QA][.:]|{SHOUTED}:)\W{{0,3}}\s")
_MARKED = re.compile(rf"{STAMP}{SHORT}:?")
"""The minute and who speaks, above what he says."""
_BULLET = re.compile(r"(?:[-*•·–—>]|\d{1,2}[.)])[ \t\u00a0]+(?=\S)")
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]*_]*$")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)*_]*\s+(?=[\"“‘(*_]*[A-ZÀ-Þ])")
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
_WIDE = 0.2
"""To so few of the lines that others follow may a wrapped text have wider ones, which stand alone."""
_LONGEST = 20_000


def lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every line that is not blank, white space at both ends left off."""
    for match in _LINE.finditer(text):
        start, end = trimmed(text, match.start(), match.end())
        if start < end:
            yield start, end


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without white space at its ends."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def bullet(text: str, start: int, end: int) -> int:
    """Return the length of a list mark (`- `, `* `, `1. `) at the start of a span, or 0."""
    match = _BULLET.match(text, start, end)
    return match.end() - start if match else 0


def starts_turn(text: str, start: int, end: int) -> bool:
    """Tell whether a line opens a speaker's turn: `Q.`, `A:`, `OSK:`."""
    return bool(_LABEL.match(text, start, min(end, start + 60)))


def paragraphs(text: str, begin: int = 0) -> list[Block]:
    """Divide plain text, from one place on, into blocks: one a line, or several where lines are wrapped at one width.

    That width is the longest of those that others follow without an empty line between.
    """
    spans = [(start + begin, end + begin) for start, end in lines(text[begin:])]
    followed = [a for a, b in pairwise(spans) if not _BLANK_BETWEEN.search(text, a[1], b[0])]
    width = max((end - start for start, end in followed), default=0)
    wide = sum(end - start > _WIDEST_WRAP for start, end in spans)
    wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP and wide <= _WIDE * len(followed)
    blocks: list[tuple[int, int]] = []
    last: tuple[int, int] | None = None
    for start, end in spans:
        if wrapped and last and _goes_on(text, last, (start, end), width):
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
        last = (start, end)
    return [Block(*piece) for start, end in blocks for piece in pieces(text, start, end)]


def _goes_on(text: str, last: tuple[int, int], here: tuple[int, int], width: int) -> bool:
    if _BLANK_BETWEEN.search(text, last[1], here[0]) or bullet(text, *here) or starts_turn(text, *here):
        return False
    if _MARKED.fullmatch(text, *last):
        return False
    word = text[here[0] : here[1]].split(maxsplit=1)[0]
    length = last[1] - last[0]
    full = length + 1 + len(word) > width
    unfinished = not _ENDS.search(text, last[0], last[1]) and length > width // 2
    continues = word[:1].islower() or here[1] - here[0] > width // 2 or bool(_ENDS.search(text, *here))
    return full or (unfinished and continues)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Divide a span roughly into sentences; good enough to tell notes from prose, not for claims."""
    cuts = [start, *(match.end() for match in _SENTENCE_END.finditer(text, start, end)), end]
    return [trimmed(text, a, b) for a, b in pairwise(cuts) if text[a:b].strip()]


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Divide a span with no line ends for tens of thousands of characters at spaces, so that no block is endless."""
    while end - start > _LONGEST:
        stop = start + _LONGEST
        sentence_end = text.rfind(". ", start + _LONGEST // 2, stop) + 1
        space = text.rfind(" ", start + 1, stop)
        cut = sentence_end or (space if space > start else stop)
        piece = trimmed(text, start, cut)
        if piece[0] < piece[1]:
            yield piece
        start, end = trimmed(text, cut, end)
    if start < end:
        yield start, end
