"""PDF files, read with pypdf: the lines of every page, put together to paragraphs."""

import io
import logging
import re

from briefing.articles.blocks import Extracted, Facts, UnreadableError
from briefing.articles.limits import Limits
from briefing.articles.paragraphs import paragraphs

_LINE_ENDS = re.compile(r"[^\S\r\n]*(?:\r\n|\r)")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s*$")


def extract(data: bytes, file: str, limits: Limits) -> Extracted:  # noqa: ARG001  every reader is called alike
    """Read a PDF. Raises UnreadableError when it is locked, too long or has no text."""
    import pypdf  # noqa: PLC0415  only PDF files need it

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("the PDF is locked with a password; save a copy without one")
    if len(reader.pages) > limits.pages:
        raise UnreadableError(
            f"the PDF has {len(reader.pages)} pages, more than the limit of {limits.pages}; extract the pages you need"
        )
    text = ""
    for page in reader.pages:
        text = _joined(text, _LINE_ENDS.sub("\n", page.extract_text()).strip())
        if len(text) > limits.text_chars:
            break
    if not text.strip():
        raise UnreadableError("the PDF has no text, only pictures of it; run a text recognition (OCR) over it first")
    text = text.encode("utf-8", "replace").decode("utf-8")
    title = reader.metadata.title if reader.metadata else None
    known = Facts(title=title.strip() or None, inferred=frozenset({"title"})) if isinstance(title, str) else Facts()
    return Extracted(text, paragraphs(text), known)


def _joined(text: str, page: str) -> str:
    """Append a page; a paragraph may go on over its end, a finished sentence ends it."""
    if not text or not page:
        return text + page
    return text + ("\n\n" if _SENTENCE_END.search(text) else "\n") + page
