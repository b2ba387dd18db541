"""For every claim the claims that may share its point, best first: those that speak of the same, rather by others and elsewhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from briefing.dossier import Claim, Source
from briefing.extraction.draft import Draft
from briefing.extraction.meanings import MEANINGS, Meanings
from briefing.extraction.surroundings import FAMILIES, Signature, signatures

_MOST = 10
_NEAR = 30
"""So many claims are looked at for an opposition."""
_LOOKED_AT = 100
"""Of so many, those with most in common, it is asked what they mean, who holds them and where they stand."""
_FEW = 5_000
"""Among so few claims all are compared in what they mean; among more only those, of so many, that share something else."""

Scores = NDArray[np.float64]
"""A number for every claim."""
Postings = Mapping[str, tuple[NDArray[np.int_], Scores]]
"""For every thing the numbers of the claims that have it, and how much it weighs there."""
Near = tuple[tuple[str, float], ...]
"""Claim ids with how much they have in common with one, best first."""


@cache
def weights(*, semantic: bool = False) -> dict[str, float]:
    """Return what each family of things in common is worth, and the same source and holder, from `lexicon/companions.txt`.

    There are two sets: one for what claims mean by their words, one for what they mean by the model of the extra `[semantic]`.
    """
    lines = (files("briefing.extraction") / "lexicon" / "companions.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and line[0] != "#")
    return {name: float(value) for name, *values in rows for value in values[semantic : semantic + 1]}


def companions(near: Mapping[str, Near]) -> dict[str, tuple[str, ...]]:
    """Return for every claim id at most ten others that may share its point, best first."""
    return {claim: tuple(other for other, _ in found[:_MOST]) for claim, found in near.items()}


def neighbours(
    claims: Sequence[Claim],
    drafts: Mapping[str, Draft],
    sources: Mapping[str, Source],
    meanings: Meanings,
) -> dict[str, Near]:
    """Return for every claim id at most thirty others that have something in common with it, best first, and how much.

    Claims of a source stand next to each other, in its order. An inverted index keeps it from looking at all pairs; equal
    scores are ordered by id, so that the result is the same on every machine.
    """
    worth = weights(semantic=meanings.by_encoder)
    joint = _joint(claims, drafts, sources, worth)
    index = _index(joint)
    order = _Order(claims, meanings, worth)
    return {
        claim.id: order.nearest(number, _scores(joint[number], index, len(claims)))
        for number, claim in enumerate(claims)
    }


def _joint(
    claims: Sequence[Claim], drafts: Mapping[str, Draft], sources: Mapping[str, Source], worth: Mapping[str, float]
) -> list[Signature]:
    """Put the signatures of all families into one, so that a product of two sums up the weighed products of each."""
    joint: list[Signature] = [{} for _ in claims]
    for family in FAMILIES:
        share = worth[family] ** 0.5
        for whole, part in zip(joint, signatures(family, claims, drafts, sources), strict=True):
            whole.update({f"{family} {thing}": share * value for thing, value in part.items()})
    return joint


def _index(joint: Sequence[Signature]) -> Postings:
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    values: defaultdict[str, list[float]] = defaultdict(list)
    for number, signature in enumerate(joint):
        for thing, value in signature.items():
            numbers[thing].append(number)
            values[thing].append(value)
    return {thing: (np.array(numbers[thing]), np.array(values[thing])) for thing in numbers}


def _scores(signature: Signature, index: Postings, count: int) -> Scores:
    """Return how much every claim has in common with one of this signature."""
    if not signature:
        return np.zeros(count)
    numbers, shares = zip(*((n, signature[t] * its) for t in signature for n, its in [index[t]]), strict=True)
    return np.asarray(np.bincount(np.concatenate(numbers), np.concatenate(shares), count), np.float64)


class _Order:
    """Puts claims in the order of what they have in common with one and mean, those of its source and holder behind."""

    def __init__(self, claims: Sequence[Claim], meanings: Meanings, worth: Mapping[str, float]) -> None:
        self._meanings = meanings
        self._worth = np.array([worth[name] for name in MEANINGS])
        self._ids = [claim.id for claim in claims]
        self._rank = np.unique(self._ids, return_inverse=True)[1]
        self._same = [
            (np.unique([getattr(claim, name) for claim in claims], return_inverse=True)[1], worth[name])
            for name in ("source", "holder")
        ]

    def nearest(self, number: int, scores: Scores) -> Near:
        few = len(scores) <= _FEW
        if few:
            scores = scores + self._meant(number, slice(None))
        scores[number] = 0.0
        some = np.flatnonzero(scores)
        if len(some) > _LOOKED_AT:
            least = np.partition(scores[some], -_LOOKED_AT)[-_LOOKED_AT]
            some = some[scores[some] >= least]
        some = some[np.argsort(-scores[some], kind="stable")[:_LOOKED_AT]]
        final = scores[some] if few else scores[some] + self._meant(number, some)
        final = final + sum((values[some] == values[number]) * worth for values, worth in self._same)
        final = np.round(final, 9)
        best = np.lexsort((self._rank[some], -final))[:_NEAR]
        return tuple((self._ids[n], score) for n, score in zip(some[best].tolist(), final[best].tolist(), strict=True))

    def _meant(self, number: int, others: "slice | NDArray[np.int_]") -> Scores:
        """Return what it is worth how near others are to one in what they mean."""
        one, other = self._worth[:, None] * self._meanings.near(number, others)
        return np.asarray(one + other, np.float64)
