"""A document as a Word file (DOCX)."""

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph as Words

from briefing.brief.document import Block, Bullets, Document, Heading, Line, Paragraph, Quote, Strong, Table, plain
from briefing.brief.markdown import shown

_EPOCH = (1980, 1, 1, 0, 0, 0)


def word(document: Document, at: datetime, analyst: str) -> bytes:
    """Return the document as DOCX; the same document at the same time gives the same bytes."""
    made = docx.Document()
    properties = made.core_properties
    properties.title, properties.author, properties.language = shown(document.title)[:255], shown(analyst)[:255], "en"
    properties.comments = ""
    properties.created = properties.modified = at.astimezone(UTC).replace(tzinfo=None)
    writer = _Writer(made)
    writer.heading(document.title, 0)
    if document.draft:
        writer.line((Strong("DRAFT:"), f" {'; '.join(document.draft)}"))
    for fact in document.facts:
        writer.line(fact, "List Bullet")
    for section in document.sections:
        writer.heading(section.title, 1)
        for block in section.blocks:
            writer.block(block)
    return _with_fixed_times(made)


class _Writer:
    """Puts blocks at the end of a Word document.

    It puts paragraphs right before the end, with the ids of their styles: the library's own way walks through all paragraphs and all
    styles for each, which for thousands takes many seconds.
    """

    def __init__(self, made: Word) -> None:
        self._made = made
        self._end = made.element.body.sectPr
        self._styles: dict[str, str] = {}

    def _style(self, name: str) -> str:
        if name not in self._styles:
            self._styles[name] = self._made.styles[name].style_id
        return self._styles[name]

    def heading(self, text: str, level: int) -> None:
        self.line((text,), f"Heading {level}" if level else "Title")

    def line(self, line: Line, style: str = "Normal") -> None:
        element = OxmlElement("w:p")
        self._end.addprevious(element)
        paragraph = Words(element, self._made._body)  # noqa: SLF001
        if style != "Normal":
            element.style = self._style(style)
        for part in line:
            text = shown(part.text if isinstance(part, Strong) else plain((part,)))
            run = paragraph.add_run("" if text.isprintable() else text)
            if text.isprintable():
                run._r.add_t(text)  # noqa: SLF001 - `text` looks at every character for breaks
            if isinstance(part, Strong):
                run.bold = True

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self.heading(block.text, block.level - 1)
            case Paragraph():
                self.line(block.line)
            case Quote():
                self.line((block.text,), "Quote")
            case Bullets():
                for item in block.items:
                    self.line(item, "List Bullet")
            case Table():
                self._table(block)

    def _table(self, block: Table) -> None:
        self.line((Strong(block.caption),))
        table = self._made.add_table(len(block.rows) + 1, len(block.head), "Table Grid")
        cells = table._cells  # noqa: SLF001 - `cell` makes all of them anew for each
        texts = [*block.head, *(cell for row in block.rows for cell in row)]
        for cell, text in zip(cells, texts, strict=True):
            cell.text = shown(text)
        for run in (r for cell in cells[: len(block.head)] for r in cell.paragraphs[0].runs):
            run.bold = True


def _with_fixed_times(made: Word) -> bytes:
    """Return the file with the time of every part of it fixed: the library puts the time of saving there."""
    saved, out = io.BytesIO(), io.BytesIO()
    made.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.external_attr, part.compress_type = 0o600 << 16, zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return out.getvalue()
