"""The dossier follows the record, whoever writes into it and wherever in it events come in."""

import pytest

from briefing.dossier import Act
from briefing.ledger import Deed, Ledger


@pytest.fixture
def case(open_case):
    case = open_case()
    list(case.load_all())
    return case


def test_events_that_come_in_before_others_take_effect_in_their_place(case, tmp_path):
    claim = next(iter(case.dossier.claims))
    with Ledger.open(tmp_path / "ben.db") as ben:
        ben.append([Deed(Act.NOTE, claim, "earlier"), Deed(Act.TAG, f"{claim}/key", "yes")], "Ben")
        case.analyst.note(claim, "later")
        with Ledger.open(case.book.path) as ours:
            ours.merge(ben.rows())
    assert case.catch_up()
    assert case.dossier.record.get(Act.NOTE, claim) == "later"
    assert case.dossier.record.tags(claim) == ("key",)
    assert not case.catch_up()
    case.undo()
    assert case.dossier.record.get(Act.NOTE, claim) == "earlier"


def test_undo_says_what_it_left_because_another_analyst_has_set_it(case):
    claim = next(iter(case.dossier.claims))
    case.analyst.note(claim, "hers")
    with Ledger.open(case.book.path) as other:
        other.append([Deed(Act.NOTE, claim, "his")], "Ben")
    assert case.undo() == "1 left as another analyst has set it since"
    assert case.dossier.record.get(Act.NOTE, claim) == "his"


def test_who_leaves_puts_a_copy_of_the_record_by_and_who_only_read_does_not(case, open_case):
    case.analyst.note(next(iter(case.dossier.claims)), "hm")
    copies = case.book.path.parent / "backups"
    assert not copies.exists()
    case.close()
    (copy,) = copies.iterdir()
    open_case().close()
    assert list(copies.iterdir()) == [copy]
