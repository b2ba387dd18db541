"""Claims with their words: those the analyst tagged, by tag; those dismissed."""

from collections.abc import Iterator, Sequence

from briefing.brief.markdown import bullets, escape, inline, quotation
from briefing.brief.references import References, origin, signed, stand
from briefing.dossier import Act, Annotation, Claim, Dossier

_SAID = {Act.NOTE: "Note", Act.CREDIBILITY: "Credibility", Act.DISMISS: "Dismissed", Act.RELIABILITY: "Reliability"}


def tagged_claims(dossier: Dossier, references: References, tags: Sequence[str]) -> Iterator[str]:
    """Yield the tagged claims under each tag, in the order of `tags`; tags that are not among them come after."""
    yield "## Tagged claims"
    used = {tag for claim in dossier.record.tagged() for tag in dossier.record.tags(claim)}
    groups = {tag: dossier.claims_with_tag(tag) for tag in (*tags, *sorted(used - set(tags))) if tag in used}
    if not any(groups.values()):
        yield "No claim is tagged. In the room, `t` and a tag's key tag the claim under the cursor."
    for tag, claims in groups.items():
        if claims:
            yield f"### {inline(tag)} ({len(claims)})"
        for claim in claims:
            yield quotation(claim.quote)
            yield bullets(particulars(claim, dossier, references, tag))


def dismissed_claims(dossier: Dossier, references: References) -> Iterator[str]:
    """Yield the claims that the analyst took out of view, with the reasons given."""
    dismissed = [a for a in dossier.record.standing(Act.DISMISS) if a.target in dossier.claims]
    if dismissed:
        yield "## Dismissed claims"
    for annotation in dismissed:
        claim = dossier.claims[annotation.target]
        yield quotation(claim.quote)
        yield bullets(particulars(claim, dossier, references))


def particulars(claim: Claim, dossier: Dossier, references: References, under: str = "") -> Iterator[str]:
    """Yield what is known of a claim: where it stands, whose it is, how firmly, and what the analyst said of it."""
    yield f"Source: {references.words(claim)}"
    yield f"Holder: {references.holder(claim)}"
    yield f"Held: {claim.mode}, {claim.certainty}"
    if claim.text != claim.quote:
        yield f"Read as: {inline(claim.text)}"
    yield f"Claim: {origin(claim.by)}"
    if point := stand(claim, dossier):
        yield f"Point: {point}"
    others = [inline(t) for t in dossier.record.tags(claim.id) if t != under]
    if others:
        yield f"{'Also tagged' if under else 'Tagged'}: {', '.join(others)}"
    yield from (remark(a) for a in references.said_of(claim.id) if a.act in _SAID)


def remark(annotation: Annotation) -> str:
    """Return what an annotation says, with who said it when."""
    return f"{_SAID[annotation.act]} ({signed(annotation)}): {escape(annotation.value or '') or 'no reason given'}"
