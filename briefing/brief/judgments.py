"""The key judgments, each a sentence with its likelihood and its sources, and a sentence of its own for the confidence."""

from collections.abc import Iterator

from briefing.brief.difference import change_of, changes
from briefing.brief.document import Block, Cites, Heading, Line, Strong, bullets, paragraph
from briefing.brief.material import Material
from briefing.brief.version import Version
from briefing.dossier import Judgment, Likelihood
from briefing.plurals import counted

_LEADS = {
    Likelihood.EVEN: ("We assess there is a ", " that "),
    Likelihood.ALMOST_NO_CHANCE: ("We assess there is ", " that "),
}
_USUAL_LEAD = ("We assess it is ", " that ")


def key_judgments(material: Material, last: Version | None) -> Iterator[Block]:
    """Yield the judgments in the analyst's order, and what changed since the last version."""
    if not material.judgments:
        yield paragraph("No judgment is written yet.")
    for judgment in material.judgments:
        number = material.numbers[judgment.id]
        yield paragraph(f"{number}. ", *sentence(judgment, material), ref=number)
        yield bullets(_particulars(judgment, material, last))
    if last is not None:
        yield Heading(f"Changes since v{last.version}")
        yield bullets(changes(material, last) or ["No judgment, evidence, contradiction or grade changed."])


def sentence(judgment: Judgment, material: Material) -> Line:
    """Return a judgment as a sentence: "We assess it is **likely (55-80 %)** that ... [S3, S7].", with an en dash."""
    text = judgment.text.strip().rstrip(".")
    cites = material.cites(material.cited_by(judgment))
    end: Line = (" ", cites, ".") if cites.refs else (".",)
    if judgment.likelihood is None:
        return ("We assess that ", text, *end)
    before, after = _LEADS.get(judgment.likelihood, _USUAL_LEAD)
    return (before, Strong(judgment.likelihood.bracketed), after, text, *end)


def _particulars(judgment: Judgment, material: Material, last: Version | None) -> Iterator[Line]:
    reason = f" Reason: {judgment.reason}" if judgment.reason else " No reason is given."
    yield (f"Confidence: {judgment.confidence or 'not stated'}.{reason}",)
    numbers = material.numbers
    claims, relations = material.claims_of(judgment), material.relations_of(judgment)
    if claims:
        yield ("Evidence: ", Cites(tuple(numbers[c.id] for c in claims)))
    else:
        yield ("Evidence: none.",)
    if relations:
        yield ("Contradictions: ", Cites(tuple(numbers[r.id] for r in relations)))
    if lost := material.lost_of(judgment):
        yield (f"{counted(lost, 'item')} of its evidence can no longer be found in the files.",)
    if judgment.would_change:
        yield (f"What would change it: {judgment.would_change}",)
    if judgment.group:
        others = [numbers[j.id] for j in material.judgments if j.group == judgment.group and j.id != judgment.id]
        yield (f"Excludes: {', '.join(others) or 'no other judgment'} ({judgment.group})",)
    if last is not None:
        yield (f"Change since v{last.version}: {change_of(judgment, material, last)}",)
