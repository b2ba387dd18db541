import json
import re
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from briefing.cli import main

DOCS = Path(__file__).parents[2] / "docs" / "json.md"
READING = """\
briefing-reading: 1
by: a colleague
points:
  - {id: shut, phrase: the bridge is shut}
claims:
  - {source: a.md, quote: The bridge is shut, point: shut, commitment: certain +}
  - {source: b.md, quote: "The bridge is \\e[31mnot shut", point: shut, commitment: certain -}
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    for name, outlet, text in (
        ("a.md", "Herald", "The bridge is shut."),
        ("b.md", "Post", "The bridge is \x1b[31mnot shut."),
    ):
        front = f"---\ntitle: News of {outlet}\npublisher: {outlet}\npublished: 2026-02-03\n---\n\n"
        (folder / name).write_text(f"{front}{text}\n", encoding="utf-8")
    (folder / "reading.yaml").write_text(READING, encoding="utf-8")
    return folder


def relation_of(case: Path, capfd: pytest.CaptureFixture[str]) -> dict[str, str]:
    assert main(["analyse", str(case), "--json"]) == 0
    (relation,) = json.loads(capfd.readouterr().out)["relations"]
    return relation


def test_a_contradiction_is_explained_at_80_columns_and_can_do_nothing_to_the_terminal(case, capfd):
    relation = relation_of(case, capfd)
    assert main(["explain", str(case), relation["id"][:6]]) == 0
    told = capfd.readouterr().out
    assert "\x1b" not in told
    assert max(map(len, told.splitlines())) <= 80
    for words in ("Herald", "Post", "the bridge is shut", relation["rule"], "the reading", "independent", "2026-02-03"):
        assert words in told


def test_a_claim_is_explained_with_what_stands_against_it(case, capfd):
    relation = relation_of(case, capfd)
    assert main(["explain", str(case), relation["a"]]) == 0
    told = capfd.readouterr().out
    assert relation["id"] in told
    assert relation["b"] in told


def test_the_documentation_names_the_keys_of_an_explanation(case, capfd):
    relation = relation_of(case, capfd)
    assert main(["explain", str(case), relation["id"], "--json"]) == 0
    explained = json.loads(capfd.readouterr().out)
    assert explained["b"]["quote"] == "The bridge is \x1b[31mnot shut"
    section = DOCS.read_text("utf-8").split("# The JSON of `briefing explain")[1].split("\nOf a claim:")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`(\w+)`", " ".join(cells))) == set(explained) | set(explained["a"])


@pytest.mark.parametrize("wanted", ["", "nothing", "c0123456789", "\x1b[31m"])
def test_an_id_that_is_none_is_met_with_the_nearest(case, capfd, wanted):
    relation = relation_of(case, capfd)
    ids = {relation["id"], relation["a"], relation["b"]}
    assert main(["explain", str(case), wanted]) == 1
    said = capfd.readouterr().err
    assert "\x1b" not in said
    assert any(i in said for i in ids)


def test_pairs_are_answered_line_by_line_and_bad_lines_are_named(tmp_path, capfd):
    file = tmp_path / "pairs.jsonl"
    lines = [
        '{"id": "x", "premise": "Anna Kessel resigned.", "hypothesis": "Anna Kessel has not resigned."}',
        "{no json",
        '{"a": "one"}',
        "[1]",
        "",
        '{"a": "Anna Kessel resigned.", "b": "  "}',
        '{"a": "Anna Kessel resigned.", "b": "The harbour is wide."}',
    ]
    long = json.dumps({"a": "word " * 250_000, "b": "Anna Kessel resigned."}).encode()
    file.write_bytes(BOM_UTF8 + "\n".join(lines).encode() + b'\n{"a": "\xff", "b": "c"}\n' + b"[" * 5000 + b"\n" + long)
    assert main(["compare", "--pairs", str(file)]) == 1
    told = capfd.readouterr()
    answers = [json.loads(line) for line in told.out.splitlines()]
    assert [(a["id"], a["relation"]) for a in answers] == [("x", "contradiction"), (7, "none")]
    assert {"kind", "point", "rule", "explanation", "score"} < set(answers[0])
    assert re.findall(r"pairs\.jsonl:(\d+)", told.err) == ["2", "3", "4", "6", "8", "9", "10"]


def test_two_sentences_are_explained_like_a_case(capfd):
    assert main(["compare", "Anna Kessel resigned.", "Anna Kessel has not resigned.", "--json"]) == 0
    explained = json.loads(capfd.readouterr().out)
    assert explained["relation"] == "contradiction"
    assert explained["b"]["quote"] == "Anna Kessel has not resigned"
    assert main(["compare", "Anna Kessel resigned.", "The harbour is wide."]) == 0
    assert capfd.readouterr().out.startswith("none")


@pytest.mark.parametrize("words", [[], ["one"], ["one", "two", "--pairs", "x"], ["one", "--pairs", "x"]])
def test_compare_asks_for_two_sentences_or_a_file(words, capfd):
    assert main(["compare", *words]) == 2
    assert capfd.readouterr().err.startswith("briefing: compare takes")


def test_a_file_of_pairs_that_is_not_there_is_said(tmp_path, capfd):
    assert main(["compare", "--pairs", str(tmp_path / "none.jsonl")]) == 1
    assert "cannot be read" in capfd.readouterr().err
