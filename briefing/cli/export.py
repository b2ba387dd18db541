"""`briefing export` and `briefing reading export`: the case handed on."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from briefing import readings
from briefing.case import Case
from briefing.cli.complaint import complain
from briefing.cli.opening import cache, configured, folder, read, write
from briefing.cli.parser import FORMATS
from briefing.files import slug
from briefing.plaintext import one_line


def run_brief(given: argparse.Namespace) -> int:
    """Write the brief in the format asked for, or that the name of the file says; keep a finished one as a version."""
    with Case(folder(given), configured(given), cache()) as case:
        code = read(case)
        publishing = case.publishing
        brief = publishing.brief()
        form = given.format or _format_of(given.output)
        files = {"": brief.filled(given.template)} if given.template else brief.rendered(form)
        if brief.document.draft:
            complain(f"this is a draft: {'; '.join(brief.document.draft)}")
        if str(given.output) == "-":
            return _to_standard_output(files) or code
        target = given.output or publishing.place(brief, form)
        try:
            written = publishing.hand_on(brief, target, files, over=given.force)
        except FileExistsError as error:
            complain(f"{one_line(str(error))}: is already there; --force writes over it, -o names another file")
            return 1
        sys.stderr.write("".join(f"{one_line(str(path))}\n" for path in written))
        return code


def _format_of(output: Path | None) -> str:
    ending = output.suffix[1:] if output is not None else ""
    return ending if ending in FORMATS else "md"


def _to_standard_output(files: Mapping[str, bytes]) -> int:
    if len(files) > 1:
        complain("this format makes two files; -o FILE names them")
        return 1
    sys.stdout.buffer.write(files[""])
    sys.stdout.flush()
    return 0


def run_reading(given: argparse.Namespace) -> int:
    """Write the case's current reading, the analyst's corrections included."""
    with Case(folder(given), configured(given), cache()) as case:
        code = read(case)
        return write(readings.dump(case.dossier, case.config.analyst), given, f"{slug(case.name)}-reading.yaml") or code
