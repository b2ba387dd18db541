"""Numbers in digits and in words: "1,200", "10 000", "$3bn", "twenty-five", "half a million", "two thirds"."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from msgspec import Struct

T = TypeVar("T")

_LONGEST_NUMBER = 30
"""Characters of digits beyond which a number is none (a float would overflow or lose it)."""

_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)?)"
    r"|us\$|>=|<=|[^\W\d_]+(?:['’.][^\W\d_]+)*|[^\w\s]"
)
_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: float(n) for n, word in enumerate(_TO_NINETEEN.split())}
_TENS = {word: 10.0 * n for n, word in enumerate(_BY_TENS.split(), start=2)}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_ABBREVIATED = {"k", "m", "mn", "bn", "tn"}
_PARTS = {
    "half": 50.0, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0, "quarters": 25.0, "fifth": 20.0, "fifths": 20.0,
}  # fmt: skip
_CURRENCIES = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP"}


class Token(Struct, frozen=True):
    """A word, number or sign of a text in small letters, where it stands, and its value if it is digits."""

    word: str
    start: int
    value: float | None


class Number(Struct, frozen=True):
    """A number as read: `value` times `scale` in `unit`; `after` is the place of the first token behind it."""

    value: float
    scale: float
    unit: str
    after: int


def tokenise(text: str) -> list[Token]:
    """Return the words, numbers and signs of a text."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    return [Token(m[0], m.start(), _value(m["digits"])) for m in _TOKEN.finditer(lowered)]


def _value(digits: str | None) -> float | None:
    if digits is None or len(digits) > _LONGEST_NUMBER:
        return None
    plain = re.sub(r"[ \u00a0\u202f]", "", digits)
    return float(re.sub(r",(?=\d{3}(?:\D|$))", "", plain).replace(",", "."))


def number_at(tokens: Sequence[Token], at: int) -> Number | None:
    """Read the number that begins at a token: its sign, currency, value and scale."""
    unit, begin = "", at
    if tokens[at].word in _CURRENCIES:
        unit, begin = _CURRENCIES[tokens[at].word], at + 1
    if begin < len(tokens) and tokens[begin].value is not None:
        value, after = tokens[begin].value, begin + 1
        assert value is not None
        sign = at > 0 and tokens[at - 1].word in {"-", "−"} and (at == 1 or tokens[at - 2].value is None)
        scale, after = _scale(tokens, after)
        return Number(-value if sign else value, scale, unit, after)
    return _spelt(tokens, begin)


def _scale(tokens: Sequence[Token], at: int) -> tuple[float, int]:
    """Read what multiplies the digits before it; a hyphen may stand between."""
    step = at + 1 if at + 1 < len(tokens) and tokens[at].word == "-" else at
    scale, after = 1.0, at
    while step < len(tokens) and tokens[step].word in _SCALES:
        scale, step = scale * _SCALES[tokens[step].word], step + 1
        after = step
    return scale, after


def _spelt(tokens: Sequence[Token], at: int) -> Number | None:
    """Read a number in words: "twenty-five", "two hundred and fifty thousand", "half a million", "a third"."""
    words = [t.word for t in tokens]
    if words[at : at + 2] == ["half", "a"] and word_at(words, at + 2) in _SCALES:
        return Number(0.5, _SCALES[words[at + 2]], "", at + 3)
    if words[at : at + 1] == ["half"]:
        return Number(_PARTS["half"], 1.0, "percent", at + 1)
    if word_at(words, at) in {"a", "an", *_SMALL} and (part := _part(words, at)) is not None:
        return part
    return _summed(words, at)


def _part(words: Sequence[str], at: int) -> Number | None:
    step = at + 2 if word_at(words, at + 1) == "-" else at + 1
    if word_at(words, step) not in _PARTS:
        return None
    return Number(_SMALL.get(words[at], 1.0) * _PARTS[words[step]], 1.0, "percent", step + 1)


def _summed(words: Sequence[str], at: int) -> Number | None:
    """Add up groups and what multiplies them; "two and three" and "one hundred and two hundred" stay two numbers."""
    total, after = 0.0, at
    group, step = (1.0, at + 1) if _is_article_of_scale(words, at) else _below_hundred(words, at)
    while step > after:
        after, last = step, 1.0
        while (scale := _spelt_scale(words, step)) > 1:
            group, step, last = group * scale, step + 1, scale
            if scale >= 1e3:
                total, group = total + group, 0.0
        if step > after:
            after = step
            more, end = _below_hundred(words, step + (word_at(words, step) == "and"))
            if more and _may_follow(last, _spelt_scale(words, end)):
                group, step = group + more, end
    if after == at:
        return None
    scale = _spelt_scale(words, after - 1)
    return Number((total + group) / scale, scale, "", after)


def _is_article_of_scale(words: Sequence[str], at: int) -> bool:
    return word_at(words, at) in {"a", "an"} and _spelt_scale(words, at + 1) > 1


def _spelt_scale(words: Sequence[str], at: int) -> float:
    word = word_at(words, at)
    return 1.0 if word in _ABBREVIATED else _SCALES.get(word, 1.0)


def _may_follow(scale: float, following: float) -> bool:
    """Tell whether a group with its own scale still belongs to the number after one with another."""
    return following == 1 or (following >= 1e3 if scale < 1e3 else following < scale)


def _below_hundred(words: Sequence[str], at: int) -> tuple[float, int]:
    """Read "seven", "seventy" or "seventy-seven"; returns 0 and the same place if there is none of them."""
    word = word_at(words, at)
    if word in _SMALL:
        half = list(words[at + 1 : at + 4]) == ["and", "a", "half"]
        return _SMALL[word] + half / 2, at + 1 + 3 * half
    if word not in _TENS:
        return 0.0, at
    step = at + 2 if word_at(words, at + 1) == "-" else at + 1
    ones = _SMALL.get(word_at(words, step), 0.0)
    return (_TENS[word] + ones, step + 1) if 0 < ones < 10 else (_TENS[word], at + 1)


def word_at(words: Sequence[str], at: int) -> str:
    """Return a word, or nothing if the text ends before it."""
    return words[at] if at < len(words) else ""


def phrase_at(words: Sequence[str], at: int, phrases: Mapping[tuple[str, ...], T]) -> tuple[T, int] | None:
    """Return what the longest of the phrases that begins at a word stands for, and the place behind it."""
    for length in (4, 3, 2, 1):
        phrase = tuple(words[at : at + length])
        if len(phrase) == length and phrase in phrases:
            return phrases[phrase], at + length
    return None
