"""What sort of article a text is, where it is plain; else nothing is said."""

import re
from collections import Counter

from briefing.articles import furniture
from briefing.articles.classify import Classified
from briefing.dossier import PassageKind

_TURN = re.compile(r"^\W{0,3}(?P<who>Q|A|[A-Z][A-Z.’' -]{1,30})\W{0,3}?[.:]\W{0,3}\s", re.MULTILINE)
_OPINION = re.compile(
    r"\b(?:op-?ed|guest essay|opinion)\b|\bviews (?:expressed )?(?:here )?(?:are|is) (?:his|her|their|my|the author[’']s) own\b",
    re.IGNORECASE,
)
_STATEMENT = re.compile(
    r"^\W*(?:for immediate release|press release|media release|press statement|public notice|communiqu[eé]\b|notes? to editors)",
    re.IGNORECASE,
)
_DIGEST = re.compile(
    r"\bdigest\b|\bread(?:s)? the papers so\b|\bforwarded (?:this|to you)\b|\bsummari[sz]es reporting by\b|\bdoes no reporting of its own\b"
    r"|\b(?:the|morning|daily|weekly) (?:brief|briefing)\b",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(
    r"\b(?:told the (?:paper|newspaper|magazine)|the (?:paper|newspaper|magazine|outlet|article) (?:reports|writes|notes|says|adds|said|reported))\b"
)


def guess(text: str, classified: Classified, relays: tuple[str, ...]) -> str | None:
    """Return interview, opinion, statement, digest or report; None unless it is clear."""
    aside = [text[p.start : p.end] for p in classified.passages if p.kind is not PassageKind.BODY]
    if _is_interview(text):
        return "interview"
    if classified.opening.is_opinion or any(_OPINION.search(line) for line in aside if furniture.words(line) <= 30):
        return "opinion"
    if any(_STATEMENT.search(line) for line in aside):
        return "statement"
    if relays and (_PASSED_ON.search(text) or any(_DIGEST.search(line) for line in aside)):
        return "digest"
    if classified.dateline and classified.dateline.agency:
        return "report"
    return None


def _is_interview(text: str) -> bool:
    """Two who take turns, each at least three times."""
    turns = [match["who"] for match in _TURN.finditer(text)]
    often = [who for who, count in Counter(turns).most_common(2) if count >= 3]
    return len(often) == 2
