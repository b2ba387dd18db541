"""What is known of an article: what its file states, else what can be read off its text, and which is which."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from briefing.articles import bodies, dates, genre, issued, opening, outlets, sheet
from briefing.articles.blocks import INFERABLE, Extracted, Facts
from briefing.articles.called import ITS_KIND
from briefing.articles.classify import Classified
from briefing.articles.issued import Issued
from briefing.articles.issuer import titled, titled_by
from briefing.articles.sheet import Sheet
from briefing.articles.writer import is_personal
from briefing.dossier import PassageKind
from briefing.genres import is_statement
from briefing.names import TITLED, person

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|&copy;|\bcopyright)\s*(?:©\s*)?(?P<year>(?:19|20)\d\d)?,?\s*(?P<name>[A-ZÀ-Þ][\w’'&.-]*(?: (?:[A-ZÀ-Þ&][\w’'&-]*|of|and|the))*)",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r",?\s+(?:(?:Publishing|Newspapers|Media|Verlag)\s+)?(?:Co|Inc|Ltd|LLC|AS|AG|plc|GmbH)\.?$|\s+(?:Publishing|Newspapers|Media|Verlag)$"
)
_CREDITED = re.compile(r"(?:for|/)\s*(?P<name>The [A-Z][\w’' ]{2,40}|[A-Z][\w’' ]{2,40})\W*$")
_OTHER = re.compile(
    r"^\W*(?:the )?(?:news|wire)?[- ]?(?:report|article|story|feature|analysis|review|interview|talk|transcript|obituary|podcast|broadcast|news|post|page|brief)s?\b",
    re.IGNORECASE,
)
"""A kind of text that nobody issues."""
_NO_AUTHOR = re.compile(
    r"^\S+@\S+$|^(?:admin\w*|web ?(?:team|master)|(?:press|media|communications|public affairs|web)(?: (?:office|team|desk|unit|department))?)$",
    re.IGNORECASE,
)
"""Who puts a text on a page, and no writer."""
_PUBLISHED = re.compile(r"^\W*(?:published|posted|updated|date)\s*(?:on|at)?\s*:?\s+(?P<date>.{6,60})$", re.IGNORECASE)


def complete(extracted: Extracted, classified: Classified) -> Facts:
    """Fill in what the file does not state; every field filled in so is named in `inferred`."""
    stated, text = _issued(extracted.facts), extracted.text
    statement = _statement(text, stated, classified, called=is_statement(stated.genre))
    if statement and statement.body and "publisher" in stated.inferred:
        stated = replace(stated, publisher=None)
    known = _read_off(extracted, classified, stated, statement)
    known = replace(known, genre=_genre(text, classified, known, statement))
    if is_statement(known.genre) and not (statement or stated.publisher or known.author):
        known = _issued_by(known, _statement(text, stated, classified, called=True) or Issued())
    found = {f for f in INFERABLE if getattr(known, f) and getattr(known, f) != getattr(stated, f)}
    return replace(known, inferred=stated.inferred | found)


def _read_off(extracted: Extracted, classified: Classified, stated: Facts, statement: Issued | None) -> Facts:
    """Return what a file states, what it does not read off its text: title, publisher, author, date, whose reporting it passes on."""
    start, line = classified.opening, classified.dateline
    around = [extracted.text[p.start : p.end] for p in classified.passages if p.kind is not PassageKind.BODY]
    prose = "\n".join(extracted.text[p.start : p.end] for p in classified.passages if p.kind is PassageKind.BODY)
    year, owner = _copyright(around)
    agency = line.agency if line else None
    title = stated.title or start.title
    if statement and (statement.body or statement.person):
        publisher = _fullest(titled_by(title), statement.body and opening.written_out(statement.body))
    else:
        publisher = start.publisher or owner or agency or _credited(around) or titled(title)
    found = start.found or (line.date if line else None)
    known = replace(
        stated,
        title=title,
        publisher=stated.publisher or publisher,
        author=stated.author or start.author or (statement.person if statement else None),
        published=stated.published or _stated_date(around) or (found.iso(year) if found else None),
    )
    if known.relays is None:
        known = replace(known, relays=outlets.relayed(prose, (known.publisher, owner, agency)))
    may_write = not (stated.publisher or known.author) and _is_writer(known.publisher, owner)
    if may_write and is_personal(extracted.text, extracted.blocks):
        known = replace(known, publisher=None, author=known.publisher)
    return known


def _genre(text: str, classified: Classified, known: Facts, statement: Issued | None) -> str | None:
    """Return what kind of text it is: as its file says, if it does, and that it is a statement, too."""
    if known.genre is None:
        return "statement" if statement else genre.guess(text, classified, known, known.relays or ())
    return f"{known.genre} (statement)" if statement and not is_statement(known.genre) else known.genre


def _issued_by(known: Facts, statement: Issued) -> Facts:
    """Return what is known of a text with the body or the person that issues it."""
    body = statement.body and opening.written_out(statement.body)
    return replace(known, publisher=body or known.publisher, author=statement.person)


def _is_writer(publisher: str | None, owner: str | None) -> bool:
    """Tell whether what was taken for the publisher is a person's name, by a title or the notice of copyright: weblogs have no other."""
    if publisher is None or not (publisher == owner or TITLED.match(publisher)):
        return False
    return person(publisher) is not None and not (outlets.looks_like_outlet(publisher) or bodies.is_plain(publisher))


def _fullest(by: str | None, body: str | None) -> str | None:
    """Return who issues a text: the one by whom its title says it is, who is but described ("the presidency"), or else a body by its name."""
    described = by is not None and by[0].islower() and by.removeprefix("the ") not in (body or "").lower()
    return by if described else body


def _issued(stated: Facts) -> Facts:
    """Return what a file states; the body that it names as author is its publisher where it names no other, and what a text is called is nobody."""
    if stated.author is None or ITS_KIND.match(stated.author) or _NO_AUTHOR.search(stated.author):
        return replace(stated, author=None)
    issues = not stated.publisher and (bodies.is_issuer(stated.author) or bodies.is_firm(stated.author))
    return replace(stated, author=None, publisher=stated.author) if issues else stated


def _statement(text: str, stated: Facts, classified: Classified, *, called: bool) -> Issued | None:
    """Return who issues a text, unless somebody is named as its author, a newsroom or another kind of text."""
    start, line = classified.opening, classified.dateline
    other = stated.genre is not None and not called and _OTHER.search(stated.genre) is not None
    if stated.author or start.author or start.is_opinion or other or (line and line.agency and not called):
        return None
    if not called and genre.is_interview(text):
        return None
    if any(name and outlets.looks_like_outlet(name) for name in (stated.publisher, start.publisher)):
        return None
    pieces, first = _pieces(text, classified)
    return issued.read(
        Sheet(
            sheet.first_lines([piece for _, piece in pieces[:first]]),
            [piece for kind, piece in pieces[first:] if kind is PassageKind.BODY],
            sheet.last_lines([piece for _, piece in pieces[first + 1 :]]),
            stated.publisher,
            stated.beside,
            called,
            start.publisher,
        )
    )


def _pieces(text: str, classified: Classified) -> tuple[list[tuple[PassageKind, str]], int]:
    """Return the passages of a text with what they are, and the number of the first that is a sentence of its body."""
    pieces = [(p.kind, text[p.start : p.end]) for p in classified.passages]
    prose = (i for i, (kind, piece) in enumerate(pieces) if kind is PassageKind.BODY and _is_sentence(piece))
    return pieces, next(prose, len(pieces))


def _is_sentence(piece: str) -> bool:
    """Tell whether a passage is running text, not a line of names and dates."""
    words = [word for word in piece.split() if word[0].isalpha()]
    return opening.is_prose(piece) and 3 * sum(word[0].islower() for word in words) >= len(words)


def _copyright(lines: Iterable[str]) -> tuple[int | None, str | None]:
    for line in lines:
        match = _COPYRIGHT.search(line)
        if match and (match["year"] or "©" in match[0]):
            name = _COMPANY.sub("", match["name"].rstrip(" .")).strip()
            return int(match["year"]) if match["year"] else None, name if len(name) > 2 else None
    return None, None


def _credited(lines: Iterable[str]) -> str | None:
    """Return the newsroom a photographer is credited to work for: `Photo: A. Person for The Example Times`."""
    for line in lines:
        match = _CREDITED.search(line)
        if match and outlets.looks_like_outlet(match["name"]):
            return match["name"].strip()
    return None


def _stated_date(lines: Iterable[str]) -> str | None:
    for line in lines:
        match = _PUBLISHED.match(line) if len(line) < 90 else None
        if match and dates.iso(match["date"]):
            return dates.iso(match["date"])
    return None
