"""Whether the sources are graded, and soundly."""

from collections.abc import Iterator

from briefing.brief.check.finding import Finding
from briefing.brief.document import folded
from briefing.brief.material import Material
from briefing.dossier import Act
from briefing.dossier.grades import UNCONFIRMED


def ungraded(material: Material) -> Iterator[Finding]:
    """Yield the sources that judgments rest on and that have no grade."""
    used = {c.source for j in material.judgments for c in material.cited_by(j)}
    for source in material.read:
        if source.id in used and material.record.get(Act.RELIABILITY, source.id) is None:
            text = f"{folded(source.name)} is cited and not graded for reliability"
            yield Finding("ungraded", source.id, material.source(source.id), text)


def unconfirmed(material: Material) -> Iterator[Finding]:
    """Yield the claims graded 1 (confirmed) that no claim of another origin agrees with."""
    for annotation in material.record.standing(Act.CREDIBILITY):
        claim = material.dossier.claims.get(annotation.target)
        if claim is not None and annotation.value == "1" and not material.dossier.is_confirmed(claim.id):
            number = material.numbers.get(claim.id, material.source(claim.source))
            yield Finding("unconfirmed", claim.id, number, f"is graded 1, confirmed; but {UNCONFIRMED}")
