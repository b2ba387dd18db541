"""Names of newsrooms: what looks like one, and which ones an article passes on."""

import re
from collections import Counter
from collections.abc import Iterable

_NEWSROOM_WORDS = frozenset(
    [
        "Advertiser",
        "Argus",
        "Beacon",
        "Bulletin",
        "Chronicle",
        "Correspondent",
        "Courant",
        "Courier",
        "Daily",
        "Dispatch",
        "Echo",
        "Examiner",
        "Express",
        "Gazette",
        "Globe",
        "Guardian",
        "Herald",
        "Independent",
        "Inquirer",
        "Journal",
        "Ledger",
        "Magazine",
        "Mail",
        "Mercury",
        "Messenger",
        "Mirror",
        "Monitor",
        "News",
        "Newsroom",
        "Newspaper",
        "Newswire",
        "Observer",
        "Packet",
        "Post",
        "Press",
        "Radio",
        "Record",
        "Register",
        "Reporter",
        "Review",
        "Sentinel",
        "Standard",
        "Star",
        "Statesman",
        "Sun",
        "Tablet",
        "Telegraph",
        "Television",
        "Times",
        "Tribune",
        "TV",
        "Weekly",
        "Wire",
        "Anzeiger",
        "Avisen",
        "Blad",
        "Bote",
        "Correo",
        "Corriere",
        "Dagblad",
        "Diario",
        "Diário",
        "Eco",
        "Faro",
        "Figaro",
        "Gazeta",
        "Gazzetta",
        "Giornale",
        "Heraldo",
        "Jornal",
        "Kurier",
        "Monde",
        "Morgen",
        "Mundo",
        "Nachrichten",
        "Nación",
        "Noviny",
        "Nacion",
        "Pais",
        "País",
        "Pregón",
        "Prensa",
        "Presse",
        "Repubblica",
        "Sentinelle",
        "Spiegel",
        "Stampa",
        "Tagblatt",
        "Tageblatt",
        "Tribuna",
        "Voz",
        "Warte",
        "Welt",
        "Zeit",
        "Zeitung",
    ]
)
_KNOWN_OUTLETS = frozenset(
    [
        "ABC",
        "AFP",
        "ANSA",
        "AP",
        "Axios",
        "BBC",
        "Bloomberg",
        "CBC",
        "CBS",
        "CNBC",
        "CNN",
        "DPA",
        "EFE",
        "ITV",
        "MSNBC",
        "NBC",
        "NHK",
        "NPR",
        "NYT",
        "PBS",
        "Politico",
        "RFI",
        "Reuters",
        "RIA",
        "TASS",
        "UPI",
        "WSJ",
        "Xinhua",
    ]
) | {"Al Jazeera", "The Atlantic", "The Economist", "The Hill", "The Intercept", "The New Yorker", "Associated Press"}
_FOREIGN_END = re.compile(r"(?:posten|bladet|blad|tidende|tidning|zeitung|avisen|blatt|blick)$", re.IGNORECASE)
_OF_ONE = re.compile(
    r"\b(?:Staff|Senior|Chief|Special|Our|Own|Political|Diplomatic|Foreign|Business|Economics|Crime|Court|Health|Education|Sports?|Science) (?:Reporter|Correspondent)$"
)
"""What a byline calls whoever wrote it."""
_SERVICE = frozenset({"Agency", "Service", "Services", "Online"})
_SAME = {
    "wsj": "wall street journal",
    "nyt": "new york times",
    "ap": "associated press",
    "afp": "agence france-presse",
    "ft": "financial times",
}

_CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:[\w&’'-]|\.(?=\w))*"
_ARTICLE = r"(?:(?:[Tt]he|Der|Die|Das|Il|La|Le|El|Los|Les) )?"
_NAME = rf"\b(?P<name>{_ARTICLE}{_CAPITAL}(?: (?:of|and|&|de|du|di|des) {_CAPITAL}| {_CAPITAL}){{0,5}})"
_REPORTED = r"(?:reports?|reported|writes|wrote|has (?:reported|learned|obtained|seen))"
_SAID = (
    r"(?:says|said|quotes|quoted|cites|cited|puts|prints|published|publishes|revealed|reveals|obtained|carries|leads)"
)
_CREDIT = (
    r"(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Qq]uoted by|[Rr]eported by|[Rr]eports? (?:by|from|in)|[Ss]tory in"
    r"|[Pp]ublished (?:by|in)|[Oo]btained by|[Ss]een by)"
)
_CREDITED_WORK = (
    r"(?:an? (?:new |recent |earlier )?(?:report|story|article|investigation) (?:from|by|in) )?(?:\w+day[’']s )?"
)
_STRONG = (
    re.compile(rf"{_NAME}(?:,? (?:also|first|earlier|which [^,.]{{1,60}},))? {_REPORTED}\b"),
    re.compile(rf"{_CREDIT} {_CREDITED_WORK}{_NAME}"),
)
_WEAK = (re.compile(rf"\b(?:told|tells|telling) {_NAME}"), re.compile(rf"{_NAME} (?:newsletter )?{_SAID}\b"))
_MARKS = re.compile(r"[*_]+")
_BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?:][\"”’)]*\s+|\n)[\"“‘(]?$")
_LEADING = re.compile(r"the\s+", re.IGNORECASE)


def key(name: str) -> str:
    """Return a name's key: article, case and possessive left off, well-known short forms written out."""
    bare = _LEADING.sub("", re.sub(r"[’']s$", "", " ".join(name.split())), count=1).lower()
    return _SAME.get(bare, bare)


def looks_like_outlet(name: str) -> bool:
    """Tell whether a name is a newsroom's: by its last word, or because it is well known."""
    words = [word.strip(".,’'") for word in _clean(name).split()]
    if not words or _OF_ONE.search(" ".join(words)):
        return False
    if " ".join(words) in _KNOWN_OUTLETS or words[-1] in _KNOWN_OUTLETS:
        return True
    if words[-1] in _SERVICE:
        return any(word in _NEWSROOM_WORDS for word in words[:-1])
    return words[-1] in _NEWSROOM_WORDS or bool(_FOREIGN_END.search(words[-1]))


def relayed(text: str, own: Iterable[str | None] = ()) -> tuple[str, ...]:
    """Return the outlets whose reporting a text passes on, as it names them, in order; its `own` names are left out.

    Being told something or saying something counts only for a full name (`The Ledger`, not `the Ledger`), or for a
    newsroom that the text also credits outright: an article says "told the Courier" of its own reporters.
    """
    text = _MARKS.sub("", text)
    named = [(m.start("name"), m["name"]) for pattern in _STRONG for m in pattern.finditer(text)]
    named += [
        (m.start("name"), m["name"])
        for pattern in _WEAK
        for m in pattern.finditer(text)
        if " " in key(m["name"])
        or (m["name"].startswith("The ") and not _BEFORE_A_SENTENCE.search(text[: m.start("name")][-8:]))
    ]
    mine = {key(name) for name in own if name}
    names = [_clean(name) for _, name in sorted(named)]
    return tuple(name for name in _longest_forms(filter(looks_like_outlet, names)) if not _is_own(key(name), mine))


def _clean(name: str) -> str:
    bare = re.sub(r"[’']s$", "", name).rstrip("’'-")
    return bare.removeprefix("the ")


def _is_own(name: str, mine: set[str]) -> bool:
    return any(name == m or m.endswith(" " + name) or m.startswith(name + " ") or name.endswith(" " + m) for m in mine)


def _longest_forms(names: Iterable[str]) -> list[str]:
    """Merge `the Ledger` into `The Carrick Ledger`; the first full form stays."""
    order = Counter[str]()
    form: dict[str, str] = {}
    for name in names:
        order[key(name)] += 1
        form.setdefault(key(name), name)
    return [
        form[k]
        for k in order
        if not any(other != k and (other.endswith(" " + k) or other.startswith(k + " ")) for other in order)
    ]
