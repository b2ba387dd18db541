"""A web page as a tree of elements, for what is said outside its main text."""

from typing import Any


def parse(page: str) -> Any:
    """Return the root element of a page, None if it has none."""
    from lxml import etree, html  # noqa: PLC0415  only web pages need it

    try:
        return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None
