"""Whether everything is there that a brief must have."""

from collections.abc import Iterator

from briefing.brief.check.finding import Finding
from briefing.brief.material import Material
from briefing.dossier import Act
from briefing.dossier.judgment import single, statements


def parts(material: Material) -> Iterator[Finding]:
    """Yield what is missing of the brief as a whole."""
    record = material.record
    for act, text in (
        (Act.BOTTOM_LINE, "is not written; without it the brief is a draft"),
        (Act.TITLE, "is not written; the best title is the answer"),
    ):
        if not single(record, act):
            yield Finding("part missing", str(act), str(act), text)
    if not material.judgments:
        yield Finding(
            "part missing", str(Act.JUDGMENT), "key judgments", "there is none; without one the brief is a draft"
        )
    for act, text in (
        (Act.HYPOTHESIS, "no alternative is stated: what else would explain the evidence?"),
        (Act.ASSUMPTION, "no assumption is stated: what is taken for granted?"),
        (Act.GAP, "no gap is named: what would one need to know?"),
    ):
        if material.judgments and not statements(record, act):
            yield Finding("part missing", str(act), f"{act}s" if act is not Act.HYPOTHESIS else "alternatives", text)
