import os
import sqlite3
import stat
from datetime import UTC, datetime

import pytest

from briefing.dossier import Act, Anchor, Annotation
from briefing.ledger import Deed, Ledger, LedgerError
from briefing.ledger.events import Event, sealed, to_row
from briefing.ledger.store import build

TAG = Deed(Act.TAG, "c1/key", "yes", (Anchor("a.md", "He left.", "Then. ", " So."),))
NOTE = Deed(Act.NOTE, "c1", "ask him")


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".briefing" / "ledger.db"


def told(annotations):
    return [(a.act, a.target, a.value, a.before) for a in annotations]


def test_what_was_done_is_there_after_reopening(path):
    with Ledger.open(path) as ledger:
        written = ledger.append([TAG, NOTE], who="Ana", at=datetime(2025, 11, 7, 12, tzinfo=UTC))
    with Ledger.open(path) as ledger:
        assert ledger.annotations() == written
        assert not ledger.warnings
    first = written[0]
    assert (first.at, first.who) == ("2025-11-07T12:00:00.000+00:00", "Ana")
    assert first.anchors == TAG.anchors


def test_times_are_kept_in_utc(path):
    with Ledger.open(path) as ledger:
        at = datetime.fromisoformat("2025-11-07T14:30:00+02:00")
        assert ledger.append([TAG], "Ana", at)[0].at == "2025-11-07T12:30:00.000+00:00"


def test_before_is_what_stood_there(path):
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
        changed = ledger.append([Deed(Act.NOTE, "c1", "done"), Deed(Act.NOTE, "c1", None)], "Ana")
    assert told(changed) == [(Act.NOTE, "c1", "done", "ask him"), (Act.NOTE, "c1", None, "done")]


def test_what_stood_there_by_a_moved_annotation_comes_back_with_undo(path):
    with Ledger.open(path) as ledger:
        ledger.append([Deed(Act.TAG, "c2/key", None, standing="yes")], "Ana")
        assert told(ledger.undo("Ana")) == [(Act.TAG, "c2/key", "yes", None)]


def test_a_step_is_undone_and_redone_as_a_whole_and_after_a_restart(path):
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
        ledger.append([TAG, Deed(Act.NOTE, "c1", "really ask him")], "Ana")
    with Ledger.open(path) as ledger:
        assert told(ledger.undo("Ana")) == [
            (Act.NOTE, "c1", "ask him", "really ask him"),
            (Act.TAG, "c1/key", None, "yes"),
        ]
    with Ledger.open(path) as ledger:
        assert told(ledger.redo("Ana")) == [
            (Act.TAG, "c1/key", "yes", None),
            (Act.NOTE, "c1", "really ask him", "ask him"),
        ]
        assert ledger.redo("Ana") == []


def test_something_new_ends_what_could_be_redone(path):
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
        ledger.undo("Ana")
        ledger.append([TAG], "Ana")
        assert ledger.redo("Ana") == []
        assert told(ledger.undo("Ana")) == [(Act.TAG, "c1/key", None, "yes")]
        assert ledger.undo("Ana") == []


@pytest.mark.parametrize(
    "deed",
    [Deed(Act.TAG, "c1", "yes"), Deed(Act.VERDICT, "r1", "perhaps"), Deed(Act.COMMIT, "c1", "sort of")],
)
def test_a_deed_that_means_nothing_is_refused_and_not_written(path, deed):
    with Ledger.open(path) as ledger:
        with pytest.raises(ValueError):
            ledger.append([NOTE, deed], "Ana")
        assert ledger.annotations() == []


def test_any_text_is_kept_to_the_letter(path):
    nasty = "nul \0, lone surrogate \udcff, escape \x1b[31m, bidi \u202e, astral \U0001f600, \r\n"
    with Ledger.open(path) as ledger:
        written = ledger.append([Deed(Act.NOTE, "c1", nasty, (Anchor(nasty, nasty, nasty, nasty),))], nasty)
    with Ledger.open(path) as ledger:
        assert ledger.annotations() == written
        assert not ledger.warnings


def test_two_analysts_see_each_other_and_each_takes_back_only_what_is_their_own(path):
    with Ledger.open(path) as one, Ledger.open(path) as two:
        mine = one.append([NOTE], "Ana")
        theirs = two.append([Deed(Act.TAG, "c1/key", "yes")], "Ben")
        assert one.since(mine[-1].id) == theirs
        assert told(one.undo("Ana")) == [(Act.NOTE, "c1", None, "ask him")]
        assert one.undo("Ana") == []
        assert told(two.undo("Ben")) == [(Act.TAG, "c1/key", None, "yes")]
        assert told(one.redo("Ana")) == [(Act.NOTE, "c1", "ask him", None)]
        assert one.annotations() == two.annotations()


def test_undo_leaves_what_another_analyst_has_set_since(path):
    with Ledger.open(path) as ledger:
        ledger.append([NOTE, TAG], "Ana")
        ledger.append([Deed(Act.NOTE, "c1", "theirs")], "Ben")
        assert told(ledger.undo("Ana")) == [(Act.TAG, "c1/key", None, "yes"), (Act.NOTE, "c1", "theirs", "theirs")]
        assert told(ledger.undo("Ben")) == [(Act.NOTE, "c1", "ask him", "theirs")]


def test_folder_and_file_are_private_even_if_they_were_open_to_all(path):
    path.parent.mkdir(mode=0o777)
    path.parent.chmod(0o777)
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
    path.chmod(0o666)
    with Ledger.open(path):
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in path.parent.iterdir()] == ["ledger.db"]


def test_events_cannot_be_changed_or_removed(path):
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
    connection = sqlite3.connect(path)
    for statement in ("UPDATE events SET value = 'x'", "DELETE FROM events"):
        with pytest.raises(sqlite3.IntegrityError, match="events"):
            connection.execute(statement)
    connection.close()


def test_a_full_disk_is_said_and_nothing_is_half_written(path):
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
        pages = ledger._store._connection.execute("PRAGMA page_count").fetchone()[0]
        ledger._store._connection.execute(f"PRAGMA max_page_count = {pages}")
        many = [Deed(Act.NOTE, f"c{i}", "word " * 50) for i in range(100)]
        with pytest.raises(LedgerError, match="disk is full; nothing was written — free some space"):
            ledger.append(many, "Ana")
        assert len(ledger.annotations()) == 1
        ledger._store._connection.execute("PRAGMA max_page_count = 1000")
        assert [a.id for a in ledger.append([TAG], "Ana")] == [2]
    with Ledger.open(path) as ledger:
        assert [a.act for a in ledger.annotations()] == [Act.NOTE, Act.TAG]


def test_a_record_taken_away_while_open_is_noticed(path):
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
        path.rename(path.with_name("elsewhere.db"))
        with pytest.raises(LedgerError, match="taken away"):
            ledger.append([TAG], "Ana")


def test_a_record_of_a_newer_program_is_only_read_and_left_alone(path):
    with Ledger.open(path) as ledger:
        written = ledger.append([NOTE], "Ana")
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    before = path.read_bytes()
    with Ledger.open(path) as ledger:
        assert ledger.annotations() == written
        assert ledger.warnings == ["this record was written by a newer version of briefing: it can only be read here"]
        with pytest.raises(LedgerError, match="read-only"):
            ledger.append([TAG], "Ana")
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["ledger.db"]


def test_a_record_of_a_newer_program_with_other_columns_is_refused_and_left_alone(path):
    with Ledger.open(path) as ledger:
        ledger.append([NOTE], "Ana")
    connection = sqlite3.connect(path)
    connection.execute("ALTER TABLE events RENAME COLUMN clock TO hour")
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="newer version"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_an_act_or_a_value_of_a_newer_program_is_kept_and_said_and_not_taken_back_by_half(path):
    known = Event(Annotation(1, "2026-02-01T10:00:00.000+00:00", "Ana", Act.NOTE, "c1", "hm"), "a" * 32, 1, "a" * 32)
    row = to_row(known, 1)
    divined = sealed(2, "b" * 32, 2, row.at, "Ana", "divination", "c1", "owls", None, "[]", "a" * 32, None, None)
    verdict = sealed(3, "c" * 32, 3, row.at, "Ana", "verdict", "r1", "perhaps", None, "[]", "c" * 32, None, None)
    path.parent.mkdir()
    build(path.parent, [row, divined, verdict]).rename(path)
    with Ledger.open(path) as ledger:
        assert [a.value for a in ledger.annotations()] == ["hm"]
        assert ledger.warnings[0].startswith("2 of its events are of a newer version")
        assert ledger.undo("Ana") == []
        ledger.append([TAG], "Ana")
        assert [r.uid[0] for r in ledger.rows()][:3] == ["a", "b", "c"]


@pytest.mark.parametrize("linked", ["folder", "file"])
def test_a_link_to_another_place_is_refused(path, tmp_path, linked):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if linked == "folder":
        path.parent.symlink_to(elsewhere)
    else:
        path.parent.mkdir()
        path.symlink_to(elsewhere / "ledger.db")
    with pytest.raises(LedgerError, match="link"):
        Ledger.open(path)
    assert list(elsewhere.iterdir()) == []


def test_a_place_that_is_no_folder_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="no record can be kept"):
        Ledger.open(tmp_path / "file" / "ledger.db")


class TestReadOnly:
    @pytest.fixture
    def case(self, tmp_path):
        """A case folder of an ordinary user, whom the tests become: to the superuser no folder is read-only."""
        real = os.getresuid()
        if real[1] == 0:
            for place in (tmp_path, *(p for p in tmp_path.parents if "pytest-of-" in str(p))):
                place.chmod(0o755)
            os.chown(tmp_path, 65534, 65534)
            os.setresuid(65534, 65534, 0)
        yield tmp_path
        os.setresuid(*real)

    @pytest.mark.parametrize("locked", ["folder", "file"])
    def test_what_was_done_can_be_read_and_nothing_written(self, case, locked):
        path = case / ".briefing" / "ledger.db"
        with Ledger.open(path) as ledger:
            written = ledger.append([NOTE], "Ana")
            assert not ledger.read_only
        path.chmod(0o400)
        if locked == "folder":
            path.parent.chmod(0o500)
        with Ledger.open(path) as ledger:
            assert ledger.read_only
            assert ledger.annotations() == written
            writes = (lambda: ledger.append([TAG], "Ana"), lambda: ledger.undo("Ana"), lambda: ledger.redo("Ana"))
            for write in writes:
                with pytest.raises(LedgerError, match="read-only"):
                    write()
        path.parent.chmod(0o700)

    def test_a_folder_without_a_record_opens_empty(self, case):
        case.chmod(0o500)
        with Ledger.open(case / ".briefing" / "ledger.db") as ledger:
            assert ledger.read_only
            assert ledger.annotations() == []
        case.chmod(0o700)

    def test_a_damaged_record_that_cannot_be_repaired_there_is_shown_as_far_as_it_goes_and_left_alone(self, case):
        path = case / ".briefing" / "ledger.db"
        with Ledger.open(path) as ledger:
            written = ledger.append([NOTE], "Ana")
        path.write_bytes(b"x" * 100 + path.read_bytes()[100:])
        path.parent.chmod(0o500)
        before = path.read_bytes()
        with Ledger.open(path) as ledger:
            assert ledger.annotations() == written
            assert "1 of 1 or more events could be read; it could not be repaired where it is" in ledger.warnings[0]
            with pytest.raises(LedgerError, match="read-only"):
                ledger.append([TAG], "Ana")
        assert path.read_bytes() == before
        path.parent.chmod(0o700)
