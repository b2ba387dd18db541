"""Word files, read with python-docx: paragraphs and cells in the order of the document."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from briefing.articles.blocks import Extracted, Facts, TextBuilder, UnreadableError
from briefing.articles.limits import Limits
from briefing.dossier import PassageKind

_UNPACKED = 10
"""A document may unpack to this many times the limit of its file's size; honest ones stay below."""

_STYLES = {
    "heading": PassageKind.HEADING,
    "title": PassageKind.HEADING,
    "subtitle": PassageKind.HEADING,
    "caption": PassageKind.CAPTION,
}
_MOST_PARTS = 5_000


def extract(data: bytes, file: str, limits: Limits) -> Extracted:  # noqa: ARG001  every reader is called alike
    """Read a Word file. Raises UnreadableError."""
    _refuse_bomb(data, limits)
    import docx  # noqa: PLC0415  only Word files need it

    document = docx.Document(io.BytesIO(data))
    builder = TextBuilder()
    for paragraph in _paragraphs(document):
        builder.add(paragraph.text, _kind(paragraph))
        if builder.length > limits.text_chars:
            break
    title = document.core_properties.title.strip() or None
    return Extracted(builder.text, builder.blocks, Facts(title, inferred=frozenset({"title"} if title else ())))


def _refuse_bomb(data: bytes, limits: Limits) -> None:
    """Look at the sizes in the archive's list before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile:
        raise UnreadableError("this is not a Word file in the .docx format, or it is damaged; save it again") from None
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.file_mb * _UNPACKED << 20 or len(parts) > _MOST_PARTS:
        raise UnreadableError(f"the file unpacks to {unpacked >> 20} MiB, which is no article; save its text instead")
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableError("the file is locked with a password; save a copy without one")


def _paragraphs(container: Any) -> Iterator[Any]:
    for item in container.iter_inner_content():
        if hasattr(item, "rows"):
            seen = set()
            for cell in (cell for row in item.rows for cell in row.cells):
                if id(cell._tc) not in seen:  # noqa: SLF001  merged cells come back for every place they fill
                    seen.add(id(cell._tc))  # noqa: SLF001
                    yield from _paragraphs(cell)
        else:
            yield item


def _kind(paragraph: Any) -> PassageKind | None:
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    return _STYLES.get(style.split(" ")[0])
