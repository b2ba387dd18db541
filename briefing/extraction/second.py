"""A second look at two claims that may be in dispute: what the other disputes of either, and of the claims like them and beside them, say of it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from briefing.dossier import Claim
from briefing.extraction.trees import Rows, Trees, likelihood

NAMES = (
    "odds", "place_low", "place_high", "other_low", "other_high", "rest_low", "rest_high",
    "third", "thirds", "like_low", "like_high", "like_sum", "beside", "beside_sum", "tried",
)  # fmt: skip
"""What each number of a pair is, in order."""

LEAST = 0.1
"""Of the pairs that are less likely at first, one in twenty is a dispute; they are not looked at again."""
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
        self._beside = _beside(claims)

    def likelihood(self, trees: Trees) -> NDArray[np.float64]:
        """Return how likely each pair is after all: by trees that add to its odds, if it was likely enough at first."""
        chances = np.array([chance for _, chance in self._pairs], np.float64)
        again = np.flatnonzero(chances >= LEAST)
        if len(again):
            rows = self.rows(again.tolist())
            chances[again] = likelihood(rows[:, 0] + trees.odds(rows))
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
        found = (
            log(chance / (1 - chance)), *places, *most, *rest,
            max(map(min, thirds), default=0.0), sum(one * two for one, two in thirds),
            *like, sum(map(sum, likes)), max(beside, default=0.0), sum(beside), len(ours) + len(theirs),
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
        return (found[c] for c in self._beside.get(claim, ()) if c in found)


def _beside(claims: Sequence[Claim]) -> Mapping[str, Sequence[str]]:
    """Return for every claim those right before and after it in its source."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, two in pairwise(sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))):
        if one.source == two.source:
            found[one.id].append(two.id)
            found[two.id].append(one.id)
    return found
