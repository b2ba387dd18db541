"""Markdown files with front matter: the text is the file, character by character, its marks included."""

import re
from collections.abc import Iterator

from briefing.articles import frontmatter
from briefing.articles.blocks import Block, Extracted
from briefing.articles.decoding import decode
from briefing.articles.limits import Limits
from briefing.articles.paragraphs import bullet, lines, pieces, starts_turn
from briefing.dossier import PassageKind

_HEADING = re.compile(r"#{1,6}(?:\s|$)")
_RULE = re.compile(r"(?:=+|(?:[-*_]\s*){3,}|-{2,})$")
_FENCE = re.compile(r"(?:```|~~~)")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)$")
_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)$|\[[^\]]+\]:\s")
_ASIDE = re.compile(r"(?:\*[^*\s][^*]*\*|_[^_\s][^_]*_)$")
_HARD_BREAK = re.compile(r"(?:\\|[^\S\r\n]{2,})(?:\r\n|\r|\n)")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")


def extract(data: bytes, file: str, limits: Limits) -> Extracted:  # noqa: ARG001  every reader is called alike
    """Read a Markdown file. Raises UnreadableError when its front matter is wrong."""
    return frontmatter.extract(decode(data), file, _blocks)


def _blocks(text: str, begin: int) -> Iterator[Block]:
    spans = [(start + begin, end + begin) for start, end in lines(text[begin:])]
    at = 0
    while at < len(spans):
        start, end = spans[at]
        at += 1
        kind = _line_kind(text[start:end])
        if kind is not None:
            yield Block(start, end, kind)
            continue
        while at < len(spans) and _goes_on(text, spans[at - 1], spans[at]):
            end = spans[at][1]
            at += 1
        is_underlined = (
            at < len(spans)
            and re.fullmatch(r"=+|-+", text[slice(*spans[at])])
            and not _BLANK.search(text, end, spans[at][0])
        )
        heading = PassageKind.HEADING if is_underlined else None
        for piece in pieces(text, start, end):
            yield Block(*piece, heading, aside=bool(_ASIDE.match(text[slice(*piece)])))


def _line_kind(line: str) -> PassageKind | None:
    if _HEADING.match(line):
        return PassageKind.HEADING
    if _IMAGE.match(line):
        return PassageKind.CAPTION
    if _RULE.match(line) or _FENCE.match(line) or _LINK.match(line):
        return PassageKind.BOILERPLATE
    return None


def _goes_on(text: str, last: tuple[int, int], here: tuple[int, int]) -> bool:
    return not (
        _BLANK.search(text, last[1], here[0])
        or _HARD_BREAK.search(text, last[1], here[0])
        or _line_kind(text[slice(*here)])
        or bullet(text, *here)
        or starts_turn(text, *here)
    )
