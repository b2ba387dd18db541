"""Exact words found in a text, and what to say when they are not there."""

import re
from difflib import get_close_matches

_MARKS = str.maketrans("“”„‟«»‘’‚‛‹›′″", '""""""' + "''''''" + "'\"")
_LONG_ENOUGH = 12
"""Characters that must be found of words before it helps to say how far they are there."""


class NotVerbatimError(ValueError):
    """Words are not in the text; `remedy` says what is there instead."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.remedy = remedy


def find(words: str, text: str, occurrence: int = 1, *, where: str = "the article") -> int:
    """Return where the words stand in the text for the nth time (1 = first). Raises NotVerbatimError."""
    at, seen = text.find(words), 0
    while at >= 0:
        seen += 1
        if seen == occurrence:
            return at
        at = text.find(words, at + 1)
    if seen:
        times = "once" if seen == 1 else f"{seen} times"
        raise NotVerbatimError(f"these words stand in {where} only {times}", f"'occurrence' is at most {seen}")
    raise NotVerbatimError(f"these words do not stand in {where}", _remedy(words, text))


def _remedy(words: str, text: str) -> str:
    near = _alike(words, text)
    if near is not None:
        return f"only white space or quotation marks differ; write exactly {_quoted(near)}"
    if (other := re.search(re.escape(words), text, re.IGNORECASE)) is not None:
        return f"only capitals differ; write exactly {_quoted(other[0])}"
    head = _longest_start(words, text)
    if len(head) >= _LONG_ENOUGH:
        at = text.find(head) + len(head)
        return f"it has {_quoted(head)}, and goes on {_quoted(text[at : at + 40])}"
    return "copy them from the article, character for character"


def _alike(words: str, text: str) -> str | None:
    """Return the piece of text that differs from the words in white space and quotation marks only."""
    wanted, _ = _folded(words.strip())
    have, places = _folded(text)
    at = have.find(wanted) if wanted else -1
    return None if at < 0 else text[places[at] : places[at + len(wanted) - 1] + 1]


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the text with white space folded and plain quotation marks, and where each character came from."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text.translate(_MARKS)):
        if not char.isspace():
            chars.append(char)
        elif chars and chars[-1] != " ":
            chars.append(" ")
        else:
            continue
        places.append(place)
    return "".join(chars), places


def _longest_start(words: str, text: str) -> str:
    """Return the longest run of whole words from the beginning that stands in the text."""
    pieces = words.split(" ")
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if " ".join(pieces[:middle]) in text else (low, middle - 1)
    return " ".join(pieces[:low])


def _quoted(text: str) -> str:
    escaped = (
        text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    return f'"{escaped}"'


def nearest(name: str, known: list[str]) -> str:
    """Return a remedy that names the known name most like this one, or those there are."""
    near = get_close_matches(name, known, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    return (
        f"known are {', '.join(sorted(known)[:12])}{' …' if len(known) > 12 else ''}" if known else "there are none yet"
    )
