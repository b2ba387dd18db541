"""Files to sources: text with exact offsets, what each paragraph is, and what is known of the article."""

from pathlib import Path

from briefing.articles.candidates import candidates, would_be_candidate
from briefing.articles.limits import Limits
from briefing.articles.relating import relate
from briefing.dossier import Source

__all__ = ["Limits", "candidates", "read", "relate", "would_be_candidate"]

# What reads files is brought in on use: a room that starts from its cache reads none.


def read(path: Path, file: str, limits: Limits) -> Source:
    """Read a file; `file` is its path within the case. Never raises for bad input: the source says why it was skipped."""
    from briefing.articles.reading import read as read_file  # noqa: PLC0415

    return read_file(path, file, limits)
