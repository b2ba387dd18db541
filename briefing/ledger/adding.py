"""Claims that the analyst added, on their words wherever these stand."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from briefing.dossier import Act, Annotation, Claim, Dossier, Maker
from briefing.ledger.anchors import find


def added(dossier: Dossier) -> tuple[list[Claim], tuple[Annotation, ...]]:
    """Return the claims that the analyst added, as made, and the annotations of those whose words are no longer found."""
    sources = {s.file: s for s in dossier.sources.values()}
    claims, lost = list[Claim](), list[Annotation]()
    for said in dossier.record.standing(Act.ADD):
        anchor = said.anchors[0] if said.anchors else None
        source = sources.get(anchor.file) if anchor else None
        place = find(anchor, source.text, source.sha256) if anchor and source else None
        if source is None or place is None:
            lost.append(said)
            continue
        quote, holder = source.text[slice(*place)], said.value or ""
        made = Claim(
            said.target, source.id, *place, quote, " ".join(quote.split()), holder, chain=(holder,), by=Maker.ANALYST
        )
        claims.append(made)
    return _with_actors(claims, dossier), tuple(lost)


def _with_actors(claims: Iterable[Claim], dossier: Dossier) -> list[Claim]:
    """Return claims with the actors, as they were read, that are named in their words."""
    by_source: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    named: defaultdict[str, list[str]] = defaultdict(list)
    for actor in dossier.naming.read.values() if by_source else ():
        for mention in actor.mentions:
            for claim in by_source.get(mention.source, ()):
                if claim.start <= mention.start < claim.end and actor.id not in named[claim.id]:
                    named[claim.id].append(actor.id)
    return [replace(c, actors=tuple(named[c.id])) for same in by_source.values() for c in same]
