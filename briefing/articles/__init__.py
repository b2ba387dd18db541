"""Files to sources: text with exact offsets, what each paragraph is, and what is known of the article."""

from briefing.articles.candidates import candidates
from briefing.articles.limits import Limits
from briefing.articles.reading import read
from briefing.articles.relating import relate

__all__ = ["Limits", "candidates", "read", "relate"]
