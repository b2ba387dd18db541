"""The place, date and agency before the first words of a report: `KELM, Ardhan, June 9 (NNA) -`."""

import re

from msgspec import Struct

from briefing import dates

_PLACE = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'-]+){0,4}"
_REGION = r"(?:,\s*[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})"
_DAY = r"(?:,?\s*(?P<day>(?:\d{1,2}\.? )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?))"
_AGENCY = r"\s*\((?P<agency>(?!(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Hon)\b)[A-Z][\w& .’'/-]{1,40})\)"
_DASH = r"\s*(?:—|–|--|-|:)\s+"
_DATELINE = re.compile(
    rf"(?:(?P<outlet>[A-Z][A-Z &.]{{1,40}})\s+[-–—]\s+)?(?P<place>{_PLACE}){_REGION}{{0,2}}{_DAY}?(?:{_AGENCY})?{_DASH}"
)
_BOLD = re.compile(rf"\*\*(?P<place>{_PLACE}){_REGION}?{_DAY}?(?:{_AGENCY})?(?:{_DASH})?\*\*(?:{_DASH})?[^\S\n]*(?!\n)")
_NO_TOWN = r"(?!(?:On|In|At|By|From|Since|Until|After|Before|Around|Early|Late|About|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
_TOWN = rf"{_NO_TOWN}(?:[A-ZÀ-Þ][a-zß-ÿ’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){{0,3}}|{_PLACE})"
_ON = r"(?:\d{1,2}\.? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{2,4})?"
_TOWN_AND_AGENCY = re.compile(
    rf"(?P<place>{_TOWN}){_REGION}?(?:,? (?:{_ON}|\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{2,4}}))?\s*\((?P<agency>[A-Z][A-Za-z]{{1,15}})\)\.?{_DASH}"
)
_TOWN_AND_DAY = re.compile(rf"(?P<place>{_TOWN}){_REGION}?, {_ON}(?:{_DASH}|\. )(?=[“\"A-ZÀ-Þ])")
"""A place not written in capitals, which needs a date or an agency behind it."""
_AGENCY_ONLY = re.compile(rf"\((?P<agency>[A-Z][\w& .’'/-]{{1,40}})\){_DASH}")


class Dateline(Struct, frozen=True):
    """Where a dateline ends, and what it states."""

    end: int
    agency: str | None
    date: dates.Found | None


def find(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline at the start of a paragraph, if it has one."""
    head = text[start : min(end, start + 160)]
    forms = (_BOLD, _DATELINE, _TOWN_AND_AGENCY, _TOWN_AND_DAY, _AGENCY_ONLY)
    match = next((m for form in forms if (m := form.match(head))), None)
    if not match or match.end() >= end - start:
        return None
    parts = match.groupdict()
    found = next(dates.find(match[0]), None)
    agency = parts.get("agency") or parts.get("outlet")
    if not (found or agency or _stands_alone(match)):
        return None
    return Dateline(start + match.end(), agency, found)


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell whether a bare place will do: it needs a dash after it; `UPDATE: ` or `WSJ - ` would do for too much else."""
    return match.re is _BOLD or (
        any(dash in match[0] for dash in "—–") and len(match.groupdict().get("place") or "") > 3
    )
