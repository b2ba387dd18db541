"""Claims that count one thing: figures of one unit and measure, in claims that have more in common."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from briefing.dossier import Claim, Commitment, Figure, Mode, Point, stable_id
from briefing.extraction.use import Use

T = TypeVar("T")
_PEOPLE = frozenset(
    ["person", "people", "citizen", "resident", "victim", "man", "woman", "inhabitant", "civilian", "life", "casualty"]
)
_FEW = frozenset({"two", "three", "four"})
_SAME_COUNT = 2
"""So many words besides the thing counted must two claims share, an actor being worth one, to count the same."""


def counts(claims: Sequence[Claim], telling: Mapping[str, set[str]]) -> list[Use]:
    """Return the claims of different sources that seem to count the same thing, each with its one figure."""
    groups: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.figures) == 1 and claim.mode in {Mode.ASSERTS, Mode.REPORTS}:
            figure = claim.figures[0]
            if figure.measure and figure.text.lower() != "one" and not _is_known(claim, figure):
                groups[figure.unit, measured(figure.measure)].append(claim)
    uses = []
    for (unit, measure), group in sorted(groups.items()):

        def is_same(a: Claim, b: Claim, measure: str = measure) -> bool:
            return a.source != b.source and len((telling[a.id] & telling[b.id]) - {measure}) >= _SAME_COUNT

        for together in joined(group, is_same):
            about = Point(stable_id("p", "count", unit, measure, together[0].id), counted(together[0]))
            uses += [Use(c, about, count_of(c), (c.start, c.end)) for c in together]
    return uses


def _is_known(claim: Claim, figure: Figure) -> bool:
    """Tell whether a figure only says of whom the talk is ("between the two countries"), and counts nothing."""
    return (
        bool(re.search(rf"\b(?:the|these|those) {re.escape(figure.text)}\b", claim.quote))
        and figure.text.lower() in _FEW
    )


def joined(things: Sequence[T], is_same: Callable[[T, T], bool]) -> list[list[T]]:
    """Return the parts of more than one thing each that are the same through one another."""
    part = list(range(len(things)))
    for a, b in combinations(range(len(things)), 2):
        if part[a] != part[b] and is_same(things[a], things[b]):
            old, new = part[b], part[a]
            part = [new if home == old else home for home in part]
    homes = [[t for t, at in zip(things, part, strict=True) if at == home] for home in dict.fromkeys(part)]
    return [home for home in homes if len(home) > 1]


def measured(measure: str) -> str:
    """Return the head noun of what is counted; people count as people whatever they are called."""
    noun = measure.rsplit(maxsplit=1)[-1].lower()
    return "people" if noun in _PEOPLE else noun


def counted(claim: Claim) -> str:
    """Return what a claim counts: its words with the figure left out."""
    return " ".join(claim.quote.split()).replace(claim.figures[0].text, "…", 1)


def count_of(claim: Claim) -> Commitment:
    """Return where a claim stands on what it counts."""
    return Commitment(claim.certainty, claim.polarity, figure=claim.figures[0], period=claim.period)
