"""Who stands behind a claim: its holder, or the outlet where the article speaks in its own voice."""

from briefing.dossier.claim import ARTICLE, Claim
from briefing.dossier.source import Source


def voice_name(claim: Claim, source: Source) -> str:
    """Return who stands behind it, as a sentence would say it."""
    return source.name if claim.holder == ARTICLE else claim.holder


def voice_key(claim: Claim, source: Source) -> str:
    """Return what makes two voices the same."""
    if claim.holder == ARTICLE:
        return f"outlet {source.publisher or source.id}"
    return claim.holder_id or claim.holder
