"""The evidence in its exact words, and what it is contradicted by, both sides quoted."""

from collections.abc import Iterator

from briefing.brief.corrections import corrections
from briefing.brief.document import Block, Heading, Line, Quote, bullets, folded, paragraph
from briefing.brief.material import Material, signed
from briefing.brief.remarks import remark
from briefing.dossier import Act, Claim, Relation
from briefing.plurals import counted

MOST_OPEN = 25
"""Open contradictions that no judgment rests on and that the annex names; the rest is counted."""


def evidence_and_contradictions(material: Material) -> Iterator[Block]:
    """Yield every item of evidence, then the contradictions that touch it, that were judged, or that were chosen."""
    if not material.evidence:
        yield paragraph("No evidence is chosen yet.")
    for claim in material.evidence:
        number = material.numbers[claim.id]
        yield Heading(f"{number}. {material.holder(claim).split('; chain:')[0]}", ref=number)
        yield Quote(claim.quote)
        yield bullets(evidence_particulars(claim, material, material.bears.get(claim.id, [])))
    for relation in filter(material.stands, material.told):
        yield from contradiction(relation, material)
    settled = sum(not material.stands(r) for r in material.told)
    for count, words in (
        (settled, "was judged not to stand"),
        (len(material.open), "is open and no judgment rests on it"),
    ):
        if count:
            yield paragraph(f"{counted(count, 'more contradiction')} in the annex: each {words}.")


def evidence_particulars(claim: Claim, material: Material, bears: list[str]) -> Iterator[Line]:
    """Yield what a reader needs to weigh an item of evidence."""
    yield place(claim, material)
    holder = material.holder(claim)
    if "; chain:" in holder:
        yield (f"Told by: {holder.split('; chain: ')[1]}",)
    yield (f"Held: {claim.mode}, {claim.certainty}",)
    credibility = material.record.get(Act.CREDIBILITY, claim.id)
    reliability = material.record.get(Act.RELIABILITY, claim.source)
    yield (f"Source reliability: {reliability or 'not graded'}; credibility: {credibility or 'not graded'}",)
    yield (f"Bears on: {', '.join(bears) or 'no judgment'}",)
    against = [material.numbers[r.id] for r in material.touching(claim)]
    if against:
        yield (f"Contradicted: {', '.join(against)}",)
    yield from ((line,) for line in corrections(claim, material))
    yield from ((remark(a),) for a in material.said_of(claim.id) if a.act is Act.NOTE)


def place(claim: Claim, material: Material) -> Line:
    """Return where the words of a claim are."""
    return (f"Source: [{material.source(claim.source)}] {material.words(claim)}",)


def contradiction(relation: Relation, material: Material, level: int = 3) -> Iterator[Block]:
    """Yield a contradiction with both its sides."""
    dossier, number = material.dossier, material.numbers[relation.id]
    a, b = dossier.claims[relation.a], dossier.claims[relation.b]
    point = dossier.points.get(relation.point)
    yield Heading(f"{number}. {folded(point.phrase) if point else 'No point'}", level, ref=number)
    notes = [remark(n) for n in material.said_of(relation.id) if n.act is Act.NOTE]
    yield bullets([
        f"Verdict: {_verdict(relation, material)}",
        f"Type: {relation.type} ({relation.kind})",
        f"Reason: {folded(relation.explanation)}",
        f"Rule: {folded(relation.rule)}",
        f"Independence: {_independence(relation, a, b)}",
        *notes,
    ])  # fmt: skip
    for letter, claim, span in (("A", a, relation.a_words), ("B", b, relation.b_words)):
        evidence = material.numbers.get(claim.id)
        yield paragraph(f"{letter}. {material.holder(claim)}{f' ({evidence})' if evidence else ''}:")
        yield Quote(claim.quote)
        yield bullets(_side(claim, span, material))


def _verdict(relation: Relation, material: Material) -> str:
    given = next((v for v in material.said_of(relation.id) if v.act is Act.VERDICT), None)
    return f"{folded(given.value or '')} ({signed(given)})" if given else "none; proposed by rules, open"


def _independence(relation: Relation, a: Claim, b: Claim) -> str:
    if a.source == b.source:
        return "both in one article"
    return "the sources go back to different origins" if relation.independent else "the sources share one origin"


def _side(claim: Claim, span: tuple[int, int], material: Material) -> Iterator[Line]:
    yield place(claim, material)
    if span != (claim.start, claim.end):
        words = material.dossier.sources[claim.source].text[slice(*span)]
        yield (f"Decisive words: {words} (characters {span[0]}–{span[1]})",)
    if point := material.stand(claim):
        yield (f"Point: {point}",)
