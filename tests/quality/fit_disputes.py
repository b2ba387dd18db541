"""Fit how likely two claims that lie near each other dispute one matter, and write `briefing/extraction/lexicon/disputes.txt` and
`disputes-second.txt`, or, where the optional extra `[semantic]` is installed, the two that end in `-semantic.txt` beside them.

    pip install --group fit        (LightGBM, needed for this script alone)
    python -m tests.quality.fit_disputes [--write] FOLDER ...

FOLDERs are stories with gold: those of `tests/quality/invented`, `tests/quality/cases` and more like them, and the real news that
`tests/quality/news.py` writes, where what is right is rare and counts six times (among the ten likeliest pairs of folders left out of the fit .11 are right
without real news, .15 with it so, and as many as before of the invented ones; a quicker kind of boosting). A story is
taken twice: without the articles that only pass on what others say, and with them, for a tenth; they were written to pass on what is disputed, so that
at full weight being passed on would be taken for being disputed (.43 right of the first ten without them, .50 so). Every pair of claims of which one is among the first companions of the other is one case; it is right when gold
has it as contradiction or tension; pairs of taste are left out. Gradient boosting (Friedman, 2001) of trees by LightGBM (Ke and others, 2017), each on
most of the cases. The trees of the second look add to the odds of the first, and are fitted on what the first says of stories that it was not fitted on. Printed: what is right of
the likeliest pairs of stories left out of the fit, each a sixth.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any, TypeVar

import lightgbm
import numpy as np
from numpy.typing import NDArray

from briefing.cache import Cache
from briefing.extraction import encoder, second
from briefing.extraction.candidates import pairs
from briefing.extraction.companions import neighbours
from briefing.extraction.disputes import opposition
from briefing.extraction.meanings import Meanings
from briefing.extraction.reader import Reader
from briefing.extraction.second import LEAST, SecondLook
from briefing.extraction.signs import NAMES, Signs
from briefing.extraction.trees import Fork, Odds, Tree, Trees, write
from tests.quality import news
from tests.quality.gold import Story, read_story
from tests.quality.regression import Matrix

_T = TypeVar("_T")
_ENCODER = encoder(Cache.of_user())
_FOLDS = 6
_RELAYED = 0.1
"""What a story with the articles that pass on what others say counts for."""
_RARE = 6.0
"""What a pair that is right counts for in real news."""
_FIRST = 10
_HEAD = """# {what}: trees as `briefing/extraction/trees.py` reads them.
# Made by tests/quality/fit_disputes.py from {n} folders: invented stories, free to use (MIT), and of real news pairs judged one by one:
# {names}
"""
_WHAT = {
    "disputes": "How probably two claims near each other dispute one matter",
    "disputes-second": "What a second look adds to how probably two claims dispute one matter",
}


@dataclass(frozen=True, slots=True)
class Cases:
    """The signs of pairs of a story, which of them are right and what each counts for, and which are no matter of taste; `look` takes a
    second look, given first chances.
    """

    signs: Matrix
    right: Matrix
    worth: Matrix
    plain: NDArray[np.bool_]
    look: Callable[[Matrix], SecondLook]


def cases(story: Story) -> Cases:
    """Return the signs of the pairs of a story, and which are in gold."""
    at: dict[str, set[str]] = {c.id: set() for c in story.claims}
    for gold, found in story.gold.found.items():
        for claim in found:
            at[claim].add(gold)
    meanings = Meanings(story.claims, _ENCODER)
    near = neighbours(story.claims, story.drafts, story.sources, meanings)
    signs = Signs(story.claims, story.drafts, story.sources, near, meanings)
    rows, right, plain = [], [], []
    both = pairs(story.claims, near)
    for a, b in both:
        labels = {story.gold.pairs.get(frozenset(p)) for p in product(at[a.id], at[b.id])}
        rows.append(signs.of(a, b, opposition(a, b, story.drafts, {}).sort))
        right.append("conflict" in labels)
        plain.append("conflict" in labels or "weak" not in labels)

    def look(chances: Matrix) -> SecondLook:
        return SecondLook(story.claims, [(a.id, b.id) for a, b in both], chances.tolist(), meanings.alike)

    held = np.array(right, np.float64)
    worth = np.where(held, _RARE if story.name in news.folders() else 1.0, 1.0)
    return Cases(np.array(rows), held, worth, np.array(plain), look)


def fit(found: Sequence[Cases], relayed: Sequence[Cases]) -> Trees:
    """Return trees fitted on stories, and for a tenth on the same with relays."""
    every = [*found, *relayed]
    right = np.concatenate([one.right[one.plain] for one in every])
    worth = _worth([one.worth[one.plain] for one in found], [one.worth[one.plain] for one in relayed])
    signs = np.vstack([one.signs[one.plain] for one in every])
    share = np.average(right, weights=worth)
    start = float(np.log(share / (1 - share)))
    return Trees(NAMES, (start, *_grown(signs, right, worth, np.full(len(right), start), trees=300, num_leaves=48)))


def fit_second(
    found: Sequence[Cases], relayed: Sequence[Cases], chances: Sequence[Matrix], relayed_chances: Sequence[Matrix]
) -> Trees:
    """Return trees that add to the odds of the first look, given its chances for stories that it was not fitted on."""
    some, more = (
        [_again(one, its) for one, its in zip(stories, first, strict=True)]
        for stories, first in ((found, chances), (relayed, relayed_chances))
    )
    signs, right = (np.concatenate([one[n] for one in (*some, *more)]) for n in range(2))
    worth = _worth([one[2] for one in some], [one[2] for one in more])
    grown = _grown(signs, right, worth, signs[:, 0], trees=60, num_leaves=12)
    return Trees(second.NAMES, tuple(grown))


def _again(one: Cases, chances: Matrix) -> tuple[Matrix, Matrix, Matrix]:
    """Return the signs of the pairs at the second look, which of them are right, and what each counts for."""
    which = np.flatnonzero((chances >= LEAST) & one.plain)
    return one.look(chances).rows(which.tolist()), one.right[which], one.worth[which]


def _worth(some: Sequence[Matrix], relayed: Sequence[Matrix]) -> Matrix:
    return np.concatenate([*some, *(_RELAYED * one for one in relayed)])


def _grown(signs: Matrix, right: Matrix, worth: Matrix, start: Odds, trees: int, num_leaves: int) -> Iterator[Tree]:
    """Yield trees that add to the odds at the start."""
    kind = {
        "objective": "binary", "num_leaves": num_leaves, "learning_rate": 0.05, "min_data_in_leaf": 80, "feature_fraction_bynode": 0.2,
        "bagging_fraction": 0.8, "bagging_freq": 1, "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbosity": -1,
    }  # fmt: skip
    grown = lightgbm.train(kind, lightgbm.Dataset(signs, right, weight=worth, init_score=start), trees)
    return (_tree(one["tree_structure"]) for one in grown.dump_model()["tree_info"])


def _tree(node: dict[str, Any]) -> Tree:
    if "leaf_value" in node:
        return float(node["leaf_value"])
    return Fork(node["split_feature"], node["threshold"], _tree(node["left_child"]), _tree(node["right_child"]))


def held_out(found: Sequence[Cases], relayed: Sequence[Cases]) -> tuple[list[Matrix], list[Matrix]]:
    """Return the likelihoods of the pairs of each story, without and with relays, by trees that were fitted without it."""
    chances: tuple[list[Matrix], list[Matrix]] = ([np.zeros(0)] * len(found), [np.zeros(0)] * len(found))
    for fold in range(_FOLDS):
        trees = fit(*(_but(fold, some) for some in (found, relayed)))
        for some, its in zip((found, relayed), chances, strict=True):
            for n in range(fold, len(some), _FOLDS):
                its[n] = trees.likelihood(some[n].signs)
    return chances


def held_out_second(
    found: Sequence[Cases], relayed: Sequence[Cases], chances: tuple[list[Matrix], list[Matrix]]
) -> list[Matrix]:
    """Return the likelihoods at the second look, by trees that were fitted without the story."""
    looked: list[Matrix] = [np.zeros(0)] * len(found)
    for fold in range(_FOLDS):
        trees = fit_second(*(_but(fold, some) for some in (found, relayed, *chances)))
        for n in range(fold, len(found), _FOLDS):
            looked[n] = found[n].look(chances[0][n]).likelihood(trees)
    return looked


def _but(fold: int, some: Sequence[_T]) -> list[_T]:
    """Return all but those of a fold."""
    return [one for n, one in enumerate(some) if n % _FOLDS != fold]


def report(found: Sequence[Cases], chances: Sequence[Matrix], look: str) -> None:
    """Print what is right of the likeliest pairs."""
    if not found:
        return
    plain = [(chance[one.plain], one.right[one.plain]) for chance, one in zip(chances, found, strict=True)]
    first = [y[np.argsort(-chance, kind="stable")[:_FIRST]].mean() for chance, y in plain]
    print(f"{look} look, held out, the first {_FIRST} of a story: {np.mean(first):.3f} right")
    every, right = (np.concatenate(some) for some in zip(*plain, strict=True))
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        over = right[every >= least]
        print(f"at least {least}: {over.sum():.0f} of {len(over)} right, {len(over) / len(found):.1f} a story")


def main() -> None:
    folders = sorted((Path(a) for a in sys.argv[1:] if a != "--write"), key=lambda f: f.name)
    reader = Reader()
    found = [cases(read_story(folder, reader, relays=False)) for folder in folders]
    relayed = [cases(read_story(folder, reader)) for folder in folders]
    chances = held_out(found, relayed)
    second_chances = held_out_second(found, relayed, chances)
    for what, real in (("invented", False), ("real news", True)):
        which = [n for n, folder in enumerate(folders) if (folder.name in news.folders()) == real]
        for look, its in (("first", chances[0]), ("second", second_chances)):
            report([found[n] for n in which], [its[n] for n in which], f"{what}, {look}")
    if "--write" in sys.argv:
        names = " ".join(f.name for f in folders)
        fitted = {"disputes": fit(found, relayed), "disputes-second": fit_second(found, relayed, *chances)}
        for name, trees in fitted.items():
            file = f"{name}-semantic.txt" if _ENCODER else f"{name}.txt"
            head = _HEAD.format(what=_WHAT[name], n=len(folders), names=names)
            Path(str(files("briefing.extraction") / "lexicon" / file)).write_text(head + write(trees), encoding="utf-8")


if __name__ == "__main__":
    main()
