"""An article laid out in lines that know which characters of the text they show."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from rich.cells import cell_len
from rich.text import Text

from briefing.dossier import Claim, Dossier, Passage, PassageKind, Source
from briefing.plaintext import visible
from briefing.room import margin
from briefing.room.look import Look, inked

_SPACES = " \n\r\t\f\v"
"""What is laid out; any other white space is as much a character as a letter, and shown if it is hidden."""
_WORD = re.compile(rf"[^{_SPACES}]+[{_SPACES}]*")
_BREAKS = re.compile(r"[\r\n\t\f\v]")
_HEADING_MARK = re.compile(r"#{1,6}[ \t]+")
_GUTTER = 2
_NARROWEST, _WIDEST = 16, 84
"""Cells of text in a line; longer lines are hard to read, and in shorter ones the margin gives way."""


class Line(Struct, frozen=True):
    """A line of the page: characters `start` to `end` of the text, or a blank one between passages."""

    start: int
    end: int
    kind: PassageKind


class Page(Struct, frozen=True):
    """A source in lines."""

    source: Source
    lines: tuple[Line, ...] = ()
    starts: tuple[int, ...] = ()

    def line_at(self, offset: int) -> int:
        """Return the number of the line that shows a character."""
        return max(0, bisect_right(self.starts, offset) - 1)


def shown(text: str) -> str:
    """Return a piece of an article as it stands on one line of the screen."""
    return visible(_BREAKS.sub(" ", text))


def lay_out(source: Source, width: int) -> Page:
    """Return a source in lines for a width in cells, a blank line between passages."""
    room = _room(width)
    lines: list[Line] = []
    for passage in source.passages:
        if _is_front_matter(source.text, passage):
            continue
        if lines:
            lines.append(Line(passage.start, passage.start, PassageKind.BODY))
        lines += _wrapped(source.text, passage, room)
    return Page(source, tuple(lines), tuple(line.start for line in lines))


def _room(width: int) -> int:
    return max(_NARROWEST, min(_WIDEST, width - _GUTTER - margin.SIGNS))


def _wrapped(text: str, passage: Passage, room: int) -> list[Line]:
    first = _WORD.search(text, _after_mark(text, passage), passage.end)
    lines, start, end, used = [], first.start() if first else passage.end, passage.start, 0
    for word in _WORD.finditer(text, start, passage.end):
        for at, after in _pieces(text, word.start(), word.end(), room):
            long = cell_len(shown(text[at:after].rstrip(_SPACES)))
            if used and used + long > room:
                lines.append(Line(start, end, passage.kind))
                start, used = at, 0
            end = after
            used += cell_len(shown(text[at:after]))
    if end > start:
        lines.append(Line(start, end, passage.kind))
    return lines


def _is_front_matter(text: str, passage: Passage) -> bool:
    return (
        passage.kind is not PassageKind.BODY
        and text.startswith("---", passage.start)
        and not text[: passage.start].strip()
    )


def _after_mark(text: str, passage: Passage) -> int:
    mark = _HEADING_MARK.match(text, passage.start, passage.end) if passage.kind is PassageKind.HEADING else None
    return mark.end() if mark else passage.start


def _pieces(text: str, start: int, end: int, room: int) -> list[tuple[int, int]]:
    """Cut a word that is longer than a line."""
    if end - start <= room // 6 or cell_len(shown(text[start:end].rstrip(_SPACES))) <= room:
        return [(start, end)]
    pieces, at, used = [], start, 0
    for place in range(start, end):
        wide = cell_len(shown(text[place]))
        if used + wide > room and place > at:
            pieces.append((at, place))
            at, used = place, 0
        used += wide
    return [*pieces, (at, end)]


class Marks(Struct, frozen=True):
    """What is marked on a page: the claims, in reading order, the one in hand, and its decisive words."""

    claims: tuple[Claim, ...] = ()
    current: str | None = None
    words: tuple[int, int] | None = None

    def on(self, line: Line) -> list[Claim]:
        """Return the claims with words on a line."""
        return [c for c in self.claims if c.start < line.end and c.end > line.start]


def draw(dossier: Dossier, look: Look, page: Page, line: Line, marks: Marks, width: int) -> Text:
    """Draw a line of the page: claims marked in place, the one in hand most; in the margin what claims that begin here carry.

    The bar at the left says without colour where claims are, and where the one in hand is.
    """
    p, g = look.palette, look.glyphs
    here = marks.on(line)
    now = next((c for c in here if c.id == marks.current), None)
    body = inked(f"{g.strong_bar if now else g.bar if here else ' '} ", p.accent if now else p.edge)
    end = line.start + len(page.source.text[line.start : line.end].rstrip(_SPACES))
    cuts = {line.start, end}
    for span in [(c.start, c.end) for c in here] + ([marks.words] if marks.words else []):
        cuts |= {min(max(at, line.start), end) for at in span}
    for start, stop in pairwise(sorted(cuts)):
        body.append(shown(page.source.text[start:stop]), style=_style(look, line, start, here, now, marks.words))
    begun = [c for c in here if c.start >= line.start]
    text = _GUTTER + _room(width)
    body.truncate(text)
    body.pad_right(text - body.cell_len)
    body.append_text(margin.signs(dossier, look, begun))
    spare = width - body.cell_len - 1
    if spare >= margin.WORDS:
        body.append_text(margin.words(dossier, look, begun, spare))
    body.truncate(width)
    return body


def _style(
    look: Look, line: Line, at: int, here: Sequence[Claim], now: Claim | None, words: tuple[int, int] | None
) -> str:
    p = look.palette
    if words and words[0] <= at < words[1]:
        return p.decisive
    if now and now.start <= at < now.end:
        return p.in_hand
    if any(c.start <= at < c.end for c in here):
        return p.marked
    if line.kind is PassageKind.HEADING:
        return f"bold {p.accent}"
    return p.ink if line.kind is PassageKind.BODY else f"italic {p.pale}"
