"""Times as reading files write them: ISO dates as precise as known, and ranges of them."""

import re
from calendar import monthrange
from datetime import date

from briefing.dossier import Period

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")


def first_and_last(text: str) -> tuple[str, str]:
    """Return the first and the last day of a year, month or day in ISO form. Raises ValueError."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is no date")
    year, month, day = (int(match[part]) if match[part] else None for part in ("year", "month", "day"))
    assert year is not None
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    return first.isoformat(), last.isoformat()


def parse_period(text: str) -> Period:
    """Read "2025", "2025-11", "2025-11-25", "2024-07..2025-11", or a range open at one end. Raises ValueError."""
    begin, dots, end = text.strip().partition("..")
    if not dots:
        return Period(text, *first_and_last(begin))
    first = first_and_last(begin)[0] if begin else None
    last = first_and_last(end)[1] if end else None
    if first is None and last is None:
        raise ValueError("a range needs a date at one end")
    if first is not None and last is not None and first > last:
        raise ValueError(f"'{text}' ends before it begins")
    return Period(text, first, last)


def written(period: Period) -> str | None:
    """Return a period as `parse_period` reads it, or None if nothing is known of it."""
    try:
        read = parse_period(period.text)
    except ValueError:
        read = None
    if read is not None and (read.first, read.last) == (period.first, period.last):
        return period.text
    if period.first is None and period.last is None:
        return None
    if period.first == period.last:
        return period.first
    return f"{period.first or ''}..{period.last or ''}"
