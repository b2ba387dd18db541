"""Dates as newsrooms write them; only forms that can be read in one way."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE)
    for form in (
        rf"{MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_DAY}\s+(?:of\s+)?{MONTH}(?:,?\s+{_YEAR})?",
        rf"{_YEAR}-(?P<monthnumber>\d\d)-(?P<day>\d\d)",
        rf"(?P<day>\d{{1,2}})\.(?P<monthnumber>\d{{1,2}})\.{_YEAR}",
    )
)


class Found(Struct, frozen=True):
    """A date in a text and where; `year` is None where the text leaves it out."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    def iso(self, year: int | None = None) -> str | None:
        """Return the ISO date, with `year` where the text has none; None if there is no such day."""
        known = self.year or year
        try:
            return date(known, self.month, self.day).isoformat() if known else None
        except ValueError:
            return None


def find(text: str) -> Iterator[Found]:
    """Yield the dates of a text in the order of their forms, those with a year first."""
    found = [_found(match) for form in _FORMS for match in form.finditer(text)]
    yield from sorted(found, key=lambda f: (f.year is None, f.start))


def _found(match: re.Match[str]) -> Found:
    part = match.groupdict()
    month = int(part["monthnumber"]) if part.get("monthnumber") else month_number(part["month"])
    year = int(part["year"]) if part.get("year") else None
    return Found(match.start(), match.end(), year, month, int(part["day"]))


def month_number(word: str) -> int:
    """Return the number of a month by its name or the beginning of it."""
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(word.lower()[:3]))
