"""What a text is called that somebody issues in his own name: a statement, a notice, a release, an open letter."""

import re
from collections.abc import Iterable

from briefing.articles import bodies

KIND = r"(?:statement|communiqu[eé]|(?:press|media|news) release|public notice|clarification|declaration|proclamation)"
"""What a text that is somebody's own word is called."""
_SUCH = (
    r"official|public|written|oral|explanatory|information|general|joint|safety|press|media|news|market|service|important|first|second|third|further|interim|club|family|ministerial"
    r"|personal|company|government|presidential|military|court|boil water|water|product|food|emergency|security|ad hoc|regulatory|corporate|health|travel|urgent|voluntary|open|pastoral"
    r"|closing|final|field|stock exchange|consumer|customer|community|service|trading|healthcare|professional|direct"
)
_CALLED = (
    r"communiqu[eé]|statements?|clarification|circular|rejoinder|declaration|proclamation|notice|announcement|advisory|recall|release|letter"
    r"|comment|position|response|note|note to the(?: \w+)? (?:press|media)|summary of judgment|message|communication|information|warning|alert|update"
)
ITS_KIND = re.compile(
    rf"^\W*(?:text of )?(?:an? |the |our )?(?:(?:(?:{_SUCH})[ -])+(?:{_CALLED})|communiqu[eé]|clarification|circular|rejoinder|proclamation|notice|for immediate release|note to the(?: \w+)? (?:press|media)|right of reply|our (?:position|response|statement)|a word (?=from)|comment(?= by)|address(?= by| to)|remarks(?= by)|communication(?= to)|(?:announcement|statement|alert|resolution)(?= no\b| \d)|statement(?=\W*$)|(?:information|statement|declaration|announcement)(?= (?:of|by|to|from|at|on|re|regarding|concerning|pursuant)\b))"
    r"(?=\W*$|\W*[:–—|(\n]| (?:to|on|of|by|from|for|at|re|concerning|regarding|about|no|nr|number|pursuant)\b| #?\d)",
    re.IGNORECASE,
)
"""What a text is called that somebody issues, at the start of a line above it."""
_SAYS_SO = re.compile(
    r"^\W*(?:for (?:immediate )?release|communiqu[eé]\b|(?:press|media|news) release\b|public notice\b|press statement|notes? to editors)",
    re.IGNORECASE,
)


def says_so(around: Iterable[str]) -> bool:
    """Tell whether a line `around` a text calls it a release or a statement to the press."""
    return any(_SAYS_SO.search(line) for line in around)


_TOLD = re.compile(
    r",(?: [\w’'-]+){1,4} (?:says?|said|admits?|rules?|finds?|claims?|warns?|shows?|hears?|told)\W*$", re.IGNORECASE
)
"""Who says so, at the end of a headline."""


_SOMEBODYS = re.compile(
    rf"^(?!.*[“\"?])[A-ZÀ-Þ][\w&’'.-]*(?: [\w&’'.-]+){{0,5}}? (?:\w+ )?{KIND} (?:on|about|regarding|concerning|following|after)\b.{{2,80}}$",
)
"""A line that calls a text the statement of somebody, if it is in his name."""


def has_kind(line: str) -> bool:
    """Tell whether a line above a text, or a part of it, calls it what somebody issues."""
    return not _TOLD.search(line) and any(ITS_KIND.match(part) for part in (line, *bodies.parts(line)))


def is_somebodys(line: str) -> bool:
    """Tell whether a line above a text that says "we" calls it the statement of somebody ("ACME statement on the fire")."""
    return not _TOLD.search(line) and _SOMEBODYS.match(line) is not None
