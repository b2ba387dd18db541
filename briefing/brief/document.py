"""A brief as a document of blocks, before it is Markdown, HTML or anything else; all text in it is raw."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct


class Strong(Struct, frozen=True):
    """Words that stand out."""

    text: str


class Cites(Struct, frozen=True):
    """References to what is numbered in the brief ("S3", "E1", "X2"), each of which is the id of a heading or an item."""

    refs: tuple[str, ...]


Line: TypeAlias = tuple[str | Strong | Cites, ...]
"""What stands in a paragraph or an item; text may have line breaks of its own."""


class Heading(Struct, frozen=True):
    """A heading within a section, of level 3 or 4; `ref` is what it is cited by, if it is."""

    text: str
    level: int = 3
    ref: str = ""


class Paragraph(Struct, frozen=True):
    """A paragraph; `ref` is what it is cited by, if it is."""

    line: Line
    ref: str = ""


class Quote(Struct, frozen=True):
    """The exact words of a source, and nothing else."""

    text: str


class Bullets(Struct, frozen=True):
    """A list."""

    items: tuple[Line, ...]


class Table(Struct, frozen=True):
    """Rows under heads; the first cell of a row is its head. Formats without tables make a list of it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Paragraph | Quote | Bullets | Table


class Section(Struct, frozen=True):
    """A section of the brief."""

    title: str
    blocks: tuple[Block, ...]


class Document(Struct, frozen=True):
    """A whole brief: its title, why it is a draft (empty: it is none), the facts about it, and its sections."""

    title: str
    draft: tuple[str, ...]
    facts: tuple[Line, ...]
    sections: tuple[Section, ...]


def paragraph(*line: str | Strong | Cites, ref: str = "") -> Paragraph:
    """Return a paragraph."""
    return Paragraph(line, ref)


def bullets(items: Iterable[str | Line]) -> Bullets:
    """Return a list."""
    return Bullets(tuple((item,) if isinstance(item, str) else item for item in items))


def plain(line: Line) -> str:
    """Return a line without its marks: citations stand in square brackets."""
    return "".join(bracketed(p) if isinstance(p, Cites) else p.text if isinstance(p, Strong) else p for p in line)


def bracketed(cites: Cites) -> str:
    """Return citations as they are read: "[S3, S7]"."""
    return f"[{', '.join(cites.refs)}]"


def folded(text: str) -> str:
    """Return the text on one line, its white space folded."""
    return " ".join(text.split())
