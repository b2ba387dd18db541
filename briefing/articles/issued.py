"""Texts that somebody issues in his own name: statements, communiqués, notices, releases."""

import re
from collections.abc import Iterable

from briefing.articles import outlets

_RELEASE = r"(?:communiqu[eé]|(?:press|media|news) release|public notice)"
_KIND = rf"(?:statement|{_RELEASE}|clarification|declaration|proclamation)"
_SAYS_SO = re.compile(
    rf"^\W*(?:for (?:immediate )?release|{_RELEASE}\b|press statement|notes? to editors)", re.IGNORECASE
)
_TITLE = re.compile(
    rf"(?:^|[:–—] +|^[^:]{{3,60}} - +)\W*(?:[\w’'-]+ ){{0,2}}{_KIND}\b(?=\W*$|\W*[:–—]| (?:on|of|by|from|to|for|concerning|regarding|about|no)\b)",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?i:{_KIND}) (?i:by|of|from|on behalf of) (?P<who>(?i:the )?[A-ZÀ-Þ][\w’'-]*(?: (?:of|for|the|and|OF|FOR|THE|AND|[A-ZÀ-Þ][\w’'-]*))*|the (?:\w+ )?\w+)"
    r"(?=$|[,.:;–—]| (?:to|on|at|in|about|ON|AT|IN)\b)"
)
_HEADED = re.compile(rf"(?P<who>[^:]{{3,60}}?)(?::| [-–—]) *(?:\w+ ){{0,2}}{_KIND}\b", re.IGNORECASE)
_DESK = re.compile(
    r"\b(?:media|press|investors?) (?:contacts?|inquir(?:y|ies)|enquir(?:y|ies)|officer?|desk|service|relations|communications)\b"
    r"|\b(?:press|media|ir)@|\bforward-looking statements?\b|\bnotes? (?:to|for) editors\b",
    re.IGNORECASE,
)
"""Whom journalists may ask stands below what is sent to them, not below what they write."""
BODIES = (
    r"ministry|department|directorate|secretariat|presidency|embassy|office|inspectorate|authority|commission|council|board|police"
    r"|trust|federation|confederation|union|association|alliance|fund|foundation|mission|tribunal"
    r"|plc|ltd|limited|inc|corporation|company|ag|gmbh|holdings?"
)
"""Words that end or begin the name of a body, whatever else it is called."""
_BODY = re.compile(rf"\b(?:{BODIES}|border guard|bank|club|operators|court)\b", re.IGNORECASE)
_OFFICE = rf"(?:{BODIES}|consulate|agency|bureau|government|service|hospital|infirmary|institute|university)"
_ISSUES = re.compile(
    rf"(?:the )?(?:{_OFFICE}(?: (?:of|for)\b.*)?|(?:[\w’'-]+ ){{1,6}}{_OFFICE}|(?:[\w’'-]+ ){{2,6}}(?:bank|court|club))(?:,.*)?",
    re.IGNORECASE,
)
"""Who wrote a text in the name of a body; a bank and a court may be somebody's surname."""
_OF_A_NEWSROOM = re.compile(r"\b(?:editor\w*|news\w*|press association|media|wire)\b", re.IGNORECASE)


def is_body(name: str) -> bool:
    """Tell whether a name has a word for a body in it ("Kelm Water Board")."""
    return _BODY.search(name) is not None


def is_issuer(author: str) -> bool:
    """Tell whether who is said to have written a text is an institution ("Ministry of Defence", "Road Vehicle Agency"), and no newsroom."""
    name = author.partition(",")[0]
    newsroom = outlets.looks_like_outlet(name) or _OF_A_NEWSROOM.search(name) is not None
    return not newsroom and _ISSUES.fullmatch(author.strip()) is not None


def says_so(around: Iterable[str]) -> bool:
    """Tell whether a line `around` a text calls it a release or a statement to the press."""
    return any(_SAYS_SO.search(line) for line in around)


def is_statement(title: str | None, publisher: str | None, around: Iterable[str]) -> bool:
    """Tell whether a text without a byline is issued by a body: by its title, its publisher, or the press desk named `around` it."""
    if publisher and outlets.looks_like_outlet(publisher):
        return False
    named = bool(publisher and " " in publisher.strip() and _BODY.search(publisher))
    return named or bool(_TITLE.search(title or "")) or any(_DESK.search(line) for line in around)


def issuer(title: str | None) -> str | None:
    """Return who issues a statement by its title ("Statement by the ...", "ACME WORKS: STATEMENT ON ..."), if it tells."""
    match = _BY.search(title or "") or _HEADED.match(title or "")
    return re.sub(r"^[Tt]he (?=[A-ZÀ-Þ])", "", match["who"]) if match else None
