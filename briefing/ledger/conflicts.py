"""Where analysts say other things of one target, and how far they agree on tags."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from briefing.dossier import Act, Annotation
from briefing.ledger.events import Key


class Conflict(Struct, frozen=True):
    """What each analyst says at one place, the earliest first; the last of them holds."""

    act: Act
    target: str
    said: tuple[Annotation, ...]


def conflicts(opinions: Mapping[Key, Mapping[str, Annotation]]) -> list[Conflict]:
    """Return the places where two analysts or more say different things, in order of what was said last, the latest first."""
    found = [
        Conflict(act, target, tuple(sorted(by_analyst.values(), key=lambda a: a.id)))
        for (act, target), by_analyst in opinions.items()
        if len({a.value for a in by_analyst.values()}) > 1
    ]
    return sorted(found, key=lambda c: -c.said[-1].id)


Codes = Mapping[str, Mapping[str, bool]]
"""What each analyst said of each unit; a unit that an analyst has not seen is left out."""


class Agreement(Struct, frozen=True):
    """How far analysts agree on one tag: for each pair the claims both saw and Cohen's kappa; Krippendorff's alpha over all.

    None stands for a measure that is not defined, where everybody said the same of everything.
    """

    tag: str
    pairs: tuple[tuple[str, str, int, float | None], ...]
    alpha: float | None


def agreement(tag: str, codes: Codes) -> Agreement:
    """Measure the agreement of all analysts on a tag."""
    names = sorted(codes)
    pairs = []
    for n, a in enumerate(names):
        for b in names[n + 1 :]:
            both = [(codes[a][unit], codes[b][unit]) for unit in codes[a] if unit in codes[b]]
            pairs.append((a, b, len(both), kappa(both)))
    units: dict[str, list[bool]] = {}
    for said in codes.values():
        for unit, value in said.items():
            units.setdefault(unit, []).append(value)
    return Agreement(tag, tuple(pairs), alpha(units.values()))


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Return Cohen's kappa of two coders (Cohen 1960, Educational and Psychological Measurement 20, page 40); None if undefined."""
    if not pairs:
        return None
    observed = sum(a == b for a, b in pairs) / len(pairs)
    first, second = (sum(pair[i] for pair in pairs) / len(pairs) for i in (0, 1))
    chance = first * second + (1 - first) * (1 - second)
    return None if chance == 1 else (observed - chance) / (1 - chance)


def alpha(units: Iterable[Sequence[bool]]) -> float | None:
    """Return Krippendorff's alpha for nominal data, values missing or not; None if undefined.

    Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section D: units with one value say nothing.
    """
    pairable = [values for values in units if len(values) > 1]
    yes, total = sum(map(sum, pairable)), sum(map(len, pairable))
    expected = yes * (total - yes)
    if expected == 0:
        return None
    observed = sum(sum(values) * (len(values) - sum(values)) / (len(values) - 1) for values in pairable)
    return 1 - (total - 1) * observed / expected
