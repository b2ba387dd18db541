"""Makes a folder of as many articles as wanted: python tests/bench/many_articles.py ARTICLES FOLDER

Each is put together from paragraphs of the articles in `seeds/` and `tests/quality/cases/`, drawn at random but the same at every run.
"""

import random
import sys
from pathlib import Path

from briefing import articles, resources
from briefing.dossier import PassageKind

_STORIES = Path(__file__).parents[1] / "quality" / "cases"
_PARAGRAPHS = 14


def make(count: int, folder: Path) -> None:
    """Write so many articles into a folder."""
    chance = random.Random(1)
    paragraphs = [
        source.text[p.start : p.end]
        for place in (resources.SEEDS, *sorted(p for p in _STORIES.iterdir() if p.is_dir()))
        for path in articles.candidates(place)
        if path.suffix != ".yaml"
        for source in [articles.read(path, path.name, articles.Limits())]
        for p in source.passages
        if p.kind is PassageKind.BODY
    ]
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(count):
        head = f"---\ntitle: Report {n}\npublisher: Outlet {n % 60}\npublished: 2026-03-{n % 28 + 1:02}\n---\n\n"
        text = "\n\n".join(chance.sample(paragraphs, _PARAGRAPHS))
        (folder / f"{n:05}.md").write_text(head + text + "\n", "utf-8")


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
