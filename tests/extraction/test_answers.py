import pytest

from briefing.dossier import Claim, Mode
from briefing.extraction.answers import answers


def claim(name, words, start, *, holder="Ana", source="a", mode=Mode.ASSERTS):
    return Claim(name, source, start, start + len(words), words, words, holder, mode=mode)


SAID = claim("said", "the dam was inspected in May", 0)


def answered(words, *others, holder="Leo", source="a"):
    denial = claim("denial", words, 60, holder=holder, source=source)
    return [(a.id, b.id) for a, b in answers([denial, SAID, *others])]


@pytest.mark.parametrize(
    "words",
    [
        "Leo denied it",
        "Leo Marsh, who runs the works, flatly denied this",
        "The works dismissed the claim as gossip",
        "Leo rejected that account",
        "Leo disputes that: “Nobody came.”",
        "Leo’s office called the report “pure invention",
        "a second keeper said otherwise",
    ],
)
def test_a_bare_denial_answers_what_somebody_else_said_before_it(words):
    assert answered(words) == [("said", "denial")]


@pytest.mark.parametrize(
    "words",
    [
        "Leo denied that any wall had cracked",
        "Leo denied that inspection was late",
        "The court dismissed the claim that Leo brought",
        "Leo called the report “careful",
        "Leo knew it",
    ],
)
def test_a_denial_that_says_what_it_denies_is_no_bare_one(words):
    assert answered(words) == []


def test_nobody_answers_himself_another_source_or_a_question():
    assert answered("Leo denied it", holder="Ana") == []
    assert answered("Leo denied it", source="b") == []
    assert answered("Leo denied it", claim("asked", "was it inspected?", 40, mode=Mode.ASKS)) == []


def test_only_what_stands_right_before_a_denial_is_denied():
    assert answered("Leo denied it", claim("later", "and it leaked", 30)) == [("later", "denial")]
