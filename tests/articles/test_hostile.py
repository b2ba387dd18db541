"""Texts that are made to be read slowly are read like any other; how long they take tells tests/bench/bench_articles.py."""

from pathlib import Path

import pytest

from briefing import articles
from briefing.articles import sheet
from briefing.articles.sheet import Sheet
from briefing.extraction.turns import segments
from tests.bench.hostile_texts import TEXTS


@pytest.mark.parametrize("kind", TEXTS)
def test_hostile_texts_are_read(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS[kind](1000), "utf-8")
    source = articles.read(path, "a.txt", articles.Limits())
    assert source.skipped is None
    assert segments(source)


def test_only_the_head_and_the_foot_of_a_text_tell_who_issues_it() -> None:
    lines = [f"Alder{n} Bank" for n in range(3000)]
    first, last = sheet.first_lines(lines), sheet.last_lines(lines)
    assert (first, last) == (lines[: len(first)], lines[-len(last) :])
    assert len(first) + len(last) < 100


def test_of_an_endless_line_only_its_beginning_tells_who_issues_a_text() -> None:
    endless = "The river rose, " * 10_000
    assert len(sheet.first_lines([endless])[0]) < 2000
    assert len(Sheet([], [endless], []).first(1)[0]) < 2000
