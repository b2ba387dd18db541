"""What a web page says around its headline and its main text leaves out: headings and a summary, and who wrote it."""

import re
from typing import Any

from briefing.articles import byline, outlets
from briefing.articles.page_tree import plain
from briefing.dossier import PassageKind
from briefing.names import PART, person

_HEADS = ("h2", "h3", "h4")
_SUMMARY = ("standfirst", "deck", "dek", "lead", "lede", "intro", "summary", "excerpt", "subtitle", "subhead", "chapo")
"""What the class of a summary has in it, as publishing systems call it."""
_ASIDE = frozenset({"nav", "aside", "footer", "form"})
_MARKED = ("class", "id", "itemprop", "rel")
_AUTHOR = re.compile(
    r"author|by-?line|writer|column(?:ist|a)|contributor|creator|signature|(?:^|[\s_-])(?:by|name|nm|writ|firma)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""How an element is marked that names who wrote a page."""
_OWNER = re.compile(r"banner|masthead|tagline|description|about|profile", re.IGNORECASE)
"""How an element is marked that tells whose page it is."""
_OF_READERS = re.compile(r"comment|reply|related|sidebar|nav", re.IGNORECASE)
_NOTE = re.compile(rf"(?P<who>{PART} (?:{PART} ){{0,2}}{PART}) (?:is an?|was an?|[a-z]{{2,}}s)\b")
_LONGEST_BYLINE, _LONGEST_NOTE = 60, 30
_MOST = 3
_MOST_WORDS = 60


def marked_author(root: Any) -> str | None:
    """Return the first name that stands by itself in an element marked as who wrote a page, or that a note on its owner begins with."""
    noted = None
    for element in root.iter() if root is not None else ():
        marks = " ".join(str(element.get(name) or "") for name in _MARKED) if isinstance(element.tag, str) else ""
        writes, owns = _AUTHOR.search(marks), noted is None and _OWNER.search(marks)
        if not (writes or owns) or _OF_READERS.search(marks):
            continue
        words = _words(element)
        if writes and len(words) <= _LONGEST_BYLINE:
            name = person(byline.without_role(words).partition(",")[0])
            if name and not outlets.looks_like_outlet(name):
                return name
        if owns and len(words.split()) <= _LONGEST_NOTE:
            noted = next((n for n in map(_first_named, element.itertext()) if n), None)
    return noted


def _first_named(note: str) -> str | None:
    """Return the name with which a note on somebody begins ("Ana Person goes places by train")."""
    match = _NOTE.match(note.strip())
    return person(match["who"]) if match and not outlets.looks_like_outlet(match["who"]) else None


def below_headline(root: Any, headline: str) -> list[tuple[str, PassageKind | None]]:
    """Return the headings and the summary between the headline of a page and what else follows it."""
    if root is None:
        return []
    following = iter(root.iter("h1", *_HEADS, "p", "table", "ul", "ol", "dl", "blockquote"))
    if not any(element.tag in {"h1", *_HEADS} and _words(element) == plain(headline) for element in following):
        return []
    found: list[tuple[str, PassageKind | None]] = []
    for element in following:
        words = _words(element)
        if not words or any(a.tag in _ASIDE for a in element.iterancestors()):
            continue
        named = (element.get("class") or "").lower()
        is_head = element.tag in _HEADS
        if not (is_head or any(word in named for word in _SUMMARY)) or len(words.split()) > _MOST_WORDS:
            break
        found.append((words, PassageKind.HEADING if is_head else None))
    return found[:_MOST]


def _words(element: Any) -> str:
    return plain(element.text_content())
