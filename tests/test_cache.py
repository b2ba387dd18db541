import errno
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import cache
from briefing.cache import Cache
from briefing.dossier import Source

SOURCE = Source("s1", "a.txt", "0" * 64, "text", inferred=frozenset({"title"}))
KEY = cache.key("x")


def test_a_result_is_found_again_as_it_was(tmp_path):
    Cache(tmp_path).put(KEY, SOURCE)
    assert Cache(tmp_path).get(KEY, Source) == SOURCE
    assert Cache(tmp_path).get(cache.key("y"), Source) is None
    assert Cache(None).get(KEY, Source) is None


@pytest.mark.parametrize("damage", [b"", b"{", b'{"id": 1}', b"\xff\xfe"])
def test_a_damaged_entry_counts_as_absent(tmp_path, damage):
    kept = Cache(tmp_path)
    kept.put(KEY, SOURCE)
    (entry,) = (p for p in tmp_path.rglob("*") if p.is_file())
    entry.write_bytes(damage)
    assert kept.get(KEY, Source) is None
    kept.put(KEY, SOURCE)
    assert kept.get(KEY, Source) == SOURCE


def test_entries_are_for_the_user_alone(tmp_path):
    Cache(tmp_path / "c").put(KEY, SOURCE)
    (entry,) = (p for p in tmp_path.rglob("*") if p.is_file())
    assert entry.stat().st_mode & 0o077 == 0


def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    Cache(tmp_path).put(KEY, SOURCE)
    assert not [p for p in tmp_path.rglob("*") if p.is_file()]


def test_where_nothing_can_be_written_nothing_is_kept_and_nobody_is_bothered(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    Cache(tmp_path / "file").put(KEY, SOURCE)
    assert Cache(tmp_path / "file").get(KEY, Source) is None
    Cache(tmp_path).put(KEY, msgspec.structs.replace(SOURCE, file="\udcff.txt"))
    assert Cache(tmp_path).get(KEY, Source) is None


@given(st.lists(st.text()), st.lists(st.text()))
def test_different_parts_have_different_keys(one, other):
    assert (cache.key(*one) == cache.key(*other)) == (one == other)


def test_the_version_of_code_follows_its_files():
    assert cache.code_version("dossier") == cache.code_version("dossier")
    assert len({cache.code_version(*c) for c in (["dossier"], ["readings"], ["config.py"], ["cache.py"])}) == 4
