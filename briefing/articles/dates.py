"""Which lines and values of an article are dates, as ISO dates."""

import re
from datetime import date

from briefing.dates import find

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$")
_AROUND_A_DATE = re.compile(
    r"(?:mon|tues?|wednes|wed|thurs?|thu|fri|satur|sat|sun)(?:day)?\b|\b(?:published|posted|updated|last|date|on|at|edition|issue|no)\b"
    r"|\d{1,2}[:.]\d\d|\b[ap]\.?m\b\.?|\b(?:gmt|utc|[ecmp]s?t|cet|cest|bst|(?-i:[A-Z]{2,3}T))\b|\d+ min(?:utes?)? read",
    re.IGNORECASE,
)


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
