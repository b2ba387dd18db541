"""Times a record of 100,000 events: opening it, the first undo, a copy, and seeing that nothing changed."""

import tempfile
import time
from pathlib import Path
from uuid import uuid4

from briefing.dossier import Act, Anchor, Annotation
from briefing.ledger import Ledger
from briefing.ledger.events import Event, to_row
from briefing.ledger.store import build

MANY, CLAIMS = 100_000, 5000


def event(number):
    target = f"c{number % CLAIMS:08x}"
    words = f"words of claim {number % CLAIMS}, as many as a claim has in the usual article that reports something"
    act, place, value = (Act.TAG, f"{target}/key", "yes") if number % 2 else (Act.NOTE, target, f"note {number}")
    anchor = Anchor("article.md", words, "before " * 5, "after " * 6, 12 * (number % CLAIMS), "0" * 64)
    uid = uuid4().hex
    said = Annotation(number, "2026-02-01T12:00:00.000+00:00", "Ana", act, place, value, None, (anchor,))
    return Event(said, uid, 1_700_000_000_000 + number, uid)


def timed(what, deed):
    start, worked = time.perf_counter(), time.process_time()
    result = deed()
    print(f"{what:<44} {time.perf_counter() - start:8.3f} s, of the processor {time.process_time() - worked:8.3f} s")
    return result


with tempfile.TemporaryDirectory() as folder:
    path = build(Path(folder), (to_row(event(n), n) for n in range(1, MANY + 1))).rename(Path(folder) / "ledger.db")
    print(f"{MANY} events, {path.stat().st_size / 1e6:.0f} MB")
    for _ in range(3):
        ledger = timed("open", lambda: Ledger.open(path))
        ledger.close()
    ledger = Ledger.open(path)
    timed("copy put by", ledger.put_by)
    timed("asked for changes, there are none", lambda: ledger.since(MANY))
    timed("first undo (the steps are made)", lambda: ledger.undo("Ana"))
    timed("second undo", lambda: ledger.undo("Ana"))
    timed("read and sort all rows, as export does", ledger.rows)
    ledger.close()
