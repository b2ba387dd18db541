"""Fit how likely two opposed claims dispute one matter, and write `briefing/extraction/lexicon/disputes.txt`.

    python -m tests.quality.fit_disputes [--write] FOLDER ...

FOLDERs are stories with gold. Every pair of opposed claims that lie near each other is one case; it is right when gold has it as
contradiction or tension. Printed: the weights, and how many of the pairs held likely are right each in a story left out of the fit.
"""

import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np

from briefing.extraction.companions import neighbours
from briefing.extraction.disputes import features, pairs, weights
from briefing.extraction.reader import Reader
from tests.quality.gold import Story, read_story
from tests.quality.regression import Matrix, likely, logistic

_HEAD = """# What each feature of two opposed claims adds to the logarithm of the odds that they dispute one matter.
# Made by tests/quality/fit_disputes.py: a logistic regression of the opposed pairs of {n} invented stories, free to use (MIT):
# {names}
"""


def cases(story: Story) -> tuple[Matrix, Matrix]:
    """Return the features of the opposed pairs of a story, and which are in gold."""
    sides = story.conflicts
    near = neighbours(story.claims, story.drafts, story.sources)
    rows, right = [], []
    for a, b, common, found in pairs(story.claims, story.drafts, {}, near):
        row = features(a, b, story.drafts, common, found)
        rows.append([row.get(name, 0.0) for name in weights()])
        right.append(any((a.id in p and b.id in q) or (a.id in q and b.id in p) for p, q in sides))
    return np.array(rows), np.array(right, np.float64)


def fit(found: Sequence[tuple[Matrix, Matrix]]) -> Matrix:
    return logistic(np.vstack([x for x, _ in found]), np.concatenate([y for _, y in found]))


def main() -> None:
    folders = sorted(Path(a) for a in sys.argv[1:] if a != "--write")
    reader = Reader()
    found = [cases(read_story(folder, reader)) for folder in folders]
    left_out = []
    for n, (x, y) in enumerate(found):
        left_out += zip(likely(x, fit([*found[:n], *found[n + 1 :]])), y, strict=True)
    for least in (0.1, 0.2, 0.3, 0.4, 0.5):
        over = [is_right for chance, is_right in left_out if chance >= least]
        print(f"held out, at least {least}: {sum(over):.0f} of {len(over)} right")
    lines = [f"{name} {weight:.2f}" for name, weight in zip(weights(), fit(found), strict=True)]
    print("\n".join(lines))
    if "--write" in sys.argv:
        head = _HEAD.format(n=len(folders), names=" ".join(f.name for f in folders))
        target = Path(str(files("briefing.extraction") / "lexicon" / "disputes.txt"))
        target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
