"""The analyst's own editor, and the clipboard of the terminal: nothing is changed on the way, and what fails is said."""

import base64
import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefing.dossier import Act
from briefing.dossier.judgment import single

EDITOR = """\
import os, pathlib, stat, sys
path = pathlib.Path(sys.argv[-1])
pathlib.Path({seen!r}).write_text(f"{{path}} {{stat.S_IMODE(path.stat().st_mode):o}} {{path.read_text('utf-8')}}", "utf-8")
path.write_bytes({left!r})
sys.exit({code})
"""


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """An editor that leaves these bytes and ends so; gives the file where it says what it saw."""

    def make(left: bytes, code: int = 0) -> Path:
        script, seen = tmp_path / "my editor.py", tmp_path / "seen"
        script.write_text(EDITOR.format(seen=str(seen), left=left, code=code), "utf-8")
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", f"{sys.executable} '{script}'")
        return seen

    return make


@pytest.fixture
def suspended(monkeypatch):
    """The test's screen is no terminal that could be left; leaving it is noted."""
    times = []

    @contextmanager
    def suspend(_):
        times.append("left")
        yield

    monkeypatch.setattr("briefing.room.app.Room.suspend", suspend)
    return times


async def test_what_the_own_editor_leaves_is_kept_to_the_letter(sit, editor, suspended):
    seen = editor("  first — [b]\x1b[31m\n\n\tlast \u202ex\u202c \n\n".encode())
    async with sit() as analyst:
        safe = next(c.id for c in analyst.room.dossier.claims.values() if "dam is safe" in c.quote)
        await analyst.press("3", "g", "n")
        await analyst.type("begun")
        await analyst.press("ctrl+e")
        path, mode, text = seen.read_text("utf-8").split(" ", 2)
        assert (mode, text) == (f"{stat.S_IRUSR | stat.S_IWUSR:o}", "begun")
        assert not os.path.exists(path)  # noqa: ASYNC240, PTH110 - a look, once
        assert suspended == ["left"]
        assert analyst.room.dossier.record.get(Act.NOTE, safe) == "  first — [b]\x1b[31m\n\n\tlast \u202ex\u202c \n"
        assert "\x1b[31m" not in analyst.screen
        await analyst.press("n", "ctrl+s")
        assert "\x1b[31m" in analyst.room.dossier.record.get(Act.NOTE, safe)


async def test_the_own_editor_begins_with_a_text_of_the_brief_to_the_letter(sit, editor, suspended):
    seen = editor(b"another line")
    async with sit() as analyst:
        analyst.room.case.author.write(Act.BOTTOM_LINE, "it \x1b[31mholds\u202e")
        await analyst.press("B")
        await analyst.until(lambda: "bottom line" in analyst.screen)
        await analyst.press("j", "enter")
        await analyst.until(lambda: "ctrl+e your editor" in analyst.screen)
        await analyst.press("ctrl+e")
        assert seen.read_text("utf-8").split(" ", 2)[2] == "it \x1b[31mholds\u202e"
        await analyst.until(lambda: single(analyst.room.dossier.record, Act.BOTTOM_LINE) == "another line")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("", "is not set"),
        ("no-such-editor-here", "cannot be run"),
        ("nano 'open", "cannot be read"),
        (None, "ended with 3"),
    ],
)
async def test_an_editor_that_is_not_to_be_had_is_said_and_nothing_is_lost(
    sit, editor, suspended, monkeypatch, command, said
):
    editor(b"broken", code=3)
    if command is not None:
        monkeypatch.setenv("EDITOR", command)
    async with sit() as analyst:
        await analyst.press("3", "g", "n")
        await analyst.type("my words")
        await analyst.press("ctrl+e")
        assert said in analyst.screen
        assert "my words" in analyst.screen
        await analyst.press("ctrl+s")
        assert [a.value for a in analyst.room.dossier.record.standing(Act.NOTE)] == ["my words"]


async def test_a_citation_goes_to_the_terminal_in_base64_and_the_message_promises_nothing(sit, monkeypatch):
    monkeypatch.setitem(os.environ, "TMUX", "/tmp/tmux,1,0")
    async with sit() as analyst:
        written = []
        monkeypatch.setattr(analyst.room._driver, "write", written.append)
        await analyst.press("3", "/")
        await analyst.type("wrote")
        await analyst.press("enter", "y")
        (copied,) = [w for w in written if "\x1b]52" in w]
        body = copied.removeprefix("\x1b]52;c;").removesuffix("\x07")
        assert "Korvash [b]wrote[/b] to" in base64.b64decode(body, validate=True).decode()
        assert any("set-clipboard" in s for s in analyst.said)
        await analyst.press("1", "g", "y")
        assert "Interpress, “The dam at Kessel holds" in analyst.room.clipboard
        assert "sha256:" in analyst.room.clipboard
