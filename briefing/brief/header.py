"""What the brief is of, when, by whom, and on what it rests."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from briefing.brief.markdown import bullets, counted, inline
from briefing.brief.references import References
from briefing.dossier import Source


def header(references: References, case: str, analyst: str, at: datetime, version: str) -> Iterator[str]:
    """Yield the title and the facts about the brief."""
    read, skipped = references.read, references.skipped
    origins = {s.origin or s.id for s in read}
    yield f"# Brief: {inline(case)}"
    yield bullets(
        [
            f"As of: {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
            f"Analyst: {inline(analyst)}",
            f"Made with: briefing {inline(version)}",
            (
                f"Corpus: {counted(len(read) + len(skipped), 'file')}, {counted(len(read), 'source')} read, {len(skipped)} skipped, "
                f"{counted(len(origins), 'independent origin')}"
            ),
            f"Manifest: SHA-256 {manifest([*read, *skipped])}",
        ]
    )


def manifest(sources: Sequence[Source]) -> str:
    """Return the SHA-256 of the lines that `sha256sum` writes of the files, in the order of their names."""
    lines = [f"{s.sha256}  {s.file}\n" for s in sorted(sources, key=lambda s: s.file) if s.sha256]
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
