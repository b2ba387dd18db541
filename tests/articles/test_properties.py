import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.articles import Limits, read
from briefing.articles.blocks import UnreadableError
from briefing.articles.decoding import decode

LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "By Ana Person", "PORT ALDER, Nov 7 (AP) —", "No comments:", "- item", "1. item", "# Heading", "---", "===", "***", "**bold**", "*a.*",
            "© 2025 Port Herald", "Q: Why?", "A: Never.", "The mayor said that he would stay. The interview was edited for length.", "\t", "> quote",
            "KELM (NNA) - He said so.", "title: x", "…", "Home | News | Sport", "\x0c", "![a](b)", "**KELM** He said so.", "(AP) - ",
        ]
    ),
)  # fmt: skip
TEXTS = st.lists(LINES, max_size=25).flatmap(
    lambda ls: st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"]).map(lambda e: e.join(ls))
)
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def put(folder: Path, suffix: str, data: bytes) -> tuple[Path, str]:
    path = folder / f"a{suffix}"
    path.write_bytes(data)
    return path, path.name


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@QUICK
@given(text=TEXTS)
def test_passages_lie_in_order_and_cover_every_line(tmp_path, suffix, text):
    text = text.encode("utf-8", "replace").decode().removeprefix("\ufeff")
    source = read(*put(tmp_path, suffix, text.encode()), Limits())
    if source.skipped:
        return
    assert source.text == text
    at = 0
    for passage in source.passages:
        assert at <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end] == text[passage.start : passage.end].strip()
        at = passage.end
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        assert not line.strip() or any(p.start < end and p.end > start for p in source.passages), repr(line)
        start = end


@QUICK
@given(data=st.binary(max_size=400), suffix=st.sampled_from([".txt", ".md", ".html", ".pdf", ".docx"]))
def test_any_bytes_are_read_or_skipped_with_a_reason(tmp_path, data, suffix):
    source = read(*put(tmp_path, suffix, data), Limits())
    assert bool(source.skipped) != bool(source.text)
    source.text.encode()


@QUICK
@given(
    text=st.text(min_size=1, max_size=200).filter(lambda t: t[0] != "\0"),
    encoding=st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
)
def test_marked_encodings_give_back_the_exact_text(text, encoding):
    text = text.encode("utf-8", "replace").decode().removeprefix("\ufeff")
    try:
        assert decode(text.encode(encoding)) == text
    except UnreadableError:
        assert any(char < " " for char in text)


def test_a_truncated_file_of_every_kind_is_survived(tmp_path):
    for suffix in (".pdf", ".docx", ".html"):
        for _ in range(20):
            assert read(*put(tmp_path, suffix, os.urandom(300)), Limits()).skipped is not None or suffix == ".html"
