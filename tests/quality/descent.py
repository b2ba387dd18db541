"""Descent by slopes whose steps are about even (Kingma and Ba, Adam: A Method for Stochastic Optimization, 2015)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
_PAST, _PAST_SQUARES = 0.9, 0.98
_LEAST = 1e-6


class Descent:
    """Moves numbers, all or some rows of them, down their slopes; those without a slope stay."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers = numbers
        self._mean, self._squares = np.zeros_like(numbers), np.zeros_like(numbers)
        self._steps = 0

    def step(self, rate: float, slope: Numbers, rows: Any = slice(None)) -> None:
        self._steps += 1
        self._mean[rows] = _PAST * self._mean[rows] + (1 - _PAST) * slope
        self._squares[rows] = _PAST_SQUARES * self._squares[rows] + (1 - _PAST_SQUARES) * slope**2
        mean = self._mean[rows] / (1 - _PAST**self._steps)
        squares = self._squares[rows] / (1 - _PAST_SQUARES**self._steps)
        self.numbers[rows] -= rate * mean / (np.sqrt(squares) + _LEAST)


def of_length_one(rows: Numbers) -> tuple[Numbers, Numbers]:
    """Return rows of length 1, and how long they were."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True) + _LEAST
    return rows / lengths, lengths


def before_scaling(slope: Numbers, rows: Numbers, lengths: Numbers) -> Numbers:
    """Return the slope by rows as they were before they became `rows` of length 1."""
    return np.asarray((slope - (slope * rows).sum(axis=1, keepdims=True) * rows) / lengths)


def sums(of: Numbers, which: NDArray[np.int_], into: NDArray[np.int_]) -> Numbers:
    """Return a row for each number in `into`, from 0 on and none left out: the sum of the rows `which` that go into it."""
    order = np.argsort(into, kind="stable")
    return np.asarray(np.add.reduceat(of[which[order]], np.flatnonzero(np.diff(into[order], prepend=-1))))
