"""Sessions in a terminal that end by SIGKILL at any moment, and what the record has of them afterwards."""

import fcntl
import json
import os
import pty
import random
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from briefing.ledger import Ledger

ROOM = Path(__file__).with_name("telling_room.py")
PATIENCE = 60.0
ANNOTATING = (
    "tk", "td", ".", "vr", "vs", "vf", "v-", "rA", "rF", "+", "-", "0", "=", "u", "u", "\x12", "x\r", "xwhy\r", "nnote\x13", "b",
    "j", "k", "3", "3", "5", "1", "4", "g", "G", "]", "\x1b", "\x1b", "\x1b", "p\r\x1b", "p+\x1b",
)  # fmt: skip
"""Keys that annotate, and those that go where that can be done."""
TEXTS = {
    "a.txt": "Twelve people were hurt, the mayor said. Nobody was hurt, the ministry said. The bridge is closed, said the mayor.",
    "b.txt": "Two lorries had burnt on the road to the harbour, the ministry said on Thursday. The police did not comment on it.",
}
READING = """\
briefing-reading: 1
by: a colleague
actors: [{id: mayor, name: the mayor, type: person}, {id: ministry, name: the ministry, type: organization}]
points: [{id: hurt, phrase: people were hurt}]
claims:
  - {source: a.txt, quote: Twelve people were hurt, holder: mayor, point: hurt, commitment: certain +}
  - {source: a.txt, quote: Nobody was hurt, holder: ministry, point: hurt, commitment: certain -}
  - {source: a.txt, quote: The bridge is closed, holder: mayor}
  - {source: b.txt, quote: Two lorries had burnt, holder: ministry}
"""


@dataclass(slots=True)
class Session:
    """What one session wrote and was told, what of it is not in the record afterwards, and whether the room ended by itself."""

    acknowledged: int = 0
    lost: int = 0
    half: int = 0
    damaged: int = 0
    ended: bool = False


def make_case(folder: Path) -> Path:
    """Make a small case whose claims are in a reading file."""
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(f"{text}\n", encoding="utf-8")
    (folder / "reading.yaml").write_text(READING, encoding="utf-8")
    return folder


def session(case: Path, chance: random.Random) -> Session:
    """Open the room on a case, press random keys, kill it at a random moment, and look at the record."""
    screen, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 140, 0, 0))
    told, wire = os.pipe()
    room = subprocess.Popen(
        [sys.executable, str(ROOM), str(case), str(wire)],
        stdin=inside, stdout=inside, stderr=inside, pass_fds=[wire], env=os.environ | {"TERM": "xterm-256color"},
    )  # fmt: skip
    os.close(inside)
    os.close(wire)
    begun = shown = b""
    try:
        begun = _wait_for_room(screen, told)
        os.set_blocking(screen, False)
        end = time.monotonic() + chance.uniform(0.05, 3.0)
        while time.monotonic() < end:
            if room.poll() is not None:
                print(shown[-60000:].decode(errors="replace"))
                break
            with suppress(BlockingIOError):
                os.write(screen, chance.choice(ANNOTATING).encode())
            shown += _drain(screen, min(chance.uniform(0.0, 0.04), max(0.0, end - time.monotonic())))
    finally:
        room.send_signal(signal.SIGKILL)
        room.wait()
        os.close(screen)
    with os.fdopen(told, "rb") as rest:
        lines = (begun + rest.read()).splitlines()
    done = _compared(case / ".briefing" / "ledger.db", [json.loads(line) for line in lines])
    done.ended = room.returncode != -signal.SIGKILL
    return done


def _compared(path: Path, told: list[dict[str, object]]) -> Session:
    done = Session()
    if not path.exists():
        return done
    with Ledger.open(path) as ledger:
        rows = ledger.rows()
        done.damaged = len(ledger.warnings)
    there = {row.uid for row in rows}
    written = [uids for line in told if isinstance(uids := line.get("written"), list)]
    done.acknowledged = sum(map(len, written))
    done.lost = sum(uid not in there for uids in written for uid in uids)
    steps: dict[str, int] = {}
    for row in rows:
        steps[row.step] = steps.get(row.step, 0) + 1
    done.half = sum(steps.get(uids[0], 0) != len(uids) for uids in written if uids)
    if told and "begun" in told[-1] and told[-1]["many"]:
        known = {uids[0] for uids in written if uids}
        last = rows[-1].step if rows else None
        # What was begun and not acknowledged is there whole or not at all; older sessions' steps have been compared in theirs.
        if last is not None and last not in known and rows[-1].redoes is None and rows[-1].undoes is None:
            done.half += steps[last] > int(str(told[-1]["many"]))
    return done


def _wait_for_room(screen: int, told: int) -> bytes:
    """Read what the room shows until it says on its wire that everything is loaded; returns what came over the wire."""
    heard, deadline = b"", time.monotonic() + PATIENCE
    while b"ready" not in heard:
        assert time.monotonic() < deadline, "the room did not open"
        ready = select.select([screen, told], [], [], 0.5)[0]
        if screen in ready:
            os.read(screen, 1 << 16)
        if told in ready:
            heard += os.read(told, 1 << 16)
    return heard


def _drain(screen: int, seconds: float) -> bytes:
    """Read what the room shows for so long; returns it."""
    shown, end = b"", time.monotonic() + seconds
    while select.select([screen], [], [], max(0.0, end - time.monotonic()))[0]:
        try:
            shown += os.read(screen, 1 << 16)
        except OSError:
            break
        if time.monotonic() >= end:
            break
    return shown
