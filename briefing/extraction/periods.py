"""When: dates in the words of a claim, relative ones worked out from the day the article appeared."""

import re
from datetime import date, timedelta

from briefing.dates import MONTH, find, month_number
from briefing.dossier import Period

_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_MONTH_OF_YEAR = re.compile(rf"(?<!\w){MONTH}\s+(?P<year>(?:19|20)\d\d)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|since|of|by|during)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    rf"\b(yesterday|today|tomorrow|tonight|last night|(?:last |next |on )?(?:{'|'.join(_DAYS)}))\b", re.IGNORECASE
)


def period_in(text: str, published: str | None) -> Period | None:
    """Return the first date named in a text, if any; relative ones need the article's date and are marked as inferred."""
    whole = next((f for f in find(text) if f.year), None)
    if whole is not None and (day := whole.iso()):
        return Period(text[whole.start : whole.end], day, day)
    if match := _MONTH_OF_YEAR.search(text):
        return _month(match)
    if match := _RELATIVE.search(text):
        return _relative(match[0], published)
    if match := _YEAR.search(text):
        return Period(match[0], f"{match[1]}-01-01", f"{match[1]}-12-31")
    return None


def _month(match: re.Match[str]) -> Period:
    year, month = int(match["year"]), month_number(match["month"])
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return Period(match[0], date(year, month, 1).isoformat(), last.isoformat())


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
