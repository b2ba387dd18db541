"""Texts whose writer speaks of himself."""

import re

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|me)\b")
"""A word by which somebody speaks of himself."""
US = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
"""A word by which several, or a body, speak of themselves."""
SPEAKS = re.compile(rf"{FIRST_PERSON.pattern}|{US.pattern}")
"""A word by which anybody does."""
_OFTEN, _IN_A_SHORT_TEXT, _WORDS = 3, 2, 100


def spoken_of_oneself(text: str) -> int:
    """Return how often the writer of a text speaks of himself: outside quotations."""
    return len(FIRST_PERSON.findall(_QUOTED.sub("", text)))


def is_often(times: int, words: int) -> bool:
    """Tell whether who says "I" so many times in so many words outside quotations is telling what he thinks or did himself."""
    return times >= _OFTEN or (times >= _IN_A_SHORT_TEXT and times * _WORDS >= words)


def spoken_of_us(text: str) -> int:
    """Return how often those in whose name a text is written speak of themselves: outside quotations."""
    return len(US.findall(_QUOTED.sub("", text)))
