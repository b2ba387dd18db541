"""Names of newsrooms: what looks like one, and which ones an article passes on."""

import re
from collections import Counter
from collections.abc import Iterable

_NEWSROOM_WORDS = frozenset(
    "Advertiser Argus Beacon Bulletin Chronicle Correspondent Courant Courier Daily Dispatch Echo Examiner Express"
    " Gazette Globe Guardian Herald Independent Inquirer Journal Ledger Magazine Mail Mercury Messenger Mirror Monitor"
    " News Newsroom Newspaper Newswire Observer Packet Post Press Radio Record Register Reporter Review Sentinel"
    " Standard Star Statesman Sun Tablet Telegraph Television Times Tribune TV Weekly Wire"
    " Corriere Figaro Gazzetta Giornale Monde Morgen Mundo Nación Nacion Pais País Presse Prensa Repubblica Sentinelle"
    " Spiegel Stampa Tribuna Warte Welt Zeit".split()
)
_KNOWN_OUTLETS = frozenset(
    "ABC AFP ANSA AP Axios BBC Bloomberg CBC CBS CNBC CNN DPA EFE ITV MSNBC NBC NHK NPR NYT PBS Politico RFI Reuters"
    " RIA TASS UPI WSJ Xinhua".split()
) | {"Al Jazeera", "The Atlantic", "The Economist", "The Hill", "The Intercept", "The New Yorker", "Associated Press"}
_FOREIGN_END = re.compile(r"(?:posten|bladet|blad|tidende|tidning|zeitung|avisen|blatt|blick)$", re.IGNORECASE)
_SERVICE = frozenset({"Agency", "Service", "Services", "Online"})
_SAME = {
    "wsj": "wall street journal",
    "nyt": "new york times",
    "ap": "associated press",
    "afp": "agence france-presse",
    "ft": "financial times",
}

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w&’'.-]*"
_ARTICLE = r"(?:(?:[Tt]he|Der|Die|Das|Il|La|Le|El|Los|Les|De)\s+)?"
_NAME = rf"(?P<name>{_ARTICLE}{_CAPITAL}(?:\s+(?:of|and|&|de|du|di|des|the)\s+{_CAPITAL}|\s+{_CAPITAL}){{0,5}})"
_SAYING = r"(?:reports?|reported|writes|wrote|has (?:reported|learned)|says|said|revealed|quotes|quoted|cites|cited)"
_STRONG = (
    re.compile(rf"{_NAME}(?:,? (?:also|first|earlier))?\s+(?:reports|reported|writes|wrote|has reported)\b"),
    re.compile(
        r"(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Ff]irst reported by|[Rr]eported by|[Rr]eport (?:by|from|in)|[Ss]tory in|"
        rf"[Ii]nterview with|[Pp]ublished (?:by|in)|[Oo]btained by|[Ss]een by|[Rr]eporting by)\s+(?:a (?:new )?(?:report|story|article) (?:from|by|in) )?{_NAME}"
    ),
)
_WEAK = (
    re.compile(rf"\b(?:told|tells|telling)\s+{_NAME}"),
    re.compile(rf"{_NAME}\s+{_SAYING}\b"),
)
_LEADING = re.compile(r"the\s+", re.IGNORECASE)


def key(name: str) -> str:
    """Return a name's key: article, case and possessive left off, well-known short forms written out."""
    bare = _LEADING.sub("", re.sub(r"[’']s$", "", " ".join(name.split())), count=1).lower()
    return _SAME.get(bare, bare)


def looks_like_outlet(name: str) -> bool:
    """Tell whether a name is a newsroom's: by its last word, or because it is well known."""
    words = [word.strip(".,’'") for word in _clean(name).split()]
    if not words:
        return False
    if " ".join(words) in _KNOWN_OUTLETS or words[-1] in _KNOWN_OUTLETS:
        return True
    if words[-1] in _SERVICE:
        return any(word in _NEWSROOM_WORDS for word in words[:-1])
    return words[-1] in _NEWSROOM_WORDS or bool(_FOREIGN_END.search(words[-1]))


def relayed(text: str, own: Iterable[str | None] = ()) -> tuple[str, ...]:
    """Return the outlets whose reporting a text passes on, as it names them, in order; its `own` names are left out.

    Being told something or saying something counts only for a full name, or for a newsroom that the text also credits
    outright: an article says "told the Courier" of its own reporters.
    """
    strong = [(m.start("name"), m["name"]) for pattern in _STRONG for m in pattern.finditer(text)]
    weak = [(m.start("name"), m["name"]) for pattern in _WEAK for m in pattern.finditer(text)]
    named = sorted((at, _clean(name)) for at, name in strong if looks_like_outlet(_clean(name)))
    named += sorted((at, _clean(name)) for at, name in weak if looks_like_outlet(_clean(name)) and " " in key(_clean(name)))
    mine = {key(name) for name in own if name}
    return tuple(name for name in _longest_forms(n for _, n in sorted(named)) if not _is_own(key(name), mine))


def _clean(name: str) -> str:
    words = re.sub(r"[’']s$", "", name).rstrip(".’'-").split()
    return " ".join(words)


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
        form[k] for k in order if not any(other != k and (other.endswith(" " + k) or other.startswith(k + " ")) for other in order)
    ]
