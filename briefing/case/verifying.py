"""Whether everything is as it was: files, quotes, the record, and the versions of the brief that were kept."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from briefing.case.case import Case
from briefing.case.words import of_lost
from briefing.dossier import Source
from briefing.errors import Fault
from briefing.ledger.events import Row
from briefing.plurals import counted


class Verified(Struct):
    """What was looked at, in words, and what is wrong with it."""

    seen: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def verify(case: Case) -> Verified:
    """Look at everything of a case that was loaded to the end."""
    done = Verified()
    parts = (_files(case, done), _quotes(case, done), _record(case, done), _words(case, done), _briefs(case, done))
    for part in parts:
        done.faults += part
    return done


def _files(case: Case, done: Verified) -> Iterator[Fault]:
    """See that files are as they were read; of those that are empty or too large, nothing was."""
    sources = [s for s in case.dossier.sources.values() if s.sha256]
    for source in sources:
        try:
            now = hashlib.sha256((case.folder / source.file).read_bytes()).hexdigest()
        except OSError as error:
            yield Fault(source.file, f"cannot be read: {error.strerror}", "bring it back")
            continue
        if now != source.sha256:
            yield Fault(source.file, "has changed since it was read", "open the case again")
    done.seen.append(f"{counted(len(sources), 'file')} hashed")


def _quotes(case: Case, done: Verified) -> Iterator[Fault]:
    claims = list(case.dossier.all_claims())
    for claim in claims:
        source = case.dossier.sources[claim.source]
        if source.text[claim.start : claim.end] != claim.quote:
            yield Fault(
                source.file, f"the words of claim {claim.id} are not at {claim.start}-{claim.end}", "report this"
            )
    done.seen.append(f"{counted(len(claims), 'quote of a claim', 'quotes of claims')} found in place")


def _record(case: Case, done: Verified) -> Iterator[Fault]:
    """See that no event is missing or cut off from its step; the ledger itself has seen to the seals."""
    ledger = case.book.ledger
    if ledger is None:
        done.seen.append("no record yet")
        return
    rows = ledger.rows()
    for warning in ledger.warnings:
        yield Fault(case.book.path, warning, "docs/record.md says what to do")
    yield from _gaps(case.book.path, rows)
    done.seen.append(f"{counted(len(rows), 'event')} replayed, every seal unbroken")


def _gaps(path: Path, rows: list[Row]) -> Iterator[Fault]:
    numbers, uids = {row.number for row in rows}, {row.uid for row in rows}
    missing = sorted(set(range(1, max(numbers, default=0) + 1)) - numbers)
    if missing:
        yield Fault(
            path,
            f"{counted(len(missing), 'event is', 'events are')} missing, the first is number {missing[0]}",
            "bring back a copy",
        )
    for row in rows:
        for what, name in (("step", row.step), ("undone step", row.undoes), ("redone step", row.redoes)):
            if name is not None and name not in uids:
                yield Fault(
                    path, f"event {row.number}: the {what} that it names is missing", "import the record it is in"
                )


def _words(case: Case, done: Verified) -> Iterator[Fault]:
    """See that the words of every annotation that holds are still there."""
    lost_ids = {a.id for a in case.orphans}
    held = [a for a in case.dossier.record.standing() if a.anchors and a.id not in lost_ids]
    for lost in case.orphans:
        yield Fault(
            lost.anchors[0].file if lost.anchors else case.name, of_lost(lost), "put it on other words in the room"
        )
    hashes = {s.file: s.sha256 for s in case.dossier.sources.values()}
    moved = {w.file for a in held for w in a.anchors if w.sha256 and w.sha256 != hashes.get(w.file)}
    of_files = (
        f"; {counted(len(moved), 'file has', 'files have')} changed since: {', '.join(sorted(moved))}" if moved else ""
    )
    done.seen.append(f"{counted(len(held), 'annotation')} on words that are there{of_files}")


def _briefs(case: Case, done: Verified) -> Iterator[Fault]:
    """See that the words that kept versions of the brief cite are still there, in the files they name."""
    sources = {s.file: s for s in case.dossier.sources.values()}
    for path in sorted((case.record_folder / "briefs").glob("v*.json")):
        try:
            version: Any = json.loads(path.read_text(encoding="utf-8"))
            cited = [c for c in version["claims"] if c["number"] is not None]
            files = {s["file"]: s["sha256"] for s in version["sources"] if s["file"] in {c["file"] for c in cited}}
            wrong = [*_changed(path, files, sources), *_uncited(path, cited, sources)]
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            yield Fault(path, "is no version of a brief any more", "export the brief again")
            continue
        yield from wrong
        done.seen.append(f"{path.name}: {counted(len(cited), 'citation')} of {counted(len(files), 'file')}")


def _changed(path: Path, files: dict[str, str], sources: dict[str, Source]) -> Iterator[Fault]:
    for file, sha256 in files.items():
        source = sources.get(file)
        if source is None or source.sha256 != sha256:
            gone = "is gone" if source is None else "has changed since"
            yield Fault(path, f"cites {file}, which {gone}", "bring the file back, or export the brief again")


def _uncited(path: Path, cited: list[dict[str, Any]], sources: dict[str, Source]) -> Iterator[Fault]:
    for claim in cited:
        source = sources.get(claim["file"])
        if source is not None and source.text[claim["start"] : claim["end"]] != claim["quote"]:
            where = f"{claim['file']}:{claim['start']}-{claim['end']}"
            yield Fault(path, f"[{claim['number']}] cites words that are not at {where}", "export the brief again")
