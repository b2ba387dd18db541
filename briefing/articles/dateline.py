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
_NO_TOWN = (
    r"(?!(?:On|In|At|By|From|Since|Until|After|Before|Around|Early|Late|About|Today|Yesterday|Tomorrow|Last|Next|This|Updated|Published"
    r"|Posted|Dear|Good|Christmas|New Year|Easter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)
_TOWN = rf"{_NO_TOWN}[A-ZÀ-Þ][a-zß-ÿ’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+){{0,3}}"
_ON = r"(?:\d{1,2}\.? [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?=\d{2}))(?:,? ?\d{2,4})?"
_AGENCIES = r"AFP|AP|EFE|ANSA|dpa|DPA|Reuters|TASS|Xinhua|Interfax|UPI|PTI|ANI|IANS|IRNA|SANA|WAFA|WAM|KUNA|SPA|Lusa|LUSA|PAP|CTK|MTI|Kyodo|Yonhap|KCNA|SUNA|MENA|Anadolu|Bernama|Antara|NAN"
_TOWN_AND_AGENCY = re.compile(
    rf"(?P<place>{_TOWN}){_REGION}?(?:,? {_ON}\s*\((?P<agency>[A-Z][A-Za-z]{{1,15}})\)|\s*\((?P<known>{_AGENCIES})\))\.?\s*(?:—|–|--|-)\s+"
)
"""A place not in capitals, with a day and an agency behind it, or with a well-known agency."""
_TOWN_AND_DAY = re.compile(
    rf"(?:(?P<place>{_TOWN}){_REGION}?, {_ON}\s*(?:—|–|--|-)\s+|{_NO_TOWN}{_PLACE}{_REGION}?, {_ON}\. )(?=[“\"A-ZÀ-Þ])"
)
"""A place with a day and a dash behind it, or one in capitals with a day and a full stop."""
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
    agency = parts.get("agency") or parts.get("known") or parts.get("outlet")
    if not (found or agency or _stands_alone(match)):
        return None
    return Dateline(start + match.end(), agency, found)


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell whether a bare place will do: it needs a dash after it; `UPDATE: ` or `WSJ - ` would do for too much else."""
    return match.re is _BOLD or (
        any(dash in match[0] for dash in "—–") and len(match.groupdict().get("place") or "") > 3
    )
