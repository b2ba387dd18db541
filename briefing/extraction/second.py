"""A second look at two claims that may be in dispute: what the other disputes of either, and of the claims like them and beside them, say of it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from briefing.dossier import ARTICLE, Claim
from briefing.extraction.trees import Rows, Trees, likelihood

NAMES = (
    "odds", "place_low", "place_high", "other_low", "other_high", "rest_low", "rest_high",
    "third", "thirds", "like_low", "like_high", "like_sum", "beside", "beside_sum", "tried",
    "sides", "sides_sum", "sides_tried", "sources", "holder_low", "holder_high", "around", "around_sum", "around_tried",
)  # fmt: skip
"""What each number of a pair is, in order."""

LEAST = 0.1
"""Of the pairs that are less likely at first, one in twenty is a dispute; they are not looked at again."""
_AROUND = 3
"""The claims up to so many places away are around one."""
_NOT_TRIED = -0.1
"""Stands for how likely pairs are of which there are none."""
_DIGITS = 4

Alike = Callable[[str, str], float]
"""Tells how near two claims of these ids are in what they mean."""


class SecondLook:
    """Tells of the pairs of a case, given as two ids each, with how likely each was at the first look."""

    def __init__(
        self, claims: Sequence[Claim], pairs: Sequence[tuple[str, str]], chances: Sequence[float], alike: Alike
    ) -> None:
        self._alike = alike
        self._pairs = list(zip(pairs, chances, strict=True))
        self._against: defaultdict[str, dict[str, float]] = defaultdict(dict)
        for (a, b), chance in self._pairs:
            self._against[a][b] = self._against[b][a] = chance
        ordered = sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))
        self._place = {c.id: n for n, c in enumerate(ordered)}
        self._by_place = [(c.id, c.source) for c in ordered]
        self._holder = {c.id: (c.holder, c.source if c.holder == ARTICLE else "") for c in claims}
        self._among: defaultdict[object, list[float]] = defaultdict(list)
        for (a, b), chance in self._pairs:
            for group in self._groups(a, b):
                self._among[group].append(chance)

    def likelihood(self, trees: Trees) -> NDArray[np.float64]:
        """Return how likely each pair is after all: by trees that add to its odds, if it was likely enough at first."""
        chances = np.array([chance for _, chance in self._pairs], np.float64)
        again = np.flatnonzero(chances >= LEAST)
        if len(again):
            first = np.log(chances[again] / (1 - chances[again]))
            chances[again] = likelihood(first + trees.odds(self.rows(again.tolist())))
        return chances

    def rows(self, which: Sequence[int]) -> Rows:
        """Return the numbers that `NAMES` names for the pairs of these numbers."""
        return np.array([self._of(*self._pairs[n][0], self._pairs[n][1]) for n in which]).reshape(-1, len(NAMES))

    def _of(self, a: str, b: str, chance: float) -> list[float]:
        ours, theirs = self._against[a], self._against[b]
        others = [[other for c, other in found.items() if c not in {a, b}] for found in (ours, theirs)]
        places = sorted(sum(other > chance for other in some) for some in others)
        most = sorted(max(some, default=0.0) for some in others)
        rest = sorted(sum(some) for some in others)
        thirds = [(ours[c], theirs[c]) for c in sorted(ours.keys() & theirs.keys())]
        likes = [[*self._likes(a, b)], [*self._likes(b, a)]]
        like = sorted(max(some, default=0.0) for some in likes)
        beside = [*self._next_to(a, b), *self._next_to(b, a)]
        among = [self._among[group] for group in self._groups(a, b)]
        sides, sources, *holders = (
            (sum(some) - chance) / (len(some) - 1) if some[1:] else _NOT_TRIED for some in among
        )
        around = [*self._around(a, b)]
        found = (
            log(chance / (1 - chance)), *places, *most, *rest,
            max(map(min, thirds), default=0.0), sum(one * two for one, two in thirds),
            *like, sum(map(sum, likes)), max(beside, default=0.0), sum(beside), len(ours) + len(theirs),
            sides, sum(among[0]) - chance, len(among[0]), sources, *sorted(holders),
            max(around, default=0.0), sum(around), len(around),
        )  # fmt: skip
        return [round(float(number), _DIGITS) for number in found]

    def _likes(self, claim: str, other: str) -> Iterator[float]:
        """Yield how likely a claim disputes others, each by how much that one is like the other."""
        for c, chance in sorted(self._against[claim].items()):
            if c != other:
                yield chance * max(0.0, self._alike(c, other))

    def _next_to(self, claim: str, other: str) -> Iterator[float]:
        """Yield how likely the claims right before and after one dispute the other."""
        found = self._against[other]
        return (found[c] for c in self._from(claim, 1) if c in found)

    def _around(self, a: str, b: str) -> Iterator[float]:
        """Yield how likely the claims around either dispute those around the other, they themselves among them but for the pair itself."""
        theirs = [*self._from(b, _AROUND), b]
        for one in (*self._from(a, _AROUND), a):
            found = self._against.get(one, {})
            yield from (found[c] for c in theirs if c in found and {one, c} != {a, b})

    def _from(self, claim: str, most: int) -> Iterator[str]:
        """Yield the claims of its source up to so many places away from one."""
        place = self._place[claim]
        source = self._by_place[place][1]
        for other in range(max(0, place - most), min(len(self._by_place), place + most + 1)):
            if other != place and self._by_place[other][1] == source:
                yield self._by_place[other][0]

    def _groups(self, a: str, b: str) -> tuple[object, ...]:
        """Return what other pairs a pair belongs with: of the same two holders, of the same two sources, and of the holder of either."""
        holders = self._holder[a], self._holder[b]
        sources = (self._by_place[self._place[c]][1] for c in (a, b))
        return frozenset(holders), ("sources", frozenset(sources)), *(("holder", one) for one in holders)
