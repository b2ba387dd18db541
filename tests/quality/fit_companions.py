"""Fit what companions go by, and write `briefing/extraction/lexicon/companions.txt`.

    python -m tests.quality.fit_companions [--write] FOLDER ...

Fitted, and written, is the set of weights that this installation uses: with the meanings of words, or of the optional extra `[semantic]`.
The folders are stories with gold. A logistic regression over all pairs of claims of a story, conflicts against the rest, gives what a family of
things in common is worth. Printed: companions at ten on each fold of four stories left out of the fit, by all families and without each of them.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np

from briefing.cache import Cache
from briefing.extraction import encoder
from briefing.extraction.companions import weights as kept
from briefing.extraction.meanings import MEANINGS, Meanings
from briefing.extraction.reader import Reader
from briefing.extraction.surroundings import FAMILIES, signatures
from tests.quality.gold import Story, read_story
from tests.quality.regression import Matrix, logistic

_ENCODER = encoder(Cache.of_user())
_SOURCE_AND_HOLDER = ("source", "holder")
_NAMES = (*FAMILIES, *_SOURCE_AND_HOLDER, *MEANINGS)
_FOLDS = 4
_HEAD = """\
# What it is worth that two claims have something in common, in the order of companions. A negative weight: rather not.
# First by what words mean, then by what the optional extra [semantic] makes of the claims.
# Made by tests/quality/fit_companions.py: a logistic regression of all pairs of claims of a story, those in conflict against the rest.
# Data: {n} stories invented for this project (MIT), their conflicts marked by their authors: {names}.
"""


@dataclass(frozen=True, slots=True)
class Pairs:
    """All claims of a story against all: a matrix for each of `_NAMES`, which pairs conflict, and the sides of every conflict by number."""

    terms: Matrix
    conflict: Matrix
    sides: list[tuple[list[int], list[int]]]


def pairs_of(story: Story) -> Pairs:
    number = {c.id: n for n, c in enumerate(story.claims)}
    terms = [_products(signatures(f, story.claims, story.drafts, story.sources)) for f in FAMILIES]
    terms.append(_same([c.source for c in story.claims]))
    terms.append(_same([c.holder for c in story.claims]))
    meanings = Meanings(story.claims, _ENCODER)
    terms.extend(np.stack([meanings.near(n) for n in range(len(number))], axis=1))
    sides = [([number[x] for x in a], [number[x] for x in b]) for a, b in story.conflicts]
    conflict = np.zeros((len(number), len(number)))
    for a, b in sides:
        conflict[np.ix_(a, b)] = conflict[np.ix_(b, a)] = 1
    return Pairs(np.stack(terms), conflict, sides)


def _products(found: Sequence[dict[str, float]]) -> Matrix:
    column = {thing: n for n, thing in enumerate(sorted({t for s in found for t in s}))}
    rows = np.zeros((len(found), len(column)))
    for n, signature in enumerate(found):
        for thing, value in signature.items():
            rows[n, column[thing]] = value
    return rows @ rows.T


def _same(values: Sequence[str]) -> Matrix:
    return np.array([[float(a == b) for a in values] for b in values])


def fit(stories: Sequence[Pairs], used: Sequence[int]) -> Matrix:
    """Return the weights of the terms used, the others 0."""
    upper = [np.triu_indices(len(s.conflict), 1) for s in stories]
    x = np.concatenate([s.terms[used][:, rows, cols].T for s, (rows, cols) in zip(stories, upper, strict=True)])
    y = np.concatenate([s.conflict[at] for s, at in zip(stories, upper, strict=True)])
    weights = logistic(np.c_[x, np.ones(len(x))], y)
    result = np.zeros(len(_NAMES))
    result[list(used)] = weights[:-1]
    return result


def met(story: Pairs, weights: Matrix) -> int:
    """Return of how many conflicts one side is among the ten nearest of the other."""
    scores = np.tensordot(weights, story.terms, 1)
    np.fill_diagonal(scores, -np.inf)
    near = [set(row) for row in np.argsort(-scores, axis=1, kind="stable")[:, :10].tolist()]
    return sum(any(x in near[y] or y in near[x] for x in a for y in b) for a, b in story.sides)


def held_out(stories: Sequence[Pairs], used: Sequence[int]) -> float:
    found = 0
    for fold in range(_FOLDS):
        weights = fit([s for n, s in enumerate(stories) if n % _FOLDS != fold], used)
        found += sum(met(s, weights) for s in stories[fold::_FOLDS])
    return found / sum(len(s.sides) for s in stories)


def main() -> None:
    folders = sorted(Path(a) for a in sys.argv[1:] if a != "--write")
    reader = Reader()
    stories = [pairs_of(read_story(folder, reader, relays=False)) for folder in folders]
    every = range(len(_NAMES))
    print(f"held out: all {held_out(stories, every):.3f}")
    for n in every:
        print(f"  without {_NAMES[n]:8}{held_out(stories, [m for m in every if m != n]):.3f}")
    weights = fit(stories, every)
    fitted = {
        name: weight if name in _SOURCE_AND_HOLDER else max(0, weight)
        for name, weight in zip(_NAMES, weights, strict=True)
    }
    sets = [kept(), fitted] if _ENCODER else [fitted, kept(semantic=True)]
    lines = [" ".join([name, *(f"{s[name]:.2f}" for s in sets)]) for name in _NAMES]
    print("\n".join(lines))
    if "--write" in sys.argv:
        head = _HEAD.format(n=len(folders), names=" ".join(f.name for f in folders))
        target = Path(str(files("briefing.extraction") / "lexicon" / "companions.txt"))
        target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
