import numpy as np
import pytest

from briefing.dossier import Claim, Maker
from briefing.extraction.meanings import Meanings, by_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The minister resigned.", "The secretary has stepped down."),
        ("The police fired at the crowd.", "Officers never used their weapons."),
        ("The ballots were counted twice.", "No recount of the votes took place."),
        ("The plant poured waste into the river.", "The water is clean."),
    ],
)
def test_texts_of_one_matter_are_nearer_than_others(one, other):
    said, answer, barley = by_words([one, other, "Barley prices rose in June."])
    assert said @ answer > said @ barley


def test_the_order_and_the_case_of_words_do_not_matter():
    one, other = by_words(["THE DAM BROKE", "broke, the dam!"])
    assert np.allclose(one, other)


def test_a_text_without_known_words_is_near_to_nothing():
    rows = by_words(["", "12.50 %", "xqzzv", "the dam"])
    assert not rows[:3].any()
    assert np.isclose(rows[3] @ rows[3], 1)


def test_no_texts_have_no_rows():
    assert len(by_words([])) == 0


def test_what_stands_beside_a_claim_in_its_article_tells_what_it_means():
    said = [("a", "Never."), ("a", "The dam is cracked."), ("b", "Never."), ("b", "The vote was rigged.")]
    claims = [Claim(str(n), s, n, n + 1, w, w, s, by=Maker.RULES) for n, (s, w) in enumerate(said)]
    found = Meanings(claims).of("0", "2")
    assert found["meaning"] == pytest.approx(1, abs=1e-3)
    assert found["around"] < 1
