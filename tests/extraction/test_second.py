import pytest

from briefing.dossier import ARTICLE, Claim
from briefing.extraction.disputes import second_trees
from briefing.extraction.second import NAMES, SecondLook
from briefing.extraction.trees import Fork, Trees


def claim(name, holder=ARTICLE):
    place = 10 * int(name[1])
    return Claim(name, name[0], place, place + 5, name, name, holder)


CLAIMS = [claim("a1", "Ana"), claim("a2"), claim("a5", "Ana"), claim("b1", "Leo"), claim("b2"), claim("c1", "Leo")]


def look(chances, alike=()):
    """Return a second look at these pairs; those of `alike` mean the same."""
    return SecondLook(CLAIMS, list(chances), list(chances.values()), lambda a, b: float({a, b} in alike))


def signs(pair, chances, alike=()):
    [row] = look(chances, alike).rows([list(chances).index(pair)])
    return dict(zip(NAMES, row, strict=True))


def test_how_a_pair_stands_among_the_others_of_its_two_claims():
    found = signs(("a1", "b1"), {("a1", "b1"): 0.5, ("a1", "c1"): 0.75, ("a1", "b2"): 0.25})
    assert found["odds"] == 0
    assert (found["place_low"], found["place_high"], found["tried"]) == (0, 1, 4)
    assert (found["other_low"], found["other_high"], found["rest_low"], found["rest_high"]) == (0, 0.75, 0, 1)


def test_what_both_dispute_tells_that_they_may_be_on_one_side():
    found = signs(("a1", "b1"), {("a1", "b1"): 0.5, ("a1", "c1"): 0.75, ("b1", "c1"): 0.5, ("b1", "b2"): 0.9})
    assert (found["third"], found["thirds"]) == (0.5, 0.375)


def test_who_disputes_what_is_like_a_claim_may_dispute_it_too():
    chances = {("a1", "b1"): 0.5, ("a1", "c1"): 0.75, ("a1", "b2"): 0.25}
    found = signs(("a1", "b1"), chances, alike=({"c1", "b1"}, {"c1", "a1"}))
    assert (found["like_low"], found["like_high"], found["like_sum"]) == (0, 0.75, 0.75)


def test_claims_right_beside_one_that_dispute_the_other_are_noticed_only_in_its_source():
    found = signs(("a1", "b1"), {("a1", "b1"): 0.5, ("a2", "b1"): 0.25, ("a1", "b2"): 0.5, ("a1", "c1"): 0.9})
    assert (found["beside"], found["beside_sum"]) == (0.5, 0.75)


def test_how_likely_the_same_two_dispute_each_other_elsewhere():
    found = signs(("a1", "b1"), {("a1", "b1"): 0.5, ("a5", "c1"): 0.75, ("a2", "c1"): 0.25, ("a2", "b1"): 0.5})
    assert (found["sides"], found["sides_sum"], found["sides_tried"]) == (0.75, 0.75, 2)
    assert (found["holder_low"], found["holder_high"], found["sources"]) == (0.5, 0.75, 0.5)
    assert signs(("a1", "b1"), {("a1", "b1"): 0.5})["sides"] < 0


def test_what_stands_around_two_claims_and_is_in_dispute_counts_for_them():
    found = signs(("a1", "b1"), {("a1", "b1"): 0.5, ("a5", "b2"): 0.75, ("a2", "b1"): 0.5, ("a2", "c1"): 0.9})
    assert (found["around"], found["around_sum"], found["around_tried"]) == (0.75, 1.25, 2)


def test_trees_add_to_the_odds_of_pairs_that_were_likely_enough_and_leave_the_others():
    rarely_tried = Trees(NAMES, (Fork(NAMES.index("tried"), 2, 1.0, 0.0),))
    chances = {("a1", "b1"): 0.5, ("a2", "c1"): 0.5, ("a2", "b2"): 0.01}
    assert look(chances).likelihood(rarely_tried).tolist() == pytest.approx([0.7311, 0.5, 0.01], abs=1e-4)


def test_without_pairs_there_is_nothing_to_look_at():
    assert look({}).likelihood(second_trees()).tolist() == []


def test_the_trees_that_come_with_the_program_are_fitted_to_these_signs():
    assert second_trees().columns == second_trees(semantic=True).columns == NAMES
