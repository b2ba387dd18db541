import pytest

from briefing.dossier import Claim, Mode
from briefing.extraction.answers import answers


def claim(name, words, start, *, holder="Ana", source="a", mode=Mode.ASSERTS):
    return Claim(name, source, start, start + len(words), words, words, holder, mode=mode)


SAID = claim("said", "the dam was inspected in May", 0)


def answered(words, *others, holder="Leo", source="a"):
    answer = claim("answer", words, 60, holder=holder, source=source)
    return [(a.said.id, a.reply.id) for a in answers([answer, SAID, *others])]


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
        "Leo brushed it aside",
        "the firm ruled that out",
        "Leo waved away the story",
        "She is mistaken",
        "“That is simply not true.”",
        "no such visit took place",
    ],
)
def test_a_bare_denial_answers_what_somebody_else_said_before_it(words):
    assert answered(words) == [("said", "answer")]


@pytest.mark.parametrize(
    "words",
    [
        "Leo denied that any wall had cracked",
        "Leo denied that inspection was late",
        "The court dismissed the claim that Leo brought",
        "Leo called the report “careful",
        "Leo knew it",
        "It is wrong to build there",
        "the guards waved it through",
    ],
)
def test_a_denial_that_says_what_it_denies_is_no_bare_one(words):
    assert answered(words) == []


def test_nobody_answers_himself_another_source_or_a_question():
    assert answered("Leo denied it", holder="Ana") == []
    assert answered("Leo denied it", source="b") == []
    assert answered("Leo denied it", claim("asked", "was it inspected?", 40, mode=Mode.ASKS)) == []


def test_only_what_stands_right_before_a_denial_is_denied():
    assert answered("Leo denied it", claim("later", "and it leaked", 30)) == [("later", "answer")]


OWN_WORDS = claim("own words", "“No inspector ever came,”", 120, holder="Leo")


def test_the_words_of_the_one_who_denies_answer_too_unless_the_denial_has_its_own():
    assert answered("Leo denied it", OWN_WORDS) == [("said", "answer"), ("said", "own words")]
    assert answered("Leo denied it: “I was there.”", OWN_WORDS) == [("said", "answer")]
    stranger = claim("stranger", "it rained", 120, holder="Eva")
    assert answered("Leo denied it", stranger) == [("said", "answer")]


@pytest.mark.parametrize(
    "turn",
    [
        "Leo saw it differently",
        "Leo had none of it",
        "The keepers’ guild hit back",
        "Not so, says Leo",
        "Leo disagrees",
    ],
)
def test_what_follows_a_turn_answers_what_stands_before_it(turn):
    assert answered(turn, OWN_WORDS, holder="article") == [("said", "own words")]


def test_a_turn_that_goes_on_is_the_answer_itself():
    turn = "Leo tells a different story: nobody came all year"
    assert answered(turn, OWN_WORDS, holder="article") == [("said", "answer")]


def test_a_turn_that_leads_back_to_the_same_speaker_answers_nothing():
    own = claim("own words", "and again in June", 120)
    assert answered("The weather is a different story", own) == []
    assert answered("Leo saw it differently", own, holder="article") == []


def test_a_bare_denial_is_surer_than_the_words_after_it_and_these_than_what_follows_a_turn():
    denied = [a.sure for a in answers([SAID, claim("d", "Leo denied it", 60, holder="Leo"), OWN_WORDS])]
    turned = [a.sure for a in answers([SAID, claim("t", "Leo saw it differently", 60, holder="article"), OWN_WORDS])]
    assert denied[0] > denied[1] > turned[0]
