"""Whether judgments name what speaks against the words they rest on."""

from collections.abc import Iterator

from briefing.brief.check.finding import Finding
from briefing.brief.document import folded
from briefing.brief.material import Material


def unnamed(material: Material) -> Iterator[Finding]:
    """Yield the contradictions, open or judged real, that touch a judgment's evidence and are not named in it."""
    for judgment in material.judgments:
        named = {r.id for r in material.relations_of(judgment)}
        touching = {r.id: r for c in material.claims_of(judgment) for r in material.touching(c)}
        for relation in touching.values():
            number = material.numbers[relation.id]
            if relation.id not in named and number not in judgment.text and number not in judgment.reason:
                phrase = folded(material.dossier.points[relation.point].phrase)
                state = material.verdict(relation) or "open"
                text = f"does not name {number} ({state}), which touches its evidence: {phrase}"
                yield Finding("contradiction", judgment.id, material.numbers[judgment.id], text)
