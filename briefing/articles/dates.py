"""Dates as newsrooms write them, to ISO dates; only forms that can be read in one way."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_FORMS = tuple(
    re.compile(rf"(?<!\w){form}(?!\w)", re.IGNORECASE)
    for form in (
        rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?",
        rf"{_YEAR}-(?P<monthnumber>\d\d)-(?P<day>\d\d)",
        rf"(?P<day>\d{{1,2}})\.(?P<monthnumber>\d{{1,2}})\.{_YEAR}",
    )
)
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$")
_AROUND_A_DATE = re.compile(
    r"(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?\b|\b(?:published|posted|updated|last|date|on|at|edition|issue|no)\b"
    r"|\d{1,2}[:.]\d\d|\b[ap]\.?m\b\.?|\b(?:gmt|utc|[ecmp]s?t|cet|cest|bst)\b|\d+ min(?:utes?)? read",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
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
    month = int(part["monthnumber"]) if part.get("monthnumber") else _month_number(part["month"])
    year = int(part["year"]) if part.get("year") else None
    return Found(match.start(), match.end(), year, month, int(part["day"]))


def _month_number(word: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(word.lower()[:3]))


def iso(value: str) -> str | None:
    """Return the ISO date, or date and time, that a value states and nothing else; None if it states none."""
    value = value.strip()
    match = _ISO.match(value)
    if match:
        day, clock, seconds, zone = match.groups()
        try:
            date.fromisoformat(day)
        except ValueError:
            return None
        return day + (f"T{clock}{seconds or ''}{zone or ''}" if clock else "")
    return next((f.iso() for f in find(value) if f.year), None) if is_date_line(value) else None


def is_date_line(line: str) -> bool:
    """Tell whether a line is a date and little more: weekday, hour, `Published:`."""
    found = next(find(line), None)
    if found is None or len(line) > 80:
        return False
    rest = _AROUND_A_DATE.sub(" ", line[: found.start] + " " + line[found.end :])
    return not re.search(r"\w{2,}", rest)
