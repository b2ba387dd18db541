import random
import subprocess
import sys
from pathlib import Path

from briefing.dossier import Act
from briefing.ledger import Ledger

WRITER = Path(__file__).with_name("writer.py")


def start(path, name, many):
    command = [sys.executable, str(WRITER), str(path), name, str(many)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def numbers(ledger, name, act):
    targets = (a.target.split("/")[0] for a in ledger.annotations() if a.act is act and a.who == name)
    return [int(t.removeprefix(name)) for t in targets]


def test_a_killed_room_loses_no_acknowledged_event_and_leaves_no_half_step(tmp_path):
    path = tmp_path / "ledger.db"
    chance = random.Random(20251107)
    for life in range(20):
        name = f"life{life}-"
        child = start(path, name, 0)
        heard = [child.stdout.readline() for _ in range(chance.randrange(1, 12))]
        child.kill()
        acknowledged = [*heard, *child.stdout.readlines()]
        child.stdout.close()
        child.wait()
        with Ledger.open(path) as ledger:
            assert not ledger.warnings
            notes, tags = (numbers(ledger, name, act) for act in (Act.NOTE, Act.TAG))
        assert notes == tags == list(range(len(notes)))
        assert len(acknowledged) <= len(notes) <= len(acknowledged) + 1


def test_two_rooms_that_write_at_once_lose_nothing(tmp_path):
    path = tmp_path / "ledger.db"
    writers = {name: start(path, name, 200) for name in ("ana", "ben")}
    for child in writers.values():
        child.communicate(timeout=120)
        assert child.returncode == 0
    with Ledger.open(path) as ledger:
        for name in writers:
            assert numbers(ledger, name, Act.NOTE) == list(range(200))
        assert [a.id for a in ledger.annotations()] == list(range(1, 801))
