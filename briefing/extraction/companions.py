"""For every claim the claims that may share its point, best first: those that speak of the same, rather by others and elsewhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from heapq import nlargest
from importlib.resources import files
from itertools import repeat
from operator import itemgetter

from briefing.dossier import Claim, Source
from briefing.extraction.draft import Draft
from briefing.extraction.semantic import Encoder, Vectors, likenesses, with_meaning
from briefing.extraction.surroundings import FAMILIES, Signature, signatures

_MOST = 10
_NEAR = 30
"""So many claims are looked at for an opposition."""
_LOOKED_AT = 100
"""Of so many, those with most in common, it is asked who holds them and where they stand."""

Near = tuple[tuple[str, float], ...]
"""Claim ids with how much they have in common with one, best first."""


@cache
def weights(*, semantic: bool = False) -> dict[str, float]:
    """Return what each family of things in common is worth, and the same source and holder, from `lexicon/companions.txt`.

    There are two sets: by words alone, and with what claims mean beside them.
    """
    lines = (files("briefing.extraction") / "lexicon" / "companions.txt").read_text("utf-8").splitlines()
    rows = (line.split() for line in lines if line and line[0] != "#")
    return {name: float(value) for name, *values in rows for value in values[semantic : semantic + 1] if value != "-"}


def companions(near: Mapping[str, Near]) -> dict[str, tuple[str, ...]]:
    """Return for every claim id at most ten others that may share its point, best first."""
    return {claim: tuple(other for other, _ in found[:_MOST]) for claim, found in near.items()}


def neighbours(
    claims: Sequence[Claim],
    drafts: Mapping[str, Draft],
    sources: Mapping[str, Source],
    encoder: Encoder | None = None,
) -> dict[str, Near]:
    """Return for every claim id at most thirty others that have something in common with it, best first, and how much.

    Claims of a source stand next to each other, in its order. An inverted index keeps it from looking at all pairs; equal
    scores are ordered by id, so that the result is the same on every machine. With an encoder what claims mean counts too,
    between all pairs; its sums may differ in the last place between processors.
    """
    worth = weights(semantic=encoder is not None)
    joint = _joint(claims, drafts, sources, worth)
    index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, signature in enumerate(joint):
        for thing, value in signature.items():
            index[thing].append((number, value))
    likeness = repeat(None, len(claims)) if encoder is None else likenesses(claims, encoder, worth)
    return {
        claim.id: _nearest(number, claims, _scores(joint[number], index, like), worth)
        for number, (claim, like) in enumerate(zip(claims, likeness, strict=True))
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


def _scores(
    signature: Signature, index: Mapping[str, Sequence[tuple[int, float]]], likeness: Vectors | None
) -> Mapping[int, float]:
    scores: defaultdict[int, float] = defaultdict(float)
    for thing, value in signature.items():
        for other, its in index[thing]:
            scores[other] += value * its
    return scores if likeness is None else with_meaning(scores, likeness, _LOOKED_AT + 1)


def _nearest(number: int, claims: Sequence[Claim], scores: Mapping[int, float], worth: Mapping[str, float]) -> Near:
    claim = claims[number]
    ranked = []
    others = ((other, score) for other, score in scores.items() if other != number)
    for other, score in nlargest(_LOOKED_AT, others, key=itemgetter(1)):
        its_source, its_holder = claims[other].source == claim.source, claims[other].holder == claim.holder
        final = score + worth["source"] * its_source + worth["holder"] * its_holder
        ranked.append((-round(final, 9), claims[other].id))
    return tuple((other, -less) for less, other in sorted(ranked)[:_NEAR])
