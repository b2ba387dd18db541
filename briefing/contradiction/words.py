"""The shortest words of a claim that decide where it stands."""

import re

from briefing.dossier import Claim, Commitment

_DECIDES = re.compile(
    r"\b(?:no longer|no signs? of|not|never|none|nobody|nothing|cannot|\w+n[’']t|den(?:y|ies|ied)|reject(?:s|ed)?|refus(?:e|es|ed)|"
    r"rul(?:e|es|ed) out|oppos(?:e|es|ed)|unlikely|impossible|demand(?:s|ed)?|insist(?:s|ed)?|(?-i:may)|might|could|likely|only)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"(?:\s*\S+){0,5}")


def decisive(claim: Claim, commitment: Commitment) -> tuple[int, int]:
    """Return (start, end) in the source: the claim's own decisive words, its figure, its deciding word with what follows, or all of it."""
    if claim.words is not None:
        return claim.words
    figure = commitment.figure
    if figure is not None and (at := claim.quote.find(figure.text)) >= 0:
        return claim.start + at, claim.start + at + len(figure.text)
    match = _DECIDES.search(claim.quote)
    if match is None:
        return claim.start, claim.end
    rest = _FOLLOWING.match(claim.quote, match.end())
    return claim.start + match.start(), claim.start + (rest.end() if rest else match.end())
