import pytest

from briefing.case.comparing import Comparer
from briefing.errors import InputError


@pytest.fixture(scope="module")
def comparer() -> Comparer:
    return Comparer(None)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        ("Five people were killed in the blast in Dorvan.", "At least 12 people were killed in the blast in Dorvan.", "contradiction"),
        ("Anna Kessel resigned on Monday.", "Anna Kessel has not resigned.", "contradiction"),
        ("Anna Kessel resigned.", "Anna Kessel resigned.", "corroboration"),
        ("Anna Kessel resigned.", "The harbour of Dorvan is wide.", None),
    ],
)  # fmt: skip
def test_two_lone_sentences_are_compared(comparer, a, b, relation):
    for one, other in ((a, b), (b, a)):
        _, found = comparer.compare(one, other)
        assert (found.type if found else None) == relation


def test_a_clash_within_one_sentence_is_none_between_the_two(comparer):
    _, found = comparer.compare(
        "Anna Kessel resigned, but Boris Lund denied that she resigned.", "It rained in Dorvan."
    )
    assert found is None


@pytest.mark.parametrize("text", [" \n", "word " * 50_000, "Anna \udcff resigned."], ids=["empty", "a book", "no text"])
def test_what_is_no_sentence_is_named(comparer, text):
    with pytest.raises(InputError, match="sentence B"):
        comparer.compare("Anna Kessel resigned.", text)
