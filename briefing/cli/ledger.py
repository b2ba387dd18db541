"""`briefing ledger export`, `import` and `conflicts`: the record handed on, taken in, and where analysts differ."""

import argparse
import sys
from contextlib import closing

from briefing.case import record_folder
from briefing.case.book import LEDGER
from briefing.case.words import of_conflict
from briefing.cli.opening import folder, write
from briefing.errors import Fault, InputError
from briefing.files import no_folder, slug
from briefing.ledger import Ledger, conflicts, jsonld
from briefing.plurals import counted


def run_export(given: argparse.Namespace) -> int:
    """Write every event of a case's record, one a line."""
    with closing(_ledger(given, begin=False)) as ledger:
        text = "".join(f"{jsonld.line(row)}\n" for row in ledger.rows())
    return write(text, given, f"{slug(folder(given).resolve().name)}-record.jsonl")


def run_import(given: argparse.Namespace) -> int:
    """Take in the events of another record, or nothing if a line of it is not as it was written."""
    rows = jsonld.rows(given.file)
    with closing(_ledger(given, begin=True)) as ledger:
        before = {(c.act, c.target) for c in conflicts(ledger.opinions())}
        new = ledger.merge(rows)
        sys.stdout.write(
            f"{counted(len(new), 'event')} taken in; {len({r.uid for r in rows}) - len(new)} were here already\n"
        )
        after = conflicts(ledger.opinions())
        fresh = [c for c in after if (c.act, c.target) not in before]
        if fresh:
            sys.stdout.write(f"{counted(len(fresh), 'place')} where analysts now differ:\n\n")
        sys.stdout.write("".join(f"{of_conflict(c)}\n" for c in fresh))
    return 0


def run_conflicts(given: argparse.Namespace) -> int:
    """Show where analysts say other things of one target."""
    with closing(_ledger(given, begin=False)) as ledger:
        found = conflicts(ledger.opinions())
    sys.stdout.write("".join(f"{of_conflict(c)}\n" for c in found) or "no analyst says other than another\n")
    return 0


def _ledger(given: argparse.Namespace, *, begin: bool) -> Ledger:
    case = folder(given).resolve()
    if not case.is_dir():
        raise InputError(no_folder(case))
    path = record_folder(case) / LEDGER
    if not begin and not path.exists():
        raise InputError(Fault(path, "there is no record yet", "annotate something in the room first"))
    ledger = Ledger.open(path)
    ledger.put_by()
    return ledger
