"""Rows that are gone but still stand for a moment, so that the rows around them do not jump."""

from collections import defaultdict
from collections.abc import Collection, Sequence


def with_ghosts(items: Sequence[str], before: Sequence[str], ghosts: Collection[str]) -> list[str]:
    """Return the items with each ghost behind the row that it stood behind `before`, or at the top."""
    known = set(items)
    after: defaultdict[str, list[str]] = defaultdict(list)
    neighbour = ""
    for item in before:
        if item in known:
            neighbour = item
        elif item in ghosts:
            after[neighbour].append(item)
    merged = list(after[""])
    for item in items:
        merged.append(item)
        merged += after.get(item, ())
    return merged
