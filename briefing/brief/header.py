"""What the brief is of, when, by whom, and on what it rests."""

import hashlib
from collections.abc import Sequence
from datetime import UTC

from briefing.brief.document import Line, folded
from briefing.brief.edition import Edition
from briefing.brief.material import Material, origin_of
from briefing.dossier import Source
from briefing.plurals import counted


def facts(material: Material, edition: Edition) -> tuple[Line, ...]:
    """Return the facts about the brief."""
    read, skipped = material.read, material.skipped
    origins = {origin_of(s) for s in read}
    last = edition.last
    supersedes = f", supersedes v{last.version} ({_minute(last.as_of)} UTC)" if last else ""
    files = f"{counted(len(read) + len(skipped), 'file')}, {counted(len(read), 'source')} read, {len(skipped)} skipped"
    return (
        (f"Case: {folded(edition.case)}",),
        (f"As of: {edition.at.astimezone(UTC):%Y-%m-%d %H:%M} UTC",),
        (f"Analyst: {folded(edition.analyst)}",),
        (f"Version: v{edition.number}{supersedes}",),
        (f"Corpus: {files}, {counted(len(origins), 'independent origin')}",),
        (f"Manifest: SHA-256 {manifest([*read, *skipped])}",),
        (f"Made with: briefing {folded(edition.program)}",),
    )


def _minute(at: str) -> str:
    return folded(at[:16].replace("T", " "))


def manifest(sources: Sequence[Source]) -> str:
    """Return the SHA-256 of the lines that `sha256sum` writes of the files, in the order of their names."""
    lines = [f"{s.sha256}  {s.file}\n" for s in sorted(sources, key=lambda s: s.file) if s.sha256]
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
