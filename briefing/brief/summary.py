"""What the sources are worth together: worked out from grades, origins and dates, then edited by the analyst."""

from collections import Counter
from collections.abc import Iterator

from briefing.brief.document import Block, folded, paragraph
from briefing.brief.material import Material, origin_of, signed
from briefing.dossier import Act, Source
from briefing.dossier.grades import RELIABILITY
from briefing.plurals import counted


def source_summary(material: Material) -> Iterator[Block]:
    """Yield the analyst's statement, marked as edited; or the one that is worked out, marked so."""
    edited = next(material.record.standing(Act.SOURCE_SUMMARY), None)
    if edited is not None:
        yield paragraph(edited.value or "")
        yield paragraph(f"Edited by the analyst ({signed(edited)}).")
    else:
        yield paragraph(computed_summary(material))
        yield paragraph("Worked out from grades, origins and dates; not edited by the analyst.")


def computed_summary(material: Material) -> str:
    """Return the statement as it is worked out, a sentence for each thing a reader must know."""
    return " ".join(_sentences(material))


def _sentences(material: Material) -> Iterator[str]:
    used = {c.source for j in material.judgments for c in material.cited_by(j)}
    cited = [s for s in material.read if s.id in used]
    sources, what = (cited, "The judgments rest on") if cited else (material.read, "The case has")
    if not sources:
        yield "There is no source."
        return
    origins = Counter(origin_of(s) for s in sources)
    yield (
        f"{what} {counted(len(sources), 'source')} of {counted(len(origins), 'independent origin')}"
        f"{f', out of {len(material.read)} read' if cited else ''}{_between(sources)}."
    )
    for origin in sorted(o for o, count in origins.items() if count > 1):
        shared = [s for s in sources if origin_of(s) == origin]
        yield f"{_and([_name(s, material) for s in shared])} go back to one origin and count once."
    for source in (s for s in sources if s.relays):
        yield f"{_name(source, material)} passes on the reporting of {_and([folded(r) for r in source.relays])}."
    yield from _grades(sources, material)
    yield from _single(material)


def _between(sources: list[Source]) -> str:
    days = sorted(s.published[:10] for s in sources if s.published)
    if not days:
        return ", none of them dated"
    undated = len(sources) - len(days)
    when = f", published {days[0]}" if days[0] == days[-1] else f", published between {days[0]} and {days[-1]}"
    return when + (f" ({undated} undated)" if undated else "")


def _grades(sources: list[Source], material: Material) -> Iterator[str]:
    grades = {s.id: material.record.get(Act.RELIABILITY, s.id) for s in sources}
    for grade, meaning in RELIABILITY.items():
        graded = [_name(s, material) for s in sources if grades[s.id] == grade]
        if graded:
            yield f"Graded {grade} ({meaning}): {_and(graded)}."
    ungraded = [_name(s, material) for s in sources if grades[s.id] is None]
    if ungraded:
        yield f"Not graded: {_and(ungraded)}."


def _single(material: Material) -> Iterator[str]:
    alone = [material.numbers[j.id] for j in material.judgments if len(material.origins(material.cited_by(j))) == 1]
    if alone:
        yield f"{_and(alone)} {'rests' if len(alone) == 1 else 'rest, each,'} on a single origin."
    disputed = [c for c in material.evidence if material.touching(c)]
    if disputed:
        names = _and([material.numbers[c.id] for c in disputed])
        yield f"Of {counted(len(material.evidence), 'item')} of evidence, {len(disputed)} {'is' if len(disputed) == 1 else 'are'} disputed within the case ({names})."


def _name(source: Source, material: Material) -> str:
    return f"{folded(source.name)} [{material.source(source.id)}]"


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
