"""The words of claims as they are looked for: folded once, when they are first looked at."""

from collections.abc import Iterable

from briefing.dossier.claim import Claim
from briefing.dossier.folding import folded


class Wording:
    """The folded words of claims; whoever changes or takes out a claim tells of it."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}

    def having(self, words: str, claims: Iterable[Claim]) -> list[Claim]:
        """Return the claims that have words, folded, in their quote, text or holder."""
        known, fold = self._folded, self._fold
        return [c for c in claims if words in (known.get(c.id) or fold(c))]

    def prepare(self, claim: Claim) -> None:
        """Fold the words of a claim ahead."""
        if claim.id not in self._folded:
            self._fold(claim)

    def forget(self, claim_id: str) -> None:
        """Forget the words that a claim had."""
        self._folded.pop(claim_id, None)

    def _fold(self, claim: Claim) -> str:
        texts = (claim.quote,) if claim.text == claim.quote else (claim.quote, claim.text)
        words = self._folded[claim.id] = folded("\n".join((*texts, claim.holder)))
        return words
