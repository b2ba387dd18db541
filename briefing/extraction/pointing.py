"""Points and commitments where the rules are sure: claims that speak of one event, count one thing, or oppose each other in one matter."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from briefing.dossier import Actor, Claim, Figure, Maker, Point, Polarity, Source
from briefing.extraction.actors import Local
from briefing.extraction.companions import Near
from briefing.extraction.counts import counts
from briefing.extraction.disputes import FEW, disputed
from briefing.extraction.draft import Draft
from briefing.extraction.events import events
from briefing.extraction.meanings import Meanings
from briefing.extraction.plain import Apart
from briefing.extraction.use import Use

_HUB = 12
"""A point that more claims than this would share is a subject, not a point."""
_RARE = 0.04
"""Words in a larger share of the claims do not tell one count from another."""


def point(
    claims: Sequence[Claim],
    drafts: Mapping[str, Draft],
    owners: Mapping[Local, Actor],
    sources: Mapping[str, Source],
    near: Mapping[str, Near],
    meanings: Meanings,
) -> tuple[list[Claim], list[Point]]:
    """Return the claims, those that the rules are sure of on their points, and these points.

    Claims that lie `near` each other and probably dispute one matter come first; of the others, those that agree go on the point
    that fewest share. Among few claims those that oppose each other go there too.
    """
    chosen = {use.claim.id: use for use in disputed(claims, drafts, owners, sources, near, meanings)}
    groups: defaultdict[str, list[Use]] = defaultdict(list)
    telling = _telling(claims, drafts)
    for use in (*events(claims, drafts, owners, telling), *counts(claims, telling)):
        groups[use.point.id].append(use)
    apart = Apart(drafts, owners)
    for point_id in sorted(groups, key=lambda p: (len(groups[p]), p)):
        free = list({u.claim.id: u for u in groups[point_id] if u.claim.id not in chosen}.values())
        if len(claims) > FEW:
            free = _of_one_mind(free)
        else:
            free = [u for n, u in enumerate(free) if not any(apart.are(u.claim, other.claim) for other in free[:n])]
        if _is_point(free):
            chosen |= {use.claim.id: use for use in free}
    points = {u.point.id: u.point for u in reversed(chosen.values())}
    return [_on_point(c, chosen.get(c.id)) for c in claims], [points[p] for p in sorted(points)]


def _telling(claims: Sequence[Claim], drafts: Mapping[str, Draft]) -> dict[str, set[str]]:
    """Return what tells a claim from others: its rarer words, and its actors."""
    spread = Counter(lemma for c in claims for lemma in set(drafts[c.id].lemmas))
    most = max(4, _RARE * len(claims))
    return {c.id: {w for w in drafts[c.id].lemmas if spread[w] <= most} | set(c.actors) for c in claims}


def _of_one_mind(uses: Sequence[Use]) -> list[Use]:
    """Return the uses that agree, of the side that most are on: that the others speak of the same is not sure enough to oppose them."""
    sides = [[u for u in uses if u.commitment.polarity is side] for side in Polarity]
    agreeing: list[Use] = []
    figures: list[Figure] = []
    for use in max(sides, key=len):
        figure = use.commitment.figure
        if figure is None:
            agreeing.append(use)
        elif not any(figure.excludes(other) for other in figures):
            agreeing.append(use)
            figures.append(figure)
    return agreeing


def _is_point(uses: Sequence[Use]) -> bool:
    """Tell whether claims of different holders or sources meet here, and not too many of them."""
    return len({(u.claim.source, u.claim.holder) for u in uses}) > 1 and len(uses) <= _HUB


def _on_point(claim: Claim, use: Use | None) -> Claim:
    if use is None:
        return claim
    return replace(
        claim, point=use.point.id, commitment=use.commitment, words=use.words, pointed_by=Maker.RULES, sure=use.sure
    )
