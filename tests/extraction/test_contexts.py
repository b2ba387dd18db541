"""In what context claims are made: how they are brought in, how far apart, in which sort of article."""

import pytest

from briefing.dossier import Attribution, Claim, Passage, Source
from briefing.extraction.contexts import NAMES, Contexts

TEXT = "The dam was full, Ana Ruiz said. But Leo Stone denied that it would leak.\n\nWe shall see."


def claim(words, *, source="a", cue=None, text=TEXT, **more):
    start = text.index(words)
    place = (text.index(cue), text.index(cue) + len(cue)) if cue else None
    credited = Attribution(None, place, ((start, start + len(words)),)) if cue else None
    return Claim(words, source, start, start + len(words), words, words, attribution=credited, **more)


def of(*two, genre=None):
    passages = (Passage(0, TEXT.index("\n")), Passage(TEXT.index("We"), len(TEXT)))
    sources = {name: Source(name, f"{name}.txt", "0" * 64, TEXT, passages, genre=genre) for name in ("a", "b")}
    return Contexts(two, sources).of(*two)


FULL = claim("The dam was full", cue="said")
LEAKS = claim("it would leak", cue="denied")
SEE = claim("We shall see")


def test_a_turn_before_the_cue_and_the_cue_itself_bring_a_claim_in():
    found = of(FULL, LEAKS)
    assert (found["brought_turn"], found["later_turn"], found["brought_denial"], found["later_denial"]) == (1, 1, 1, 1)
    assert of(FULL, SEE)["brought_turn"] == 0


def test_which_of_the_two_is_given_first_does_not_matter():
    assert of(FULL, LEAKS) == of(LEAKS, FULL)


def test_how_far_apart_in_one_source():
    assert [of(FULL, LEAKS)[name] for name in ("same_paragraph", "paragraphs", "sentences")] == [1, 0, 1]
    assert [of(FULL, SEE)[name] for name in ("same_paragraph", "paragraphs")] == [0, 1]
    assert of(FULL, claim("it would leak", source="b"))["paragraphs"] < 0


def test_what_is_said_to_come_differs_from_what_was():
    found = of(FULL, LEAKS)
    assert (found["past"], found["past_differs"], found["may"], found["may_differs"]) == (1, 1, 1, 1)


def test_whose_words_they_are():
    asked = of(claim("The dam was full", holder="Ana", holder_id="ana"), claim("it would leak", actors=("ana", "leo")))
    assert (asked["holder_named"], asked["named"]) == (1, 2)


@pytest.mark.parametrize(("genre", "name"), [("interview", "interview"), ("Opinion", "opinion")])
def test_in_which_sort_of_article(genre, name):
    assert of(FULL, LEAKS, genre=genre)[name] == 2


def test_every_number_has_a_name():
    assert set(of(FULL, SEE)) == set(NAMES)
