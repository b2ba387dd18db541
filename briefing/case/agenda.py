"""In which order an analyst goes through claims and their companions: what is likeliest to be disputed first."""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.dossier import Claim, Dossier, Maker

_OTHER_HOLDER, _OTHER_ARTICLE, _LATER = 2.0, 1.3, 0.25
_BEST, _SETTLED = 3, 0.2
"""How likely a dispute is, by what sets two claims apart and their rank as companions; how many pairs speak for going to a claim; what it is
still worth when it is in a contradiction.

Chosen by the keys that it takes to ten questions of sixteen invented stories (tests/quality/keys_to_contradictions.py). That one of two claims is in
the negative made it no shorter.
"""


class Agenda:
    """Gives out claims that have companions, each once; those first that promise most disputes not yet seen from the other side."""

    def __init__(self, dossier: Dossier, claims: Iterable[Claim], done: Iterable[str] = ()) -> None:
        self._dossier = dossier
        self._naming = _added_naming(dossier)
        self._done = set(done)
        worths = ((self._worth(c), n, c.id) for n, c in enumerate(claims) if c.id not in self._done)
        self._heap = [(-worth, place, claim) for worth, place, claim in worths if worth > 0]
        heapq.heapify(self._heap)

    def next(self) -> str | None:
        """Return the id of the next claim, None when there is none."""
        while self._heap:
            _, place, claim_id = heapq.heappop(self._heap)
            claim = self._dossier.claims.get(claim_id)
            worth = self._worth(claim) if claim is not None else 0
            if worth > 0 and (not self._heap or (-worth, place) <= self._heap[0][:2]):
                self._done.add(claim_id)
                return claim_id
            if worth > 0:
                heapq.heappush(self._heap, (-worth, place, claim_id))
        return None

    def _worth(self, claim: Claim) -> float:
        """Return what going to a claim promises; it only falls while the analyst goes on, but where he takes something back."""
        if not is_in_view(self._dossier, claim):
            return 0
        unseen = (
            weight
            for weight, c in _weighed(self._dossier, claim, self._naming)
            if not (c.id in self._done and claim.id in c.companions)
        )
        settled = any(r.type.is_conflict for r in self._dossier.relations_of(claim.id))
        return sum(heapq.nlargest(_BEST, unseen)) * (_SETTLED if settled else 1)


def companions(dossier: Dossier, claim_id: str) -> list[str]:
    """Return the ids of a claim's companions that are in view, those first that it is likeliest to be at odds with."""
    found = _weighed(dossier, dossier.claims[claim_id], _added_naming(dossier))
    weighed = sorted(found, key=lambda one: -one[0])
    return [companion.id for _, companion in weighed]


def is_in_view(dossier: Dossier, claim: Claim) -> bool:
    """Tell whether a claim is neither dismissed nor behind a curated one."""
    return claim.covered is None and not dossier.is_dismissed(claim.id)


def _added_naming(dossier: Dossier) -> Mapping[str, Sequence[tuple[int, str]]]:
    """Return for each claim those that the analyst added and that name it as a companion, with its rank there."""
    naming: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for claim in dossier.claims.values():
        if claim.by is Maker.ANALYST:
            for rank, companion_id in enumerate(claim.companions):
                naming[companion_id].append((rank, claim.id))
    return naming


def _weighed(
    dossier: Dossier, claim: Claim, naming: Mapping[str, Sequence[tuple[int, str]]]
) -> Iterator[tuple[float, Claim]]:
    for rank, companion_id in (*enumerate(claim.companions), *naming.get(claim.id, ())):
        companion = dossier.claims.get(companion_id)
        if companion is not None and companion is not claim and is_in_view(dossier, companion):
            weight = 1 / (1 + _LATER * rank)
            weight *= _OTHER_HOLDER if (claim.holder, claim.source) != (companion.holder, companion.source) else 1
            weight *= _OTHER_ARTICLE if claim.source != companion.source else 1
            yield weight, companion
