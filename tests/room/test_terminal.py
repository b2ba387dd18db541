"""The room in a real terminal: no byte of an article reaches it as a control, and it is given back as it was."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from textual import events
from textual.driver import Driver
from textual.drivers.web_driver import WebDriver

from briefing.dossier import Act
from briefing.ledger import Ledger
from briefing.room.driver import PromptDriver, Typed, prompt

HOSTILE = "Nobody was hurt, the mayor said.\x1b]52;c;SGVsbG8=\x07\x1b[31;47mred\x1b]8;;http://x\x07 \x9b2J [@click=app.quit]x[/] [/ b\n"
FORBIDDEN = (b"\x1b]52;c;SGVsbG8", b"\x1b[31;47m", b"\x1b]8;;http://x", "\x9b2J".encode())
SECONDS = 60
MODES = (1049, 1000, 1003, 1004, 2004)
"""What a room switches on in a terminal: the other screen, the mouse, focus and paste."""
EDITOR = "import sys; print('your turn'); text = sys.stdin.readline(); open(sys.argv[1], 'w').write(text)"


@contextmanager
def room_in_terminal(case: Path, **settings: str) -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """Open the room on a case in a terminal of 160x48; gives the end that a person would look at, and the process."""
    screen, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 160, 0, 0))
    command = [sys.executable, "-m", "briefing", str(case)]
    surroundings = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES"}} | {"TERM": "xterm-256color"}
    surroundings |= settings
    room = subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, env=surroundings)
    os.close(inside)
    try:
        yield screen, room
    finally:
        room.kill()
        room.wait()
        os.close(screen)


def written_until(handle: int, *words: bytes) -> bytes:
    """Return what is written until these words have come, in this order."""
    seen, at, deadline = b"", 0, time.monotonic() + SECONDS
    for some in words:
        while some not in seen[at:] and time.monotonic() < deadline:
            if select.select([handle], [], [], 1)[0]:
                seen += os.read(handle, 1 << 16)
        assert some in seen[at:]
        at = seen.index(some, at) + len(some)
    return seen


def written_to_the_end(handle: int) -> bytes:
    seen, deadline = b"", time.monotonic() + SECONDS
    with suppress(OSError):  # the terminal is closed when the last process in it has ended
        while time.monotonic() < deadline and select.select([handle], [], [], 1)[0]:
            seen += os.read(handle, 1 << 16)
    return seen


def case_of(place: Path, text: str) -> Path:
    case = place / "case"
    case.mkdir()
    (case / "a.txt").write_text(text, encoding="utf-8")
    return case


def acts(case: Path) -> list[Act]:
    with Ledger.open(case / ".briefing" / "ledger.db") as ledger:
        return [a.act for a in ledger.annotations()]


def test_what_an_article_holds_is_text_to_the_terminal(tmp_path):
    case = case_of(tmp_path, HOSTILE)
    with room_in_terminal(case) as (screen, _):
        seen = written_until(screen, "␛]52;c;SGVsbG8".encode())
    assert not [code for code in FORBIDDEN if code in seen]


def test_the_first_frame_is_written_once(tmp_path):
    with room_in_terminal(case_of(tmp_path, "Nobody was hurt, the mayor said.\n")) as (screen, _):
        seen = written_until(screen, b"Claims  1")
    assert seen.count(b"Claims appear here as articles are read.") == 1


def test_leaving_gives_the_terminal_back_as_it_was_and_keys_before_it_are_carried_out(tmp_path):
    case = case_of(tmp_path, "Nobody was hurt, the mayor said.\n")
    with room_in_terminal(case) as (screen, room):
        before = termios.tcgetattr(screen)
        seen = written_until(screen, b"Claims  1")
        assert termios.tcgetattr(screen) != before
        os.write(screen, b"bq")
        seen += written_to_the_end(screen)
        assert room.wait(SECONDS) == 0
        assert termios.tcgetattr(screen) == before
    assert Act.BRIEF in acts(case)
    left_on = [mode for mode in MODES if not seen.rfind(b"\x1b[?%dl" % mode) > seen.rfind(b"\x1b[?%dh" % mode) >= 0]
    assert not left_on


def test_the_own_editor_has_the_keyboard_and_after_it_the_room_again(tmp_path):
    case, editor = case_of(tmp_path, "Nobody was hurt, the mayor said.\n"), tmp_path / "editor.py"
    editor.write_text(EDITOR, "utf-8")
    with room_in_terminal(case, EDITOR=f"{sys.executable} '{editor}'", VISUAL="") as (screen, room):
        written_until(screen, b"Claims  1")
        os.write(screen, b"n")
        written_until(screen, b"your editor")
        os.write(screen, b"\x05")
        written_until(screen, b"your turn")
        os.write(screen, b"typed in the editor\r")
        written_until(screen, b"typed in the editor", b"\x1b[?25l")  # the terminal hands on every key from here
        os.write(screen, b"\x13bq")
        written_to_the_end(screen)
        assert room.wait(SECONDS) == 0
    assert {Act.NOTE, Act.BRIEF} <= set(acts(case))


def test_a_key_soon_after_escape_is_a_key_of_its_own():
    typed = Typed()
    assert typed.wait is None
    assert not list(typed.feed("\x1b"))
    assert typed.wait is not None
    assert typed.wait <= 0.05
    while not (told := list(typed.tick())):
        pass
    assert [event.key for event in [*told, *typed.feed("q")]] == ["escape", "q"]
    assert typed.wait is None


def test_that_something_is_pressed_is_told_before_what_it_comes_to(monkeypatch):
    terminal, bell = os.pipe(), os.pipe()
    told = []

    def take(_, message):
        told.append(type(message))
        if isinstance(message, events.Key):
            os.write(bell[1], b"\0")

    monkeypatch.setattr(Driver, "process_message", take)
    driver = PromptDriver.__new__(PromptDriver)
    driver.fileno, driver._bell, driver._debug = terminal[0], bell, False
    driver.tell_of_input(lambda: told.append("something"))
    os.write(terminal[1], b"\x1b[<35;20;10Mq")
    driver.run_input_thread()
    assert told == [events.MouseMove, "something", events.Key]
    for end in (*terminal, *bell):
        os.close(end)


def test_a_terminal_that_is_gone_is_read_once(monkeypatch):
    terminal, bell = os.pipe(), os.pipe()
    os.close(terminal[1])
    reads, read = [], os.read

    def take(handle, most):
        reads.append(handle)
        if len(reads) > 1:
            os.write(bell[1], b"\0")
        return read(handle, most)

    monkeypatch.setattr(os, "read", take)
    driver = PromptDriver.__new__(PromptDriver)
    driver.fileno, driver._bell, driver._debug = terminal[0], bell, False
    driver.run_input_thread()
    assert reads == [terminal[0]]
    for end in (terminal[0], *bell):
        os.close(end)


def test_the_browser_keeps_its_own_driver():
    assert prompt(WebDriver) is WebDriver
