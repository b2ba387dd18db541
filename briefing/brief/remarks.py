"""What the analyst said of a thing, in a line."""

from briefing.brief.material import signed
from briefing.dossier import Act, Annotation

SAID = {Act.NOTE: "Note", Act.CREDIBILITY: "Credibility", Act.DISMISS: "Dismissed", Act.RELIABILITY: "Reliability"}
"""The acts that are told in a line under what they are about, and how the line begins."""


def remark(annotation: Annotation) -> str:
    """Return what an annotation says, with who said it when."""
    return f"{SAID[annotation.act]} ({signed(annotation)}): {annotation.value or 'no reason given'}"
