"""`briefing analyse`: a case read without a screen."""

import argparse
import sys

from briefing.case import Case
from briefing.cli.opening import cache, configured, folder, read
from briefing.cli.reading_json import as_json
from briefing.dossier import Dossier, RelationType
from briefing.plaintext import one_line, quoted
from briefing.plurals import counted

_SHOWN = 10


def run(given: argparse.Namespace) -> int:
    """Read the case and print it, as JSON or as a summary."""
    with Case(folder(given), configured(given), cache(), use_reading=not given.no_reading) as case:
        code = read(case)
        if given.json:
            sys.stdout.buffer.write(as_json(case.dossier, case.name))
        else:
            sys.stdout.write(summary(case.dossier))
    return code


def summary(dossier: Dossier) -> str:
    """Return a case on one page: its sources, the counts, and its first contradictions."""
    lines = []
    for source in sorted(dossier.sources.values(), key=lambda s: s.file):
        state = (
            f"skipped: {source.skipped}"
            if source.skipped
            else counted(len(dossier.claims_of_source(source.id)), "claim")
        )
        lines.append(
            f"{one_line(source.file)}  {one_line(source.name)}  {source.published or 'no date'}  {one_line(state)}"
        )
    conflicts = dossier.conflicts()
    agreed = sum(r.type is RelationType.CORROBORATION for r in dossier.relations.values())
    counts = (
        counted(len(dossier.actors), "actor"),
        counted(len(dossier.claims), "claim"),
        counted(len(dossier.points), "point"),
        counted(sum(r.type is RelationType.CONTRADICTION for r in conflicts), "contradiction"),
        counted(sum(r.type is RelationType.TENSION for r in conflicts), "tension"),
        counted(agreed, "corroboration"),
    )
    lines += ["", ", ".join(counts)]
    for relation in conflicts[:_SHOWN]:
        lines += ["", f"{relation.type}: {one_line(dossier.points[relation.point].phrase)} ({relation.kind})"]
        for side in (relation.a, relation.b):
            claim = dossier.claims[side]
            lines.append(
                f"  {one_line(claim.holder)}, {one_line(dossier.sources[claim.source].name)}: {quoted(one_line(claim.quote))}"
            )
        lines.append(f"  {one_line(relation.explanation)}")
    if len(conflicts) > _SHOWN:
        lines += ["", f"… and {len(conflicts) - _SHOWN} more: open the room, or --json"]
    return "\n".join(lines) + "\n"
