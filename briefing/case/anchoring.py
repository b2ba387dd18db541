"""The words that an annotation hangs on."""

from briefing.dossier import Anchor, Dossier
from briefing.ledger import anchor


def anchors_of(dossier: Dossier, target: str) -> tuple[Anchor, ...]:
    """Return the words of a claim, of both sides of a relation, or the file of a source; nothing for what has no words."""
    if target in dossier.sources:
        return (Anchor(dossier.sources[target].file, ""),)
    relation = dossier.relations.get(target)
    ids = (relation.a, relation.b) if relation else (target,)
    claims = (dossier.claims[i] for i in ids if i in dossier.claims)
    return tuple(anchor(dossier.sources[c.source], c.start, c.end) for c in claims)
