import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.plaintext import clipped, has_hidden, one_line, quoted, visible

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
HOSTILE = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\x1b\x9b\x07\x00\x7f\x85\r\n\t\u2028\u2029\ufeff\U000e0041\u00ad" + BIDI)
    )
)


@given(HOSTILE, st.sampled_from(["\n", ""]))
def test_nothing_that_acts_on_a_terminal_is_left(text, keep):
    shown = visible(text, keep=keep)
    assert not [c for c in shown if c not in keep and (unicodedata.category(c) == "Cc" or c in BIDI)]
    assert not has_hidden(shown)


@given(HOSTILE)
def test_what_is_safe_stays_as_it_is(text):
    assert visible(visible(text)) == visible(text)


@given(st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"])))
def test_text_that_people_write_is_not_touched(text):
    assert visible(text) == text
    assert not has_hidden(text)


@pytest.mark.parametrize("text", ["می‌خواهم", "क्‍ष", "👩‍🚀", "☎︎ ☎️", "co­operate"])
def test_joiners_of_real_scripts_are_kept(text):
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇"),
        ("\x9b2J", "<009b>2J"),
        ("safe\u202eevil", "safe<202e>evil"),
        ("a\tb", "a    b"),
        ("one\r\ntwo\rthree", "one\ntwo␍three"),
        ("\U000e0041", "<e0041>"),
        ("\ud800", "<d800>"),
    ],
)
def test_each_kind_of_control_has_a_form_to_see(text, shown):
    assert visible(text) == shown


@given(HOSTILE, st.integers(0, 30))
def test_a_row_is_one_line_no_longer_than_asked(text, width):
    row = clipped(one_line(text), width)
    assert len(row) <= width
    assert len(row.splitlines()) <= 1


def test_a_cut_is_at_a_word_and_shows():
    assert clipped("the bridge was closed", 14) == "the bridge…"
    assert clipped("the bridge", 10) == "the bridge"
    assert clipped("unbreakableword", 8) == "unbreak…"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We won", "“We won”"),
        ("“We won”", "“We won”"),
        ("“We won", "“We won”"),
        ("We won”", "“We won”"),
        ('"We won"', '"We won"'),
        ("“We won,” he said, “and we stay.”", "“We won,” he said, “and we stay.”"),
        ("“We won,” he said", "““We won,” he said”"),
        ("He calls it “a line”", "“He calls it “a line””"),
    ],
)
def test_a_quote_has_no_mark_twice_where_it_has_its_own(words, shown):
    assert quoted(words) == shown
