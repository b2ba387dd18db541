"""Blocks of a text to passages: what is the article's own prose, and what stands around it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.articles import dateline, furniture, opening
from briefing.articles.blocks import Block
from briefing.articles.paragraphs import bullet, sentences, starts_turn, trimmed
from briefing.articles.writer import DEEDS, writer
from briefing.dossier import Passage, PassageKind

_LETTER = re.compile(r"\w")
_ENDS = re.compile(r"[.!?:;,…][\"'”’)\]*_]*$")
_BIO_VERB = rf"(?:is|was|are|were|has|had|{DEEDS})"
_EMPHASISED = re.compile(r"(?P<mark>\*{1,3}|_{1,3})(?P<words>[^*_\s](?:[^*_]*[^*_\s])?)(?P=mark)")
_BEFORE_DATELINE = 2
_CLOSING = 6
_LONGEST_HEADING = 12
_LONGEST_CLOSING_LINE = 50
_BODY_BEFORE_COMMENTS = 60


class Classified(Struct, frozen=True):
    """Passages in order, the opening lines, and the dateline if there is one."""

    passages: tuple[Passage, ...]
    opening: opening.Opening
    dateline: dateline.Dateline | None


def classify(text: str, blocks: Sequence[Block], author: str | None = None, publisher: str | None = None) -> Classified:
    """Say of every block what it is; a dateline or a note within a paragraph becomes a passage of its own."""
    start = opening.read(text, blocks)
    kinds = [start.kinds.get(i) or _kind(text, block) for i, block in enumerate(blocks)]
    if not (author or start.author):
        start.author, told_by = writer(text, blocks, is_opinion=start.is_opinion)
        kinds = [PassageKind.BYLINE if i in told_by and k is PassageKind.BODY else k for i, k in enumerate(kinds)]
    _repeated_lines(text, blocks, kinds)
    _headings(text, blocks, kinds)
    _readers_corner(text, blocks, kinds)
    _closing_lines(text, blocks, kinds, _own_notes(author or start.author, publisher or start.publisher))
    found: dateline.Dateline | None = None
    passages: list[Passage] = []
    paragraphs = 0
    for block, kind in zip(blocks, kinds, strict=True):
        if kind is PassageKind.BODY:
            line = (
                dateline.find(text, block.start, block.end) if found is None and paragraphs < _BEFORE_DATELINE else None
            )
            found = found or line
            paragraphs += 1
            passages.extend(_body(text, block, line))
        else:
            passages.append(Passage(block.start, block.end, kind))
    return Classified(tuple(passages), start, found)


def _line(text: str, block: Block) -> str:
    return text[block.start : block.end].strip("*_# \t")


def _kind(text: str, block: Block) -> PassageKind:
    if block.kind is not None and block.kind is not PassageKind.BODY:
        return block.kind
    line = _line(text, block)
    if not _LETTER.search(line):
        return PassageKind.BOILERPLATE
    return furniture.of_paragraph(text[block.start : block.end]) or PassageKind.BODY


def _repeated_lines(text: str, blocks: Sequence[Block], kinds: list[PassageKind]) -> None:
    """Short lines that come back again and again are a page's running head or foot."""
    seen = Counter(_line(text, block) for block in blocks)
    for i, block in enumerate(blocks):
        line = _line(text, block)
        if seen[line] >= 3 and furniture.words(line) >= 3 and not _ENDS.search(line):
            kinds[i] = PassageKind.BOILERPLATE


def _headings(text: str, blocks: Sequence[Block], kinds: list[PassageKind]) -> None:
    """Short lines without a full stop that prose follows are headings."""
    for i, block in enumerate(blocks[:-1]):
        line = _line(text, block)
        if (
            kinds[i] is PassageKind.BODY
            and furniture.words(line) <= _LONGEST_HEADING
            and not _ENDS.search(line)
            and line[bullet(text, block.start, block.end) :][:1].isupper()
            and not _is_item(text, block, blocks[i + 1])
            and not starts_turn(text, block.start, block.end)
        ):
            kinds[i] = PassageKind.HEADING


def _is_item(text: str, block: Block, following: Block) -> bool:
    """Tell whether a line is one of a list; a number alone before prose is a heading's ("2. What it cost")."""
    numbered = text[block.start].isdigit() and not bullet(text, following.start, following.end)
    return bool(bullet(text, block.start, block.end)) and not numbered


def _readers_corner(text: str, blocks: Sequence[Block], kinds: list[PassageKind]) -> None:
    """After the frame of the comments nothing is the article's own, if an article came before."""
    before = 0
    for i, block in enumerate(blocks):
        line = _line(text, block)
        if before >= _BODY_BEFORE_COMMENTS and furniture.words(line) <= 12 and furniture.COMMENT_FRAME.search(line):
            kinds[i:] = [PassageKind.BOILERPLATE] * (len(blocks) - i)
            return
        if kinds[i] is PassageKind.BODY:
            before += furniture.words(line)


def _closing_lines(
    text: str, blocks: Sequence[Block], kinds: list[PassageKind], own_note: re.Pattern[str] | None
) -> None:
    """Contact lines, teasers, notes about the author and stray labels after the last paragraph of the story."""
    for i in range(len(blocks) - 1, max(1, len(blocks) - _CLOSING) - 1, -1):
        after_story = all(kind is not PassageKind.BODY for kind in kinds[i + 1 :])
        is_label = kinds[i] is PassageKind.HEADING and after_story
        if is_label or (kinds[i] is PassageKind.BODY and _closes(text, blocks[i], own_note, after_story=after_story)):
            kinds[i] = PassageKind.BOILERPLATE


def _closes(text: str, block: Block, own_note: re.Pattern[str] | None, *, after_story: bool) -> bool:
    line = _line(text, block)
    length = furniture.words(line)
    if length > _LONGEST_CLOSING_LINE or len(line) > furniture.MOST_CHARACTERS:
        return False
    if own_note and own_note.match(line) and after_story and not furniture.is_disclosure(line):
        return True
    if not after_story:
        return furniture.is_contact(line)
    if block.aside and furniture.is_about_itself(line):
        return True
    notes = [furniture.is_note(text[a:b]) for a, b in sentences(text, block.start, block.end)]
    unfinished = length <= _LONGEST_HEADING and not _ENDS.search(line)
    ends_in_notes = notes[-1] and sum(notes) * 2 >= len(notes)
    return furniture.is_contact(line) or furniture.is_cut_off(line) or unfinished or ends_in_notes


def _own_notes(author: str | None, publisher: str | None) -> re.Pattern[str] | None:
    """How a note about the author (`A. Person is a former diplomat.`) or the outlet (`The Example is free.`) begins."""
    forms = []
    if author and " " in author:
        forms.append(
            rf"(?:[A-ZÀ-Þ][\w.’'-]* ){{1,3}}{re.escape(author.split()[-1])},?(?: [^.]{{0,40}},)? {_BIO_VERB}\b"
        )
    if publisher:
        bare = re.escape(re.sub(r"^the ", "", publisher, flags=re.IGNORECASE))
        forms.append(rf"(?:the )?(?i:{bare}) \w+(?: \S+){{0,6}}$")
    return re.compile("|".join(forms), re.IGNORECASE if not author else 0) if forms else None


def _body(text: str, block: Block, line: dateline.Dateline | None) -> Iterator[Passage]:
    """Yield a paragraph's passages: its dateline, its prose, and notes on the making of the article."""
    start, stop = _bare(text, block)
    if line:
        yield Passage(*trimmed(text, start, line.end), PassageKind.BYLINE)
        start = trimmed(text, line.end, stop)[0]
    yield from _without_notes(text, start, stop)


def _bare(text: str, block: Block) -> tuple[int, int]:
    """Return a paragraph without its list mark and without the emphasis around the whole of it."""
    start = block.start + bullet(text, block.start, block.end)
    piece = text[start : block.end]
    match = _EMPHASISED.fullmatch(piece)
    return (start + match.start("words"), start + match.end("words")) if match else (start, block.end)


def _without_notes(text: str, start: int, end: int) -> Iterator[Passage]:
    """Cut notes on the making of the article off both ends of a paragraph."""
    spans = sentences(text, start, end)
    is_note = [furniture.is_note(text[slice(*span)]) for span in spans]
    first, last = 0, len(spans)
    while last > 1 and is_note[last - 1]:
        last -= 1
    while first < last - 1 and is_note[first]:
        first += 1
    if first:
        yield Passage(spans[0][0], spans[first - 1][1], PassageKind.BOILERPLATE)
    yield Passage(spans[first][0], spans[last - 1][1], PassageKind.BODY)
    if last < len(spans):
        yield Passage(spans[last][0], spans[-1][1], PassageKind.BOILERPLATE)
