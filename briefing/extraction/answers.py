"""Denials that say nothing themselves ("she denied it", "the firm dismissed the figure"): what they deny is what was said before them."""

import itertools
import re
from collections.abc import Iterator, Sequence

from briefing.dossier import Claim, Mode

_VERBS = (
    r"den(?:y|ies|ied)|dismiss(?:es|ed)?|reject(?:s|ed)?|rebuff(?:s|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|"
    r"contradict(?:s|ed)?|contest(?:s|ed)?"
)
_THING = (
    r"(?:it|this|that|both|(?:the|that|this|those|these|such|any such|all such|all) "
    r"(?:accounts?|accusations?|allegations?|assertions?|charges?|claims?|contentions?|descriptions?|estimates?|figures?|"
    r"ideas?|numbers?|reports?|rumou?rs?|stor(?:y|ies)|suggestions?|versions?))"
)
_FALSE = r"(?:an? )?(?:\w+ )?(?:invention|nonsense|lies?|false|untrue|fabrications?|fantasy|fiction|baseless|absurd|rubbish|wrong)\b"
_END = r"(?=\W*$|\s*[,;:.—–(]|\s+as\b|\s+(?:on|in|at|to|through)\b|\s+(?:flatly|outright|categorically|yesterday)\b)"
_DENIAL = re.compile(
    rf"\b(?:{_VERBS})\s+{_THING}{_END}|\b(?:calls?|called)\s+{_THING}\s+\W?{_FALSE}|\b(?:says?|said|saw it|remembers it|remembered it) otherwise\b",
    re.IGNORECASE,
)


def answers(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield what somebody says and the bare denial by somebody else that follows it in the same source."""
    ordered = sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))
    for said, denial in itertools.pairwise(ordered):
        if (
            said.source == denial.source
            and said.holder != denial.holder
            and said.mode is not Mode.ASKS
            and said.end <= denial.start
            and _DENIAL.search(denial.text)
        ):
            yield said, denial
