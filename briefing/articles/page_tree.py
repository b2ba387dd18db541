"""A web page as a tree of elements, for what is said outside its main text."""

import re
from typing import Any


def parse(page: str) -> Any:
    """Return the root element of a page, None if it has none."""
    from lxml import etree, html  # noqa: PLC0415  only web pages need it

    try:
        return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None


def names(element: Any) -> set[str]:
    """Return the words of an element's class and identifier, by which pages call their parts."""
    return set(re.split(r"[\s_-]+", f"{element.get('class') or ''} {element.get('id') or ''}".lower()))


def plain(words: str) -> str:
    """Return words with single spaces between."""
    return " ".join(words.split())
