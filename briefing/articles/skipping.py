"""Files that are not read."""

from briefing.dossier import Source, stable_id


def skipped(file: str, sha256: str, reason: str) -> Source:
    """Return the source that stands for a file that was not read; its id is the place's, not the text's."""
    return Source(stable_id("s", sha256, file), file, sha256, skipped=reason)
