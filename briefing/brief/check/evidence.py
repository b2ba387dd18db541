"""Whether every judgment rests on words that are there, of more than one origin."""

import re
from collections.abc import Iterator

from briefing.brief.check.finding import Finding
from briefing.brief.material import Material
from briefing.dossier import Claim
from briefing.plurals import counted

_SAYS_SO = re.compile(
    r"\b(single|one|sole|only)\b[^.]*\b(source|origin|report|outlet|article|account|witness)", re.IGNORECASE
)


def unsupported(material: Material) -> Iterator[Finding]:
    """Yield the judgments that rest on nothing, and those whose evidence is no longer found."""
    for judgment in material.judgments:
        where = material.numbers[judgment.id]
        if not material.cited_by(judgment):
            yield Finding("no evidence", judgment.id, where, "rests on no evidence")
        if lost := material.lost_of(judgment):
            text = f"{counted(lost, 'item')} of its evidence is no longer found in the files"
            yield Finding("evidence lost", judgment.id, where, text)


def dismissed(material: Material) -> Iterator[Finding]:
    """Yield the judgments that rest on a claim that the analyst dismissed."""
    for judgment in material.judgments:
        for claim in material.claims_of(judgment):
            if material.dossier.is_dismissed(claim.id):
                text = f"rests on {material.numbers[claim.id]}, a claim that was dismissed"
                yield Finding("dismissed evidence", judgment.id, material.numbers[judgment.id], text)


def unresolved(material: Material) -> Iterator[Finding]:
    """Yield the citations that do not lead to exactly these words in a file with a hash."""
    cited = {c.id: c for j in material.judgments for c in material.cited_by(j)} | {c.id: c for c in material.evidence}
    for claim in cited.values():
        if not resolves(claim, material):
            number = material.numbers.get(claim.id, material.source(claim.source))
            yield Finding(
                "citation broken",
                claim.id,
                number,
                "its words do not stand where they are said to, in a file with a hash",
            )


def resolves(claim: Claim, material: Material) -> bool:
    """Tell whether a claim's words stand in its source where they should."""
    source = material.dossier.sources.get(claim.source)
    return (
        source is not None
        and re.fullmatch("[0-9a-f]{64}", source.sha256) is not None
        and source.text[claim.start : claim.end] == claim.quote
        and claim.quote != ""
    )


def single_origin(material: Material) -> Iterator[Finding]:
    """Yield the judgments that rest on one origin and do not say so."""
    for judgment in material.judgments:
        claims = material.cited_by(judgment)
        if len(material.origins(claims)) == 1 and not _SAYS_SO.search(f"{judgment.text}. {judgment.reason}"):
            sources = len({c.source for c in claims})
            text = "rests on a single origin" if sources == 1 else f"rests on {sources} sources of a single origin"
            yield Finding("single origin", judgment.id, material.numbers[judgment.id], f"{text} and does not say so")
