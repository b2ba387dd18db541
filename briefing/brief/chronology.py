"""When what the brief rests on happened, and when it was reported."""

from collections.abc import Iterator

from briefing import overview
from briefing.brief.document import Block, Table, folded, paragraph
from briefing.brief.material import Material, date
from briefing.dossier import Claim
from briefing.plaintext import quoted


def chronology(material: Material) -> Iterator[Block]:
    """Yield the evidence and the tagged claims in the order of the events, then of the reports; what has no date comes last."""
    dossier = material.dossier
    tagged = [dossier.claims[c] for c in material.record.tagged() if c in dossier.claims]
    claims = {c.id: c for c in (*material.evidence, *tagged)}
    if not claims:
        yield paragraph("No evidence is chosen yet.")
        return
    events = overview.chronology(dossier, claims.values())
    dated = {event.claim: _event(claims[event.claim]) for event in events}
    undated = [c for c in claims.values() if c.id not in dated]
    undated.sort(key=lambda c: (date(dossier.sources[c.source]), c.source, c.start))
    rows = [_row(claims[c], when, material) for c, when in (dated | {c.id: "not dated" for c in undated}).items()]
    yield Table("By time of event, then of report", ("Event", "Reported", "Words", "Source"), tuple(rows))


def _row(claim: Claim, event: str, material: Material) -> tuple[str, ...]:
    words = quoted(folded(claim.quote))
    return (event, date(material.dossier.sources[claim.source]), words, _number(claim, material))


def _event(claim: Claim) -> str:
    period = overview.period_of(claim)
    assert period is not None
    ends = dict.fromkeys(filter(None, (period.first, period.last)))
    return " to ".join(ends) + (" (inferred)" if period.inferred else "")


def _number(claim: Claim, material: Material) -> str:
    return ", ".join(filter(None, (material.source(claim.source), material.numbers.get(claim.id))))
