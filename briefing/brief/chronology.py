"""When what the brief rests on happened, and when it was reported."""

from collections.abc import Iterator

from briefing import overview
from briefing.brief.document import Block, Table, folded, paragraph
from briefing.brief.material import Material, date
from briefing.dossier import Claim


def chronology(material: Material) -> Iterator[Block]:
    """Yield the evidence and the tagged claims in the order of the events, then of the reports; what has no date comes last."""
    tagged = [material.dossier.claims[c] for c in material.record.tagged() if c in material.dossier.claims]
    claims = {c.id: c for c in (*material.evidence, *tagged)}
    if not claims:
        yield paragraph("No evidence is chosen yet.")
        return
    dated = [e.claim for e in overview.chronology(material.dossier, claims.values())]
    undated = sorted(claims.keys() - set(dated), key=lambda i: _reported(claims[i], material))
    yield Table(
        "By time of event, then of report",
        ("Event", "Reported", "Words", "Source"),
        tuple(_row(claims[i], material) for i in (*dated, *undated)),
    )


def _reported(claim: Claim, material: Material) -> tuple[str, str, int]:
    return date(material.dossier.sources[claim.source]), claim.source, claim.start


def _row(claim: Claim, material: Material) -> tuple[str, ...]:
    words = f"“{folded(claim.quote)}”"
    return (_event(claim), date(material.dossier.sources[claim.source]), words, _number(claim, material))


def _event(claim: Claim) -> str:
    period = overview.period_of(claim)
    if period is None or not (period.first or period.last):
        return "not dated"
    ends = dict.fromkeys(filter(None, (period.first, period.last)))
    return " to ".join(ends) + (" (inferred)" if period.inferred else "")


def _number(claim: Claim, material: Material) -> str:
    return ", ".join(filter(None, (material.source(claim.source), material.numbers.get(claim.id))))
