"""What a web page says of itself outside the article: its title, whose it is, and the short lines of its head and foot."""

from collections.abc import Iterator
from typing import Any

from briefing.articles.page_tree import names, plain

_WHOSE = frozenset(
    [
        "author",
        "publisher",
        "copyright",
        "application-name",
        "og:site_name",
        "dc.publisher",
        "dc.creator",
        "dcterms.publisher",
    ]
)
_FRAME = frozenset(["header", "footer", "address"])
_FRAME_CLASS = frozenset(
    [
        "logo",
        "brand",
        "site",
        "mast",
        "masthead",
        "header",
        "head",
        "hd",
        "hdr",
        "top",
        "topbar",
        "flag",
        "banner",
        "crest",
        "foot",
        "footer",
        "ft",
        "imprint",
        "copyright",
        "publisher",
        "address",
    ]
)
_SILENT = frozenset(["script", "style", "title", "a", "li", "option", "button"])
_LONGEST_LINE = 14
_MOST_LINES = 60


def lines(root: Any) -> tuple[str, ...]:
    """Return the lines around a page's article that may tell whose page it is, in order, each once."""
    if root is None:
        return ()
    found = dict.fromkeys(plain(line) for line in _said(root))
    return tuple(line for line in found if 0 < len(line.split()) <= _LONGEST_LINE)[:_MOST_LINES]


def _said(root: Any) -> Iterator[str]:
    yield from (title.text or "" for title in root.iter("title"))
    above = True
    for element in root.iter():
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SILENT:
            continue
        above &= not (tag == "p" and len("".join(element.itertext()).split()) > _LONGEST_LINE)
        if tag == "meta" and (element.get("name") or element.get("property") or "").lower() in _WHOSE:
            yield element.get("content") or ""
        elif tag == "img":
            yield element.get("alt") or ""
        elif tag in _FRAME or _FRAME_CLASS & names(element):
            yield from element.itertext()
        elif above:
            yield element.text or ""
