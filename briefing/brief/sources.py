"""The sources that the brief rests on, and the files that it does not."""

from collections.abc import Iterator

from briefing.brief.document import Block, Heading, bullets, folded, paragraph
from briefing.brief.material import Material, date, origin_of
from briefing.brief.remarks import remark
from briefing.dossier import Act, Source
from briefing.dossier.grades import RELIABILITY


def source_list(material: Material) -> Iterator[Block]:
    """Yield the sources in the order of their numbers, then the files that were not read, with the reasons."""
    if not material.read:
        yield paragraph("No file was read.")
    together: dict[str, list[str]] = {}
    for source in material.read:
        together.setdefault(origin_of(source), []).append(material.source(source.id))
    for source in material.read:
        number = material.source(source.id)
        yield Heading(f"{number}. {folded(source.name)}", ref=number)
        yield bullets(_particulars(source, material, together[origin_of(source)]))
    if material.skipped:
        yield Heading("Files not read")
        yield bullets(f"{folded(s.file)}: {folded(s.skipped or '')}" for s in material.skipped)


def _particulars(source: Source, material: Material, same_origin: list[str]) -> Iterator[str]:
    for name, value in (("Title", source.title), ("Publisher", source.publisher), ("Author", source.author)):
        if value:
            yield f"{name}: {folded(value)}{_inferred(name.lower(), source)}"
    if source.genre:
        yield f"Descriptor: {folded(source.genre)}{_inferred('genre', source)}"
    if source.skipped is not None:
        yield f"Not analysed: {folded(source.skipped)}"
    yield f"Published: {date(source)}"
    if source.relays:
        yield f"Passes on reporting of: {', '.join(map(folded, source.relays))}{_inferred('relays', source)}"
    yield f"Origin: {'shared by ' + ', '.join(same_origin) if len(same_origin) > 1 else 'its own'}"
    said = material.said_of(source.id)
    grade = material.record.get(Act.RELIABILITY, source.id)
    yield f"Reliability: {grade} ({RELIABILITY.get(grade, 'no such grade')})" if grade else "Reliability: not graded"
    yield from (remark(a) for a in said if a.act is Act.NOTE)
    yield f"File: {folded(source.file)}"
    yield f"SHA-256: {source.sha256}"


def _inferred(name: str, source: Source) -> str:
    return " (inferred)" if name in source.inferred else ""
