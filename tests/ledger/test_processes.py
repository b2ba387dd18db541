import random
import subprocess
import sys
from pathlib import Path

from briefing.dossier import Act
from briefing.ledger import Ledger

WRITER = Path(__file__).with_name("writer.py")


FILLING = Path(__file__).parents[1] / "support" / "filling.py"


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


def test_a_disk_that_fills_up_stops_the_work_with_what_to_do_and_loses_nothing(tmp_path):
    path = tmp_path / "ledger.db"
    done = subprocess.run(
        [sys.executable, str(FILLING), str(path), "60000"], capture_output=True, text=True, check=True
    )
    *acknowledged, said = done.stdout.splitlines()
    assert len(acknowledged) > 10
    assert "nothing was written" in said
    assert "see that it is there and not full" in said or "free some space" in said
    with Ledger.open(path) as ledger:
        assert not ledger.warnings
        assert [a.id for a in ledger.annotations()] == [int(n) for n in acknowledged]


def test_a_disk_that_is_full_from_the_start_is_said(tmp_path):
    path = tmp_path / "ledger.db"
    done = subprocess.run([sys.executable, str(FILLING), str(path), "100"], capture_output=True, text=True, check=True)
    assert "nothing was written" in done.stdout or "no record can be kept" in done.stdout
    assert not path.exists()
