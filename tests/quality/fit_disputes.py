"""Fit how likely two claims that lie near each other dispute one matter, and write `briefing/extraction/lexicon/disputes.txt`,
or, where the optional extra `[semantic]` is installed, `disputes-semantic.txt` beside it.

    pip install --group fit        (scikit-learn, needed for this script alone)
    python -m tests.quality.fit_disputes [--write] FOLDER ...

FOLDERs are stories with gold: those of `tests/quality/invented`, `tests/quality/cases` and more like them. A story is
taken twice: without the articles that only pass on what others say, and with them, for a tenth; they were written to pass on what is disputed, so that
at full weight being passed on would be taken for being disputed (.43 right of the first ten without them, .50 so). Every pair of claims of which one is among the first companions of the other is one case; it is right when gold
has it as contradiction or tension; pairs of taste are left out. Gradient boosting (Friedman, 2001) of small trees, each on half of the cases. Printed: what is right of
the likeliest pairs of stories left out of the fit, each a sixth.
"""

import sys
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier

from briefing.cache import Cache
from briefing.extraction import encoder
from briefing.extraction.companions import neighbours
from briefing.extraction.disputes import opposition, pairs
from briefing.extraction.meanings import Meanings
from briefing.extraction.reader import Reader
from briefing.extraction.signs import NAMES, Signs
from briefing.extraction.trees import Fork, Tree, Trees, write
from tests.quality.gold import Story, read_story
from tests.quality.regression import Matrix

_ENCODER = encoder(Cache.of_user())
_FOLDS = 6
_RELAYED = 0.1
"""What a story with the articles that pass on what others say counts for."""
_TIMES = 3
"""So many fits are averaged; one alone ranks the same pairs otherwise by chance."""
_FIRST = 10
_HEAD = """# How probably two claims near each other dispute one matter: trees as `briefing/extraction/trees.py` reads them.
# Made by tests/quality/fit_disputes.py from {n} invented stories, free to use (MIT):
# {names}
"""


Cases = tuple[Matrix, Matrix]
"""The signs of pairs, and which of them are right."""


def cases(story: Story) -> Cases:
    """Return the signs of the pairs of a story, and which are in gold."""
    at: dict[str, set[str]] = {c.id: set() for c in story.claims}
    for gold, found in story.gold.found.items():
        for claim in found:
            at[claim].add(gold)
    meanings = Meanings(story.claims, _ENCODER)
    near = neighbours(story.claims, story.drafts, story.sources, meanings)
    signs = Signs(story.claims, story.drafts, near, meanings)
    rows, right = [], []
    for a, b in pairs(story.claims, near):
        labels = {story.gold.pairs.get(frozenset(p)) for p in product(at[a.id], at[b.id])}
        if "conflict" in labels or "weak" not in labels:
            rows.append(signs.of(a, b, opposition(a, b, story.drafts, {}).sort))
            right.append("conflict" in labels)
    return np.array(rows), np.array(right, np.float64)


def fit(found: Sequence[Cases], relayed: Sequence[Cases]) -> Trees:
    """Return trees fitted on stories, and for a tenth on the same with relays: the mean of several fits that differ by chance alone."""
    every = [*found, *relayed]
    right = np.concatenate([y for _, y in every])
    counts = [np.full(len(y), 1.0 if n < len(found) else _RELAYED) for n, (_, y) in enumerate(every)]
    worth = np.concatenate(counts)
    signs = np.vstack([x for x, _ in every])
    share = np.average(right, weights=worth)
    start = float(np.log(share / (1 - share)))
    return Trees(NAMES, (start, *(tree for n in range(_TIMES) for tree in _grown(signs, right, worth, n))))


def _grown(signs: Matrix, right: Matrix, worth: Matrix, chance: int) -> Iterator[Tree]:
    model = GradientBoostingClassifier(
        n_estimators=300, learning_rate=0.05, max_leaf_nodes=12, min_samples_leaf=40, subsample=0.5, max_features=0.2, random_state=chance
    )  # fmt: skip
    model.fit(signs, right, worth)
    return (_tree(one.tree_, 0, model.learning_rate / _TIMES) for one in model.estimators_[:, 0])


def _tree(grown: Any, node: int, rate: float) -> Tree:
    if grown.children_left[node] < 0:
        return rate * float(grown.value[node].item())
    sides = (_tree(grown, int(side[node]), rate) for side in (grown.children_left, grown.children_right))
    return Fork(int(grown.feature[node]), float(grown.threshold[node]), *sides)


def held_out(found: Sequence[Cases], relayed: Sequence[Cases]) -> list[Matrix]:
    """Return the likelihoods of the pairs of each story, by trees that were fitted without it."""
    chances: list[Matrix] = [np.zeros(0)] * len(found)
    for fold in range(_FOLDS):
        trees = fit(*([one for n, one in enumerate(some) if n % _FOLDS != fold] for some in (found, relayed)))
        for n in range(fold, len(found), _FOLDS):
            chances[n] = trees.likelihood(found[n][0])
    return chances


def report(found: Sequence[Cases], relayed: Sequence[Cases]) -> None:
    chances = held_out(found, relayed)
    first = [
        y[np.argsort(-chance, kind="stable")[:_FIRST]].mean() for chance, (_, y) in zip(chances, found, strict=True)
    ]
    print(f"held out, the first {_FIRST} of a story: {np.mean(first):.2f} right")
    every, right = np.concatenate(chances), np.concatenate([y for _, y in found])
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        over = right[every >= least]
        print(
            f"held out, at least {least}: {over.sum():.0f} of {len(over)} right, {len(over) / len(found):.1f} a story"
        )


def main() -> None:
    folders = sorted((Path(a) for a in sys.argv[1:] if a != "--write"), key=lambda f: f.name)
    reader = Reader()
    found = [cases(read_story(folder, reader, relays=False)) for folder in folders]
    relayed = [cases(read_story(folder, reader)) for folder in folders]
    report(found, relayed)
    if "--write" in sys.argv:
        head = _HEAD.format(n=len(folders), names=" ".join(f.name for f in folders))
        name = "disputes-semantic.txt" if _ENCODER else "disputes.txt"
        target = Path(str(files("briefing.extraction") / "lexicon" / name))
        target.write_text(head + write(fit(found, relayed)), encoding="utf-8")


if __name__ == "__main__":
    main()
