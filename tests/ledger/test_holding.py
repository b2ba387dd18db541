"""Where the file system cannot lock, one room writes and the others read and are told who holds the record."""

import errno
import json
import platform

import pytest

from briefing.dossier import Act
from briefing.ledger import Deed, Ledger, LedgerError, holding

NOTE = Deed(Act.NOTE, "c1", "hm")


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".briefing" / "ledger.db"


@pytest.fixture(autouse=True)
def no_locks(monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(holding.fcntl, "lockf", refuse)


def names(path):
    return sorted(p.name for p in path.parent.iterdir())


def test_the_second_room_reads_and_says_who_holds_it_until_the_first_has_left(path):
    with Ledger.open(path) as first:
        written = first.append([NOTE], "Ana")
        assert not first.warnings
        with Ledger.open(path) as second:
            assert second.annotations() == written
            assert second.warnings[0].startswith("no locks work in this folder, and ")
            assert f"on {platform.node()} has had it open since " in second.warnings[0]
            with pytest.raises(LedgerError, match="read-only"):
                second.append([NOTE], "Ben")
            more = first.append([NOTE], "Ana")
            assert second.annotations() == written + more
    assert names(path) == ["ledger.db"]
    with Ledger.open(path) as third:
        third.append([NOTE], "Ben")


def test_a_room_of_this_machine_that_was_killed_holds_it_no_longer(path):
    with Ledger.open(path):
        pass
    note = path.with_name("ledger.db.holder")
    note.write_text(json.dumps({"who": "ana", "host": platform.node(), "pid": 2**22 + 1, "since": "yesterday"}))
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
    assert names(path) == ["ledger.db"]


@pytest.mark.parametrize("said", ['{"who": "ben", "host": "elsewhere", "pid": 1, "since": "noon"}', "garbage"])
def test_one_of_another_machine_does_and_what_to_do_is_said(path, said):
    with Ledger.open(path):
        pass
    note = path.with_name("ledger.db.holder")
    note.write_text(said)
    with Ledger.open(path) as ledger:
        assert "remove ledger.db.holder" in ledger.warnings[0]
    assert note.read_text() == said
