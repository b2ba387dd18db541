"""The competing hypotheses, and what the evidence is to each."""

from collections.abc import Iterator

from briefing.brief.document import Block, Table, bullets, folded, paragraph
from briefing.brief.material import Material
from briefing.brief.matrix import NO_PROBABILITY, diagnosticity, inconsistencies
from briefing.dossier import Claim, Relation
from briefing.plaintext import quoted
from briefing.plurals import counted


def alternatives(material: Material) -> Iterator[Block]:
    """Yield the hypotheses with their count of inconsistencies, those with the fewest first, then the matrix."""
    numbers, hypotheses, rows = material.numbers, material.hypotheses, matrix_rows(material)
    if not hypotheses:
        yield paragraph("No alternative is stated.")
        return
    against = {h.id: inconsistencies(material.rated(r.id, h.id) for r in rows) for h in hypotheses}
    yield bullets(
        f"{numbers[h.id]}. {h.text.strip()} ({counted(against[h.id], 'inconsistency', 'inconsistencies')})"
        for h in sorted(hypotheses, key=lambda h: against[h.id])
    )
    rated = [r for r in rows if any(material.rated(r.id, h.id) for h in hypotheses)]
    if rated:
        head = ("Evidence", *(numbers[h.id] for h in hypotheses), "Diagnosticity")
        yield Table("Evidence against hypotheses", head, tuple(_row(r, material) for r in rated))
    yield paragraph(NO_PROBABILITY)


def matrix_rows(material: Material) -> list[Claim | Relation]:
    """Return what is rated against the hypotheses: the evidence, then the relations rated or named in a judgment."""
    named = {r.id for j in material.judgments for r in material.relations_of(j)} | {e for e, _ in material.ratings}
    return [*material.evidence, *(r for r in material.told if r.id in named)]


def _row(item: Claim | Relation, material: Material) -> tuple[str, ...]:
    ratings = [material.rated(item.id, h.id) for h in material.hypotheses]
    words = f"{material.numbers[item.id]} {caption(item, material)}"
    return (words, *(str(r or "not rated") for r in ratings), diagnosticity(ratings))


def caption(item: Claim | Relation, material: Material) -> str:
    """Return what to know an item by: a claim's words, the point of a relation."""
    return quoted(folded(item.quote)) if isinstance(item, Claim) else folded(material.dossier.points[item.point].phrase)
