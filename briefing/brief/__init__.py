"""The brief: a dossier and its record as a document in which every statement leads back to the words it rests on."""

from briefing.brief.brief import compose, missing
from briefing.brief.edition import Edition
from briefing.brief.markdown import escape, markdown
from briefing.brief.material import Material

__all__ = ["Edition", "Material", "compose", "escape", "markdown", "missing"]
