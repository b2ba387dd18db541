"""Quantities as people write them, read as intervals: "at least 12 people", "more than 94 %", "$2 to 3 million", "dozens".

Interval ends count as inside, so that "more than 94 %" and "94 %" do not shut each other out. "About" allows a tenth either
way and "nearly" a tenth below: a convention of ours, wide enough that rounding in the news is no contradiction.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from briefing.dossier import Figure
from briefing.numerals import Number, Token, number_at, phrase_at, tokenise, word_at

_SLACK = 0.1
_VAGUE: Mapping[tuple[str, ...], tuple[float, float | None]] = {
    ("tens", "of", "thousands"): (2e4, None), ("hundreds", "of", "thousands"): (2e5, None),
    ("tens", "of", "millions"): (2e7, None), ("hundreds", "of", "millions"): (2e8, None),
    ("dozens",): (24, None), ("scores",): (40, None), ("hundreds",): (200, None), ("thousands",): (2e3, None),
    ("millions",): (2e6, None), ("billions",): (2e9, None), ("several",): (3, None), ("a", "few"): (2, None),
    ("a", "couple"): (2, 2), ("no", "one"): (0, 0), ("nobody",): (0, 0), ("none",): (0, 0), ("no",): (0, 0),
}  # fmt: skip
"""What stands for a number; a plural means two of them at least."""

_UNITS: Mapping[tuple[str, ...], str] = {
    ("%",): "percent", ("percent",): "percent", ("per", "cent"): "percent", ("pct",): "percent",
    ("percentage", "points"): "percentage points", ("percentage", "point"): "percentage points",
    ("dollars",): "USD", ("dollar",): "USD", ("usd",): "USD", ("us", "dollars"): "USD", ("u.s", "dollars"): "USD",
    ("u.s", ".", "dollars"): "USD", ("euros",): "EUR", ("euro",): "EUR", ("eur",): "EUR", ("gbp",): "GBP",
    ("people",): "people", ("persons",): "people", ("person",): "people",
    **{(word,): f"{unit}s" for unit in ("second", "minute", "hour", "day", "week", "month", "year")
       for word in (unit, f"{unit}s")},
    **{(word,): "km" for word in ("km", "kilometres", "kilometers", "kilometre", "kilometer")},
    **{(word,): "metres" for word in ("metres", "meters", "metre", "meter")},
    **{(word,): "kg" for word in ("kg", "kilograms", "kilos", "kilo")},
    **{(word,): "tonnes" for word in ("tonnes", "tonne")}, ("metric", "tons"): "tonnes",
    **{(word,): f"{unit}s" for unit in ("mile", "ton", "barrel", "hectare", "litre") for word in (unit, f"{unit}s")},
    **{(word,): unit for word, unit in (("foot", "feet"), ("feet", "feet"), ("inch", "inches"), ("inches", "inches"))},
    ("nautical", "miles"): "nautical miles", ("times",): "times",
}  # fmt: skip
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_COMPARED = {"more", "less", "fewer"}
_OUT_OF = {*map(float, range(2, 11)), 100.0}
"""What a share is given out of ("one in five"); other numbers after "in" are mostly years."""
_FILLERS = {("of",), ("of", "the"), ("the",)}


class _Bound(StrEnum):
    LEAST = "least"
    MOST = "most"
    NEARLY = "nearly"
    ABOUT = "about"


_BOUNDS = {
    tuple(phrase.split()): bound
    for bound, phrases in {
        _Bound.LEAST: "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|more than|over|above"
        "|exceeding|upwards of|upward of|≥|>=|>",
        _Bound.MOST: "at most|up to|no more than|not more than|a maximum of|as many as|as much as|less than|fewer than"
        "|under|below|≤|<=|<",
        _Bound.NEARLY: "nearly|almost|close to|just under|just below",
        _Bound.ABOUT: "about|around|roughly|approximately|some|circa|an estimated|estimated|~|≈",
    }.items()
    for phrase in phrases.split("|")
}  # fmt: skip
_AFTER = {
    ("+",): _Bound.LEAST, ("or", "more"): _Bound.LEAST, ("and", "more"): _Bound.LEAST, ("or", "over"): _Bound.LEAST,
    ("at", "least"): _Bound.LEAST, ("at", "the", "least"): _Bound.LEAST, ("at", "the", "very", "least"): _Bound.LEAST,
    ("at", "most"): _Bound.MOST, ("at", "the", "most"): _Bound.MOST, ("at", "the", "very", "most"): _Bound.MOST,
    ("or", "less"): _Bound.MOST, ("or", "fewer"): _Bound.MOST, ("or", "so"): _Bound.ABOUT,
}  # fmt: skip
_DASHES = {"-", "–", "—"}


def parse_figure(text: str) -> Figure:
    """Read the first quantity in the text as an interval with its unit and what is counted. Raises ValueError if there is none."""
    tokens = tokenise(text)
    words = [t.word for t in tokens]
    for at in range(len(tokens)):
        if (vague := phrase_at(words, at, _VAGUE)) is not None and word_at(words, vague[1]) not in _COMPARED:
            (low, high), after = vague
            scale, after = _scaled(words, after)
            low, high = low * scale, None if high is None else high * scale
            unit, after = _unit(words, after + (word_at(words, after) == "of"))
            return _figure(text, tokens, low, high, unit, after)
        number = number_at(tokens, at)
        if number is not None:
            return _bounded(text, tokens, at, number)
    raise ValueError(f"'{text}' has no quantity in it; write '94 %', 'at least 12 people', '2 to 3 million' ...")


TIME = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
"""Units of how long something is: by themselves they do not tell what it is that takes so long."""


def is_unit(word: str) -> bool:
    """Tell whether a single word is a unit by itself ("euros", "km")."""
    return (word.lower(),) in _UNITS


def _scaled(words: Sequence[str], at: int) -> tuple[float, int]:
    """Read what multiplies a vague number ("a few hundred"), and the place behind it."""
    scale = _SCALES.get(word_at(words, at))
    return (scale, at + 1) if scale is not None else (1.0, at)


def _bounded(text: str, tokens: Sequence[Token], at: int, number: Number) -> Figure:
    words = [t.word for t in tokens]
    number = _share(tokens, number) or number
    other = _range_end(tokens, at, number)
    first, last = number, other or number
    after = last.after
    bound = _bound_before(words, at)
    if (suffix := phrase_at(words, after, _AFTER)) is not None:
        bound, after = suffix
    unit, after = _unit(words, after)
    unit = unit or last.unit or first.unit
    if (suffix := phrase_at(words, after, _AFTER)) is not None:
        bound, after = suffix
    low, high = _ends(first, last)
    match bound:
        case _Bound.LEAST:
            return _figure(text, tokens, low, high if other else None, unit, after)
        case _Bound.MOST:
            return _figure(text, tokens, low if other else None, high, unit, after)
        case _Bound.NEARLY:
            return _figure(text, tokens, low - _SLACK * abs(low), high, unit, after)
        case _Bound.ABOUT:
            return _figure(text, tokens, low - _SLACK * abs(low), high + _SLACK * abs(high), unit, after)
        case _:
            return _figure(text, tokens, low, high, unit, after)


def _ends(first: Number, last: Number) -> tuple[float, float]:
    """Return both ends; in "2 to 3 million" the scale counts for both."""
    shared = last.scale if first.scale == 1 and first.value <= last.value else first.scale
    ends = (first.value * shared, last.value * last.scale)
    return min(ends), max(ends)


def _figure(text: str, tokens: Sequence[Token], low: float | None, high: float | None, unit: str, after: int) -> Figure:
    words = [t.word for t in tokens]
    while (filler := phrase_at(words, after, dict.fromkeys(_FILLERS))) is not None:
        after = filler[1]
    measure = text[tokens[after].start :].strip() if after < len(tokens) else ""
    return Figure(text, low, high, unit, measure)


def _share(tokens: Sequence[Token], number: Number) -> Number | None:
    """Read "one in five" and "nine out of ten" as a percentage."""
    words = [t.word for t in tokens]
    joint = phrase_at(words, number.after, {("in",): None, ("out", "of"): None})
    whole = number_at(tokens, joint[1]) if joint is not None and joint[1] < len(tokens) else None
    if whole is None or whole.value not in _OUT_OF or not 0 <= number.value <= whole.value or number.scale != 1:
        return None
    return Number(100 * number.value / whole.value, 1.0, "percent", whole.after)


def _range_end(tokens: Sequence[Token], at: int, number: Number) -> Number | None:
    """Read the second number of "between a and b", "a to b", "a - b" and "a or b", if there is one."""
    joint = number.after
    words = [t.word for t in tokens]
    if _unit(words, joint)[1] > joint and word_at(words, _unit(words, joint)[1]) in {"to", "and", *_DASHES}:
        joint = _unit(words, joint)[1]
    joins = {"to", "or", *_DASHES} | ({"and"} if word_at(words, at - 1) == "between" else set())
    if joint + 1 >= len(tokens) or words[joint] not in joins:
        return None
    return number_at(tokens, joint + 1)


def _bound_before(words: Sequence[str], at: int) -> _Bound | None:
    for length in (3, 2, 1):
        if at >= length and (bound := _BOUNDS.get(tuple(words[at - length : at]))) is not None:
            return bound
    return None


def _unit(words: Sequence[str], at: int) -> tuple[str, int]:
    step = at + 1 if word_at(words, at) == "-" else at
    found = phrase_at(words, step, _UNITS)
    return found if found is not None else ("", at)
