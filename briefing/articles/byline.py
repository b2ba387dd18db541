"""The line that tells who wrote a text: what stands before his name in it, and behind."""

import re

from briefing.names import FULL, TITLE

_BEFORE_NAME = re.compile(
    r"^(?:(?:guest |weekly )?(?:column|comment|essay|opinion|analysis|viewpoint)[.:,]? by|(?:(?:story|reported|written|posted|interview|text|words|analysis) )?by"
    rf"|words|text|story|interview|(?:from )?our (?:own )?(?:\w+ )?correspondent|from our|from(?= {TITLE} ))\b\s*:?\s+",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\b(?:posted|written|reported) by (?P<author>[A-Z].*)")
_REPORTS_FROM = re.compile(r"^(?P<author>(?:[A-ZÀ-Þ][\w’'-]+ ){2,3})(?:reports?|writes?) (?:from|in)\b")
_ENDS_NAME = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)(?<!\bGen)(?<!\bCol)(?<!\bProf)(?<!\b[A-Z])\.\s|[;|·]\s|,| \| |\s+[-–—]\s+|\s+(?:Pictures|Photos|in|from|at)\b"
)
_BEHIND_NAME = re.compile(
    r"\s*(?:[·|•(]|\b(?:published|posted|updated|columnist|correspondent|reporter|guest|contributor|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\d).*",
    re.IGNORECASE,
)
_FOR_AN_OUTLET = re.compile(rf"(?P<who>{FULL}(?:(?:,| and) {FULL})*) for (?:the )?[A-ZÀ-Þ]")
_LONGEST = 16


def opens(line: str) -> bool:
    """Tell whether a line begins as bylines do ("By ...", "Interview: ...")."""
    return _BEFORE_NAME.match(line) is not None


def find(line: str) -> re.Match[str] | None:
    """Return the part of a short line with which it tells who wrote the text."""
    match = _BEFORE_NAME.match(line) or _INSIDE.search(line) or _REPORTS_FROM.match(line)
    return match if len(line.split()) <= _LONGEST else None


def author(line: str, found: re.Match[str]) -> str | None:
    """Return whom a byline names, if it is somebody."""
    named = found.groupdict().get("author") or line[found.end() :]
    if line.lower().startswith("interview"):
        named = named.partition(" with ")[0]
    name = _ENDS_NAME.split(named, maxsplit=1)[0].strip(" *_.")
    for_whom = _FOR_AN_OUTLET.match(name)
    name = for_whom["who"] if for_whom else name
    return name if name[:1].isupper() or name.startswith("our ") else None


def without_lead(line: str) -> str:
    """Return a line without what bylines have before the name."""
    return _BEFORE_NAME.sub("", line)


def without_role(line: str) -> str:
    """Return a byline without what stands before and behind the name."""
    return _BEHIND_NAME.sub("", without_lead(line))
