import pytest
from msgspec.structs import replace

from briefing.case.author import Author
from briefing.case.words import undone_in_words, value_in_words
from briefing.dossier import Act, Confidence, Dossier, Judgment, Likelihood, Rating
from briefing.dossier.judgment import evidence, judgments, ratings, single, statements
from briefing.ledger import Ledger


class Desk:
    """A dossier and its record on disk, as a case joins them."""

    def __init__(self, path):
        self.dossier = Dossier()
        self.ledger = Ledger.open(path)
        self.author = Author(self.dossier, self.do)
        self.dossier.annotate(self.ledger.annotations())

    def do(self, *deeds):
        self.dossier.annotate(self.ledger.append(deeds, who="Ana"))

    def undo(self):
        done = self.ledger.undo("Ana")
        self.dossier.annotate(done)
        return undone_in_words(done, self.dossier)

    @property
    def texts(self):
        return [j.text for j in judgments(self.dossier.record)]


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path / "ledger.db")
    yield made
    made.ledger.close()


def test_everything_written_is_there_after_a_restart(desk, tmp_path):
    j = desk.author.add_judgment(Judgment("", "the dam holds", Likelihood.LIKELY, Confidence.LOW, "one origin"))
    h = desk.author.add(Act.HYPOTHESIS, "It holds.")
    desk.author.add(Act.GAP, "Who knew?")
    desk.author.toggle_evidence(j, "c1")
    desk.author.rate("c1", h, Rating.NEUTRAL)
    desk.author.write(Act.BOTTOM_LINE, " It holds. ")
    again = Desk(tmp_path / "ledger.db").dossier.record
    assert judgments(again) == [Judgment(j, "the dam holds", Likelihood.LIKELY, Confidence.LOW, "one origin")]
    assert evidence(again) == {j: ("c1",)}
    assert ratings(again) == {("c1", h): Rating.NEUTRAL}
    assert [g.text for g in statements(again, Act.GAP)] == ["Who knew?"]
    assert single(again, Act.BOTTOM_LINE) == "It holds."


def test_judgments_move_and_undo_puts_them_back(desk):
    ids = [desk.author.add_judgment(Judgment("", text)) for text in "abc"]
    desk.author.move(Act.JUDGMENT, ids[2], -2)
    assert desk.texts == ["c", "a", "b"]
    desk.author.move(Act.JUDGMENT, ids[2], -1)
    assert desk.texts == ["c", "a", "b"]
    desk.undo()
    assert desk.texts == ["a", "b", "c"]


def test_taking_out_a_judgment_takes_its_evidence_and_one_undo_brings_both_back(desk):
    j = desk.author.add_judgment(Judgment("", "the dam holds"))
    desk.author.toggle_evidence(j, "c1")
    desk.author.remove(Act.JUDGMENT, j)
    assert desk.texts == []
    assert evidence(desk.dossier.record) == {}
    assert "judgment “the dam holds”" in desk.undo()
    assert evidence(desk.dossier.record) == {j: ("c1",)}


def test_undoing_says_what_was_taken_back(desk):
    gap = desk.author.add(Act.GAP, "Who knew?")
    desk.author.write(Act.TITLE, "It holds")
    assert desk.undo() == "title “It holds”"
    assert desk.undo() == "gap “Who knew?”"
    assert desk.author.add(Act.GAP, "Who knew?") == gap


def test_undoing_a_field_of_a_judgment_says_which_and_history_says_no_json(desk):
    j = desk.author.add_judgment(Judgment("", "the dam holds"))
    desk.author.change(Judgment(j, "the dam holds", Likelihood.LIKELY))
    done = desk.ledger.annotations()[-1]
    assert value_in_words(done, done.value, desk.dossier) == "“the dam holds”; likelihood: likely"
    assert value_in_words(done, done.before, desk.dossier) == "“the dam holds”"
    assert desk.undo() == "judgment “the dam holds”; likelihood: likely"
    assert desk.undo() == "judgment “the dam holds”"


def test_the_same_words_twice_are_two_judgments(desk):
    first, second = (desk.author.add_judgment(Judgment("", "a")) for _ in range(2))
    assert first != second
    assert desk.texts == ["a", "a"]


def test_a_change_that_changes_nothing_is_no_step(desk):
    desk.author.add_judgment(Judgment("", "a"))
    before = len(desk.ledger.annotations())
    desk.author.change(judgments(desk.dossier.record)[0])
    desk.author.write(Act.TITLE, "")
    assert len(desk.ledger.annotations()) == before
    desk.author.change(replace(judgments(desk.dossier.record)[0], text="b"))
    assert desk.texts == ["b"]
