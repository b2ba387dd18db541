"""For every claim the claims that may share its point, from the words and actors they have in common."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import log

_MOST = 10
_ACTOR_WEIGHT = 0.7
"""What an actor in common is worth beside a word in common, by the rarity of both; a shared name says less than a shared deed."""
_COMMON = 0.3
"""A word in more than this share of the claims says nothing."""


def companions(features: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return for every claim id at most ten others, best first; features are words, and actors with an "@" before them.

    The weight of a feature is its inverse document frequency (Spaerck Jones 1972); an inverted index keeps it from looking at all pairs.
    """
    index: defaultdict[str, list[str]] = defaultdict(list)
    for claim, found in features.items():
        for feature in dict.fromkeys(found):
            index[feature].append(claim)
    most = max(12, _COMMON * len(features))
    weights = {
        f: log(len(features) / len(claims)) * (_ACTOR_WEIGHT if f.startswith("@") else 1.0)
        for f, claims in index.items()
        if 1 < len(claims) <= most
    }
    return {claim: _nearest(claim, found, index, weights, features) for claim, found in features.items()}


def _nearest(
    claim: str,
    found: Sequence[str],
    index: Mapping[str, Sequence[str]],
    weights: Mapping[str, float],
    features: Mapping[str, Sequence[str]],
) -> tuple[str, ...]:
    scores: Counter[str] = Counter()
    for feature in dict.fromkeys(found):
        if feature in weights:
            for other in index[feature]:
                scores[other] += weights[feature] ** 2  # type: ignore[assignment]
    del scores[claim]
    normal = {other: score / (4 + len(features[other])) ** 0.5 for other, score in scores.items()}
    return tuple(sorted(normal, key=lambda c: (-normal[c], c))[:_MOST])
