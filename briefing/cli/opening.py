"""What the commands have in common: which case, with which configuration, read with progress on standard error."""

import argparse
import sys
from pathlib import Path

from briefing import config, resources
from briefing.cache import Cache
from briefing.case import Case, Failed, Progress
from briefing.cli.complaint import complain
from briefing.files import write_whole
from briefing.plaintext import one_line, visible


def folder(given: argparse.Namespace) -> Path:
    """Return the case named on the command line, or the one that comes with the program."""
    return given.case if given.case is not None else resources.SEEDS


def cache() -> Cache:
    """Return the user's cache."""
    return Cache.of_user()


def configured(given: argparse.Namespace) -> config.Config:
    """Return the configuration for the case, flags of the command line included. Raises InputError."""
    flags = {k: v for k in ("theme", "glyphs") if (v := getattr(given, k, None)) is not None}
    return config.load(folder(given), flags, cache()).config


def read(case: Case) -> int:
    """Load a case, showing progress on standard error; returns 1 if anything was skipped or failed, else 0."""
    from rich.console import Console  # noqa: PLC0415 - not needed by a room that starts
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    failed: set[str] = set()
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)
        for step in case.load_all():
            if isinstance(step, Progress):
                bar.update(task, completed=step.done, total=step.total, description=one_line(step.what))
            elif isinstance(step, Failed):
                failed.add(str(step.fault.file))
                complain(visible(str(step.fault)))
    skipped = [s for s in case.dossier.sources.values() if s.skipped is not None]
    for source in skipped:
        if source.file not in failed:
            complain(f"{one_line(source.file)}: skipped: {one_line(source.skipped or '')}")
    return 1 if failed or skipped else 0


def write(text: str, given: argparse.Namespace, default: str) -> int:
    """Write a result where the command line says: a file (asking for --force over one that is there) or standard output."""
    target: Path = given.output if given.output is not None else Path(default)
    if str(target) == "-":
        sys.stdout.write(text)
        return 0
    try:
        write_whole(target, text.encode(), over=given.force)
    except FileExistsError:
        complain(f"{one_line(str(target))}: is already there; --force writes over it, -o names another file")
        return 1
    except OSError as error:
        complain(f"{one_line(str(target))}: cannot be written: {error.strerror}; name another file with -o")
        return 1
    sys.stderr.write(f"{one_line(str(target))}\n")
    return 0
