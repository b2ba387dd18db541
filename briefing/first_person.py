"""Texts whose writer speaks of himself."""

import re

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
FIRST_PERSON = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y|me)\b")
"""A word by which somebody speaks of himself."""
OFTEN = 3
"""Who says so as often outside quotations is telling what he thinks or did himself."""


def spoken_of_oneself(text: str) -> int:
    """Return how often the writer of a text speaks of himself: outside quotations."""
    return len(FIRST_PERSON.findall(_QUOTED.sub("", text)))
