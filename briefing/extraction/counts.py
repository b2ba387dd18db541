"""Claims that count one thing: figures of one unit and measure, in claims that have more in common."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.dossier import Claim, Commitment, Figure, Mode, Point, stable_id
from briefing.extraction.use import Use

_PEOPLE = frozenset(
    ["person", "people", "citizen", "resident", "victim", "man", "woman", "inhabitant", "civilian", "life", "casualty"]
)
_FEW = frozenset({"two", "three", "four"})


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
        for together in _together(group, telling, measure):
            about = Point(stable_id("p", "count", unit, measure, together[0].id), counted(together[0]))
            uses += [Use(c, about, count_of(c), (c.start, c.end)) for c in together]
    return uses


def _is_known(claim: Claim, figure: Figure) -> bool:
    """Tell whether a figure only says of whom the talk is ("between the two countries"), and counts nothing."""
    return (
        bool(re.search(rf"\b(?:the|these|those) {re.escape(figure.text)}\b", claim.quote))
        and figure.text.lower() in _FEW
    )


def _together(claims: Sequence[Claim], telling: Mapping[str, set[str]], measure: str) -> list[list[Claim]]:
    """Return the claims that count the same through one another: two of different sources do that share two telling words.

    An actor is worth a word, the thing counted is not.
    """
    home = list(range(len(claims)))

    def first(number: int) -> int:
        while home[number] != number:
            home[number] = home[home[number]]
            number = home[number]
        return number

    for some in _sharing_two([telling[claim.id] - {measure} for claim in claims]):
        if len({claims[n].source for n in some}) > 1:
            firsts = {first(n) for n in some}
            home_of_all = min(firsts)
            for n in firsts:
                home[n] = home_of_all
    groups: defaultdict[int, list[Claim]] = defaultdict(list)
    for number, claim in enumerate(claims):
        groups[first(number)].append(claim)
    return [group for group in groups.values() if len(group) > 1]


def _sharing_two(words: Sequence[set[str]]) -> Iterator[list[int]]:
    """Yield the numbers of all that have the same two words, found by the words rather than by comparing each with each."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(words):
        for word in own:
            having[word].append(number)
    for word, numbers in having.items():
        sharing: defaultdict[str, list[int]] = defaultdict(list)
        for number in numbers if len(numbers) > 1 else ():
            for other in words[number]:
                if other > word:
                    sharing[other].append(number)
        yield from sharing.values()


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
