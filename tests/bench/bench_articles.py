"""How long texts take that are made to be read slowly; python tests/bench/bench_articles.py

Each kind of `hostile_texts.py` is read and divided into turns at three sizes, each twice the one before. A time that grows
fourfold from one to the next tells of work that grows with the square of a text.
"""

import tempfile
import time
from pathlib import Path

from hostile_texts import TEXTS

from briefing import articles
from briefing.extraction.turns import segments

SIZES = (5_000, 10_000, 20_000)


def seconds(text: str, path: Path) -> float:
    path.write_text(text, "utf-8")
    start = time.perf_counter()
    segments(articles.read(path, path.name, articles.Limits()))
    return time.perf_counter() - start


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for kind, text in TEXTS.items():
            times = [seconds(text(size), Path(folder, "a.txt")) for size in SIZES]
            told = ", ".join(f"{size:,}: {took:.2f} s" for size, took in zip(SIZES, times, strict=True))
            print(f"{kind:13} {told}")


if __name__ == "__main__":
    main()
