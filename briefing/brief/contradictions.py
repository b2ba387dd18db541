"""Claims that cannot stand together: those the analyst judged, then the open ones."""

from collections.abc import Iterator

from briefing.brief.claims import remark
from briefing.brief.markdown import bullets, counted, escape, inline, quotation
from briefing.brief.references import References, signed, stand
from briefing.dossier import Act, Claim, Dossier, Relation, Verdict, ranked

MOST_OPEN = 25
"""Open contradictions that are shown; the rest is counted."""

_VERDICTS = [str(verdict) for verdict in Verdict]


def contradictions(dossier: Dossier, references: References) -> Iterator[str]:
    """Yield every contradiction with a verdict or a note, in the order of the verdicts, then the open ones, best first."""
    judged = judged_relations(dossier)
    taken = {r.id for r in judged}
    rest = [r for r in dossier.conflicts() if r.id not in taken]
    yield "## Contradictions"
    yield f"{len(judged)} with a verdict or a note, {len(rest)} open."
    for number, relation in enumerate([*judged, *rest[:MOST_OPEN]], 1):
        yield from _contradiction(number, relation, dossier, references)
    if len(rest) > MOST_OPEN:
        yield f"{counted(len(rest) - MOST_OPEN, 'more open contradiction')} not shown here; the room lists them all."


def judged_relations(dossier: Dossier) -> list[Relation]:
    """Return the relations of whatever type that carry a verdict or a note."""
    record = dossier.record
    ids = {a.target for act in (Act.VERDICT, Act.NOTE) for a in record.standing(act) if a.target in dossier.relations}
    found = ranked(dossier.relations[i] for i in ids)
    return sorted(found, key=lambda r: _rank(record.get(Act.VERDICT, r.id)))


def _rank(verdict: str | None) -> int:
    return _VERDICTS.index(verdict) if verdict in _VERDICTS else len(_VERDICTS)


def _contradiction(number: int, relation: Relation, dossier: Dossier, references: References) -> Iterator[str]:
    point = dossier.points.get(relation.point)
    a, b = dossier.claims[relation.a], dossier.claims[relation.b]
    yield f"### X{number}. {inline(point.phrase) if point else 'No point'}"
    yield bullets(
        [
            f"Verdict: {_verdict(relation, references)}",
            f"Type: {relation.type} ({relation.kind})",
            f"Reason: {inline(relation.explanation)}",
            f"Rule: {inline(relation.rule)}",
            f"Independence: {_independence(relation, a, b)}",
            *(remark(n) for n in references.said_of(relation.id) if n.act is Act.NOTE),
        ]
    )
    for letter, claim, span in (("A", a, relation.a_words), ("B", b, relation.b_words)):
        yield f"{letter}. {references.holder(claim)}:"
        yield quotation(claim.quote)
        yield bullets(_side(claim, span, dossier, references))


def _verdict(relation: Relation, references: References) -> str:
    given = next((v for v in references.said_of(relation.id) if v.act is Act.VERDICT), None)
    return f"{inline(given.value or '')} ({signed(given)})" if given else "none; proposed by rules, open"


def _independence(relation: Relation, a: Claim, b: Claim) -> str:
    if a.source == b.source:
        return "both in one article"
    return "the sources go back to different origins" if relation.independent else "the sources share one origin"


def _side(claim: Claim, span: tuple[int, int], dossier: Dossier, references: References) -> Iterator[str]:
    yield f"Source: {references.words(claim)}"
    if span != (claim.start, claim.end):
        words = dossier.sources[claim.source].text[slice(*span)]
        yield f"Decisive words: {escape(words)} (characters {span[0]}–{span[1]})"
    if point := stand(claim, dossier):
        yield f"Point: {point}"
