"""`briefing check` and `briefing diff`: the brief before it is handed in, and since it was."""

import argparse
import sys
from pathlib import Path

from briefing.brief.check import check
from briefing.brief.difference import difference, state_of, state_of_version
from briefing.brief.version import Version
from briefing.case import Case
from briefing.case.publishing import Publishing, read_version
from briefing.cli.complaint import complain
from briefing.cli.opening import cache, configured, folder, read
from briefing.errors import Fault, InputError
from briefing.plaintext import one_line


def run_check(given: argparse.Namespace) -> int:
    """Print what a reviewer would find, a line each; returns 1 if there is anything."""
    with Case(folder(given), configured(given), cache()) as case:
        code = read(case)
        findings = check(case.dossier)
        for finding in findings:
            sys.stdout.write(f"{one_line(finding.where)}: {one_line(finding.text)} [{finding.rule}]\n")
        if not findings:
            sys.stderr.write("nothing found\n")
        return 1 if findings else code


def run_diff(given: argparse.Namespace) -> int:
    """Print what changed since the last exported version, since version A, or from A to B."""
    with Case(folder(given), configured(given), cache()) as case:
        publishing = case.publishing
        versions = publishing.versions()
        if given.a is None and not versions:
            complain("no finished version was exported yet; briefing export makes one")
            return 1
        before = _version(given.a or str(max(versions)), publishing, versions)
        if given.b is not None:
            found = difference(state_of_version(before), state_of_version(_version(given.b, publishing, versions)))
            code = 0
        else:
            code = read(case)
            found = difference(state_of_version(before), state_of(publishing.brief().material))
        lines = [f"{one_line(line)}\n" for line in found]
        sys.stdout.write("".join(lines) or "no difference\n")
        return code


def _version(named: str, publishing: Publishing, versions: dict[int, Version]) -> Version:
    """Return the version of a number ("2", "v2") or of an export in JSON."""
    number = named.removeprefix("v")
    if not number.isdigit():
        return read_version(Path(named))
    if int(number) not in versions:
        there = ", ".join(f"v{n}" for n in versions) or "none"
        raise InputError(Fault(publishing.folder, f"there is no version {named}", f"there is: {there}"))
    return versions[int(number)]
