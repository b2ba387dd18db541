"""When: dates in the words of a claim, relative ones worked out from the day the article appeared."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import IntEnum

from msgspec.structs import replace

from briefing.dates import MONTH, find, month_number
from briefing.dossier import Period
from briefing.numerals import Number, number_at, tokenise

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_OF_YEAR = re.compile(rf"(?<!\w){MONTH}\s+(?P<year>(?:19|20)\d\d)(?!\w)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:in|since|of|by|during)\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_STEPS = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0, "tomorrow": 1}
_LONG = {"week": 7, "month": 30, "year": 365}
_NO_NAME = "".join(f"(?<!{word} )" for word in ("super", "black", "cyber", "good", "easter", "holy", "bloody"))
"""What before a day makes it the name of another ("Super Tuesday")."""
_GAP = 2
"""So many characters at most stand between a weekday and its date."""
_WRONG = 400
_TURNS = {"last": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}

_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_UNTIL = re.compile(r"\s*(?:to|and|until|till|through|[-–])\s*", re.IGNORECASE)

_COMPARED = re.compile(
    r"(?<!later )(?<!earlier )(?<!sooner )\bthan\s+(?:(?:it|they|he|she) (?:was|were|did|had) )?$|\bcompared (?:with|to)\s+$",
    re.IGNORECASE,
)
"""What stands before a time that something is compared with."""

Reckoned = tuple[date, date]
"""First and last day."""


class Tense(IntEnum):
    """Where what is said lies, seen from the day the article appeared."""

    PAST = -1
    OPEN = 0
    AHEAD = 1


def period_in(text: str, published: str | None, tense: Tense = Tense.OPEN) -> Period | None:
    """Return the first date named in a text, if any; relative ones need the article's date and are marked as inferred.

    The `tense` tells which of two days is meant where a weekday, or a date without its year, could be either. "Since" a date is
    open at its end, and "from" one "to" another reaches from this to that. What something is only compared with ("dearer than in
    May") is not when it is.
    """
    found = _first_in(text, published, tense)
    while found is not None and _COMPARED.search(text[: text.index(found.text)]) and "ago" not in found.text:
        text = text.replace(found.text, "-" * len(found.text), 1)
        found = _first_in(text, published, tense)
    if found is None or found.first is None:
        return found
    start = text.index(found.text)
    if _SINCE.search(text[:start]) or found.text.lower().startswith("since"):
        return replace(found, last=None)
    until = _UNTIL.match(text, start + len(found.text)) if _FROM.search(text[:start]) else None
    end = _first_in(text[until.end() :], published, tense) if until is not None else None
    if until is None or end is None or end.last is None or not text.startswith(end.text, until.end()):
        return found
    words = text[start : until.end() + len(end.text)]
    return replace(found, text=words, last=end.last) if found.first <= end.last else found


def _first_in(text: str, published: str | None, tense: Tense) -> Period | None:
    whole = next((f for f in find(text) if f.year), None)
    if whole is not None and (day := whole.iso()):
        return Period(text[whole.start : whole.end], day, day)
    if match := _MONTH_OF_YEAR.search(text):
        first, last = _month(int(match["year"]), month_number(match["month"]))
        return Period(match[0], first.isoformat(), last.isoformat())
    return _reckoned(text, published, tense) or _year(text)


def _year(text: str) -> Period | None:
    match = _YEAR.search(text)
    return Period(match[0], f"{match[1]}-01-01", f"{match[1]}-12-31") if match else None


def _reckoned(text: str, published: str | None, tense: Tense) -> Period | None:
    """Return the first time in a text that one has to work out from the article's date; without it the words only."""
    matches = [(m, form) for pattern, form in _FORMS if (m := pattern.search(text))]
    matches = [(m, f) for m, f in matches if f is not _day_and_month or any(d.iso(2000) for d in find(m[0]))]
    if not matches:
        return None
    match, form = min(matches, key=lambda pair: (pair[0].start(), -pair[0].end()))
    begin = match.start()
    for other, fuller in matches:
        if (
            fuller is _day_and_month
            and match.start() < other.start() <= match.end() + _GAP
            and form in {_weekday, _month_alone}
        ):
            match, form = other, fuller
    try:
        first, last = form(match, date.fromisoformat((published or "")[:10]), tense)
    except (ValueError, OverflowError):
        return Period(text[begin : match.end()])
    return Period(text[begin : match.end()], first.isoformat(), last.isoformat(), inferred=True)


def _stepped(match: re.Match[str], day: date, _: Tense) -> Reckoned:
    found = day + timedelta(days=_STEPS[match[0].lower()])
    return found, found


def _weekday(match: re.Match[str], day: date, tense: Tense) -> Reckoned:
    wanted, turn = _DAYS.index(match["day"].lower()), (match["turn"] or "").lower()
    if turn == "next":
        found = day + timedelta(days=(wanted - day.weekday()) % 7 or 7)
    elif tense is Tense.AHEAD and turn != "last":
        found = day + timedelta(days=(wanted - day.weekday()) % 7)
    else:
        found = day - timedelta(days=(day.weekday() - wanted) % 7 or 7 * (turn == "last"))
    return found, found


def _weekend(match: re.Match[str], day: date, tense: Tense) -> Reckoned:
    """Return the Saturday and Sunday that lie nearest on the side of the tense."""
    ahead = tense is Tense.AHEAD or match[0].lower().startswith(("next", "coming"))
    saturday = day + timedelta(days=(5 - day.weekday()) % 7 if ahead else -((day.weekday() - 5) % 7))
    return saturday, saturday + timedelta(days=1)


def _stretch(match: re.Match[str], day: date, _: Tense) -> Reckoned:
    """Return the week, month or year before, of, or after the article's own."""
    turn, unit = _TURNS[match["turn"].lower()], match["unit"].lower()
    if unit == "year":
        return date(day.year + turn, 1, 1), date(day.year + turn, 12, 31)
    if unit == "month":
        months = day.year * 12 + day.month - 1 + turn
        return _month(months // 12, months % 12 + 1)
    monday = day + timedelta(days=7 * turn - day.weekday())
    return monday, monday + timedelta(days=6)


def _ago(match: re.Match[str], day: date, _: Tense) -> Reckoned:
    """Return the day so many days back; a longer unit is known only to within itself."""
    number = number_at(tokenise(match["count"]), 0)
    count = int(number.value) if isinstance(number, Number) else 1
    unit = match["unit"].lower()
    found = day - timedelta(days=count * _LONG.get(unit, 1))
    slack = timedelta(days=_LONG.get(unit, 0) // 2)
    return found - slack, found + slack


def _day_and_month(match: re.Match[str], day: date, tense: Tense) -> Reckoned:
    """Return a date without its year in the year that the tense and the article's date make likeliest."""
    found = next(iter(find(match[0])))
    days = [date.fromisoformat(iso) for year in (day.year - 1, day.year, day.year + 1) if (iso := found.iso(year))]
    likeliest = min(days, key=lambda d: _distance((d, d), day, tense))
    return likeliest, likeliest


def _days_of_month(match: re.Match[str], day: date, tense: Tense) -> Reckoned:
    """Return the days "from 10 to 30 August", in the likeliest year."""
    month, years = month_number(match["month"]), [day.year - 1, day.year, day.year + 1]
    spans = [(date(y, month, int(match["first"])), date(y, month, int(match["last"]))) for y in years]
    return min(spans, key=lambda span: _distance(span, day, tense))


def _month_alone(match: re.Match[str], day: date, tense: Tense) -> Reckoned:
    month = month_number(match["month"])
    months = [_month(year, month) for year in (day.year - 1, day.year, day.year + 1)]
    return min(months, key=lambda span: _distance(span, day, tense))


def _distance(first_and_last: Reckoned, day: date, tense: Tense) -> int:
    """Return how many days lie between a time and the article's day, many more where it is on the wrong side of the tense."""
    first, last = first_and_last
    wrong = first > day if tense is Tense.PAST else last < day and tense is Tense.AHEAD
    return abs((first - day).days + (last - day).days) // 2 + _WRONG * wrong


def _month(year: int, month: int) -> Reckoned:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, Tense], Reckoned]], ...] = tuple(
    (re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), form)
    for pattern, form in (
        ("|".join(_STEPS), _stepped),
        (rf"(?:(?P<turn>last|next|on|this)\s+)?{_NO_NAME}(?P<day>{'|'.join(_DAYS)})", _weekday),
        (rf"(?<!the )(?P<turn>{'|'.join(_TURNS)})\s+(?P<unit>week|month|year)", _stretch),
        (
            r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<unit>day|week|month|year)s?\s+ago",
            _ago,
        ),
        (r"(?:at|over|on|this|last|next|coming)\s+(?:the\s+)?(?:weekend)", _weekend),
        (
            rf"(?:from\s+|between\s+)?(?P<first>\d{{1,2}})\s*(?:to|and|until|[-–])\s*(?P<last>\d{{1,2}})\s+{MONTH}",
            _days_of_month,
        ),
        (
            rf"(?:from\s+|between\s+)?{MONTH}\s+(?P<first>\d{{1,2}})\s*(?:to|and|until|[-–])\s*(?P<last>\d{{1,2}})",
            _days_of_month,
        ),
        (rf"{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?", _day_and_month),
        (rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}", _day_and_month),
        (rf"(?:in|of|since|until|by|during|early|late|mid-)\s*{MONTH}", _month_alone),
    )
)
