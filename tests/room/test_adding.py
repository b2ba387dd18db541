"""A claim from words chosen by keyboard: exactly these words, the analyst's own, and never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier import Maker, Passage, Source
from briefing.room.selecting import select

TEXT = "The U.S. left. “Nobody came,” he said! It rained [all] day"


@pytest.fixture
def source():
    return Source("s", "a.txt", "", TEXT, (Passage(0, len(TEXT)),))


def words(selection):
    return TEXT[slice(*selection.span)]


def test_words_are_chosen_by_word_and_by_sentence_at_either_end(source):
    at = TEXT.index("“Nobody")
    chosen = select(source, at, at + 3)
    assert words(chosen) == "Nobody came,” he said"
    assert words(chosen.by_word(-2)) == "Nobody came"
    assert words(chosen.by_sentence(1)) == TEXT[TEXT.index("Nobody") :]
    assert words(chosen.by_sentence(1).by_sentence(-1)) == words(chosen)
    assert words(chosen.other_end().by_word(-1)) == "left. “Nobody came,” he said"
    assert words(chosen.other_end().by_word(3)) == "said"
    inside = TEXT.index("came")
    assert words(select(source, inside, inside + 2)) == words(chosen)
    assert words(select(source, 0, 5).by_word(-9)) == "The"


@pytest.mark.parametrize(
    "sentence",
    ["To oust Mr. Maduro is hard.", "J. R. Smith of the U.S. Navy left.", "“Is it safe?” she asked.", "It was No. 5!"],
)
def test_a_title_an_initial_and_a_question_within_end_no_sentence(sentence):
    text = f"{sentence} Then it rained."
    chosen = select(Source("s", "a.txt", "", text, (Passage(0, len(text)),)), 0, 5)
    assert text[slice(*chosen.span)] == sentence.strip("“.!")


@given(st.integers(0, len(TEXT)), st.lists(st.sampled_from(["word", "back", "on", "up", "turn"]), max_size=12))
def test_however_it_is_moved_something_is_chosen_and_no_mark_around_it(at, moves):
    selection = select(Source("s", "a.txt", "", TEXT, (Passage(0, len(TEXT)),)), at, at + 5)
    for move in moves:
        selection = {
            "word": lambda s: s.by_word(1), "back": lambda s: s.by_word(-1), "on": lambda s: s.by_sentence(1),
            "up": lambda s: s.by_sentence(-1), "turn": lambda s: s.other_end(),
        }[move](selection)  # fmt: skip
    start, end = selection.span
    assert 0 <= start < end <= len(TEXT)
    assert words(selection).strip("“”, ") == words(selection)


def test_an_article_without_words_has_nothing_to_choose():
    assert select(Source("s", "a.txt", ""), 0, 0) is None


def own(analyst):
    return [c for c in analyst.room.dossier.claims.values() if c.by is Maker.ANALYST]


async def test_a_claim_is_added_from_words_in_the_reader_and_undone(sit):
    async with sit() as analyst:
        await analyst.press("3", "/")
        await analyst.type("nobody has left")
        await analyst.press("enter", "enter", "a")
        assert "which words make the claim?" in analyst.screen
        assert "“Nobody has left the town, Osmani added”" in analyst.screen
        await analyst.press("left", "left", "?", "enter")
        await analyst.type("a new face")
        await analyst.press("enter")
        (made,) = own(analyst)
        assert (made.quote, made.holder) == ("Nobody has left the town", "a new face")
        assert analyst.room.dossier.sources[made.source].text[made.start : made.end] == made.quote
        await analyst.until(lambda: analyst.room.hand and analyst.room.hand.id == made.id)
        assert "the analyst" in analyst.screen
        await analyst.press("+", "u", "u")
        assert not own(analyst)


async def test_who_speaks_nearest_to_the_words_is_offered_first(sit):
    async with sit() as analyst:
        await analyst.press("3", "/")
        await analyst.type("nobody has left")
        await analyst.press("enter", "enter", "a", "enter", "enter")
        (made,) = own(analyst)
        assert made.holder == "Davit Osmani"


async def test_leaving_adds_nothing_and_it_fits_a_small_screen(sit):
    async with sit(size=(80, 24)) as analyst:
        await analyst.press("4", "a")
        assert "which words make the claim?" in analyst.screen
        assert "esc leave" in analyst.screen
        await analyst.press("j", "j", "tab", "right", "escape")
        assert analyst.room.screen is analyst.room.desk
        assert not own(analyst)


async def test_the_words_that_are_chosen_are_not_hidden_by_what_asks_for_them(sit, folder):
    lines = "\n\n".join(f"Sentence number {n} stands here." for n in range(60))
    (folder / "05-long.txt").write_text(lines, "utf-8")
    async with sit((80, 24)) as analyst:
        long = next(s.id for s in analyst.room.dossier.sources.values() if s.file == "05-long.txt")
        analyst.room.keeper.open_source(long)
        await analyst.press("4", *["j"] * 18, "a")
        await analyst.until(lambda: "which words make the claim?" in analyst.screen)
        reader = analyst.room.desk.reader
        await analyst.until(lambda: reader.cursor_line < analyst.room.screen.query_one("#prompt").region.y)
        assert "Sentence number" in reader.texts[reader.cursor]
