"""What claims mean, as vectors, so that two that speak of the same in other words are near.

What a word means stands in `lexicon/words.npy`, a row for each line of `lexicon/words.txt`. What a text means is the sum of its words. The rows were
made in three steps, and each script tells from which texts: the mean of what a language model makes of a word where it stands in news
(`tests/quality/make_words.py`); moved, so that sums come near to what the model makes of sentences (`distil_words.py`); turned, so that claims in
conflict come near each other (`fit_words.py`).
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from briefing.dossier import Claim
from briefing.extraction.surroundings import FADING

Vectors = NDArray[np.float32]
"""A row for every text; a product of two is like a cosine."""
Encoder = Callable[[Sequence[str]], Vectors]
"""Turns texts into vectors of length 1, or 0 for a text without a known word."""

MEANINGS = ("meaning", "around")
"""The cosine of two claims, and that of the two with the claims around them."""

_WORD = re.compile(r"[^\W\d_]+")
_LENGTH = 4000
"""Vectors of this length, in whole numbers, have products below 2 to the power of 24: 32 bits hold them exactly, summed up in whatever order."""
_DIGITS = 4


class Meanings:
    """Tells how near claims of a case are in what they mean, by their words or by an encoder; claims of a source follow each other."""

    def __init__(self, claims: Sequence[Claim], encoder: Encoder | None = None) -> None:
        self.by_encoder = encoder is not None
        own = (encoder or by_words)([claim.quote for claim in claims])
        self._parts = [np.round(rows * _LENGTH) for rows in (own, _with_surroundings(claims, own))]
        self._number = {claim.id: n for n, claim in enumerate(claims)}

    def of(self, a: str, b: str) -> dict[str, float]:
        """Return the two cosines that `MEANINGS` names for the claims of these ids."""
        one, two = self._number[a], self._number[b]
        return {
            name: round(float(part[one] @ part[two]) / _LENGTH**2, _DIGITS)
            for name, part in zip(MEANINGS, self._parts, strict=True)
        }

    def alike(self, a: str, b: str) -> float:
        """Return the cosine of the claims of these ids by themselves."""
        own = self._parts[0]
        return round(float(own[self._number[a]] @ own[self._number[b]]) / _LENGTH**2, _DIGITS)

    def near(self, number: int, others: "slice | NDArray[np.int_]" = slice(None)) -> NDArray[np.float64]:
        """Return the cosines of the claim of this number with others, a row for each of `MEANINGS`."""
        return np.array([part[others] @ part[number] for part in self._parts], np.float64) / _LENGTH**2


def by_words(texts: Sequence[str]) -> Vectors:
    """Return the vectors of these texts, each the sum of its words."""
    number, rows = _words()
    found = [[number[w] for w in _WORD.findall(text.lower()) if w in number] for text in texts]
    sums = np.array([rows[some].sum(axis=0) for some in found], np.float64)
    return _of_length_one(sums.reshape(len(texts), rows.shape[1]))


@cache
def _words() -> tuple[dict[str, int], NDArray[np.int8]]:
    """Return the row of every word, and the rows."""
    lexicon = files("briefing.extraction") / "lexicon"
    with (lexicon / "words.npy").open("rb") as file:
        rows: NDArray[np.int8] = np.load(file, allow_pickle=False)
    return {word: n for n, word in enumerate((lexicon / "words.txt").read_text("utf-8").split())}, rows


def _with_surroundings(claims: Sequence[Claim], own: Vectors) -> Vectors:
    around = own.astype(np.float64)
    sources = np.array([claim.source for claim in claims])
    for distance, strength in enumerate(FADING, 1):
        beside = (sources[distance:] == sources[:-distance])[:, None] * strength
        around[distance:] += beside * own[:-distance]
        around[:-distance] += beside * own[distance:]
    return _of_length_one(around)


def _of_length_one(rows: NDArray[np.float64]) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.where(lengths > 0, lengths, 1), np.float32)
