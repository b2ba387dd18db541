"""Fit the weights of `briefing/extraction/lexicon/disputes.txt` on stories with gold, and print them.

    python -m tests.quality.fit_disputes [CASES] [STORY ...]

CASES is `../shared/cases` unless told. Logistic regression with a small ridge, by Newton's method (Hastie, Tibshirani and
Friedman, The Elements of Statistical Learning, 4.4.1). Every pair of opposed claims that lie near each other is one case;
it is right when gold lists it as contradiction or tension. Beside the weights it prints how many of the pairs that it holds
likely are right in stories that were left out, a quarter at a time.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from briefing import articles
from briefing.dossier import Claim, Source
from briefing.extraction import assembly, disputes
from briefing.extraction.reader import Reader

SHARED = Path(__file__).parents[2].parent / "shared" / "cases"
ASIDE = frozenset(
    [
        "beit_sorran",
        "corvala_tapes",
        "flight_417",
        "kessing_dam",
        "luwezi_border",
        "minister",
        "port_saro",
        "velmora_vote",
    ]
)
"""Stories that are never fitted on."""
RIDGE = 1.0
NAMES = ("always", "common", "one_article", "own_voice", "denied", "event", "event_unsure", "figure", "negation")
Place = tuple[str, int, int]


def fold(text: str) -> str:
    """Return a text of the same length in which quotation marks and white space do not differ."""
    return text.translate(str.maketrans("“”‘’\u00a0\n\t", "\"\"''   "))


def places(gold: Mapping[str, Any], sources: Iterable[Source]) -> dict[str, Place]:
    """Return where each claim of gold stands."""
    texts = {s.file: fold(s.text) for s in sources}
    found = {}
    for claim in gold["claims"]:
        words = fold(claim.get("span") or claim["sentence"])
        at = texts.get(claim["file"], "").find(words)
        if at >= 0:
            found[claim["id"]] = (claim["file"], at, at + len(words))
    return found


def meets(claim: Claim, file: str, place: Place) -> bool:
    """Tell whether a claim has at least half of its own words, or of gold's, in common with a place."""
    shared = min(claim.end, place[2]) - max(claim.start, place[1])
    return file == place[0] and shared * 2 >= min(claim.end - claim.start, place[2] - place[1])


def story(folder: Path, reader: Reader) -> tuple[np.ndarray, np.ndarray]:
    """Return the features of every opposed pair of a story, and whether gold has it."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text("utf-8"))
    files = [p for p in articles.candidates(folder) if p.name != "gold.yaml"]
    read = [articles.read(p, p.relative_to(folder).as_posix(), articles.Limits()) for p in files]
    sources = [s for s in articles.relate(read) if s.skipped is None]
    where = places(gold, sources)
    conflicts = [
        (where[r["a"]], where[r["b"]])
        for r in gold["relations"]
        if {r["relation"], *(r.get("accept") or ())} & {"contradiction", "tension"} and {r["a"], r["b"]} <= where.keys()
    ]
    names = {s.id: s.file for s in sources}
    rows, right = [], []
    case = assembly.material(sources, [reader.read(s) for s in sources])
    for a, b, common, found in disputes.pairs(case.claims, case.drafts, case.owners, case.near):
        row = disputes.features(a, b, common, found)
        rows.append([row.get(name, 0.0) for name in NAMES])
        right.append(
            any(
                (meets(a, names[a.source], p) and meets(b, names[b.source], q))
                or (meets(a, names[a.source], q) and meets(b, names[b.source], p))
                for p, q in conflicts
            )
        )
    return np.array(rows), np.array(right, float)


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the weights."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - p) - RIDGE * weights
        curve = (rows.T * (p * (1 - p))) @ rows + RIDGE * np.eye(len(weights))
        weights += np.linalg.solve(curve, slope)
    return weights


def main() -> None:
    """Fit, and print."""
    cases = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    if not cases.is_dir():
        sys.exit(f"There are no stories in {cases}; name their folder.")
    named = sys.argv[2:] or [p.parent.name for p in sorted(cases.glob("*/gold.yaml")) if p.parent.name not in ASIDE]
    reader = Reader()
    found = [story(cases / name, reader) for name in named]
    likely = []
    for quarter in range(4):
        train = [f for n, f in enumerate(found) if n % 4 != quarter]
        weights = fit(np.vstack([x for x, _ in train]), np.concatenate([y for _, y in train]))
        for n, (x, y) in enumerate(found):
            if n % 4 == quarter:
                likely += list(zip(1 / (1 + np.exp(-x @ weights)), y, strict=True))
    weights = fit(np.vstack([x for x, _ in found]), np.concatenate([y for _, y in found]))
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"{name} {weight:.2f}")
    print(f"# {sum(len(y) for _, y in found)} pairs, {sum(y.sum() for _, y in found):.0f} of them in gold")
    for least in (0.1, 0.2, 0.3, 0.4, 0.5):
        over = [y for p, y in likely if p >= least]
        print(f"# left out, likelier than {least}: {sum(over):.0f} of {len(over)} right")


if __name__ == "__main__":
    main()
