"""Claims that the analyst added, on their words wherever these stand."""

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec.structs import replace

from briefing.dossier import Act, Annotation, Certainty, Claim, Dossier, Maker, Polarity
from briefing.ledger.anchors import find

_SAME = 0.6
"""A claim that was read is on the same words where each of both has so much of the other."""
_NEGATIONS = re.compile(r"\b(?:not|never|no|nobody|nothing|none|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:may|might|could|possibl[ey]|perhaps|maybe)\b")
_PROBABLE = re.compile(r"\b(?:likely|unlikely|probabl[ey]|reportedly|allegedly|apparently|would)\b", re.IGNORECASE)


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
    return [_with_companions(_as_held(c, dossier), dossier) for c in _with_actors(claims, dossier)], tuple(lost)


def _as_held(claim: Claim, dossier: Dossier) -> Claim:
    """Return a claim with the polarity and certainty that were read in its words; where nothing was, with those that its words tell."""
    read = [c for c in dossier.claims_of_source(claim.source) if c.by is not Maker.ANALYST]
    best = max(read, key=lambda c: _shared(c, claim), default=None)
    if best is not None and _shared(best, claim) >= _SAME:
        best = dossier.as_made(best.id)
        return replace(claim, polarity=best.polarity, certainty=best.certainty)
    negative = len(_NEGATIONS.findall(claim.quote)) % 2
    modest = Certainty.PROBABLE if _PROBABLE.search(claim.quote) else Certainty.CERTAIN
    certainty = Certainty.POSSIBLE if _POSSIBLE.search(claim.quote) else modest
    return replace(claim, polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE, certainty=certainty)


def _shared(a: Claim, b: Claim) -> float:
    """Return which share of the longer of two claims is in both."""
    both = min(a.end, b.end) - max(a.start, b.start)
    return max(0, both) / max(a.end - a.start, b.end - b.start, 1)


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
