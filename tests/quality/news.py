"""Real news with its disputes: folders of articles of PolNeAR, and pairs of claims in them that were judged one by one.

    python -m tests.quality.news POLNEAR FOLDER

POLNEAR holds the articles, `train/text` and `dev/text` of PolNeAR 1.0 (Newell, Margolin and Ruths, An Attribution Relations Corpus for Political
News, 2018), which are their publishers' and not kept here; kept is which of them make a folder (`news/folders.yaml`) and where the claims of
the judged pairs stand (`news/judged.tsv`). Written into FOLDER: one story a folder, the articles with their gold, for `stories.py` and
`fit_disputes.py`.
"""

import csv
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import yaml
from msgspec import Struct

_KEPT = Path(__file__).parent / "news"
_RELATIONS = ("unrelated", "tension", "tension", "contradiction")
"""What gold calls a pair, by its strength."""


class Place(Struct, frozen=True):
    """Where a claim stands: characters of the article's file."""

    article: str
    start: int
    end: int


class Judged(Struct, frozen=True):
    """Two claims and how they stand to each other: 3 plainly incompatible, 2 a tension worth seeing, 1 a matter of taste, 0 none."""

    a: Place
    b: Place
    strength: int


def folders() -> dict[str, list[str]]:
    """Return for every folder its articles, as paths from the root of PolNeAR."""
    kept: dict[str, list[str]] = yaml.safe_load((_KEPT / "folders.yaml").read_bytes())
    return kept


def judged() -> Iterator[Judged]:
    """Yield the pairs that were judged."""
    with (_KEPT / "judged.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t"):
            a, b = (Place(name, int(start), int(end)) for name, start, end in (row[:3], row[3:6]))
            yield Judged(a, b, int(row[6]))


def write(root: Path, out: Path) -> None:
    """Write every folder's articles with their gold."""
    of: defaultdict[str, list[Judged]] = defaultdict(list)
    home = {Path(article).name: name for name, articles in folders().items() for article in articles}
    for pair in judged():
        of[home[pair.a.article]].append(pair)
    for name, articles in folders().items():
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        for article in articles:
            shutil.copy(root / article, folder)
        (folder / "gold.yaml").write_text(yaml.safe_dump(_gold(folder, of[name]), allow_unicode=True), "utf-8")


def _gold(folder: Path, pairs: list[Judged]) -> dict[str, object]:
    number = {place: f"c{n}" for n, place in enumerate(dict.fromkeys(p for j in pairs for p in (j.a, j.b)))}
    text = {name: (folder / name).read_text("utf-8") for name in {place.article for place in number}}
    return {
        "claims": [
            {"id": one, "file": place.article, "sentence": text[place.article][place.start : place.end]}
            for place, one in number.items()
        ],
        "relations": [
            {"a": number[j.a], "b": number[j.b], "relation": _RELATIONS[j.strength], "strength": j.strength}
            for j in pairs
        ],
        "traps": [],
    }


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
