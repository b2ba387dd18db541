"""Names of bodies - ministries, firms, clubs, unions, courts - and what looks like one but names none."""

import re
from collections.abc import Sequence

from briefing.articles import outlets

_PLAIN = (
    r"ministry|department|directorate|secretariat|presidency|embassy|office|inspectorate|authority|commission|council|board|police"
    r"|trust|federation|confederation|union|association|alliance|fund|foundation|mission|tribunal|plc|ltd|limited|inc|corporation|company|ag|gmbh|holdings?"
)
"""Words for a body that puts out nothing but its own word."""
_OFFICE = rf"{_PLAIN}|consulate|agency|bureau|government|service|hospital|infirmary|institute|university"
"""Words for a body that are nobody's surname."""
_WORDS = (
    r"academy|administration|airlines?|airports?|airways|archdiocese|archives?|armed forces|army|assembly"
    r"|bank|bishops|brigade|brotherhood|chamber|chancellery|charity|church|clinic|club|coalition|college"
    r"|command|committee|confederation|conference|congregation|congress|constabulary|court|customs|diocese|directorate general|exchange"
    r"|fellowship|fire service|general staff|geologists|joint staff|group|guard|guild|headquarters|hospitals|household|initiative|institution|laborator(?:y|ies)|league|library|lottery"
    r"|ministries|movement|museum|navy|network|operator|organi[sz]ation|parish|parliament|party|patriarchate|pharma\w*|prosecutor\w*|railways?|registry|regulator|school"
    r"|senate|services|society|staff|surgery|syndicate|synod|theatre|utility|works|front|movement|institution|(?:town|city|borough|municipality|county) of|family of"
)
_FORMS = r"plc|ltd|limited|inc|incorporated|corp|co|ag|gmbh|holdings?|s\.?p\.?a|s\.?a|s\.?e|a\.?s|asa|oyj|n\.?v|b\.?v|a/s|k\.?k|kgaa|llc|llp|pty|bhd|f\.?c|a\.?f\.?c|c\.?f|r\.?c|s\.?c"
"""What firms and clubs write behind their names."""
_BODY = re.compile(rf"\b(?:{_OFFICE}|{_WORDS})\b", re.IGNORECASE)
_SPEAKS = re.compile(rf"\b(?:{_PLAIN}|border guard|bank|club|operators|court)\b", re.IGNORECASE)
_FORM = re.compile(rf"(?<=[\w.),] )(?:{_FORMS})(?=$|\W)\.?", re.IGNORECASE)
_ISSUES = re.compile(
    rf"(?:the )?(?:(?:{_OFFICE})(?: (?:of|for)\b.*)?|(?:[\w’'-]+ ){{1,6}}(?:{_OFFICE})|(?:[\w’'-]+ ){{2,6}}(?:bank|court|club))(?:,.*)?",
    re.IGNORECASE,
)
"""Who wrote a text in the name of a body; a bank and a court may be somebody's surname."""
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "at", "to", "de", "del", "di", "du", "von", "y", "&"})
_ADDED = re.compile(r"\s*\([^)]*\)?$|^the (?=\S+ )|,? (?:s\.p\.a|s\.a|a\.s|n\.v)\.?$", re.IGNORECASE)
"""What a name is told with and is not of it."""
_PARTS = re.compile(r"\s*[|·•—»]\s*|\s+/\s+|\s+[-–]+\s+|: +|\s{3,}|\t")
_ROOM = re.compile(
    r"^(?:the )?(?:republic|kingdom|government|state|federal republic|commonwealth) of\b|^(?:the )?(?:office of the (?:director|president|secretary|chief|head|governor|principal|spokes\w+)\b|(?:press|media|news|public relations|public affairs|communications?|(?:central|head)(?= office)) "
    r"|(?:department|directorate|office|division) of (?:public|press|information|communications?)|palace of|minister[’']s office|director[’']s office)|\b(?:division|unit|section|branch|building|(?:press|media) (?:office|bureau|service|desk))$",
    re.IGNORECASE,
)
"""Whose land, which room of the house: not who writes."""
_NEWSROOM = re.compile(
    r"\b(?:editor\w*|news\w*|press association|media|wire|digest|newsletter|letter)\b", re.IGNORECASE
)
_LONGEST = 14


def has_word(name: str) -> bool:
    """Tell whether a name has a word that only names of bodies have, or a firm's form behind it."""
    return " " in name.strip() and bool(_BODY.search(name) or _FORM.search(name))


def is_plain(name: str) -> bool:
    """Tell whether a publisher is a body that publishes nothing but what it says itself."""
    return _SPEAKS.search(name) is not None


def is_newsroom(name: str) -> bool:
    """Tell whether a name is that of a newsroom."""
    name = _ADDED.sub("", name)
    return outlets.looks_like_outlet(name.title() if name.isupper() else name) or _NEWSROOM.search(name) is not None


def is_room(name: str) -> bool:
    """Tell whether a line names the land, or the room of the house, rather than who writes."""
    return bool(_ROOM.search(name))


def is_name(words: str) -> bool:
    """Tell whether words are written as a name is, each but small ones with a capital."""
    parts = words.split()
    return (
        1 < len(parts) <= _LONGEST
        and all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in parts)
        and parts[0][0].isupper()
    )


def bare(name: str) -> str:
    """Return a name without an article, a short form in brackets, or a foreign firm's form."""
    previous = ""
    name = name.strip(' .,*_#`>†"')
    while previous != name:
        previous, name = name, _ADDED.sub("", name).strip(" .,")
    return name


def parts(line: str) -> Sequence[str]:
    """Return what a line consists of that may be a name each: "National Archives | File mark 3"."""
    return [part for part in _PARTS.split(line) if part]


def in_line(line: str) -> str | None:
    """Return the body whose name is a line or a part of one."""
    for part in parts(line):
        name = bare(part)
        if is_name(name) and has_word(part.strip(" .")) and not is_room(name) and not is_newsroom(name):
            return name
    return None


def is_issuer(author: str) -> bool:
    """Tell whether who is said to have written a text is an institution ("Ministry of Defence", "Road Vehicle Agency"), and no newsroom."""
    name = author.partition(",")[0]
    return not is_newsroom(name) and _ISSUES.fullmatch(author.strip()) is not None
