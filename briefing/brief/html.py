"""A document as one HTML file: no script, nothing from the network, headings and tables that a screen reader can walk through."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template

from briefing.brief.document import Bullets, Cites, Document, Heading, Paragraph, Quote, Strong, Table
from briefing.brief.markdown import shown

_PAGE = Path(__file__).with_name("page.html.jinja")
_KINDS = {
    Heading: "heading", Paragraph: "paragraph", Quote: "quote", Bullets: "bullets", Table: "table", Strong: "strong", Cites: "cites",
    str: "text",
}  # fmt: skip


def html(document: Document) -> str:
    """Return the document as HTML; every text in it is escaped by the template engine and shown as the brief shows it."""
    return _template().render(document=document)


@cache
def _template() -> Template:
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters |= {"shown": shown, "kind": lambda part: _KINDS[type(part)]}
    return made.from_string(_PAGE.read_text(encoding="utf-8"))
