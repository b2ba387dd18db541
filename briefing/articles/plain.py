"""Plain text files: the text is the file, character by character."""

from briefing.articles.blocks import Extracted
from briefing.articles.decoding import decode
from briefing.articles.limits import Limits
from briefing.articles.paragraphs import paragraphs


def extract(data: bytes, file: str, limits: Limits) -> Extracted:  # noqa: ARG001  every reader is called alike
    """Read a text file."""
    text = decode(data)
    return Extracted(text, paragraphs(text))
