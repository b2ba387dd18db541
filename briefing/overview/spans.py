"""Stretches of time between two days, and how a reader says them."""

from calendar import monthrange
from datetime import date
from functools import lru_cache

from msgspec import Struct

from briefing.dossier import Period


class Span(Struct, frozen=True, order=True):
    """From `first` to `last`, both days included."""

    first: date
    last: date


def span(period: Period) -> Span | None:
    """Return the days of a period; open at one end it is the day at the other; None where neither end is a date."""
    first, last = _day(period.first, end=False), _day(period.last, end=True)
    if first is None and last is None:
        return None
    first, last = first or last, last or first
    assert first is not None
    assert last is not None
    return Span(first, max(first, last))


def day(iso: str | None) -> date | None:
    """Return the day of an ISO date, or date and time, the first day where it is only a month or a year."""
    return _day(iso, end=False)


@lru_cache(maxsize=4096)
def _day(iso: str | None, *, end: bool) -> date | None:
    try:
        parts = [int(part) for part in (iso or "")[:10].split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12 if end else 1
        return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1] if end else 1)
    except (ValueError, IndexError):
        return None


def spoken(when: Span) -> str:
    """Return a span as short as it can be said: 21 Nov 2025, Nov 2025, 2024, 2017-2021, 27 Nov-31 Dec 2025."""
    first, last = when.first, when.last
    if first == last:
        return f"{first.day} {first:%b} {first.year}"
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and (first.month, last.month) == (1, 12):
        return _joined(str(first.year), str(last.year))
    begin, end = (f"{first:%b}", f"{last:%b}") if whole_months else (f"{first.day} {first:%b}", f"{last.day} {last:%b}")
    if first.year != last.year:
        begin = f"{begin} {first.year}"
    return f"{_joined(begin, end)} {last.year}"


def _joined(begin: str, end: str) -> str:
    return begin if begin == end else f"{begin}-{end}"
