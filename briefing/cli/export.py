"""`briefing export` and `briefing reading export`: the case handed on."""

import argparse
import re

from briefing import readings
from briefing.case import Case
from briefing.cli.opening import cache, configured, folder, read, write
from briefing.dossier.query import folded


def run_brief(given: argparse.Namespace) -> int:
    """Write the annotated brief."""
    with Case(folder(given), configured(given), cache()) as case:
        code = read(case)
        return write(case.brief(), given, f"{slug(case.name)}-brief.md") or code


def run_reading(given: argparse.Namespace) -> int:
    """Write the case's current reading, the analyst's corrections included."""
    with Case(folder(given), configured(given), cache()) as case:
        code = read(case)
        return write(readings.dump(case.dossier, case.config.analyst), given, f"{slug(case.name)}-reading.yaml") or code


def slug(name: str) -> str:
    """Return a name that is a safe file name everywhere: lower-case letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-") or "case"
