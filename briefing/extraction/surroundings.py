"""What a claim speaks of, its surroundings included: its own words, actors and frames in full, those of the claims around it fainter.

Short claims ("Never.", "That is a lie.") and the two sides of a dispute, which share few words, take their meaning from what stands around them.
"""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import log

from briefing.dossier import Claim, Source
from briefing.extraction.draft import Draft

FAMILIES = ("word", "stem", "actor", "frame", "figure")
"""The kinds of things that claims have in common, each weighed by itself."""
Signature = dict[str, float]
"""How much each thing counts for a claim; of length 1 or a little less, so that a product of two is like a cosine."""

FADING = (0.6, 0.36, 0.2)
"""What the claims one, two and three places away count for; chosen on the sixteen stories."""
_OTHER_PARAGRAPH = 0.6
"""And once more where they stand in another paragraph."""
_STEM = 5
"""So many letters stand for a family of words ("resign", "resignation")."""
_FLOOR = 10.0
"""Added to the squared length of a signature, so that one rare word in common does not make two short claims the same."""
_KEPT = 12
"""So many things of a family, those that count most, stand for a claim."""
_COMMON = 0.3
"""A thing in more than this share of the claims says nothing,"""
_MOST = 50
"""nor does one in more claims than this: in large cases it keeps the work on a claim the same, whatever the size of the case."""


def signatures(
    family: str, claims: Sequence[Claim], drafts: Mapping[str, Draft], sources: Mapping[str, Source]
) -> list[Signature]:
    """Return the signatures of all claims in one family of things; claims of a source follow each other as they stand in it."""
    own = [frozenset(_things(family, claim, drafts[claim.id])) for claim in claims]
    counts = Counter(thing for things in own for thing in things)
    limit = min(_MOST, max(12, _COMMON * len(claims)))
    rarity = {thing: log(len(claims) / n) for thing, n in counts.items() if 1 < n <= limit}
    places = _places(claims, sources)
    return [_normal(_with_surroundings(n, own, places, around=family != "figure"), rarity) for n in range(len(claims))]


def _things(family: str, claim: Claim, draft: Draft) -> Iterator[str]:
    match family:
        case "word":
            yield from draft.lemmas
        case "stem":
            yield from (w[:_STEM] for w in draft.lemmas if len(w) >= _STEM and w[0].isalpha())
        case "actor":
            yield from claim.actors
            if claim.holder_id is not None:
                yield claim.holder_id
        case "frame":
            yield from (use.frame for use in draft.frames)
        case _:
            yield from (figure.unit for figure in claim.figures if figure.unit)


def _places(claims: Sequence[Claim], sources: Mapping[str, Source]) -> list[tuple[str, int]]:
    """Return the source of every claim and the number of its paragraph there."""
    starts = {s.id: sorted(p.start for p in s.passages) for s in sources.values()}
    return [(c.source, bisect(starts[c.source], c.start)) for c in claims]


def _with_surroundings(
    number: int, own: Sequence[frozenset[str]], places: Sequence[tuple[str, int]], *, around: bool
) -> Signature:
    found: defaultdict[str, float] = defaultdict(float, dict.fromkeys(sorted(own[number]), 1.0))
    source, paragraph = places[number]
    for distance, strength in enumerate(FADING if around else (), 1):
        for other in (number - distance, number + distance):
            if 0 <= other < len(own) and places[other][0] == source:
                share = strength * (1.0 if places[other][1] == paragraph else _OTHER_PARAGRAPH)
                for thing in sorted(own[other]):
                    found[thing] = max(found[thing], share)
    return found


def _normal(found: Signature, rarity: Mapping[str, float]) -> Signature:
    weighed = {thing: share * rarity[thing] for thing, share in found.items() if thing in rarity}
    length = (_FLOOR + sum(value * value for value in weighed.values())) ** 0.5
    kept = sorted(weighed, key=lambda thing: (-weighed[thing], thing))[:_KEPT]
    return {thing: weighed[thing] / length for thing in kept}
