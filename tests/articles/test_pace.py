"""Reading takes no longer than a text is long, whatever stands in it."""

import time
from pathlib import Path

import pytest

from briefing import articles
from briefing.extraction.turns import segments

STORY = "The pumps were mended in May, and no house was flooded by the river after that.\n\n" * 6
MOST_SECONDS = 5


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(f"Alder{n} Bank" for n in range(3000)) + f"\n\n{STORY}",
        f"Alder Works\n\n{'; '.join(f'Alder{n} Bank' for n in range(2000))} is open.\n\n{STORY}",
        f"Alder Works\n\nBank {'A' * 19_000} is open.\n\nThe bank is open now.",
        f"Alder Works\n\nDear all,{'!' * 19_000}\nwe write\n\n{STORY}",
        f"Interview\n\n{STORY}|{' ' * 5000}x\n\n{STORY}",
        f"Interview\n\n{STORY}0:00{' ' * 5000}x\n\n{STORY}",
        "---\ngenre: interview\n---\n" + "\n\n".join(f"The pump {n} is mended." for n in range(10_000)),
    ],
    ids=["names above", "names within", "one word", "marks", "a row", "a minute", "short lines"],
)
def test_pace(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    start = time.perf_counter()
    segments(articles.read(path, "a.txt", articles.Limits()))
    assert time.perf_counter() - start < MOST_SECONDS
