import pytest

from briefing.dossier import Act
from briefing.ledger import Deed, Ledger, agreement, conflicts
from briefing.ledger.conflicts import alpha, kappa


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        yield ledger


def told(ledger):
    return [(c.act, c.target, [(a.who, a.value) for a in c.said]) for c in conflicts(ledger.opinions())]


def test_what_two_analysts_say_of_one_target_stands_side_by_side_until_one_takes_it_back(ledger):
    ledger.append([Deed(Act.VERDICT, "r1", "real"), Deed(Act.NOTE, "c1", "same")], "Ana")
    ledger.append([Deed(Act.VERDICT, "r1", "false"), Deed(Act.NOTE, "c1", "same")], "Ben")
    ledger.append([Deed(Act.NOTE, "c2", "mine alone")], "Ben")
    assert told(ledger) == [(Act.VERDICT, "r1", [("Ana", "real"), ("Ben", "false")])]
    ledger.undo("Ben")
    ledger.undo("Ben")
    assert told(ledger) == []
    ledger.redo("Ben")
    assert told(ledger) == [(Act.VERDICT, "r1", [("Ana", "real"), ("Ben", "false")])]


# Krippendorff 2011, section A: two observers, ten units, binary data; alpha = 0.095.
MEG = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
OWEN = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]


def test_alpha_is_that_of_the_published_example():
    assert alpha(zip(map(bool, MEG), map(bool, OWEN), strict=True)) == pytest.approx(0.095, abs=0.0005)


def test_alpha_leaves_units_with_one_value_out():
    pairs = [(True, True), (False, True), (False, False), (False, False)]
    assert alpha([*pairs, (True,), (False,)]) == alpha(pairs)


def test_kappa_is_that_of_a_table_worked_by_hand():
    # 20 both yes, 15 both no, 5 and 10 apart: (0.7 - 0.5) / 0.5, the usual textbook table of fifty grants.
    pairs = [(True, True)] * 20 + [(False, False)] * 15 + [(True, False)] * 5 + [(False, True)] * 10
    assert kappa(pairs) == pytest.approx(0.4)


@pytest.mark.parametrize("measure", [kappa, alpha])
def test_a_measure_is_not_defined_where_everybody_says_the_same_of_everything(measure):
    assert measure([(True, True), (True, True)]) is None
    assert measure([]) is None


def test_agreement_is_measured_for_every_pair_over_what_both_saw():
    codes = {"Ana": {"c1": True, "c2": False, "c3": True}, "Ben": {"c1": True, "c2": False}, "Cy": {"c3": False}}
    found = agreement("key", codes)
    assert [(a, b, count) for a, b, count, _ in found.pairs] == [("Ana", "Ben", 2), ("Ana", "Cy", 1), ("Ben", "Cy", 0)]
    assert found.pairs[0][3] == pytest.approx(1.0)
    assert found.alpha == pytest.approx(1 - 5 * 1 / (3 * 3))
