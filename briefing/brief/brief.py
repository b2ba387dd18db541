"""The sections of a brief, in order."""

from briefing.brief.alternatives import alternatives
from briefing.brief.annex import annex
from briefing.brief.chronology import chronology
from briefing.brief.contradictions import evidence_and_contradictions
from briefing.brief.document import Document, Section, bullets, folded, paragraph
from briefing.brief.edition import Edition
from briefing.brief.header import facts
from briefing.brief.judgments import key_judgments
from briefing.brief.knowledge import knowledge
from briefing.brief.material import Material
from briefing.brief.method import method
from briefing.brief.scales import scales
from briefing.brief.sources import source_list
from briefing.brief.summary import source_summary
from briefing.dossier import Act, Dossier
from briefing.dossier.judgment import single, statements


def compose(dossier: Dossier, edition: Edition) -> Document:
    """Return the brief of a dossier; the same dossier and edition give the same document."""
    material = Material(dossier)
    record = dossier.record
    bottom_line = single(record, Act.BOTTOM_LINE)
    sections = (
        Section("Bottom line", (paragraph(bottom_line or "Not written yet."),)),
        Section("Key judgments", tuple(key_judgments(material, edition.last))),
        Section("What we know, what we infer, what we do not know", tuple(knowledge(material))),
        Section("Evidence and contradictions", tuple(evidence_and_contradictions(material))),
        Section("Alternatives considered", tuple(alternatives(material))),
        _listing("Key assumptions", Act.ASSUMPTION, "No assumption is stated.", material),
        _listing("Outlook and indicators", Act.INDICATOR, "No indicator is named.", material),
        _listing("Gaps", Act.GAP, "No gap is named.", material),
        Section("Chronology", tuple(chronology(material))),
        Section("Source summary statement", tuple(source_summary(material))),
        Section("Source list", tuple(source_list(material))),
        Section("Method and machine assistance", tuple(method(dossier))),
        Section("Scales used", tuple(scales())),
        Section("Annex: annotations with their passages", tuple(annex(material, edition))),
    )
    title = folded(single(record, Act.TITLE)) or f"Brief: {folded(edition.case)}"
    return Document(title, missing(material), facts(material, edition), sections)


def missing(material: Material) -> tuple[str, ...]:
    """Return which mandatory parts are empty: with any of them the brief is a draft."""
    return tuple(
        said
        for said, is_there in (
            ("no bottom line yet", single(material.record, Act.BOTTOM_LINE)),
            ("no key judgment yet", material.judgments),
        )
        if not is_there
    )


def _listing(title: str, act: Act, none: str, material: Material) -> Section:
    listed = [s.text for s in statements(material.record, act)]
    return Section(title, (bullets(listed) if listed else paragraph(none),))
