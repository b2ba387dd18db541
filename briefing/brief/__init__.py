"""The annotated brief: a dossier in Markdown, in which every statement leads back to the words it rests on."""

from briefing.brief.brief import render
from briefing.brief.markdown import escape

__all__ = ["escape", "render"]
