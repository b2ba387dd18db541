"""Where a claim's words begin and end in its source: without signs of emphasis, and with both marks of a quotation or neither."""

import re
from collections.abc import Iterable

_MARKS = "*_"
"""Signs of emphasis, which belong to no claim's words."""
_OPENS = re.compile(r"\s+(?:''|[\"“‘])\Z")
"""A mark at the end of a claim that opens what follows it."""
_FEW = 10
"""So many words of a quotation that the claim opens belong to it, be they cut off it or not."""
_CLOSED = re.compile(r"[.,]?(?:''|[\"”’»])\Z")
"""What ends a quotation, and a stop that is set within it."""


def trimmed(text: str, start: int, end: int, quoted: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return a stretch of a source that is `quoted` in places, from its first word to its last.

    A quotation that opens within the words and is closed soon behind them is taken in; a mark whose fellow stands outside is left out.
    """
    while start < end - 1 and (text[start].isspace() or text[start] in _MARKS):
        start += 1
    while end > start + 1 and (text[end - 1].isspace() or text[end - 1] in _MARKS):
        end -= 1
    stray = _OPENS.search(text, start, end)
    if stray is not None:
        return start, len(text[: stray.start()].rstrip(".,"))
    for first, last in quoted:
        cut_off = start < first < end < last and len(text[end:last].split()) <= _FEW
        if cut_off or (start <= first < end < last and _CLOSED.match(text[end:last])):
            end = last
        elif first == start and end < last:
            start += _mark(text, start)
        elif first < start and end == last:
            closing = _CLOSED.search(text, start, end)
            end = len(text[: closing.start()].rstrip(" ,.")) if closing is not None else end
    return start, end


def _mark(text: str, start: int) -> int:
    """Return how many characters the mark that opens a quotation has."""
    return 2 if text.startswith("''", start) else 1
