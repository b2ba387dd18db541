"""In whose name a text speaks, where that is not the outlet's own: a statement's issuer, who writes as "I", the outlet that a digest retells."""

import re
from collections.abc import Sequence

from briefing.dossier import Source
from briefing.extraction.cast import Cast
from briefing.extraction.quotes import quotations
from briefing.extraction.turns import Segment
from briefing.first_person import FIRST_PERSON, US, is_often
from briefing.genres import is_digest, is_opinion, is_statement
from briefing.names import PART

_OFFICE = re.compile(
    r"^(?:the )?(?:ministry|department|office|directorate|embassy|presidency|secretariat) (?:of|for)\b", re.IGNORECASE
)
"""A publisher that is an office of state: what it puts out is its own statement."""
_LAND = re.compile(r"^(?:the )?(?:republic|kingdom|government|state) of [^,]+, (?=\S)", re.IGNORECASE)
"""Whose office it is, before the office."""


def voice(source: Source, pieces: Sequence[Segment], cast: Cast) -> int | None:
    """Return the number of the one in whose name a whole text speaks: the issuer of a statement, the author of an opinion or a blog."""
    genre = source.genre
    if is_statement(genre):
        himself = not source.publisher or _is_personal(source, pieces)
        if "author" in source.inferred and himself and _is_name(source.author):
            return _named(source, cast, source.author, "PERSON")
        return _named(source, cast, source.publisher, "ORG")
    signed = "author" in source.inferred and _is_name(source.author) and _is_personal(source, pieces)
    if not genre and not signed and _OFFICE.search(source.publisher or ""):
        return _named(source, cast, source.publisher, "ORG")
    personal = not genre and _is_personal(source, pieces)
    if not personal and not is_opinion(genre):
        return None
    author = source.author if _is_name(source.author) else None
    return _named(
        source, cast, author or (source.publisher if personal else source.author), "PERSON" if author else "OUTLET"
    )


def retold(source: Source, cast: Cast) -> int | None:
    """Return the number of the one outlet whose report a digest retells; None if it is several, or the text is no digest."""
    return cast.known(source.relays[0]) if is_digest(source.genre) and len(source.relays) == 1 else None


def _named(source: Source, cast: Cast, name: str | None, kind: str) -> int | None:
    """Introduce a name where the text has it, by the whole of it or up to its comma, else where a body calls itself by what it is, or "we"."""
    if not name:
        return None
    name = _LAND.sub("", name)
    for called in (name, name.partition(",")[0]):
        at = source.text.lower().find(called.lower())
        if at >= 0:
            return cast.introduce(source.text[at : at + len(called)], at, kind)
    head = re.split(r",| of | for ", name.removeprefix("the "))[0].split()[-1 if kind == "ORG" else 0]
    itself = re.search(rf"(?<=\b[Tt]he ){re.escape(head)}\b", source.text) if kind == "ORG" and head != name else None
    itself = itself or (US.search(source.text) if kind == "ORG" else None)
    return cast.introduce(name, itself.start(), kind, short=itself[0]) if itself else None


def _is_personal(source: Source, pieces: Sequence[Segment]) -> bool:
    """Tell whether a text speaks as "I" outside quotations."""
    found = words = 0
    for piece in pieces:
        text = source.text[piece.start : piece.end]
        quoted = quotations(text)
        words += len(text.split())
        found += sum(not any(q.holds(m.start()) for q in quoted) for m in FIRST_PERSON.finditer(text))
    return is_often(found, words) and not any(p.label for p in pieces)


def _is_name(author: str | None) -> bool:
    """Tell whether an author is given by first and last name, whatever follows a comma."""
    parts = (author or "").partition(",")[0].split()
    return len(parts) > 1 and all(re.fullmatch(PART, part) for part in (parts[0], parts[-1]))
