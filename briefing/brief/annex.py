"""What the analyst said of the case, with the passages: tagged claims, notes, dismissed claims, what has lost its place."""

from collections.abc import Iterator, Sequence

from briefing.brief.contradictions import MOST_OPEN, contradiction, place
from briefing.brief.corrections import corrections
from briefing.brief.document import Block, Heading, Line, Quote, bullets, folded, paragraph
from briefing.brief.edition import Edition
from briefing.brief.material import Material, pointed, proposed_by, signed
from briefing.brief.remarks import SAID, remark
from briefing.dossier import ARTICLE, Act, Annotation, Claim, Dossier, Maker, Relation
from briefing.dossier.judgment import LISTED, SINGLE, TIED
from briefing.dossier.naming import NAMING
from briefing.plaintext import quoted
from briefing.plurals import counted

_PLACELESS = frozenset({*NAMING, *LISTED, *SINGLE})
"""Acts that hang on no words of an article."""


def annex(material: Material, edition: Edition) -> Iterator[Block]:
    """Yield the parts of the annex that are not empty."""
    if not any(material.record.standing()) and not edition.orphans:
        yield paragraph(
            "Nothing in this case has been annotated yet: what follows is what the reading and the rules propose."
        )
    yield from _tagged(material, edition.tags)
    yield from _notes(material)
    yield from _dismissed(material)
    yield from _placeless(material.dossier, edition.orphans)
    yield from _settled(material)
    yield from _open(material)


def _tagged(material: Material, tags: Sequence[str]) -> Iterator[Block]:
    """Yield the tagged claims under each tag, in the order of `tags`; tags that are not among them come after."""
    dossier = material.dossier
    used = {tag for claim in dossier.record.tagged() for tag in dossier.record.tags(claim)}
    for tag in (*(t for t in tags if t in used), *sorted(used - set(tags))):
        claims = dossier.claims_with_tag(tag)
        if claims:
            yield Heading(f"Tagged {folded(tag)} ({len(claims)})")
        for claim in claims:
            yield Quote(claim.quote)
            yield bullets(_particulars(claim, material, tag))


def _dismissed(material: Material) -> Iterator[Block]:
    claims = material.dossier.claims
    dismissed = [claims[a.target] for a in material.record.standing(Act.DISMISS) if a.target in claims]
    if dismissed:
        yield Heading("Dismissed claims")
    for claim in dismissed:
        yield Quote(claim.quote)
        yield bullets(_particulars(claim, material))


def _particulars(claim: Claim, material: Material, under: str = "") -> Iterator[Line]:
    """Yield what is known of a claim: where it stands, whose it is, how firmly, and what the analyst said of it."""
    yield place(claim, material)
    yield (f"Holder: {material.holder(claim)}",)
    yield (f"Held: {claim.mode}, {claim.certainty}",)
    if claim.text != claim.quote:
        yield (f"Read as: {folded(claim.text)}",)
    yield (f"Claim: {proposed_by(claim.by)}",)
    if point := material.stand(claim):
        yield (f"Point: {point}",)
    yield from ((line,) for line in corrections(claim, material))
    others = [folded(t) for t in material.record.tags(claim.id) if t != under]
    if others:
        yield (f"{'Also tagged' if under else 'Tagged'}: {', '.join(others)}",)
    yield from ((remark(a),) for a in material.said_of(claim.id) if a.act in SAID)


def _notes(material: Material) -> Iterator[Block]:
    """Yield what was said of claims without a tag, of actors and of points; the rest stands by its claim, contradiction or source."""
    dossier, record = material.dossier, material.record
    said = [a for act in (Act.NOTE, Act.CREDIBILITY) for a in record.standing(act)]
    evidence = {c.id for c in material.evidence}
    claims = dict.fromkeys(a.target for a in said if a.target not in evidence and _is_bare(a.target, dossier))
    others = [f"{name}: {remark(a)}" for a in said if (name := _name(a.target, dossier))]
    if claims or others:
        yield Heading("Notes")
    for claim in map(dossier.claims.__getitem__, claims):
        yield Quote(claim.quote)
        yield bullets(_particulars(claim, material))
    if others:
        yield bullets(others)


def _is_bare(target: str, dossier: Dossier) -> bool:
    return target in dossier.claims and not dossier.record.tags(target) and not dossier.is_dismissed(target)


def _name(target: str, dossier: Dossier) -> str | None:
    if target in dossier.actors:
        return f"Actor {folded(dossier.actors[target].name)}"
    if target in dossier.points:
        return f"Point {folded(dossier.points[target].phrase)}"
    return None


def _settled(material: Material) -> Iterator[Block]:
    """Yield the contradictions that the analyst judged not to stand."""
    settled = [r for r in material.told if not material.stands(r)]
    if settled:
        yield Heading("Contradictions judged not to stand")
    for relation in settled:
        yield from contradiction(relation, material, level=4)


def _open(material: Material) -> Iterator[Block]:
    """Yield the open contradictions that no judgment rests on, the plainest first, each in a line."""
    if material.open:
        yield Heading("Other open contradictions")
        yield paragraph(f"{len(material.open)} open; found by rules, judged by nobody yet.")
        yield bullets(_in_a_line(r, material) for r in material.open[:MOST_OPEN])
    if len(material.open) > MOST_OPEN:
        more = counted(len(material.open) - MOST_OPEN, "more open contradiction")
        yield paragraph(f"{more} not shown here; the room lists them all.")


def _in_a_line(relation: Relation, material: Material) -> str:
    dossier = material.dossier
    sides = [_side(dossier.claims[c], material) for c in (relation.a, relation.b)]
    phrase = folded(dossier.points[relation.point].phrase) if relation.point in dossier.points else "No point"
    return f"{material.numbers[relation.id]}. {phrase} ({relation.type}): {'; against '.join(sides)}"


def _side(claim: Claim, material: Material) -> str:
    holder = material.dossier.sources[claim.source].name if claim.holder == ARTICLE else claim.holder
    by = f", {pointed(claim)}" if claim.pointed_by is Maker.MODEL else ""
    return f"{folded(holder)}, {quoted(claim.quote)} ({material.source(claim.source)}{by})"


def _placeless(dossier: Dossier, orphans: Sequence[Annotation]) -> Iterator[Block]:
    """Yield the orphans, and what was said of contradictions that are no longer found, with the old words."""
    lost = {a.id: a for a in (*orphans, *_left_over(dossier))}
    if lost:
        yield Heading("Annotations without a place")
        yield paragraph(
            f"{counted(len(lost), 'annotation')} on what is no longer found; the words are those of the time."
        )
    for number in sorted(lost):
        annotation = lost[number]
        yield paragraph(f"{_deed(annotation, dossier)} ({signed(annotation)})")
        for anchor in annotation.anchors:
            if anchor.quote:
                yield Quote(anchor.quote)
            yield bullets([f"File: {folded(anchor.file)}"])


def _left_over(dossier: Dossier) -> Iterator[Annotation]:
    held = list(dossier.record.standing())
    placed = {a.id for a in held if _has_place(a, dossier)}
    return (a for a in held if a.id not in placed)


def _has_place(annotation: Annotation, dossier: Dossier) -> bool:
    if annotation.act in _PLACELESS:
        return True
    tied = annotation.act in TIED | {Act.TAG, Act.CORRECT}
    target = annotation.target.split("/", 1)[0] if tied else annotation.target
    everything = (dossier.claims, dossier.relations, dossier.sources, dossier.actors, dossier.points)
    return any(target in part for part in everything)


def _deed(annotation: Annotation, dossier: Dossier) -> str:
    value = annotation.value or ""
    match annotation.act:
        case Act.TAG:
            return f"Tag {folded(annotation.target.split('/', 1)[1])}"
        case Act.POINT:
            point = dossier.points.get(value)
            return f"Point: {folded(point.phrase) if point else 'one that is gone' if value else 'none'}"
        case _:
            return f"{str(annotation.act).capitalize()}: {value or 'nothing said'}"
