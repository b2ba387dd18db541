"""The lines above a story: its title, and who published and wrote it when."""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from briefing.articles import bodies, byline, dateline, dates, furniture, mail, outlets
from briefing.articles.blocks import Block
from briefing.articles.called import ITS_KIND
from briefing.articles.issuer import titled
from briefing.articles.paragraphs import bullet, starts_turn
from briefing.dates import Found, find
from briefing.dossier import PassageKind
from briefing.genres import is_opinion_label
from briefing.names import person

_INSTITUTION = re.compile(
    r"^(?:the )?(?:office|government|ministry|department|directorate|republic|kingdom|state|commission|press service|embassy|council"
    r"|agency|authority|border guard|police|bureau|board)\b|\b(?:directorate|inc\.?|ltd\.?|ag|plc|llc|gmbh|s\.a\.)$",
    re.IGNORECASE,
)
_BODY_OF_STATE = re.compile(
    r"\b(?:directorate|ministry|department|authority|commission|inspectorate|agency|office)\b(?: of\b| for\b|$)",
    re.IGNORECASE,
)
_GENERAL_PUBLISHER = re.compile(
    r"^(?:the )?(?:republic|kingdom|government|state|press service|directorate of public)\b", re.IGNORECASE
)
_ADDRESSEE = re.compile(r"^the press$|\bto the (?:press|media)$", re.IGNORECASE)
"""Whom a notice is for: no newsroom's name."""
_NOBODY = re.compile(
    r"^The |\b(?:Office|Unit|Department|Directorate|Section|Division|Ministry|Hall|House|Street|Road|Avenue|Square|Lane|Park|Building|Engineer)$"
)
"""What is no person's name, though its words begin with capitals."""
_LETTERS = re.compile(r"\w")
_BREADCRUMBS = re.compile(r"\s+[/›»>]\s+")
"""What stands between the sections that a text is in."""
_PROSE_END = re.compile(r"[.!?…][\"'”’)\]*_]*$")
_QUESTION_END = re.compile(r"[?!][\"'”’)\]*_]*$")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "da",
        "de",
        "del",
        "di",
        "do",
        "for",
        "from",
        "in",
        "into",
        "is",
        "la",
        "las",
        "los",
        "of",
        "on",
        "or",
        "over",
        "the",
        "to",
        "under",
        "vs",
        "with",
    ]
)
_MOST_LINES = 8
_MOST_HEADERS = 12
_MOST_SHOUTED = 5
_LONGEST_TITLE = 30
_MOST_CHARACTERS = 300


class Opening(Struct):
    """What the lines above a story are (by number of their block) and state."""

    kinds: dict[int, PassageKind] = field(default_factory=dict)
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    found: Found | None = None
    is_opinion: bool = False
    has_heading: bool = False


def read(text: str, blocks: Sequence[Block]) -> Opening:
    """Read the lines before the first paragraph of prose."""
    opening = Opening()
    candidates: list[tuple[int, str]] = []
    first = _read_mail(opening, text, blocks)
    for number, block in enumerate(blocks[first : first + _MOST_LINES], first):
        line = text[block.start : block.end].strip("*_# ")
        if _starts_story(text, blocks, number, line):
            break
        if _read_line(opening, number, block, line):
            candidates.append((number, line))
    if len(opening.kinds) + len(candidates) == len(blocks):
        return Opening()
    if opening.title is None or any(blocks[number].kind is PassageKind.HEADING for number, _ in candidates):
        _choose_title(opening, blocks, candidates)
    return opening


def _read_mail(opening: Opening, text: str, blocks: Sequence[Block]) -> int:
    """Note what the head of a message states, and return how many blocks it is."""
    message = mail.read([text[block.start : block.end] for block in blocks[:_MOST_HEADERS]])
    if message is None:
        return 0
    opening.title, opening.publisher = message.title, message.publisher
    opening.author = message.author
    dated = (f for block in blocks[: message.length] for f in find(text[block.start : block.end]))
    opening.found = next(dated, None)
    opening.kinds.update(dict.fromkeys(range(message.length), PassageKind.BYLINE))
    return message.length


def is_prose(line: str) -> bool:
    """Tell whether a line is a sentence or more of running text, not a heading."""
    return (
        len(line) > _MOST_CHARACTERS
        or furniture.words(line) > _LONGEST_TITLE
        or (bool(_PROSE_END.search(line)) and not (_is_title_case(line) or _is_shouted(line)))
    )


def _is_shouted(line: str) -> bool:
    """Tell whether a line is a few words in capitals, as a firm's name is; a whole sentence may be of a text that is all in capitals."""
    return line.isupper() and furniture.words(line) <= _MOST_SHOUTED


def _starts_story(text: str, blocks: Sequence[Block], number: int, line: str) -> bool:
    block = blocks[number]
    if block.kind is not None and block.kind is not PassageKind.BODY:
        return False
    if bullet(text, block.start, block.end) or _starts_interview(text, blocks, number):
        return True
    if dateline.find(text, block.start, block.end):
        return True
    if furniture.of_paragraph(line) or (byline.opens(line) and byline.find(line)):
        return False
    if number == 0 and _QUESTION_END.search(line) and furniture.words(line) <= 12 and len(blocks) > 1:
        return False
    return is_prose(line)


def _starts_interview(text: str, blocks: Sequence[Block], number: int) -> bool:
    """One `NAME: ...` may be a headline; a second one soon after makes it a conversation."""
    turns = [starts_turn(text, block.start, block.end) for block in blocks[number : number + 3]]
    return turns[0] and sum(turns) > 1


def _read_line(opening: Opening, number: int, block: Block, line: str) -> bool:
    """Note what one line states; return whether it may be the title."""
    is_heading = block.kind is PassageKind.HEADING
    found = next(find(line), None)
    if found and (opening.found is None or opening.found.year is None):
        opening.found = found
    opening.is_opinion |= _is_of_opinions(line)
    signed = byline.find(line)
    if signed and not is_heading:
        opening.author = opening.author or byline.author(line, signed)
        opening.publisher = opening.publisher or _outlet_in(line.partition(",")[2])
        opening.kinds[number] = PassageKind.BYLINE
        return False
    outlet = None if is_heading and not opening.has_heading else _outlet_in(line)
    opening.has_heading |= is_heading
    if outlet and (number or _is_masthead(line)):
        opening.publisher = opening.publisher or outlet
        opening.kinds[number] = PassageKind.BYLINE
        return False
    if dates.is_date_line(line) or (found and not is_heading and _is_place_and_date(line, found)):
        opening.kinds[number] = PassageKind.BYLINE
        return False
    kind = block.kind or furniture.of_paragraph(line)
    if kind and not is_heading:
        opening.kinds[number] = kind
        return False
    return True


def _is_of_opinions(line: str) -> bool:
    """Tell whether a part of a line is the name of a section for opinions; a page's menu has one, too, with bars between."""
    parts = [p for part in _BREADCRUMBS.split(line) for p in re.split(r"\s*[|·:]\s*|\s[–—-]\s", part)]
    is_menu = furniture.is_menu(line) and not (
        _BREADCRUMBS.search(line) or byline.opens(line) or any(dates.is_date_line(part) for part in parts)
    )
    return not is_menu and any(is_opinion_label(part) for part in parts)


def _outlet_in(line: str) -> str | None:
    """Return a newsroom's name that makes up one of the comma- or bar-separated parts of a line."""
    for part in re.split(r"\s*[|·/]\s*|,\s+", line):
        name = part.strip(" *_.")
        if _GENERAL_PUBLISHER.search(name) or _ADDRESSEE.search(name):
            continue
        if (
            0 < furniture.words(name) <= 6
            and name[:1].isupper()
            and outlets.looks_like_outlet(name.title() if name.isupper() else name)
        ):
            return written_out(name)
    return None


def _is_place_and_date(line: str, found: Found) -> bool:
    place = line[: found.start].strip(" ,")
    return found.end == len(line) and 0 < furniture.words(place) <= 4 and place.istitle()


def _is_masthead(line: str) -> bool:
    """Tell whether the first line is a masthead: the name is all there is, or stands beside a date or a section."""
    parts = [p for p in re.split(r"\s*[|·/]\s*|,\s+", line) if p.strip()]
    return all(furniture.words(p) <= 6 for p in parts)


def _choose_title(opening: Opening, blocks: Sequence[Block], candidates: list[tuple[int, str]]) -> None:
    """Take the first heading the format marks as one; else the first line that is neither short nor an institution's name."""
    marked = [c for c in candidates if blocks[c[0]].kind is PassageKind.HEADING]
    titles = [c for c in candidates if titled(c[1]) or not _is_institution(c[1])]
    long_enough = [c for c in titles if furniture.words(c[1]) >= 4] or [c for c in titles if furniture.words(c[1]) >= 2]
    chosen = next(iter(marked or long_enough or titles), None)
    for number, line in candidates:
        opening.kinds[number] = PassageKind.HEADING
        if (
            chosen
            and number > chosen[0]
            and person(line)
            and not (_NOBODY.search(line) or ITS_KIND.match(line) or bodies.has_word(line) or line.isupper())
            and blocks[number].kind is None
            and not opening.author
        ):
            opening.author = line
            opening.kinds[number] = PassageKind.BYLINE
        elif (
            (number < chosen[0] if chosen else _is_institution(line))
            and not opening.publisher
            and not (_GENERAL_PUBLISHER.search(line) or ITS_KIND.match(line))
            and _LETTERS.search(line)
        ):
            opening.publisher = titled(line) or written_out(line.split("\n")[0].strip("*_# "))
    opening.title = chosen[1] if chosen else None


def _is_institution(line: str) -> bool:
    """Tell whether a line is the name of an institution, and no headline about one ("Police clear the square")."""
    longer = [w for w in line.split() if w.lower() not in _SMALL]
    if len(longer) > 3 and 2 * sum(w[0].islower() for w in longer) >= len(longer):
        return False
    return bool(_INSTITUTION.search(line) or (_BODY_OF_STATE.search(line) and (line.isupper() or _is_title_case(line))))


def written_out(name: str) -> str:
    """Return a name in capitals as it is written elsewhere; short forms such as `BBC` stay."""
    if not name.isupper() or " " not in name:
        return name
    return " ".join(w.lower() if i and w.lower() in _SMALL else w.capitalize() for i, w in enumerate(name.split()))


def _is_title_case(line: str) -> bool:
    """Tell whether nearly every longer word begins with a capital, as in a headline."""
    longer = [w.strip("\"'“”‘’.,:;?!()") for w in line.split()]
    longer = [w for w in longer if w and w.lower() not in _SMALL]
    return len(longer) >= 4 and sum(w[0].isupper() or w[0].isdigit() for w in longer) >= 0.85 * len(longer)
