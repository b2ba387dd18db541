"""Names of bodies - ministries, firms, clubs, unions, courts - and what looks like one but names none."""

import re
from collections.abc import Sequence

from briefing.articles import outlets

_PLAIN = (
    r"ministry|department|directorate|secretariat|presidency|embassy|office|inspectorate|authority|commission|council|board|police"
    r"|trust|federation|confederation|union|association|alliance|fund|foundation|mission|tribunal|ltd|limited|inc|corporation|company|plc|ag|gmbh|holdings?"
)
"""Words for a body that puts out nothing but its own word."""
_OFFICE = rf"{_PLAIN}|consulate|agency|bureau|government|service|hospital|infirmary|institute|university"
"""Words for a body that are nobody's surname."""
_WORDS = (
    r"academy|administration|airlines?|airports?|airways|archdiocese|archives?|armed forces|army|assembly"
    r"|bank|bishops|brigade|brotherhood|chamber|chancellery|charity|church|clinic|club|coalition|college|co-?operative"
    r"|command|committee|conference|congregation|congress|constabulary|court|customs|diocese|exchange"
    r"|fellowship|fire service|group|guard|guild|headquarters|hospitals|household|initiative|institution|laborator(?:y|ies)|league|library|lottery"
    r"|ministries|movement|museum|navy|network|operator|organi[sz]ation|parish|parliament|party|patriarchate|pharma\w*|prosecutor\w*|railways?|registry|regulator|school"
    r"|senate|services|society|staff|surgery|syndicate|synod|theatre|utility|works|front|(?:town|city|borough|municipality|county) of|family of"
    r"|(?:brothers|citizens|doctors|engineers|farmers|friends|journalists|lawyers|mothers|parents|physicians|scientists|sisters|students|teachers|veterans|women|workers) (?:of|for|without|against)"
)
_FORMS = (
    r"plc|PLC|Plc|Ltd|LTD|Limited|LIMITED|Inc|INC|Incorporated|Corp|CORP|Co|CO|AG|GmbH|GMBH|Holdings?|HOLDINGS?|S\.?p\.?A|SPA|S\.?A|S\.?E|A\.S|ASA|Oyj|OYJ|N\.?V|B\.?V|A/S|K\.?K|KGaA|LLC|LLP"
    r"|Pty|Bhd|F\.?C|A\.?F\.?C|C\.?F|R\.?C|S\.?C"
)
"""What firms and clubs write behind their names."""
_BODY = re.compile(rf"\b(?:{_OFFICE}|{_WORDS})\b", re.IGNORECASE)
_TRADE = re.compile(
    r"\b(?:biotech|brewery|brewing|electric|electronics|energy|ferries|foods|hotels|industries|insurance|labs|logistics|mining|motors?|shipping|steel|systems|technologies|telecom|therapeutics)$",
    re.IGNORECASE,
)
"""What a firm deals in, at the end of its name."""
_ENDS = re.compile(
    rf"^(?:{_OFFICE}|{_WORDS})\b|\b(?:{_OFFICE}|{_WORDS})(?=$|,| (?:of|for|in|at|on|and)\b| \d)", re.IGNORECASE
)
"""The word for what it is begins or ends the name of a body, or stands before what it is of."""
_SPEAKS = re.compile(rf"\b(?:{_PLAIN}|border guard|bank|club|operators|court)\b", re.IGNORECASE)
_FORM = re.compile(rf"(?<=[\w.),&] )(?:{_FORMS})\.?(?=$|[,(]| \()")
_ISSUES = re.compile(
    rf"(?:the )?(?:(?:{_OFFICE})(?: (?:of|for)\b.*)?|(?:[\w’'-]+ ){{1,6}}(?:{_OFFICE})|(?:[\w’'-]+ ){{2,6}}(?:bank|court|club))(?:,.*)?",
    re.IGNORECASE,
)
"""Who wrote a text in the name of a body; a bank and a court may be somebody's surname."""
_A_FORM = re.compile(rf"(?:{_FORMS})\.?")
_SMALL = frozenset({"of", "for", "the", "and", "on", "in", "at", "to", "de", "del", "di", "du", "von", "y", "&"})
_ADDED = re.compile(r",.*\d.*$|\s*\([^)]*\)?$|^the (?=\S+ )|,? (?:s\.p\.a|s\.a|a\.s|n\.v)\.?$", re.IGNORECASE)
"""What a name is told with and is not of it."""
_PARTS = re.compile(r"\s*(?:[|·•—»\[\]]|::)\s*|\s+/\s+|\s+[-–]+\s+|: +|\s{3,}|\t")
_ROOM = re.compile(
    r"^(?:the )?(?:republic|kingdom|government|state|federal republic|commonwealth) of\b|^(?:the )?(?:office of the (?:director|president|secretary|chief|head|governor|principal|spokes\w+)\b|(?:press|media|news|public relations|public affairs|communications?|(?:central|head)(?= office)) "
    r"|(?:department|directorate|office|division) of (?:public|press|information|communications?)|palace of|minister[’']s office|director[’']s office)|\b(?:division|unit|section|branch|building|(?:press|media) (?:office|bureau|service|desk))$",
    re.IGNORECASE,
)
"""Whose land, which room of the house: not who writes."""
_DEPARTMENT = re.compile(
    r"\b(?:department|directorate|division|office|secretariat|service|bureau|team)$", re.IGNORECASE
)
_NEWSROOM = re.compile(
    r"\b(?:editor\w*|news\w*|press association|media|wire|digest|newsletter|letter)\b", re.IGNORECASE
)
_LONGEST = 14
_NO_NAME = re.compile(
    r"[:;?!“”\"]|\b(?:as|to|over|after|with|from|by|his|her|its|is|are|no)\b|\b(?:on|in|at)\b(?! (?:the )?[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?$)",
    re.IGNORECASE,
)
"""What headlines have and names of bodies have not."""


def has_word(name: str) -> bool:
    """Tell whether a name has a word that only names of bodies have, or a firm's form behind it."""
    name = name.strip()
    return " " in name.removeprefix("The ") and bool(_BODY.search(name) or _FORM.search(name) or _TRADE.search(name))


def is_firm(name: str) -> bool:
    """Tell whether a name ends in what firms write behind theirs ("Alder Works SA")."""
    return _FORM.search(name) is not None


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


def is_room_of(first: str, rest: str) -> bool:
    """Tell whether the first part of a name is but a room of the house that the rest names ("Currency Department, Bank of Alder")."""
    return is_room(first) or (_DEPARTMENT.search(first) is not None and has_word(rest))


def is_name(words: str) -> bool:
    """Tell whether words are written as a name is, each but small ones with a capital."""
    parts = words.split()
    return (
        1 < len(parts) <= _LONGEST
        and all(w[0].isupper() or w[0].isdigit() or w in _SMALL or _A_FORM.fullmatch(w) for w in parts)
        and parts[0][0].isupper()
    )


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name by which a body may call itself ("the Ministry")."""
    return tuple(match[0] for match in _BODY.finditer(name))


def bare(name: str) -> str:
    """Return a name without an article, a short form in brackets, or a foreign firm's form."""
    previous = ""
    name = name.strip(' .,*_#`>†"')
    while previous != name:
        previous, name = name, _ADDED.sub("", name).strip(" .,")
    return name


def is_letterhead(line: str) -> bool:
    """Tell whether a whole line is but the name of a body, and no headline."""
    name = bare(line)
    is_body = _ENDS.search(name) or _FORM.search(line) or _TRADE.search(name)
    return bool(is_body) and is_name(name) and not (_NO_NAME.search(name) or is_newsroom(name))


def parts(line: str) -> Sequence[str]:
    """Return what a line consists of that may be a name each: "National Archives | File mark 3"."""
    return [part for part in _PARTS.split(line) if part]


def in_line(line: str) -> str | None:
    """Return the body whose name is a line or a part of one."""
    for part in parts(line):
        name = bare(part)
        if is_name(name) and (has_word(name) or _FORM.search(part)) and not is_room(name) and not is_newsroom(name):
            return name
    return None


def is_issuer(author: str) -> bool:
    """Tell whether who is said to have written a text is an institution ("Ministry of Defence", "Road Vehicle Agency"), and no newsroom."""
    name = author.partition(",")[0]
    return not is_newsroom(name) and _ISSUES.fullmatch(author.strip()) is not None
