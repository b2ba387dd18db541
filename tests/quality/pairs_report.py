"""How well contradictions are found in public pairs of sentences: precision, recall and F1 for every file of ../shared/pairs.

python -m tests.quality.pairs_report [FILE.jsonl ...]
"""

import json
import sys
from pathlib import Path

from briefing.case.comparing import Comparer
from briefing.cli.compare import pairs
from briefing.errors import Fault

PAIRS = Path(__file__).parents[2].parent / "shared" / "pairs"


def labels(path: Path) -> list[str]:
    return [json.loads(line)["label"] for line in path.read_text("utf-8").splitlines() if line.strip()]


def row(comparer: Comparer, path: Path) -> str:
    """Count a tension as nothing found: the labels know contradictions only."""
    found = right = there = total = 0
    for pair, label in zip(pairs(path), labels(path), strict=True):
        if isinstance(pair, Fault):
            continue
        _, a, b = pair
        _, relation = comparer.compare(a, b)
        said, so = relation is not None and relation.type == "contradiction", label == "contradiction"
        total, there, found, right = total + 1, there + so, found + said, right + (so and said)
    precision, recall = right / max(1, found), right / max(1, there)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"{path.name:<28} {total:>6} {there:>6} {found:>6} {right:>6} {precision:>6.2f} {recall:>6.2f} {f1:>6.2f}"


def main(given: list[str]) -> int:
    paths = [Path(name) for name in given] or sorted(PAIRS.glob("*.jsonl"))
    if not paths:
        print(f"nothing to measure: there is no {PAIRS}")
        return 0
    comparer = Comparer(None)
    print(f"{'file':<28} {'pairs':>6} {'contr.':>6} {'found':>6} {'right':>6} {'P':>6} {'R':>6} {'F1':>6}")
    for path in paths:
        print(row(comparer, path), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
