"""A sum of small decision trees that was fitted elsewhere and is kept as text: gradient boosting (Friedman, Greedy function approximation, 2001)."""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Rows = NDArray[np.float64]
"""A row for every case, a column for every feature."""
Odds = NDArray[np.float64]
"""The logarithm of the odds of every case."""


class Fork(Struct, frozen=True):
    """Where a tree parts: up to `most` in this column goes to `low`, what is above to `high`."""

    column: int
    most: float
    low: "Fork | float"
    high: "Fork | float"


Tree = Fork | float
"""A fork, or what a leaf adds to the logarithm of the odds."""


class Trees(Struct, frozen=True):
    """Trees over named columns."""

    columns: tuple[str, ...]
    trees: tuple[Tree, ...]

    def likelihood(self, rows: Rows) -> NDArray[np.float64]:
        """Return for every row how probable what the trees were fitted to is."""
        return likelihood(self.odds(rows))

    def odds(self, rows: Rows) -> Odds:
        """Return for every row what the trees say as the logarithm of the odds."""
        odds = np.zeros(len(rows))
        for tree in self.trees:
            _add(tree, rows, np.arange(len(rows)), odds)
        return odds


def likelihood(odds: Odds) -> NDArray[np.float64]:
    """Return how probable something of these odds is."""
    return np.asarray(1 / (1 + np.exp(-odds)), np.float64)


def _add(tree: Tree, rows: Rows, which: NDArray[np.int_], odds: Odds) -> None:
    """Add to the odds of these rows what the leaf that each comes to says."""
    if not isinstance(tree, Fork):
        odds[which] += tree
    elif len(which):
        low = rows[which, tree.column] <= tree.most
        _add(tree.low, rows, which[low], odds)
        _add(tree.high, rows, which[~low], odds)


def read(text: str) -> Trees:
    """Read trees: lines with "#" are remarks, the first other line names the columns, each further line is a tree.

    A tree is its nodes from the root, the low side before the high one: `column:most` for a fork, a number for a leaf.
    Raises ValueError for anything else.
    """
    names, *lines = (line.split() for line in text.splitlines() if line and line[0] != "#")
    return Trees(tuple(names), tuple(_tree(iter(nodes), names) for nodes in lines))


def _tree(nodes: Iterator[str], names: Sequence[str]) -> Tree:
    node = next(nodes, None)
    if node is None:
        raise ValueError("a tree ends at a fork")
    column, fork, most = node.partition(":")
    if not fork:
        return float(column)
    return Fork(names.index(column), float(most), _tree(nodes, names), _tree(nodes, names))


def write(trees: Trees) -> str:
    """Return the text that `read` reads."""
    lines = (" ".join(trees.columns), *(" ".join(_nodes(tree, trees.columns)) for tree in trees.trees))
    return "\n".join(lines) + "\n"


def _nodes(tree: Tree, names: Sequence[str]) -> Iterator[str]:
    if isinstance(tree, Fork):
        yield f"{names[tree.column]}:{tree.most:.5g}"
        yield from (*_nodes(tree.low, names), *_nodes(tree.high, names))
    else:
        yield f"{tree:.5f}"
