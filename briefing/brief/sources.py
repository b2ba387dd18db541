"""The sources that the brief rests on, and the files that it does not."""

from collections.abc import Iterator

from briefing.brief.claims import remark
from briefing.brief.markdown import bullets, inline
from briefing.brief.references import References, date
from briefing.dossier import Act, Source


def source_list(references: References) -> Iterator[str]:
    """Yield the sources in the order of their numbers, then the files that were not read, with the reasons."""
    yield "## Sources"
    if not references.read:
        yield "No file was read."
    together: dict[str, list[str]] = {}
    for source in references.read:
        together.setdefault(source.origin or source.id, []).append(references.number(source.id))
    for source in references.read:
        yield f"### {references.number(source.id)}. {inline(source.name)}"
        yield bullets(_particulars(source, references, together[source.origin or source.id]))
    if references.skipped:
        yield "### Files not read"
        yield bullets(f"{inline(s.file)}: {inline(s.skipped or '')}" for s in references.skipped)


def _particulars(source: Source, references: References, same_origin: list[str]) -> Iterator[str]:
    for name, value in (("Title", source.title), ("Publisher", source.publisher), ("Author", source.author)):
        if value:
            yield f"{name}: {inline(value)}{_inferred(name.lower(), source)}"
    if source.skipped is not None:
        yield f"Not analysed: {inline(source.skipped)}"
    yield f"Published: {date(source)}"
    if source.relays:
        yield f"Passes on reporting of: {', '.join(map(inline, source.relays))}{_inferred('relays', source)}"
    yield f"Origin: {'shared by ' + ', '.join(same_origin) if len(same_origin) > 1 else 'its own'}"
    said = references.said_of(source.id)
    if not any(a.act is Act.RELIABILITY for a in said):
        yield "Reliability: not graded"
    yield from (remark(a) for a in said)
    yield f"File: {inline(source.file)}"
    yield f"SHA-256: {source.sha256}"


def _inferred(name: str, source: Source) -> str:
    return " (inferred)" if name in source.inferred else ""
