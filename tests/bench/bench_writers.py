"""Two processes write 1,000 events each into one record at once: how many are there, and how long it took."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefing.ledger import Ledger

WRITER = Path(__file__).parents[1] / "ledger" / "writer.py"
PAIRS = "500"

with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "ledger.db"
    start = time.perf_counter()
    writers = [
        subprocess.Popen([sys.executable, str(WRITER), str(path), name, PAIRS], stdout=subprocess.DEVNULL)
        for name in ("ana", "ben")
    ]
    codes = [writer.wait() for writer in writers]
    took = time.perf_counter() - start
    with Ledger.open(path) as ledger:
        print(f"{len(ledger.annotations())} events of 2000, exit codes {codes}, {took:.1f} s")
