"""What a web page says right below its headline: headings and a summary, which may be all that names whom a text is about."""

from typing import Any

from briefing.dossier import PassageKind

_HEADS = ("h2", "h3", "h4")
_SUMMARY = ("standfirst", "deck", "dek", "lead", "lede", "intro", "summary", "excerpt", "subtitle", "subhead", "chapo")
"""What the class of a summary has in it, as publishing systems call it."""
_ASIDE = frozenset({"nav", "aside", "footer", "form"})
_MOST = 3
_MOST_WORDS = 60


def below_headline(page: str, headline: str) -> list[tuple[str, PassageKind | None]]:
    """Return the headings and the summary between the headline of a page and what else follows it."""
    from lxml import etree, html  # noqa: PLC0415  only web pages need it

    try:
        root = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return []
    following = iter(root.iter("h1", *_HEADS, "p", "table", "ul", "ol", "dl", "blockquote"))
    if not any(element.tag in {"h1", *_HEADS} and _words(element) == _plain(headline) for element in following):
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
    return _plain(element.text_content())


def _plain(words: str) -> str:
    return " ".join(words.split())
