"""Quotations: where they begin and end, and whose they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extraction.quotes import quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” twice.", ["“no”"]),
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("‘The workers’ demand is fair,’ he said.", ["‘The workers’ demand is fair,’"]),
        ("The workers’ demand isn’t new.", []),
        ("A 6\" pipe and the '90s.", []),
        ("“He told me ‘no’ at once,” she said.", ["“He told me ‘no’ at once,”"]),
        ("“This goes on.", ["“This goes on."]),
        ('“It burns," he said. “It burns.”', ['“It burns,"', "“It burns.”"]),
    ],
)
def test_quotations_are_found_by_their_marks(text, found):
    assert [text[q.start : q.end] for q in quotations(text)] == found


@given(st.text(alphabet="ab .,“”‘’\"'\n", max_size=60))
def test_quotations_never_overlap_nor_leave_the_text(text):
    edges = [place for q in quotations(text) for place in (q.start, q.end)]
    assert edges == sorted(edges)
    assert all(0 <= place <= len(text) for place in edges)


def test_a_quotation_of_several_sentences_is_one_attribution_and_several_claims(read):
    found = read("“The dam is full. The gates are stuck,” said Anna Berg. “Nobody came.”")
    assert [found.who(w) for w in ("The dam is full", "The gates are stuck", "Nobody came")] == ["Anna Berg"] * 3
    assert sum(d.attribution is not None for d in found.extract.drafts) == 1


def test_a_quotation_over_paragraphs_stays_with_its_speaker(read):
    found = read("Anna Berg said: “The dam is full.\n“The gates are stuck.\n“Nobody came.”")
    assert {found.who(w) for w in ("The gates are stuck", "Nobody came")} == {"Anna Berg"}


def test_a_quotation_alone_goes_to_who_spoke_last(read):
    found = read("The sirens failed, Anna Berg said.\n“We heard nothing at all.”")
    assert found.who("We heard nothing at all") == "Anna Berg"


def test_a_few_words_taken_over_are_no_claim_of_their_own(read):
    found = read("The so-called “people’s bank of the north” closed in May.")
    assert [h for h, _ in found.claims()] == [None]


def test_a_quotation_in_the_next_sentence_is_not_a_cues_content(read):
    found = read("He called it “a fraud.” The company ordered a review.")
    assert "The company ordered a review" in [w for _, w in found.claims()]
