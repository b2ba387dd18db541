"""What the analyst put right in a claim, beside what had been read."""

from collections.abc import Iterator

from briefing.brief.document import folded
from briefing.brief.material import Material, signed
from briefing.dossier import Act, Claim
from briefing.dossier.correction import Field, figure_of, period_of


def corrections(claim: Claim, material: Material) -> Iterator[str]:
    """Yield each correction of a claim in a line: who made it when, what holds, and what was read."""
    read = material.dossier.as_made(claim.id)
    for field in Field:
        for said in material.said_of(f"{claim.id}/{field}"):
            if said.act is Act.CORRECT:
                holds, before = _holds(field, said.value or ""), _read(field, read)
                yield f"Put right ({signed(said)}): {field} {holds or 'none'}; read as {before or 'none'}"


def _holds(field: Field, value: str) -> str:
    match field:
        case Field.FIGURE:
            figure = figure_of(value)
            return folded(figure.text) if figure else ""
        case Field.TIME:
            period = period_of(value)
            return folded(period.text) if period else ""
        case _:
            return folded(value)


def _read(field: Field, claim: Claim) -> str:
    match field:
        case Field.FIGURE:
            return "; ".join(folded(f.text) for f in claim.figures)
        case Field.TIME:
            return folded(claim.period.text) if claim.period else ""
        case _:
            return folded(str(getattr(claim, field)))
