"""A source is read by itself into an extract; the extracts of a case are assembled into actors, claims and points."""

from briefing.extraction.assembly import Assembly, assemble
from briefing.extraction.draft import Extract
from briefing.extraction.reader import Reader

__all__ = ["Assembly", "Extract", "Reader", "assemble"]
