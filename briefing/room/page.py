"""An article laid out in lines that know which characters of the text they show."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

from briefing.dossier import Claim, Dossier, Passage, PassageKind, Source
from briefing.plaintext import visible
from briefing.room.look import Look, spread

_WORD = re.compile(r"\S+\s*")
_GUTTER = 2
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: characters `start` to `end` of the text, or a blank one between passages."""

    start: int
    end: int
    kind: PassageKind


def lay_out(source: Source, width: int) -> list[Line]:
    """Return the lines of a source at a width in cells, a blank line between passages."""
    room = max(20, width - _GUTTER - _MARGIN)
    lines: list[Line] = []
    for passage in source.passages:
        if lines:
            lines.append(Line(passage.start, passage.start, PassageKind.BODY))
        lines += _wrapped(source.text, passage, room)
    return lines


def _wrapped(text: str, passage: Passage, room: int) -> list[Line]:
    lines, start, end, used = [], passage.start, passage.start, 0
    for word in _WORD.finditer(text, passage.start, passage.end):
        for at in range(word.start(), word.end(), room):
            piece = text[at : min(at + room, word.end())]
            long = cell_len(piece.rstrip())
            if used and used + long > room:
                lines.append(Line(start, end, passage.kind))
                start, used = at, 0
            end = at + len(piece)
            used += cell_len(piece)
    if end > start:
        lines.append(Line(start, end, passage.kind))
    return lines


def line_at(lines: Sequence[Line], offset: int) -> int:
    """Return the number of the line that shows a character."""
    return max(0, bisect_right([line.start for line in lines], offset) - 1)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on a page: the claims, in reading order, the one in hand, and its decisive words."""

    claims: tuple[Claim, ...] = ()
    current: str | None = None
    words: tuple[int, int] | None = None


def draw(dossier: Dossier, look: Look, source: Source, line: Line, marks: Marks, width: int) -> Text:
    """Draw a line of the page, its claims marked in place, tags and contradictions of claims that begin there in the margin."""
    p = look.palette
    here = [c for c in marks.claims if c.start < line.end and c.end > line.start]
    now = next((c for c in here if c.id == marks.current), None)
    body = Text(f"{look.glyphs.chosen if now else ' '} ", style=p.accent)
    cuts = {line.start, line.end}
    for span in [(c.start, c.end) for c in here] + ([marks.words] if marks.words else []):
        cuts |= {min(max(at, line.start), line.end) for at in span}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        text = visible(re.sub(r"[\r\n\t\f\v]", " ", source.text[start:end]))
        body.append(text, style=_style(look, line, start, here, now, marks.words))
    return spread(body, _margin(dossier, look, [c for c in here if c.start >= line.start]), width)


def _style(
    look: Look, line: Line, at: int, here: Sequence[Claim], now: Claim | None, words: tuple[int, int] | None
) -> str:
    p = look.palette
    if words and words[0] <= at < words[1]:
        return f"bold underline {p.ink} on {p.strong}"
    if now and now.start <= at < now.end:
        return f"{p.ink} on {p.strong}"
    if any(c.start <= at < c.end for c in here):
        return f"{p.ink} on {p.mark}"
    if line.kind is PassageKind.HEADING:
        return f"bold {p.ink}"
    return p.ink if line.kind is PassageKind.BODY else f"italic {p.pale}"


def _margin(dossier: Dossier, look: Look, begun: Sequence[Claim]) -> Text:
    margin = Text()
    conflicts = {r.id for c in begun for r in dossier.relations_of(c.id) if r.type.is_conflict}
    if conflicts:
        margin.append(f"≠{len(conflicts)}" if not look.plain else f"!={len(conflicts)}", style=look.palette.against)
    for name in dict.fromkeys(t for c in begun for t in dossier.record.tags(c.id)):
        margin.append(" ").append_text(look.tag(name))
    return margin
