"""Quantities as people write them, read as intervals: "at least 12 people", "more than 94 %", "$2 to 3 million", "dozens".

Interval ends count as inside, so that "more than 94 %" and "94 %" do not shut each other out. "About" allows a tenth either
way and "nearly" a tenth below: a convention of ours, wide enough that rounding in the news is no contradiction.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from briefing.dossier import Figure

T = TypeVar("T")

_SLACK = 0.1
_LONGEST_NUMBER = 30
"""Characters of digits beyond which a number is none (a float would overflow or lose it)."""

_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)"
    r"|us\$|>=|<=|[^\W\d_]+(?:['’.][^\W\d_]+)*|[^\w\s]"
)
_SMALL = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
_TENS = {
    word: 10.0 * (n + 2)
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"])
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_ABBREVIATED = {"k", "m", "mn", "bn", "tn"}
_PARTS = {
    "half": 50.0, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0, "quarters": 25.0, "fifth": 20.0, "fifths": 20.0,
}  # fmt: skip
_VAGUE: Mapping[tuple[str, ...], tuple[float, float | None]] = {
    ("tens", "of", "thousands"): (2e4, None), ("hundreds", "of", "thousands"): (2e5, None),
    ("tens", "of", "millions"): (2e7, None), ("hundreds", "of", "millions"): (2e8, None),
    ("dozens",): (24, None), ("scores",): (40, None), ("hundreds",): (200, None), ("thousands",): (2e3, None),
    ("millions",): (2e6, None), ("billions",): (2e9, None), ("several",): (3, None), ("a", "few"): (2, None),
    ("a", "couple"): (2, 2), ("no", "one"): (0, 0), ("nobody",): (0, 0), ("none",): (0, 0), ("no",): (0, 0),
}  # fmt: skip
"""What stands for a number; a plural means two of them at least."""

_CURRENCIES = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP"}
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
    **{(word,): f"{unit}s" for unit in ("mile", "ton", "barrel") for word in (unit, f"{unit}s")},
}  # fmt: skip
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
        "|exceeding|upwards of|upward of|≥|> =|>=|>",
        _Bound.MOST: "at most|up to|no more than|not more than|a maximum of|as many as|as much as|less than|fewer than"
        "|under|below|≤|<=|<",
        _Bound.NEARLY: "nearly|almost|close to|just under|just below",
        _Bound.ABOUT: "about|around|roughly|approximately|some|circa|an estimated|estimated|~|≈",
    }.items()
    for phrase in phrases.split("|")
}  # fmt: skip
_AFTER = {
    ("+",): _Bound.LEAST, ("or", "more"): _Bound.LEAST, ("and", "more"): _Bound.LEAST, ("or", "over"): _Bound.LEAST,
    ("or", "less"): _Bound.MOST, ("or", "fewer"): _Bound.MOST, ("or", "so"): _Bound.ABOUT,
}  # fmt: skip
_DASHES = {"-", "–", "—"}


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    start: int
    value: float | None


@dataclass(frozen=True, slots=True)
class _Number:
    """`value` before its `scale`; `after` is the number of the first token behind it."""

    value: float
    scale: float
    unit: str
    after: int


def parse_figure(text: str) -> Figure:
    """Read the first quantity in the text as an interval with its unit and what is counted. Raises ValueError if there is none."""
    tokens = _tokens(text)
    words = [t.word for t in tokens]
    for at in range(len(tokens)):
        if (vague := _phrase_at(words, at, _VAGUE)) is not None and _word(words, vague[1]) not in _COMPARED:
            (low, high), after = vague
            unit, after = _unit(words, after + (_word(words, after) == "of"))
            return _figure(text, tokens, low, high, unit, after)
        number = _number(tokens, at)
        if number is not None:
            return _bounded(text, tokens, at, number)
    raise ValueError(f"'{text}' has no quantity in it; write '94 %', 'at least 12 people', '2 to 3 million' ...")


def _bounded(text: str, tokens: Sequence[_Token], at: int, number: _Number) -> Figure:
    words = [t.word for t in tokens]
    number = _share(tokens, number) or number
    other = _range_end(tokens, at, number)
    first, last = number, other or number
    after = last.after
    bound = _bound_before(words, at)
    if (suffix := _phrase_at(words, after, _AFTER)) is not None:
        bound, after = suffix
    unit, after = _unit(words, after)
    unit = unit or last.unit or first.unit
    if (suffix := _phrase_at(words, after, _AFTER)) is not None:
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


def _ends(first: _Number, last: _Number) -> tuple[float, float]:
    """Return both ends; in "2 to 3 million" the scale counts for both."""
    shared = last.scale if first.scale == 1 and first.value <= last.value else first.scale
    ends = (first.value * shared, last.value * last.scale)
    return min(ends), max(ends)


def _figure(
    text: str, tokens: Sequence[_Token], low: float | None, high: float | None, unit: str, after: int
) -> Figure:
    words = [t.word for t in tokens]
    while (filler := _phrase_at(words, after, dict.fromkeys(_FILLERS))) is not None:
        after = filler[1]
    measure = text[tokens[after].start :].strip() if after < len(tokens) else ""
    return Figure(text, low, high, unit, measure)


def _tokens(text: str) -> list[_Token]:
    lowered = text.lower() if len(text.lower()) == len(text) else text
    return [_Token(m[0], m.start(), _value(m["digits"])) for m in _TOKEN.finditer(lowered)]


def _value(digits: str | None) -> float | None:
    if digits is None or len(digits) > _LONGEST_NUMBER:
        return None
    plain = re.sub(r"[ \u00a0\u202f]", "", digits)
    return float(re.sub(r",(?=\d{3}(?:\D|$))", "", plain).replace(",", "."))


def _number(tokens: Sequence[_Token], at: int) -> _Number | None:
    """Read the number that begins at a token: its sign, currency, value and scale."""
    unit, begin = "", at
    if tokens[at].word in _CURRENCIES:
        unit, begin = _CURRENCIES[tokens[at].word], at + 1
    if begin < len(tokens) and tokens[begin].value is not None:
        value, after = tokens[begin].value, begin + 1
        assert value is not None
        sign = at > 0 and tokens[at - 1].word in {"-", "−"} and (at == 1 or tokens[at - 2].value is None)
        scale, after = _scale(tokens, after)
        return _Number(-value if sign else value, scale, unit, after)
    return _spelt(tokens, begin)


def _scale(tokens: Sequence[_Token], at: int) -> tuple[float, int]:
    """Read what multiplies the digits before it; a hyphen may stand between."""
    step = at + 1 if at + 1 < len(tokens) and tokens[at].word == "-" else at
    scale, after = 1.0, at
    while step < len(tokens) and tokens[step].word in _SCALES:
        scale, step = scale * _SCALES[tokens[step].word], step + 1
        after = step
    return scale, after


def _spelt(tokens: Sequence[_Token], at: int) -> _Number | None:
    """Read a number in words: "twenty-five", "two hundred and fifty thousand", "half a million", "a third"."""
    words = [t.word for t in tokens]
    if words[at : at + 2] == ["half", "a"] and _word(words, at + 2) in _SCALES:
        return _Number(0.5 * _SCALES[words[at + 2]], 1.0, "", at + 3)
    if words[at : at + 1] == ["half"]:
        return _Number(_PARTS["half"], 1.0, "percent", at + 1)
    if _word(words, at) in {"a", "an", "one", *_SMALL} and (part := _part(words, at)) is not None:
        return part
    if _word(words, at) in {"a", "an"}:
        if _word(words, at + 1) not in _SCALES.keys() - _ABBREVIATED:
            return None
        scale, after = _scale(tokens, at + 1)
        return _Number(1.0, scale, "", after)
    return _summed(words, at)


def _part(words: Sequence[str], at: int) -> _Number | None:
    step = at + 2 if _word(words, at + 1) == "-" else at + 1
    if _word(words, step) not in _PARTS:
        return None
    return _Number(_SMALL.get(words[at], 1.0) * _PARTS[words[step]], 1.0, "percent", step + 1)


def _summed(words: Sequence[str], at: int) -> _Number | None:
    total, group, after = 0.0, 0.0, at
    step = at
    while step < len(words):
        word = words[step]
        if word in _SMALL or word in _TENS:
            group += _SMALL.get(word, 0.0) + _TENS.get(word, 0.0)
        elif word in _SCALES.keys() - _ABBREVIATED and after > at:
            group *= _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, group = total + group, 0.0
        elif word not in {"-", "and"} or after == at:
            break
        if word not in {"-", "and"}:
            after = step + 1
        step += 1
    return _Number(total + group, 1.0, "", after) if after > at else None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _share(tokens: Sequence[_Token], number: _Number) -> _Number | None:
    """Read "one in five" and "nine out of ten" as a percentage."""
    words = [t.word for t in tokens]
    joint = _phrase_at(words, number.after, {("in",): None, ("out", "of"): None})
    whole = _number(tokens, joint[1]) if joint is not None and joint[1] < len(tokens) else None
    if whole is None or whole.value not in _OUT_OF or not 0 <= number.value <= whole.value or number.scale != 1:
        return None
    return _Number(100 * number.value / whole.value, 1.0, "percent", whole.after)


def _range_end(tokens: Sequence[_Token], at: int, number: _Number) -> _Number | None:
    """Read the second number of "between a and b", "a to b", "a - b" and "a or b", if there is one."""
    joint = number.after
    words = [t.word for t in tokens]
    if _unit(words, joint)[1] > joint and _word(words, _unit(words, joint)[1]) in {"to", "and", *_DASHES}:
        joint = _unit(words, joint)[1]
    joins = {"to", "or", *_DASHES} | ({"and"} if _word(words, at - 1) == "between" else set())
    if joint + 1 >= len(tokens) or words[joint] not in joins:
        return None
    return _number(tokens, joint + 1)


def _bound_before(words: Sequence[str], at: int) -> _Bound | None:
    for length in (3, 2, 1):
        if at >= length and (bound := _BOUNDS.get(tuple(words[at - length : at]))) is not None:
            return bound
    return None


def _unit(words: Sequence[str], at: int) -> tuple[str, int]:
    step = at + 1 if _word(words, at) == "-" else at
    found = _phrase_at(words, step, _UNITS)
    return found if found is not None else ("", at)


def _phrase_at(words: Sequence[str], at: int, phrases: Mapping[tuple[str, ...], T]) -> tuple[T, int] | None:
    """Return what the longest of the phrases that begins at a word stands for, and the place behind it."""
    for length in (3, 2, 1):
        phrase = tuple(words[at : at + length])
        if len(phrase) == length and phrase in phrases:
            return phrases[phrase], at + length
    return None
