"""Turn what words mean so that claims in conflict come near each other: the third step to `briefing/extraction/lexicon/words.npy`.

    python -m tests.quality.fit_words [--write] FOLDER ...

Starts from what `distil_words.py` has written, and writes in its place; fit what companions and disputes go by after it. The folders are stories
with gold. What two claims mean by their words, by themselves and with the claims around them, is added to what else they have in common; of each
claim in conflict the share of all the likeliness that falls on those it is in conflict with is made great (Goldberger, Roweis, Hinton and
Salakhutdinov, Neighbourhood Components Analysis, 2004), by one map of all words, held near to none at all. Printed: companions at ten of
stories left out of the fit, each a fifth, before and after.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.dossier import Claim
from briefing.extraction.companions import weights
from briefing.extraction.meanings import MEANINGS
from briefing.extraction.reader import Reader
from briefing.extraction.surroundings import FADING
from tests.quality.descent import Descent, Numbers, before_scaling, of_length_one
from tests.quality.fit_companions import Pairs, met, pairs_of
from tests.quality.gold import read_story
from tests.quality.word_rows import Rows, numbers_of

_FOLDS = 5
_TIMES = 3
_RATE = 0.002
_WORTH_RATE = 0.02
_HELD = 2.0
"""How strongly the map is held near to none."""
_WORTH = 1.5, 3.0
"""What being near is worth at first: by oneself, and with the claims around."""
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Case:
    """A story: its pairs of claims, the sum of the words of each claim, and what the claims around it, itself among them, count for."""

    pairs: Pairs
    sums: Numbers
    around: Numbers

    def near(self, turned: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Return rows of length 1 for the claims, and for them with their surroundings, each with how long they were."""
        own, own_long = of_length_one(self.sums @ turned)
        return own, own_long, *of_length_one(self.around @ own)


def case_of(pairs: Pairs, claims: Sequence[Claim], rows: Rows) -> Case:
    sums = np.array([rows.values[numbers_of(claim.quote, rows.number)].sum(axis=0) for claim in claims])
    around = np.eye(len(claims))
    sources = np.array([claim.source for claim in claims])
    for distance, strength in enumerate(FADING, 1):
        beside = np.diag((sources[distance:] == sources[:-distance]) * strength, distance)
        around += beside + beside.T
    return Case(pairs, sums, around)


def fit(cases: Sequence[Case]) -> tuple[Numbers, Numbers]:
    """Return the map, and what being near is worth."""
    chance = np.random.default_rng(0)
    turned, worth = Descent(np.eye(cases[0].sums.shape[1])), Descent(np.array(_WORTH))
    plan = np.concatenate([chance.permutation(len(cases)) for _ in range(_TIMES)])
    for step, number in enumerate(plan):
        case, left = cases[number], 1 - step / len(plan)
        own, own_long, whole, whole_long = case.near(turned.numbers)
        slope = _slope(case, worth.numbers[0] * own @ own.T + worth.numbers[1] * whole @ whole.T)
        both = slope + slope.T
        by_whole = before_scaling(worth.numbers[1] * both @ whole, whole, whole_long)
        by_own = worth.numbers[0] * both @ own + case.around @ by_whole
        by_map = case.sums.T @ before_scaling(by_own, own, own_long)
        worth.step(_WORTH_RATE * left, np.array([(slope * (rows @ rows.T)).sum() for rows in (own, whole)]))
        held = _HELD / len(cases) * (turned.numbers - np.eye(len(by_map)))
        turned.step(_RATE * left, by_map + held)
    return turned.numbers, worth.numbers


def _slope(case: Case, near: Numbers) -> Numbers:
    """Return by how much it would be worse for every pair to be nearer."""
    likely = _others(case) + near
    np.fill_diagonal(likely, -np.inf)
    likely = np.exp(likely - likely.max(axis=1, keepdims=True))
    likely /= likely.sum(axis=1, keepdims=True)
    right = likely * case.pairs.conflict
    disputed = case.pairs.conflict.max(axis=1) > 0
    found = right.sum(axis=1, keepdims=True) + _TINY
    return np.asarray((likely - right / found) * disputed[:, None] / disputed.sum())


def _others(case: Case) -> Numbers:
    """Return what the claims have in common besides what they mean."""
    worth = weights()
    return np.tensordot(list(worth.values())[: -len(MEANINGS)], case.pairs.terms[: -len(MEANINGS)], 1)


def share_met(cases: Sequence[Case], turned: Numbers, worth: NDArray[np.float64]) -> float:
    found = 0
    for case in cases:
        own, _, whole, _ = case.near(turned)
        terms = np.stack([_others(case), own @ own.T, whole @ whole.T])
        found += met(Pairs(terms, case.pairs.conflict, case.pairs.sides), np.array([1, *worth]))
    return found / sum(len(case.pairs.sides) for case in cases)


def main() -> None:
    folders = sorted((Path(a) for a in sys.argv[1:] if a != "--write"), key=lambda f: f.name)
    rows, reader = Rows.kept(), Reader()
    stories = [read_story(folder, reader, relays=False) for folder in folders]
    cases = [case_of(pairs_of(story), story.claims, rows) for story in stories]
    unturned = np.eye(rows.values.shape[1])
    for fold in range(_FOLDS):
        turned, worth = fit([case for n, case in enumerate(cases) if n % _FOLDS != fold])
        left_out = cases[fold::_FOLDS]
        before, after = (share_met(left_out, one, worth) for one in (unturned, turned))
        print(f"held out: {before:.3f} before, {after:.3f} after")
    if "--write" in sys.argv:
        rows.write(rows.values @ fit(cases)[0])


if __name__ == "__main__":
    main()
