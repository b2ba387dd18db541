"""The record as lines of W3C Web Annotations: there and back to the letter; a line that is not as it was written stops everything."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.dossier import Act, Anchor
from briefing.errors import InputError
from briefing.ledger import Deed, Ledger, jsonld
from briefing.ledger.events import sealed

AT = "2026-02-01T10:00:00.000+00:00"
text = st.text(max_size=30) | st.sampled_from(["nul \0", "lone \udcff", "\x1b[31m", "bidi \u202e", "\r\n", '"', "None"])


def anchors(*parts):
    return json.dumps(list(parts), separators=(",", ":"))


@st.composite
def rows(draw):
    uid = draw(st.uuids()).hex
    places = st.lists(text, min_size=4, max_size=4) | st.tuples(text, text, text, text, st.integers(0, 9999), text)
    return sealed(
        0,
        uid,
        draw(st.integers(1, 2**53 - 1)),
        AT,
        draw(text),
        draw(st.sampled_from(["tag", "note", "verdict", "divination"])),
        draw(text),
        draw(st.none() | text),
        draw(st.none() | text),
        anchors(*draw(st.lists(places, max_size=2))),
        uid,
        draw(st.none() | text),
        draw(st.none() | text),
    )


@settings(max_examples=200, deadline=None)
@given(rows())
def test_any_event_is_the_same_there_and_back(row):
    written = jsonld.line(row)
    assert "\n" not in written
    assert written.isascii()
    assert jsonld._row(written) == row


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        words = Anchor("dir/a b:c.md", "He left.", "Then. ", " So.", 6, "ab" * 32)
        ledger.append([Deed(Act.TAG, "c1/key", "yes", (words,)), Deed(Act.NOTE, "a1", "ask him")], "Ana")
        yield ledger


def test_a_line_is_an_annotation_that_other_tools_can_read(ledger):
    first, second = (json.loads(jsonld.line(row)) for row in ledger.rows())
    assert first["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert first["id"].startswith("urn:uuid:")
    assert (first["type"], first["motivation"], first["body"]["value"]) == ("Annotation", "tagging", "key")
    assert first["creator"] == {"type": "Person", "name": "Ana"}
    assert first["target"] == [
        {
            "source": "dir/a%20b%3Ac.md",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "He left.", "prefix": "Then. ", "suffix": " So."},
                {"type": "TextPositionSelector", "start": 6, "end": 14},
            ],
            "record:sha256": "ab" * 32,
        }
    ]
    assert second["target"] == "urn:briefing:a1"


def broken(line, **changes):
    return json.dumps(json.loads(line) | changes)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda _: "not json", "is not JSON"),
        (lambda _: "[" * 100_000, "is not JSON"),
        (lambda _: "{}", "is no event"),
        (lambda _: "[1, 2]", "is no event"),
        (lambda line: line[: len(line) // 2], "is not JSON"),
        (lambda line: broken(line, **{"record:value": "no"}), "seal is broken|contradicts itself"),
        (lambda line: broken(line, creator={"type": "Person", "name": "Eve"}), "seal is broken"),
        (lambda line: broken(line, body={"type": "TextualBody", "value": "other"}), "contradicts itself"),
        (lambda line: broken(line, extra=1), "says more than an event does"),
        (lambda line: broken(line, **{"record:clock": "1"}), "seal is broken"),
        (lambda line: broken(line, created="yesterday"), "is no event"),
        (lambda line: broken(line, target=[{"source": "a.md"}]), "is no event"),
    ],
)
def test_one_line_that_is_not_as_it_was_written_stops_everything_and_is_named(ledger, tmp_path, spoil, said):
    lines = [jsonld.line(row) for row in ledger.rows()]
    file = tmp_path / "theirs.jsonl"
    file.write_text(f"{lines[0]}\n\n{spoil(lines[1])}\n", encoding="utf-8")
    with pytest.raises(InputError, match=said) as refused:
        jsonld.rows(file)
    assert [fault.line for fault in refused.value.faults] == [3]


def test_a_clock_that_would_end_all_counting_is_refused(tmp_path):
    row = sealed(0, "a" * 32, 2**62, AT, "Eve", "note", "c1", "hm", None, "[]", "a" * 32, None, None)
    (tmp_path / "theirs.jsonl").write_text(jsonld.line(row))
    with pytest.raises(InputError, match="seal is broken"):
        jsonld.rows(tmp_path / "theirs.jsonl")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x00" * 100])
def test_a_file_that_is_no_text_is_refused(tmp_path, data):
    (tmp_path / "theirs.jsonl").write_bytes(data)
    with pytest.raises(InputError):
        jsonld.rows(tmp_path / "theirs.jsonl")
