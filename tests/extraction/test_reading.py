"""The reader as a whole: exact places whatever the text, the same result every time."""

import re
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.dossier import Passage, PassageKind, Source
from briefing.errors import InputError
from briefing.extraction.draft import Extract
from briefing.extraction.model import SAME_LENGTH
from briefing.extraction.reader import Reader

WORDS = [
    "Anna Berg",
    "said",
    "“",
    "”",
    '"',
    "the dam",
    "is full",
    ",",
    ".",
    "?",
    " that ",
    "not",
    "Q:",
    "A:",
    "\n",
    "\r\n",
    "12",
    "%",
    "’s",
    "é",
    "\u00a0",
    "—",
    "according to",
    "officials",
    "and",
    "citing",
    "Monday",
    "\u202e",
    "🙂",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=30), st.data())
def test_every_place_lies_in_a_body_passage_and_says_its_own_words(reader, parts, data):
    text = " ".join(parts)
    cut = data.draw(st.integers(0, len(text)))
    passages = (Passage(0, cut, PassageKind.HEADING), Passage(cut, len(text), PassageKind.BODY))
    extract = reader.read(Source("s1", "a.txt", "00", text, passages))
    for draft in extract.drafts:
        assert cut <= draft.start < draft.end <= len(text)
        own = " ".join(text[draft.start : draft.end].split())
        assert draft.text.endswith(own)
        left_out = re.fullmatch(r"(?:\[(.+)\] )?", draft.text.removesuffix(own))
        assert left_out is not None, "only the subject that it leaves out stands before"
        assert (left_out[1] or "") in " ".join(text[cut : draft.start].split())
        credit = draft.attribution
        places = [credit.source, credit.cue, *credit.content] if credit else []
        assert all(cut <= a < b <= len(text) for a, b in filter(None, places))
    for name in extract.names:
        assert " ".join(text[name.start : name.end].translate(SAME_LENGTH).split()) == name.text
    known = {n.entity for n in extract.names}
    assert {e for d in extract.drafts for e in (*d.chain, *d.entities)} <= known


def test_headings_and_furniture_claim_nothing(reader):
    text = "The dam burst.\nThe town is gone."
    passages = (Passage(0, 14, PassageKind.HEADING), Passage(15, len(text), PassageKind.BODY))
    extract = reader.read(Source("s1", "a.txt", "00", text, passages))
    assert [d.text for d in extract.drafts] == ["The town is gone"]


def test_reading_twice_gives_the_same_and_survives_the_cache(read):
    text = "Anna Berg said the dam was full. “Nobody came,” she added, citing two officials."
    first, second = read(text).extract, read(text).extract
    assert first == second
    assert msgspec.json.decode(msgspec.json.encode(first), type=Extract) == first


def test_a_missing_model_is_said_with_what_to_do(monkeypatch):
    def nothing(name):
        raise OSError(name)

    monkeypatch.setattr("spacy.load", nothing)
    with pytest.raises(InputError, match="pip install"):
        Reader("en_core_web_xx").read(Source("s1", "a.txt", "00", "The dam burst.", (Passage(0, 14),)))


def test_the_package_comes_without_spacy():
    code = "import sys, briefing.extraction; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
