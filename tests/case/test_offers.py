"""What is offered for two claims, and in which order claims are gone through."""

import pytest
from msgspec.structs import replace

from briefing.case.agenda import Agenda, companions
from briefing.case.offers import offer, proposed_stance
from briefing.dossier import Certainty, Claim, Commitment, Dossier, Mode, Point, Polarity, Source

NO = Polarity.NEGATIVE


def claim(name, **changes):
    return replace(Claim(name, "s1", 0, 4, "text", f"words of {name}", holder=f"holder of {name}"), **changes)


def dossier(*claims, points=()):
    d = Dossier()
    d.put_sources([Source("s1", "a.txt", "", "text"), Source("s2", "b.txt", "", "text")])
    d.put_points(points)
    d.put_claims(claims)
    return d


@pytest.mark.parametrize(
    ("changes", "stance"),
    [
        ({}, "certain +"),
        ({"polarity": NO}, "certain -"),
        ({"mode": Mode.DENIES}, "certain -"),
        ({"certainty": Certainty.POSSIBLE, "polarity": NO}, "possible -"),
        ({"certainty": Certainty.UNKNOWN}, "unknown"),
        ({"mode": Mode.PREDICTS}, "probable +"),
        ({"mode": Mode.SUPPOSES}, "possible +"),
        ({"mode": Mode.ASKS}, "unknown"),
        ({"mode": Mode.DEMANDS}, "demands"),
        ({"mode": Mode.DEMANDS, "polarity": NO}, "certain -"),
        ({"mode": Mode.REFUSES}, "refuses"),
    ],
)
def test_a_stance_is_proposed_from_polarity_certainty_and_mode(changes, stance):
    assert proposed_stance(claim("a", **changes)) == stance
    Commitment.parse(stance)


def test_who_said_the_words_of_a_new_point_stands_for_it():
    d = dossier(claim("a", polarity=NO), claim("b"), claim("c", polarity=NO), claim("d"))
    assert offer(d, "a", "b").phrase == offer(d, "b", "a").phrase == "words of b"
    assert offer(d, "a", "b").stands == {"b": "certain +", "a": "certain -"}
    assert offer(d, "a", "c").stands == {"c": "certain +", "a": "certain +"}
    assert (offer(d, "b", "d").phrase, offer(d, "b", "d").stands) == (
        "words of d",
        {"d": "certain +", "b": "certain +"},
    )


def test_on_a_point_that_is_there_one_stands_with_the_other_or_against_him_as_the_words_do():
    against = Commitment.parse("probable -")
    on = {"point": "p", "commitment": against}
    d = dossier(claim("a", **on), claim("b"), claim("c", polarity=NO), points=[Point("p", "it is so")])
    assert offer(d, "b", "a").point == "p"
    assert offer(d, "b", "a").stands == {"a": "probable -", "b": "certain -"}
    assert offer(d, "c", "a").stands == {"a": "probable -", "c": "certain +"}


def test_the_claim_on_a_point_has_its_stance_said_first_else_the_one_without_a_place_is_moved_then_the_one_without_a_stance():
    so = Commitment.parse("certain +")
    d = dossier(
        claim("a"),
        claim("b", point="p", commitment=so),
        claim("c", point="p"),
        claim("d", point="q", commitment=so),
        points=[Point("p", "it is so"), Point("q", "it is here")],
    )
    assert offer(d, "a", "b").moved == offer(d, "b", "a").moved == "a"
    assert (offer(d, "a", "c").moved, offer(d, "c", "a").moved) == ("a", "c")
    assert offer(d, "b", "c").moved == offer(d, "c", "b").moved == "c"
    assert (offer(d, "d", "b").moved, offer(d, "d", "b").point) == ("d", "p")


def test_companions_of_others_and_of_other_articles_come_first_and_what_is_covered_or_gone_not_at_all():
    d = dossier(
        claim("a", companions=("own", "b", "gone", "covered", "c", "a")),
        replace(claim("own"), holder="holder of a"),
        claim("b"),
        claim("covered", covered="b"),
        claim("c", source="s2"),
    )
    assert companions(d, "a") == ["b", "c", "own"]


def test_claims_are_given_out_once_those_first_that_promise_most_and_only_if_they_have_companions():
    d = dossier(
        claim("lone"),
        claim("a", companions=("b",)),
        claim("b", companions=("a", "c")),
        claim("c", companions=("b", "d"), source="s2"),
        claim("d"),
    )
    agenda = Agenda(d, d.all_claims(), done=["a"])
    assert [agenda.next() for _ in range(3)] == ["c", None, None]
    fresh = Agenda(d, d.all_claims())
    assert [fresh.next() for _ in range(3)] == ["c", "a", None]


def test_a_claim_that_left_the_case_is_not_given_out():
    d = dossier(claim("a", companions=("b",)), claim("b", companions=("c",)), claim("c"))
    agenda = Agenda(d, d.all_claims())
    d.remove_claims(["a", "c"])
    assert agenda.next() is None
