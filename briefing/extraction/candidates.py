"""Which claims are looked at for a dispute: those that lie near each other, and of which one could dispute the other at all."""

import re
from collections.abc import Mapping, Sequence

from briefing.dossier import ARTICLE, Claim, Mode
from briefing.extraction.companions import Near

_LAST = 5
"""The first companions of a claim, so many, are looked at; of ten, the likeliest pairs are no better and take twice the time."""
_WORD = re.compile(r"\w+")


def pairs(claims: Sequence[Claim], near: Mapping[str, Near]) -> list[tuple[Claim, Claim]]:
    """Return the pairs of which one is among the first companions of the other, and that could be in dispute at all."""
    by_id = {c.id: c for c in claims}
    close = {
        (min(claim, other), max(claim, other))
        for claim, found in near.items()
        for other, _ in found[:_LAST]
        if claim in by_id and other in by_id
    }
    return [(by_id[one], by_id[two]) for one, two in sorted(close) if _may_dispute(by_id[one], by_id[two])]


def _may_dispute(a: Claim, b: Claim) -> bool:
    """Tell whether somebody may here dispute another: nobody does with himself in one article, unless it is the article that shows it."""
    if (a.source, a.holder) == (b.source, b.holder) and a.holder != ARTICLE:
        return False
    return Mode.ASKS not in {a.mode, b.mode} and not _repeats(a, b)


def _repeats(a: Claim, b: Claim) -> bool:
    """Tell whether one claim is said within the other: in its place, or by its words ("the post says that nothing was paid")."""
    if overlap(a, b):
        return True
    shorter, longer = sorted((_words(a), _words(b)), key=len)
    return shorter in longer


def overlap(a: Claim, b: Claim) -> bool:
    """Tell whether two claims share words of their source."""
    return a.source == b.source and a.start < b.end and b.start < a.end


def _words(claim: Claim) -> str:
    return f" {' '.join(_WORD.findall(claim.quote.casefold()))} "
