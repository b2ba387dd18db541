"""Exact words, found again in a text that may have changed: the same words in the same surroundings, never a look-alike.

The quote with what stands before and after it is the TextQuoteSelector of the W3C Web Annotation Data Model, the offset its
TextPositionSelector.
"""

from collections.abc import Iterator

from briefing.dossier import Anchor, Source

_CONTEXT = 32
"""Characters kept before and after the quote, as in the W3C model's examples of that order."""
_TELLING = 64
"""A quote of this many characters, found once, is taken for the same even if all around it changed."""


def anchor(source: Source, start: int, end: int) -> Anchor:
    """Return the anchor of characters `start` to `end` of a source."""
    text = source.text
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Anchor(source.file, text[start:end], before, after, start, source.sha256)


def find(anchor: Anchor, text: str, sha256: str = "") -> tuple[int, int] | None:
    """Return where the anchored words stand in the text of a file with that hash, as (start, end), or None unless that is certain.

    They must be there to the letter. One place with the old surroundings on both sides is taken, else one with those of one side, else
    the only one if the quote is long. Surroundings that were cut short by an end of the text must still be at that end. Of several
    places with both, the one where the words stood is taken if the file is the same to the byte.
    """
    if not anchor.quote:
        return None
    places: dict[int, list[int]] = {0: [], 1: [], 2: []}
    for start in _occurrences(anchor.quote, text):
        places[_agreement(anchor, text, start)].append(start)
    if anchor.sha256 and anchor.sha256 == sha256 and anchor.start in places[2]:
        return anchor.start, anchor.start + len(anchor.quote)
    for sides in (2, 1):
        if places[sides]:
            return _only(places[sides], anchor)
    return _only(places[0], anchor) if len(anchor.quote) >= _TELLING else None


def _only(starts: list[int], anchor: Anchor) -> tuple[int, int] | None:
    return (starts[0], starts[0] + len(anchor.quote)) if len(starts) == 1 else None


def _occurrences(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _agreement(anchor: Anchor, text: str, start: int) -> int:
    end = start + len(anchor.quote)
    left = text.endswith(anchor.prefix, 0, start) and (len(anchor.prefix) == _CONTEXT or len(anchor.prefix) == start)
    right = text.startswith(anchor.suffix, end) and (
        len(anchor.suffix) == _CONTEXT or len(anchor.suffix) == len(text) - end
    )
    return left + right
