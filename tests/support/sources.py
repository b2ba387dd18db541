"""Sources made for claims that a test has made."""

from collections.abc import Iterable

from briefing.dossier import Claim, Source


def sources_of(claims: Iterable[Claim]) -> dict[str, Source]:
    """Return a source for every one that claims name, with their words where they stand."""
    texts: dict[str, str] = {}
    for claim in sorted(claims, key=lambda c: c.start):
        texts[claim.source] = texts.get(claim.source, "").ljust(claim.start)[: claim.start] + claim.quote
    return {name: Source(name, f"{name}.txt", "0" * 64, text) for name, text in texts.items()}
