"""What is noticed of a case's folder."""

import threading

import pytest

from briefing.case import Changed, watching


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("one", "utf-8")
    (tmp_path / "c.txt").write_text("one", "utf-8")
    return tmp_path


@pytest.mark.parametrize("polling", ["", "1"])
def test_changes_are_noticed_as_they_happen_until_it_is_stopped(folder, monkeypatch, polling):
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", polling)
    stopped = threading.Event()
    changes = watching.changes(folder, watching.stand(folder), stopped)
    (folder / "b.txt").write_text("two", "utf-8")
    (folder / "a.txt").write_text("other", "utf-8")
    assert next(changes) == Changed(added=("b.txt",), altered=("a.txt",))
    later = threading.Timer(0.2, (folder / "c.txt").unlink)
    later.start()
    assert next(changes) == Changed(removed=("c.txt",))
    stopped.set()
    assert list(changes) == []


def test_the_reading_and_the_names_count_and_what_is_hidden_does_not(folder):
    before = watching.stand(folder)
    (folder / ".briefing").mkdir()
    (folder / ".briefing" / "ledger.db").write_bytes(b"x")
    (folder / "aliases.yaml").write_text("{}", "utf-8")
    (folder / "reading.yaml").write_text("{}", "utf-8")
    assert watching.between(before, watching.stand(folder)) == Changed(added=("aliases.yaml", "reading.yaml"))


def test_changes_are_said_in_words():
    some = Changed(("b.txt",), ("a.txt", "c.txt"), ("1.md", "2.md", "3.md", "4.md"))
    assert str(some) == "b.txt is new, a.txt and c.txt have changed, 4 files are gone"
    assert not Changed()
