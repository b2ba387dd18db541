"""Records of the first layout are brought to the one in use, after a copy was put by; copies are put by and read from."""

import os
import shutil
import sqlite3
from contextlib import closing
from hashlib import blake2b

import pytest

from briefing.dossier import Act, Anchor
from briefing.ledger import Deed, Ledger, LedgerError
from briefing.ledger.layout import APPLICATION

FIRST = """CREATE TABLE events (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL, target TEXT NOT NULL, value TEXT,
    before TEXT, anchors TEXT NOT NULL, step INTEGER NOT NULL, undoes INTEGER, redoes INTEGER, seal TEXT NOT NULL
)"""
AT = "2025-11-07T12:00:00.000+00:00"
ROWS = [
    (1, AT, "Ana", "tag", "c1/key", "yes", None, '[["a.md","He left.","Then. "," So."]]', 1, None, None),
    (2, AT, "Ana", "note", "c1", "ask him", None, "[]", 1, None, None),
    (3, "2025-11-07T11:00:00.000+00:00", "Ana", "note", "c1", "lone \udcff", "ask him", "[]", 3, None, None),
    (4, AT, "Ana", "note", "c1", "ask him", "lone \udcff", "[]", 4, 3, None),
]


def first_layout(path, rows=ROWS):
    """Make a record as the first version of the program did."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(FIRST)
        for row in rows:
            seal = blake2b("\x1f".join(map(str, row)).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
            cells = [c.encode("utf-8", "surrogatepass") if isinstance(c, str) else c for c in (*row, seal)]
            marks = ", ".join("CAST(? AS TEXT)" if isinstance(c, bytes) else "?" for c in cells)
            connection.execute(f"INSERT INTO events VALUES ({marks})", cells)
        connection.execute("PRAGMA user_version = 1")
        connection.commit()


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".briefing" / "ledger.db"


def copies(path):
    return sorted(p.name for p in (path.parent / "backups").iterdir())


def test_a_record_of_the_first_layout_is_upgraded_after_a_copy_and_undo_goes_on_where_it_was(path):
    first_layout(path)
    before = path.read_bytes()
    with Ledger.open(path) as ledger:
        told = [(a.id, a.at, a.who, str(a.act), a.target, a.value, a.before) for a in ledger.annotations()]
        assert told == [row[:7] for row in ROWS]
        assert ledger.annotations()[0].anchors == (Anchor("a.md", "He left.", "Then. ", " So."),)
        assert not ledger.warnings
        assert [a.value for a in ledger.redo("Ana")] == ["lone \udcff"]
    (copy,) = copies(path)
    assert copy.startswith("ledger.layout1-")
    kept = path.parent / "backups" / copy
    assert [r[:7] for r in rows_of(kept)] == [r[:7] for r in rows_of(write(path.with_name("old.db"), before))]
    with Ledger.open(path) as ledger:
        assert len(ledger.annotations()) == 5


def write(path, data):
    path.write_bytes(data)
    return path


def rows_of(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        return connection.execute("SELECT * FROM events ORDER BY id").fetchall()


def test_copies_of_one_old_record_have_the_same_events_after_both_were_upgraded_apart(path, tmp_path):
    first_layout(path)
    other = tmp_path / "other" / "ledger.db"
    other.parent.mkdir()
    shutil.copy(path, other)
    with Ledger.open(path) as one, Ledger.open(other) as two:
        assert one.rows() == two.rows()
        assert one.merge(two.rows()) == []


@pytest.mark.parametrize("at", [b"ask him", b"2025-11-07T12"])
def test_a_damaged_record_of_the_first_layout_is_repaired_as_far_as_it_can_be_read(path, at):
    first_layout(path)
    damaged = path.read_bytes().replace(at, at[::-1], 1)
    path.write_bytes(damaged)
    with Ledger.open(path) as ledger:
        assert 0 < len(ledger.annotations()) < 4
        assert "the record was damaged" in ledger.warnings[0]
    assert any(p.read_bytes() == damaged for p in path.parent.iterdir() if p.name.startswith("ledger.damaged-"))


def test_no_record_is_upgraded_without_a_copy(path, monkeypatch):
    first_layout(path)
    before = path.read_bytes()
    (path.parent / "backups").write_text("in the way")
    with pytest.raises(LedgerError, match="of an older version, and no copy of the record could be put by"):
        Ledger.open(path)
    assert path.read_bytes() == before


def test_a_record_of_the_first_layout_that_may_only_be_read_is_read(path, tmp_path):
    first_layout(path)
    path.chmod(0o444)
    for place in (path.parent, tmp_path, *(p for p in tmp_path.parents if "pytest-of-" in str(p))):
        place.chmod(0o755)
    path.parent.chmod(0o555)
    root = os.geteuid() == 0
    if root:  # may write everywhere, so it becomes another user
        os.chown(path, 1, 1)
        os.setresuid(65534, 65534, 0)
    try:
        with Ledger.open(path) as ledger:
            assert ledger.read_only
            assert len(ledger.annotations()) == 4
    finally:
        if root:
            os.setresuid(0, 0, 0)
        path.parent.chmod(0o755)


def test_a_copy_is_put_by_when_something_changed_and_the_last_five_stay(path):
    for number in range(8):
        with Ledger.open(path) as ledger:
            ledger.put_by()
            ledger.put_by()
            ledger.append([Deed(Act.NOTE, "c1", f"note {number}")], "Ana")
    assert len(copies(path)) == 5
    with Ledger.open(path.parent / "backups" / copies(path)[-1]) as copy:
        assert [a.value for a in copy.annotations()] == [f"note {n}" for n in range(7)]


def test_copies_are_private(path):
    with Ledger.open(path) as ledger:
        ledger.append([Deed(Act.NOTE, "c1", "hm")], "Ana")
        ledger.put_by()
    assert (path.parent / "backups").stat().st_mode & 0o777 == 0o700
    assert all(p.stat().st_mode & 0o777 == 0o600 for p in (path.parent / "backups").iterdir())


def test_what_a_damaged_record_has_lost_comes_from_a_copy(path):
    with Ledger.open(path) as ledger:
        ledger.append([Deed(Act.NOTE, "c1", "the first")], "Ana")
        ledger.put_by()
        written = ledger.append([Deed(Act.NOTE, "c2", "the second")], "Ana")
    path.write_bytes(path.read_bytes().replace(b"the first", b"the worst"))
    with Ledger.open(path) as ledger:
        assert [a.value for a in ledger.annotations()] == ["the first", "the second"]
        assert "2 of 2 or more events could be read, 1 of them in copies that were put by" in ledger.warnings[0]
        assert ledger.annotations()[-1] == written[0]


def test_a_record_of_which_nothing_can_be_read_comes_back_from_its_copy(path):
    with Ledger.open(path) as ledger:
        ledger.append([Deed(Act.NOTE, "c1", "hm")], "Ana")
        ledger.put_by()
    path.write_bytes(b"nothing")
    with Ledger.open(path) as ledger:
        assert [a.value for a in ledger.annotations()] == ["hm"]
    assert any(p.read_bytes() == b"nothing" for p in path.parent.iterdir() if p.is_file())
