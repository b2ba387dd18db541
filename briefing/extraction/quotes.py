"""Quotations in a paragraph, by their marks alone; what a curved mark opens a straight one may close."""

import re

from msgspec import Struct

_CLOSING = {"“": "”", "«": "»", '"': '"', "''": "''", "‘": "’"}
_OPENING = re.compile(r"“|«|(?<![\w.,!?;…])''(?=[\w‘$])|(?<![\w.,!?;…])\"(?=\S)|(?<![\w.,!?;…’])‘(?=\w)")


class Quotation(Struct, frozen=True):
    """A quotation with its marks, characters `start` to `end`; one that is not `closed` goes on in the next paragraph."""

    start: int
    end: int
    closed: bool = True

    def holds(self, place: int) -> bool:
        """Tell whether a character lies in it."""
        return self.start <= place < self.end


def quotations(text: str) -> list[Quotation]:
    """Return the outermost quotations of a paragraph, in order. A mark that nothing closes quotes the rest, if it is double."""
    found: list[Quotation] = []
    at = 0
    while (opening := _OPENING.search(text, at)) is not None:
        mark = opening[0]
        end = _end_of_single(text, opening.end()) if mark == "‘" else _end_of_double(text, opening.end(), mark)
        if end is not None:
            found.append(Quotation(opening.start(), end))
            at = end
        elif mark in {"“", '"'}:
            found.append(Quotation(opening.start(), len(text.rstrip()), closed=False))
            break
        else:
            at = opening.end()
    return found


def _end_of_double(text: str, at: int, mark: str) -> int | None:
    closing = _CLOSING[mark]
    end, again = text.find(closing, at), text.find(mark, at)
    if mark == "“" and (end < 0 or 0 <= again < end):
        straight = text.find('"', at, again if again >= 0 else len(text))
        end = straight if straight >= 0 else end
    return end + len(closing) if end >= 0 else None


def _end_of_single(text: str, at: int) -> int | None:
    """Find the closing single mark, which looks like an apostrophe: after punctuation first, else before a gap."""
    limit = text.find("‘", at)
    ends = [m for m in re.finditer(r"’(?!\w)", text[: limit if limit >= 0 else len(text)]) if m.start() >= at]
    after_stop = next((m for m in ends if text[m.start() - 1] in ".,!?…"), None)
    best = after_stop or next(iter(ends), None)
    return best.end() if best else None
