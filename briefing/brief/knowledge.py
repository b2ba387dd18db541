"""What the evidence says by itself, what is concluded from it, and what is open."""

from collections.abc import Iterator

from briefing.brief.document import Block, Cites, Heading, Line, Strong, bullets, folded, paragraph
from briefing.brief.material import Material
from briefing.dossier import Act, Claim
from briefing.dossier.judgment import statements
from briefing.plaintext import quoted

_GROUPS = (
    "Reported by more than one independent origin, contradicted by nothing in the case",
    "Reported by one origin, contradicted by nothing in the case",
    "Disputed within the case",
)


def knowledge(material: Material) -> Iterator[Block]:
    """Yield the evidence by how well it stands, the judgments, and the gaps with the open disputes."""
    yield Heading("What we know")
    groups: dict[str, list[Claim]] = {group: [] for group in _GROUPS}
    for claim in material.evidence:
        groups[_GROUPS[_standing(claim, material)]].append(claim)
    if not material.evidence:
        yield paragraph("No evidence is chosen yet.")
    for group, claims in groups.items():
        if claims:
            yield paragraph(f"{group}:")
            yield bullets(_reported(c, material) for c in claims)
    yield Heading("What we infer")
    inferred = [_inferred(material, n) for n in range(len(material.judgments))]
    yield bullets(inferred) if inferred else paragraph("Nothing yet: no judgment is written.")
    yield Heading("What we do not know")
    unknown: list[Line] = [(gap.text,) for gap in statements(material.record, Act.GAP)]
    disputes: dict[str, list[str]] = {}
    for relation in material.told:
        if relation.type.is_conflict and material.stands(relation):
            disputes.setdefault(relation.point, []).append(material.numbers[relation.id])
    for point, numbers in disputes.items():
        unknown.append((f"Which is so: {folded(material.dossier.points[point].phrase)} ", Cites(tuple(numbers)), "."))
    yield bullets(unknown) if unknown else paragraph("No gap is named, and no dispute touches the evidence.")


def _standing(claim: Claim, material: Material) -> int:
    if material.touching(claim):
        return 2
    return 0 if material.dossier.is_confirmed(claim.id) else 1


def _reported(claim: Claim, material: Material) -> Line:
    holder = material.holder(claim).split("; chain:")[0]
    cites = Cites((material.numbers[claim.id], material.source(claim.source)))
    return (f"{holder}: {quoted(claim.quote)} ", cites)


def _inferred(material: Material, number: int) -> Line:
    judgment = material.judgments[number]
    term = judgment.likelihood.bracketed if judgment.likelihood else "likelihood not stated"
    return (Cites((material.numbers[judgment.id],)), f" {judgment.text.strip().rstrip('.')}: ", Strong(term), ".")
