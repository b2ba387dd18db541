"""The room in a real terminal: no byte of an article reaches it as a control."""

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
from contextlib import contextmanager
from pathlib import Path

HOSTILE = "Nobody was hurt, the mayor said.\x1b]52;c;SGVsbG8=\x07\x1b[31;47mred\x1b]8;;http://x\x07 \x9b2J [@click=app.quit]x[/] [/ b\n"
FORBIDDEN = (b"\x1b]52;c;SGVsbG8", b"\x1b[31;47m", b"\x1b]8;;http://x", "\x9b2J".encode())
SECONDS = 60


@contextmanager
def room_in_terminal(case: Path) -> Iterator[int]:
    """Open the room on a case in a terminal of 160x48; gives the end that a person would look at."""
    screen, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 48, 160, 0, 0))
    command = [sys.executable, "-m", "briefing", str(case)]
    surroundings = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "LINES"}} | {"TERM": "xterm-256color"}
    room = subprocess.Popen(command, stdin=inside, stdout=inside, stderr=inside, env=surroundings)
    os.close(inside)
    try:
        yield screen
    finally:
        room.kill()
        room.wait()
        os.close(screen)


def written_until(handle: int, words: bytes) -> bytes:
    seen, deadline = b"", time.monotonic() + SECONDS
    while words not in seen and time.monotonic() < deadline:
        if select.select([handle], [], [], 1)[0]:
            seen += os.read(handle, 1 << 16)
    return seen


def test_what_an_article_holds_is_text_to_the_terminal(tmp_path):
    case = tmp_path / "case"
    case.mkdir()
    (case / "a.txt").write_text(HOSTILE, encoding="utf-8")
    with room_in_terminal(case) as screen:
        seen = written_until(screen, "␛]52;c;SGVsbG8".encode())
    assert "␛]52;c;SGVsbG8".encode() in seen
    assert not [code for code in FORBIDDEN if code in seen]
