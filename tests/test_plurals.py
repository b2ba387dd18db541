import pytest

from briefing.plurals import counted


@pytest.mark.parametrize(
    ("number", "words", "said"),
    [
        (0, ("claim",), "0 claims"),
        (1, ("claim",), "1 claim"),
        (2, ("claim",), "2 claims"),
        (1, ("inconsistency", "inconsistencies"), "1 inconsistency"),
        (2, ("inconsistency", "inconsistencies"), "2 inconsistencies"),
    ],
)
def test_a_number_has_the_noun_that_goes_with_it(number, words, said):
    assert counted(number, *words) == said
