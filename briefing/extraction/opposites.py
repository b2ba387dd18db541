"""Words of which one says what the other denies, from `lexicon/opposites.txt` and by what turns a word round."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_TURNS_ROUND = ("un", "in", "im", "ir", "il", "dis", "non")
_LEAST = 4
"""A word that a prefix turns round has so many letters."""


@cache
def _rows() -> Mapping[str, frozenset[str]]:
    text = (files("briefing.extraction") / "lexicon" / "opposites.txt").read_text("utf-8")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        if line and not line.startswith("#"):
            some, others = (side.split() for side in line.split(":"))
            for word in some:
                found[word] |= set(others)
    return {word: frozenset(others) for word, others in found.items()}


def opposites_of(predicate: str) -> frozenset[str]:
    """Return the predicates that are the opposite of one, of each pair only from the side named first."""
    turned = {f"{prefix}{predicate}" for prefix in _TURNS_ROUND} if len(predicate) >= _LEAST else set()
    return frozenset(_rows().get(predicate, frozenset()) | turned)


def are_listed(one: str, two: str) -> bool:
    """Tell whether two predicates are opposites by themselves, not only by what stands before one of them."""
    return two in _rows().get(one, ()) or one in _rows().get(two, ())


def are_opposite(one: str, two: str) -> bool:
    """Tell whether two predicates are opposites."""
    return two in opposites_of(one) or one in opposites_of(two)


def is_quality(participle: str, lemma: str) -> bool:
    """Tell whether a participle is rather a quality, which has an opposite that its verb has not ("armed", "forced")."""
    vocabulary = _rows().keys() | _others()
    return lemma not in vocabulary and (participle in vocabulary or participle.startswith("un"))


@cache
def _others() -> frozenset[str]:
    return frozenset(word for others in _rows().values() for word in others)
