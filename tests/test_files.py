import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.files import slug, write_whole


def test_a_file_is_its_owners_and_whole(tmp_path):
    write_whole(tmp_path / "a", b"one", over=False)
    assert (tmp_path / "a").read_bytes() == b"one"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_what_is_there_stays_unless_it_is_to_be_written_over(tmp_path):
    write_whole(tmp_path / "a", b"one", over=False)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "a", b"two", over=False)
    assert (tmp_path / "a").read_bytes() == b"one"
    write_whole(tmp_path / "a", b"two", over=True)
    assert (tmp_path / "a").read_bytes() == b"two"


@pytest.mark.parametrize("over", [True, False])
def test_a_full_disk_leaves_what_was_there_and_nothing_half(tmp_path, monkeypatch, over):
    if over:
        (tmp_path / "a").write_bytes(b"one")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a", b"two", over=over)
    assert [p.read_bytes() for p in tmp_path.iterdir()] == ([b"one"] if over else [])


@given(st.text())
def test_a_slug_is_a_file_name_everywhere(name):
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(name)
