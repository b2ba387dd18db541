"""Bring the sums of words near to what a language model makes of whole sentences: the second step to `briefing/extraction/lexicon/words.npy`.

    pip install 'briefing[semantic]'
    python -m tests.quality.distil_words TEXT ...

Starts from what `make_words.py` has written, and writes in its place. TEXTs are articles, or folders of articles that tell of one thing. The
cosines of sentences, many of one folder at a time, are brought near to the cosines that the model gives them (Reimers and Gurevych, Making
Monolingual Sentence Embeddings Multilingual using Knowledge Distillation, 2020, with cosines in the place of vectors): by a map that all words share, by how much a word counts, and, kept
small, by where it lies. Printed: how far the cosines are from the model's.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing import articles
from briefing.cache import Cache
from briefing.extraction import encoder
from tests.quality.descent import Descent, Numbers, before_scaling, of_length_one, sums
from tests.quality.word_rows import Rows, numbers_of

_SENTENCES = re.compile(r"(?<=[.!?])[\"”’')]*\s+(?=[\"“‘(]?[A-Z0-9])")
_LONGEST = 80
"""So many words has a sentence at most; what is longer is a list or a table."""
_TIMES = 6
_TOGETHER, _OF_ONE_FOLDER = 1024, 128
_RATE, _WARM = 0.03, 50
_MAP_RATE = 0.3
"""The map moves slower than a word: every sentence moves it."""
_COUNTS, _LIES = 0.001, 0.01
"""How strongly what a word counts for, and where it lies, are held where they were."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """What the model makes of sentences, and which known words they have: the numbers of words, and of the sentences that those stand in."""

    made: NDArray[np.float32]
    words: list[NDArray[np.int_]]
    folder: NDArray[np.int_]


def sentences(path: Path) -> Iterator[str]:
    """Yield the sentences of an article, or of the articles of a folder."""
    for file in articles.candidates(path) if path.is_dir() else [path]:
        if file.suffix != ".yaml":
            for line in articles.read(file, file.name, articles.Limits()).text.splitlines():
                yield from (s.strip() for s in _SENTENCES.split(line) if 2 <= len(s.split()) <= _LONGEST)


def read(paths: Sequence[Path], rows: Rows) -> Sentences:
    model = encoder(Cache.of_user())
    assert model is not None
    folder = {s: n for n, path in enumerate(paths) for s in sentences(path)}
    known = {s: words for s in folder if len(words := numbers_of(s, rows.number))}
    return Sentences(model(list(known)), list(known.values()), np.array([folder[s] for s in known]))


def distilled(found: Sentences, rows: Numbers) -> Numbers:
    """Return the rows of words whose sums have the cosines of the sentences."""
    chance = np.random.default_rng(0)
    shared, counts, lies = (
        Descent(start) for start in (np.eye(rows.shape[1]), np.zeros((len(rows), 1)), np.zeros_like(rows))
    )
    plan = [some for _ in range(_TIMES) for some in _mixed(found.folder, chance)]
    far: list[float] = []
    for step, some in enumerate(plan):
        which = np.concatenate([found.words[n] for n in some])
        into = np.repeat(np.arange(len(some)), [len(found.words[n]) for n in some])
        used, which = np.unique(which, return_inverse=True)
        mapped, much = rows[used] @ shared.numbers, np.exp(counts.numbers[used])
        near, lengths = of_length_one(sums(much * mapped + lies.numbers[used], which, into))
        wrong = near @ near.T - found.made[some] @ found.made[some].T
        np.fill_diagonal(wrong, 0)
        far.append(float((wrong**2).mean()))
        slope = sums(before_scaling(4 / len(some) * wrong @ near, near, lengths), into, which)
        rate = _RATE * min(1, (step + 1) / _WARM) * (1 - step / len(plan))
        shared.step(_MAP_RATE * rate, rows[used].T @ (much * slope))
        counts.step(rate, (slope * much * mapped).sum(axis=1, keepdims=True) + _COUNTS * counts.numbers[used], used)
        lies.step(rate, slope + _LIES * lies.numbers[used], used)
    for at in range(0, len(plan), max(1, len(plan) // _TIMES)):
        print(f"cosines off by {np.mean(far[at : at + len(plan) // _TIMES]) ** 0.5:.3f}")
    return np.exp(counts.numbers) * (rows @ shared.numbers) + lies.numbers


def _mixed(folder: NDArray[np.int_], chance: np.random.Generator) -> Iterator[NDArray[np.int_]]:
    """Yield the numbers of all sentences, many at a time, some folders together."""
    heaps = [
        heap
        for one in np.unique(folder)
        for own in [chance.permutation(np.flatnonzero(folder == one))]
        for heap in np.split(own, range(_OF_ONE_FOLDER, len(own), _OF_ONE_FOLDER))
    ]
    order = chance.permutation(len(heaps))
    many = _TOGETHER // _OF_ONE_FOLDER
    yield from (np.concatenate([heaps[n] for n in order[at : at + many]]) for at in range(0, len(order), many))


def main() -> None:
    rows = Rows.kept()
    found = read([Path(a) for a in sys.argv[1:]], rows)
    rows.write(distilled(found, rows.values))
    print(f"{len(found.words)} sentences")


if __name__ == "__main__":
    main()
