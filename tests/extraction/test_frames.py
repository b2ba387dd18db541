import pytest

from briefing.dossier import Certainty, Polarity
from briefing.extraction.entries import built_in, is_entry, lexicon
from briefing.extraction.frames import frames_of
from briefing.extraction.model import load


@pytest.fixture(scope="module")
def language():
    return load(None)


def use_of(language, text, frame):
    doc = language(text)
    uses = [u for u in frames_of(doc[:], lambda token: token.i) if u.frame == frame]
    assert len(uses) == 1, uses
    return uses[0], doc


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("Smith resigned.", "certain +"),
        ("Smith has not resigned.", "certain -"),
        ("Smith could no longer resign.", "certain -"),
        ("Smith may be open to stepping down.", "possible +"),
        ("Smith refused to resign.", "refuses"),
        ("The general has no intention of stepping down.", "refuses"),
        ("The goal of the campaign is to oust Smith.", "wants"),
        ("Smith has not said that he will resign.", "unknown +"),
        ("Smith is unlikely to resign.", "probable -"),
        ("Smith failed to resign.", "certain -"),
        ("Nobody resigned.", "certain -"),
    ],
)
def test_operators_above_an_event_make_the_stand_on_it(language, text, stand):
    use, _ = use_of(language, text, "LEAVE_OFFICE")
    assert use.sure
    assert (use.attitude or f"{use.certainty} {use.polarity}") == stand


def test_two_negations_cancel_out(language):
    use, _ = use_of(language, "Smith failed to prevent the closure of the school.", "OPEN_CLOSED")
    assert (use.positive, use.polarity, use.certainty) == (False, Polarity.POSITIVE, Certainty.CERTAIN)


def test_a_condition_is_no_assertion_and_makes_its_consequence_conditional(language):
    use, _ = use_of(language, "If Smith resigns, the army will split.", "LEAVE_OFFICE")
    assert not use.sure
    use, _ = use_of(language, "Smith will resign only if he gets a job.", "LEAVE_OFFICE")
    assert use.conditional


def test_an_operator_that_is_not_known_leaves_the_rules_unsure(language):
    use, _ = use_of(language, "Smith juggled with resigning.", "LEAVE_OFFICE")
    assert not use.sure


@pytest.mark.parametrize("text", ["Smith did not initially resign.", "No good came of the resignation of Smith."])
def test_what_is_denied_of_a_time_or_of_what_came_of_it_may_still_have_happened(language, text):
    use, _ = use_of(language, text, "LEAVE_OFFICE")
    assert not use.sure


def test_who_leaves_office_is_the_theme_whoever_makes_him(language):
    for text in ("Smith left office.", "The army ousted Smith.", "Smith was ousted by the army."):
        use, doc = use_of(language, text, "LEAVE_OFFICE")
        assert doc[use.theme].text == "Smith", text


def test_a_negation_of_one_joined_verb_is_not_the_others(language):
    use, _ = use_of(language, "The bridge did not burn and was reopened.", "OPEN_CLOSED")
    assert (use.positive, use.polarity) == (True, Polarity.POSITIVE)


def test_no_entry_of_the_lexicon_stands_at_both_poles_of_its_frame():
    poles = {}
    for entry in (e for found in lexicon().entries.values() for _, e in found):
        key = (entry.words, entry.pos, entry.near, entry.frame)
        assert poles.setdefault(key, entry.positive) == entry.positive, key
    assert {e.frame for found in lexicon().entries.values() for _, e in found} == set(lexicon().phrases)


def test_every_entry_of_the_lexicon_has_the_form_that_is_told():
    assert [e for f in built_in() for e in (*f.positive, *f.negative) if not is_entry(e)] == []
