"""The rows of words that the program brings, `briefing/extraction/lexicon/words.npy`, as the steps that make them read and write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.quality.descent import Numbers

_FILE = Path(str(files("briefing.extraction") / "lexicon" / "words.npy"))
_WORD = re.compile(r"[^\W\d_]+")
_GREATEST = 127


@dataclass(frozen=True, slots=True)
class Rows:
    """The number of every word, and its row; a row is 1 long on average."""

    number: dict[str, int]
    values: Numbers

    @classmethod
    def kept(cls) -> "Rows":
        values = np.load(_FILE, allow_pickle=False).astype(np.float64)
        words = _FILE.with_suffix(".txt").read_text("utf-8").split()
        return cls({word: n for n, word in enumerate(words)}, values / np.linalg.norm(values, axis=1).mean())

    @staticmethod
    def write(values: Numbers) -> None:
        np.save(_FILE, np.round(values * (_GREATEST / np.abs(values).max())).astype(np.int8), allow_pickle=False)


def numbers_of(text: str, number: Mapping[str, int]) -> NDArray[np.int_]:
    """Return the numbers of the words of a text that are known."""
    return np.array([number[w] for w in _WORD.findall(text.lower()) if w in number], np.int_)
