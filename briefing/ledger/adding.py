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
    return [_with_companions(c, dossier) for c in _with_actors(claims, dossier)], tuple(lost)


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


def _with_companions(claim: Claim, dossier: Dossier) -> Claim:
    """Return a claim with the companions of what was read in its words; where nothing was, of what was read nearest to them."""
    read = [c for c in dossier.claims_of_source(claim.source) if c.by is not Maker.ANALYST and c.companions]
    here = [c for c in read if _apart(c, claim) == 0] or sorted(read, key=lambda c: _apart(c, claim))[:1]
    ranked = sorted((rank, n, i) for n, c in enumerate(here) for rank, i in enumerate(c.companions))
    same = {claim.id, *(c.id for c in here), *(c.covered for c in here)}
    return replace(claim, companions=tuple(dict.fromkeys(i for _, _, i in ranked if i not in same)))


def _apart(a: Claim, b: Claim) -> int:
    """Return how many characters lie between two claims of a source, 0 where they share some."""
    return max(0, a.start - b.end + 1, b.start - a.end + 1)
