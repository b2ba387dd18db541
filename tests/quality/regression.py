"""Logistic regression with a small ridge, by Newton's method (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1)."""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
_RIDGE = 1.0
_STEPS = 25


def logistic(x: Matrix, y: Matrix) -> Matrix:
    """Return the weights of the columns of x that tell best how likely y, 0 or 1, is 1."""
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        chance = likely(x, weights)
        slope = x.T @ (y - chance) - _RIDGE * weights
        weights += np.linalg.solve((x.T * (chance * (1 - chance))) @ x + _RIDGE * np.eye(len(weights)), slope)
    return weights


def likely(x: Matrix, weights: Matrix) -> Matrix:
    """Return how likely 1 is for every row."""
    return np.asarray(1 / (1 + np.exp(-x @ weights)), np.float64)
