"""`briefing agreement`: how far several analysts agree on each tag."""

import argparse
import sys

from briefing.case import Case
from briefing.case.coding import codes_of_tags
from briefing.cli.opening import cache, configured, folder, read
from briefing.ledger import Agreement, agreement
from briefing.plaintext import one_line
from briefing.plurals import counted

_METHOD = """\
An analyst has read an article if there is a claim in it that the analyst tagged; every claim of it without the tag counts as "no".
Cohen's kappa of each pair is over the claims of articles that both read, Krippendorff's alpha (nominal) over all that two or more
read. 1: as one; 0: as by chance; none: not defined, for all said the same of every claim.
"""


def run(given: argparse.Namespace) -> int:
    """Print the measures of every tag."""
    with Case(folder(given), configured(given), cache()) as case:
        code = read(case)
        ledger = case.book.ledger
        codes = codes_of_tags(case.dossier, ledger.opinions() if ledger else {})
    if len({who for by_analyst in codes.values() for who in by_analyst}) < 2:
        sys.stdout.write(
            "fewer than two analysts have given tags: `briefing ledger import` takes in another's record\n"
        )
        return code
    for tag, said in codes.items():
        sys.stdout.write(_told(agreement(tag, said)))
    sys.stdout.write(f"\n{_METHOD}")
    return code


def _told(found: Agreement) -> str:
    lines = [f"{one_line(found.tag)}: alpha {_figure(found.alpha)}\n"]
    lines += [
        f"  {one_line(a)} and {one_line(b)}: kappa {_figure(value)} over {counted(count, 'claim')}\n"
        for a, b, count, value in found.pairs
    ]
    return "".join(lines)


def _figure(value: float | None) -> str:
    return "none" if value is None else f"{value:.3f}"
