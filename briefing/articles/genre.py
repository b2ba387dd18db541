"""What sort of article a text is, where it is plain; else nothing is said."""

import re
from collections import Counter

from briefing.articles import furniture
from briefing.articles.blocks import Facts
from briefing.articles.called import says_so
from briefing.articles.classify import Classified
from briefing.articles.issued import is_statement
from briefing.dossier import PassageKind
from briefing.labels import SHOUTED, STAMP

_TURN = re.compile(rf"^{STAMP}?\W{{0,3}}(?P<who>Q|A|{SHOUTED})\W{{0,3}}?[.:]\W{{0,3}}\s", re.MULTILINE)
_INTERVIEWED = re.compile(r"\b[Ii]nterview(?:ed)?(?: by|:) (?=[A-ZÀ-Þ])")
"""Who asked, as a line beside a talk tells."""
_TALK = re.compile(
    r"^\W*(?:(?:the )?(?:\w+ ){0,2}interview|in conversation|q ?& ?a)\W*$"
    r"|^\W*(?:\w+ (?:questions|minutes|seconds) (?:to|for|with)|an? (?:interview|conversation) with|in conversation with)\b",
    re.IGNORECASE,
)
"""What a line above a talk calls it."""
_OPINION = re.compile(
    r"\b(?:op-?ed|guest essay|(?<!public )opinion)\b|\bviews (?:expressed )?(?:here )?(?:are|is) (?:his|her|their|my|the author[’']s) own\b",
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


def guess(text: str, classified: Classified, known: Facts, relays: tuple[str, ...]) -> str | None:
    """Return, by the text and what is known of it, interview, opinion, statement, digest or report; None unless it is clear."""
    aside = [text[p.start : p.end] for p in classified.passages if p.kind is not PassageKind.BODY]
    if is_interview(text) or any(_INTERVIEWED.search(line) or _TALK.search(line) for line in aside):
        return "interview"
    if classified.opening.is_opinion or any(_is_opinion(line) for line in aside):
        return "opinion"
    agency = classified.dateline is not None and bool(classified.dateline.agency)
    unsigned = not (known.author or relays or agency)
    if says_so(aside) or (unsigned and is_statement(known.publisher, aside)):
        return "statement"
    if relays and (_PASSED_ON.search(text) or any(_DIGEST.search(line) for line in aside)):
        return "digest"
    return "report" if agency else None


def _is_opinion(line: str) -> bool:
    """Tell whether a line beside a text says that it is an opinion; a page's menu may have the word, too."""
    return _OPINION.search(line) is not None and furniture.words(line) <= 30 and not furniture.is_menu(line)


def is_interview(text: str) -> bool:
    """Tell whether two take turns, each at least three times."""
    turns = [match["who"] for match in _TURN.finditer(text)]
    often = [who for who, count in Counter(turns).most_common(2) if count >= 3]
    return len(often) == 2
