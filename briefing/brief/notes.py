"""Notes that stand nowhere else in the brief, and annotations whose place is gone."""

from collections.abc import Iterator, Sequence

from briefing.brief.claims import particulars, remark
from briefing.brief.markdown import bullets, counted, escape, inline, quotation
from briefing.brief.references import References, signed
from briefing.dossier import Act, Annotation, Dossier
from briefing.dossier.judgment import LISTED, SINGLE, TIED


def notes(dossier: Dossier, references: References) -> Iterator[str]:
    """Yield what was said of claims without a tag, of actors and of points; the rest stands by its claim, contradiction or source."""
    said = [a for act in (Act.NOTE, Act.CREDIBILITY) for a in dossier.record.standing(act)]
    claims = dict.fromkeys(a.target for a in said if _is_bare(a.target, dossier))
    others = [f"{name}: {remark(a)}" for a in said if (name := _name(a.target, dossier))]
    if claims or others:
        yield "## Notes"
    for claim in map(dossier.claims.__getitem__, claims):
        yield quotation(claim.quote)
        yield bullets(particulars(claim, dossier, references))
    if others:
        yield bullets(others)


def _is_bare(target: str, dossier: Dossier) -> bool:
    return target in dossier.claims and not dossier.record.tags(target) and not dossier.is_dismissed(target)


def _name(target: str, dossier: Dossier) -> str | None:
    if target in dossier.actors:
        return f"Actor {inline(dossier.actors[target].name)}"
    if target in dossier.points:
        return f"Point {inline(dossier.points[target].phrase)}"
    return None


def placeless(dossier: Dossier, orphans: Sequence[Annotation]) -> Iterator[str]:
    """Yield the orphans, and what was said of contradictions that are no longer found, with the old words."""
    lost = {a.id: a for a in (*orphans, *_left_over(dossier))}
    if lost:
        yield "## Annotations without a place"
        yield f"{counted(len(lost), 'annotation')} on what is no longer found; the words are those of the time."
    for number in sorted(lost):
        annotation = lost[number]
        yield f"{_deed(annotation, dossier)} ({signed(annotation)})"
        for anchor in annotation.anchors:
            if anchor.quote:
                yield quotation(anchor.quote)
            yield bullets([f"File: {inline(anchor.file)}"])


def _left_over(dossier: Dossier) -> Iterator[Annotation]:
    held = list(dossier.record.standing())
    placed = {a.id for a in held if _has_place(a, dossier)}
    return (a for a in held if a.id not in placed)


def _has_place(annotation: Annotation, dossier: Dossier) -> bool:
    if annotation.act in LISTED or annotation.act in SINGLE:
        return True
    tied = annotation.act is Act.TAG or annotation.act in TIED
    target = annotation.target.split("/", 1)[0] if tied else annotation.target
    everything = (dossier.claims, dossier.relations, dossier.sources, dossier.actors, dossier.points)
    return any(target in part for part in everything)


def _deed(annotation: Annotation, dossier: Dossier) -> str:
    value = annotation.value or ""
    match annotation.act:
        case Act.TAG:
            return f"Tag {inline(annotation.target.split('/', 1)[1])}"
        case Act.POINT:
            point = dossier.points.get(value)
            return f"Point: {inline(point.phrase) if point else 'one that is gone' if value else 'none'}"
        case _:
            return f"{str(annotation.act).capitalize()}: {escape(value) or 'nothing said'}"
