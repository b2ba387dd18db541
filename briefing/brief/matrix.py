"""Evidence against hypotheses, counted as Heuer does: what speaks against a hypothesis says more than what fits it.

After R. J. Heuer, Psychology of Intelligence Analysis (1999), chapter 8. It is a record of reasoning, never a probability.
"""

from collections.abc import Iterable

from briefing.dossier import Rating

NO_PROBABILITY = (
    "This is a record of reasoning, not a probability. The hypothesis with the fewest inconsistencies is the one that the evidence "
    "speaks least against; what is consistent with every hypothesis tells them apart in nothing."
)


def inconsistencies(ratings: Iterable[Rating | None]) -> int:
    """Return how many items are inconsistent with a hypothesis."""
    return sum(r is Rating.INCONSISTENT for r in ratings)


def diagnosticity(ratings: Iterable[Rating | None]) -> str:
    """Return how far an item tells hypotheses apart: "tells apart", "tells nothing apart", or "not rated throughout"."""
    said = list(ratings)
    weighed = {r for r in said if r is not Rating.NOT_APPLICABLE}
    if None in weighed or len(said) < 2:
        return "not rated throughout"
    return "tells apart" if len(weighed) > 1 else "tells nothing apart"
