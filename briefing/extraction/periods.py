"""When: dates in the words of a claim, relative ones worked out from the day the article appeared."""

import re
from datetime import date, timedelta

from briefing.dossier import Period

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
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH = "|".join(f"{m}|{m[:3]}\\.?|{m[:4]}\\." for m in _MONTHS)
_FULL = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({_MONTH})(?:\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d))?,?\s+(\d{{4}})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|since|of|by|during)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    rf"\b(yesterday|today|tomorrow|tonight|last night|(?:last |next |on )?(?:{'|'.join(_DAYS)}))\b", re.IGNORECASE
)


def period_in(text: str, published: str | None) -> Period | None:
    """Return the first date named in a text, if any; relative ones need the article's date and are marked as inferred."""
    if match := _FULL.search(text):
        return _full(match)
    if match := _RELATIVE.search(text):
        return _relative(match[0], published)
    if match := _YEAR.search(text):
        return Period(match[0], f"{match[1]}-01-01", f"{match[1]}-12-31")
    return None


def _full(match: re.Match[str]) -> Period | None:
    month = next(n for n, m in enumerate(_MONTHS, 1) if m.startswith(match[2].lower().rstrip(".")[:3]))
    year, day = int(match[4]), int(match[1] or match[3] or 0)
    try:
        first = date(year, month, day or 1)
    except ValueError:
        return None
    last = first if day else (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1))
    return Period(match[0], first.isoformat(), last.isoformat())


def _relative(words: str, published: str | None) -> Period | None:
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return Period(words)
    low = words.lower()
    steps = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    if low in steps:
        found = day + timedelta(days=steps[low])
    else:
        wanted = _DAYS.index(low.split()[-1])
        back = (day.weekday() - wanted) % 7
        found = (
            day + timedelta(days=((wanted - day.weekday()) % 7 or 7))
            if low.startswith("next")
            else day - timedelta(days=back)
        )
    return Period(words, found.isoformat(), found.isoformat(), inferred=True)
