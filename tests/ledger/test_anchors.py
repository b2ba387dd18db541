import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.dossier import Anchor, Source
from briefing.ledger import anchor, find

WORDS = "He denied it."
TEXT = f"The general spoke on Monday in the capital. {WORDS} The minister was asked about the money. {WORDS} Both left early."


def anchored(text, start, end):
    return anchor(Source("s1", "a.md", "", text=text), start, end)


def place(text, occurrence=0):
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(WORDS, start + 1)
    return start, start + len(WORDS)


def test_an_anchor_holds_the_words_and_32_characters_on_either_side():
    start, end = place(TEXT)
    found = anchored(TEXT, start, end)
    assert found == Anchor("a.md", WORDS, TEXT[start - 32 : start], TEXT[end : end + 32], start)


@given(st.text("ab. ", max_size=150), st.data())
def test_words_are_found_where_they_were_or_not_at_all_in_an_unchanged_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(start < end)
    assert find(anchored(text, start, end), text) in {(start, end), None}


@given(st.text(max_size=80), st.text(max_size=80), st.text("xyz", min_size=32, max_size=32))
def test_words_that_moved_with_their_surroundings_are_found(before, after, around):
    text = f"{around}<unique words>{around}"
    start = text.index("<")
    moved = f"{before}{text}{after}"
    assume(moved.count("<unique words>") == 1)
    assert find(anchored(text, start, start + 14), moved) == (len(before) + 32, len(before) + 46)


@pytest.mark.parametrize("occurrence", [0, 1])
def test_the_same_words_elsewhere_are_told_apart_by_what_is_around_them(occurrence):
    words = anchored(TEXT, *place(TEXT, occurrence))
    longer = f"A new first paragraph.\n\n{TEXT}\n\nA new last one."
    assert find(words, longer) == place(longer, occurrence)


@pytest.mark.parametrize("occurrence", [0, 1])
def test_when_the_words_are_gone_their_look_alike_is_not_taken(occurrence):
    start, end = place(TEXT, occurrence)
    assert find(anchored(TEXT, start, end), TEXT[:start] + "He fled." + TEXT[end:]) is None


def test_one_changed_character_is_a_change():
    start, end = place(TEXT)
    assert find(anchored(TEXT, start, end), TEXT.replace("denied", "Denied")) is None


def test_words_are_found_when_one_side_changed():
    words = anchored(TEXT, *place(TEXT))
    changed = TEXT.replace("in the capital.", "at the border.")
    assert find(words, changed) == place(changed)


def test_a_long_quote_found_once_is_the_same_whatever_is_around_it():
    quote = "The assets, worth some 12 billion dollars, were moved to Zurich in May."
    text = f"Before. {quote} After."
    assert find(anchored(text, 8, 8 + len(quote)), f"Quite other words. {quote} And others.") == (19, 19 + len(quote))
    assert find(anchored(text, 8, 8 + len(quote)), f"{quote} Quite other words. {quote}") is None


def test_words_at_the_end_of_a_text_are_not_found_in_the_middle():
    assert find(anchored("He left. No.", 9, 12), "Yes. No. He left at once.") is None


@given(st.text("ab. ", min_size=1, max_size=150), st.data())
def test_in_a_file_that_is_the_same_to_the_byte_any_words_are_found_where_they_were(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    source = Source("s1", "a.md", "its hash", text)
    assert find(anchor(source, start, end), text, "its hash") == (start, end)
