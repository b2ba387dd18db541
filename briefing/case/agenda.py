"""In which order an analyst goes through claims and their companions: what is likeliest to be disputed first."""

import heapq
from collections.abc import Iterable

from briefing.case.offers import is_negative
from briefing.dossier import Claim, Dossier

_OTHER_HOLDER, _OTHER_SIGN, _LATER = 1.3, 1.5, 0.12
"""What speaks for a dispute: two holders, one of two claims in the negative; and what each rank lower among the companions speaks against it.

Weighed by hand on three invented stories.
"""


class Agenda:
    """Gives out claims that have companions, each once, those first that are likeliest to be disputed and are not yet."""

    def __init__(self, dossier: Dossier, claims: Iterable[Claim], done: Iterable[str] = ()) -> None:
        self._dossier = dossier
        left = {c.id: c for c in claims}
        for claim in done:
            left.pop(claim, None)
        self._heap = [(-weight, n, c.id) for n, c in enumerate(left.values()) if (weight := self._worth(c)) > 0]
        heapq.heapify(self._heap)

    def next(self) -> str | None:
        """Return the id of the next claim, None when there is none."""
        while self._heap:
            before, place, claim_id = heapq.heappop(self._heap)
            claim = self._dossier.claims.get(claim_id)
            worth = self._worth(claim) if claim is not None else 0
            if worth > 0 and (worth >= -before or not self._heap or worth >= -self._heap[0][0]):
                return claim_id
            if worth > 0:
                heapq.heappush(self._heap, (-worth, place, claim_id))
        return None

    def _worth(self, claim: Claim) -> float:
        dossier = self._dossier
        if not is_in_view(dossier, claim):
            return 0
        met = {c for r in dossier.relations_of(claim.id) for c in (r.a, r.b)}
        found = ((n, dossier.claims.get(c)) for n, c in enumerate(claim.companions) if c not in met)
        return max((_weight(claim, c, n) for n, c in found if c is not None and is_in_view(dossier, c)), default=0)


def companions(dossier: Dossier, claim_id: str) -> list[str]:
    """Return the ids of a claim's companions that are in view, those first that it is likeliest to be at odds with."""
    claim = dossier.claims[claim_id]
    found = [(n, dossier.claims[c]) for n, c in enumerate(claim.companions) if c in dossier.claims and c != claim_id]
    weights = {c.id: _weight(claim, c, rank) for rank, c in found if is_in_view(dossier, c)}
    return sorted(weights, key=lambda c: -weights[c])


def is_in_view(dossier: Dossier, claim: Claim) -> bool:
    """Tell whether a claim is neither dismissed nor behind a curated one."""
    return claim.covered is None and not dossier.is_dismissed(claim.id)


def _weight(claim: Claim, companion: Claim, rank: int) -> float:
    weight = 1 / (1 + _LATER * rank)
    if (claim.holder, claim.source) != (companion.holder, companion.source):
        weight *= _OTHER_HOLDER
    if is_negative(claim) != is_negative(companion):
        weight *= _OTHER_SIGN
    return weight
