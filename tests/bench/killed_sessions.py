"""Sessions killed at random moments: 200, or as many as the first argument says. Prints what was acknowledged, lost and half there."""

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "support"))

from killed import make_case, session

many = int(sys.argv[1]) if len(sys.argv) > 1 else 200
chance = random.Random(20260201)
start = time.monotonic()
with tempfile.TemporaryDirectory() as folder:
    done = []
    for number in range(many):
        if number % 10 == 0:
            case = make_case(Path(folder) / f"case{number}")
        done.append(session(case, chance))
for name in ("acknowledged", "lost", "half", "damaged", "ended"):
    print(f"{name:<14} {sum(getattr(s, name) for s in done)}")
print(f"{many} sessions, {sum(s.acknowledged > 0 for s in done)} with events, {time.monotonic() - start:.0f} s")
