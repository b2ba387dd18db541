"""Words that were looked for are marked where they stand."""

from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from briefing.dossier.folding import folded
from briefing.room.hits import marked, spans


def test_words_are_found_whatever_their_case_and_accents_and_marked_without_colour():
    line = Text("Nicolás met NICOLAS")
    assert spans(line.plain, "nicolas") == [(0, 7), (12, 19)]
    assert [str(s.style) for s in marked(line, "nicolas").spans] == ["reverse underline"] * 2
    assert marked(line, "x") is line


@given(st.text(max_size=30), st.text(min_size=1, max_size=3))
def test_every_place_that_is_marked_has_the_words(text, words):
    wanted = folded(words)
    assert all(wanted in folded(text[a:b]) for a, b in spans(text, wanted))
