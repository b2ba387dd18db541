"""Plain text files, with or without front matter: the text is the file, character by character."""

from briefing.articles import frontmatter
from briefing.articles.blocks import Extracted
from briefing.articles.decoding import decode
from briefing.articles.limits import Limits
from briefing.articles.paragraphs import paragraphs


def extract(data: bytes, file: str, limits: Limits) -> Extracted:  # noqa: ARG001  every reader is called alike
    """Read a text file. Raises UnreadableError when its front matter is wrong."""
    return frontmatter.extract(decode(data), file, paragraphs)
