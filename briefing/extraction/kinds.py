"""What an actor is, and whether something named is an actor at all."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from briefing.dossier import ActorType
from briefing.extraction import nations, renowned
from briefing.extraction.draft import FIRM, STATE, VESSEL
from briefing.extraction.naming import fold, given_gender, words

_TYPES = {
    "PERSON": ActorType.PERSON, "ORG": ActorType.ORGANIZATION, "GPE": ActorType.PLACE, "LOC": ActorType.PLACE,
    "FAC": ActorType.PLACE, "NORP": ActorType.GROUP, "OUTLET": ActorType.MEDIA, "AUTHOR": ActorType.PERSON, "ISSUER": ActorType.ORGANIZATION, STATE: ActorType.GOVERNMENT, VESSEL: ActorType.PLACE,
}  # fmt: skip
_NEWSROOM = re.compile(
    r"\b(?:times|post|journal|herald|news|agency|wire|tribune|observer|gazette|courier|mail|star|review|radio|tv|television|channel|"
    r"cnn|bbc|ap|afp|reuters|atlantic|guardian|bulletin|monitor|digest|press(?! (?:service|office))|morning|evening|fm|weekly|courant|examiner|telegraph|show|anzeiger|bote|tidende)\b"
)
_GOVERNMENT = re.compile(
    r"\b(?:government|ministry|department|administration|white house|kremlin|cabinet|parliament|congress|senate)\b"
)
_MOST_WORDS = 6
_SMALL = frozenset({"of", "and", "for", "in"})
_FULL = 3
"""Words of a person's name, at most."""
_NOBODY = frozenset(
    {"no", "not", "none", "neither", "nobody", "every", "each", "any", "that", "this", "whose", "which"}
)
"""What begins a description that is of nobody in particular."""
_UNTOLD = re.compile(
    r"^(?:(?:the|a|single|next|last|first|other|two|three) )?(?:\w+|\d+) of (?:them|whom|us|you|these|those)\b|"
    r"^(?:(?:single|next|last|first|two|three|many|several) )?(?:one|two|three|four|five|others?|several|many|most|some)$|"
    r"^(?:(?:the|most|many|some|few|only|other|others|all|both|so|any|a) )*"
    r"(?:few|third|half|quarter|people|readers?|subscribers?|others|sides?|everyone|everybody)(?: here| there| elsewhere)?$|^\w+ \d+$|"
    r"^(?:first|second|third|fourth|fifth|sixth|latter|last|next|other)$|^among |"
    r" (?:for|of|about|with|to|in|at|by|from|on|or|and)$|(?:^(?:his|her|its|their|our|my|your)|['’]s?) (?:own )?(?:country|nation)$",
    re.IGNORECASE,
)
"""Descriptions that tell nobody who is meant: "one of them", "most people", "next one", "party for"."""
_ACT = re.compile(
    r"(?<!deleg)(?<!popul)(?<!congreg)(?<!organis)(?<!organiz)(?<!corpor)(?<!\bst)(?<!gener)[acinopu]tions?$|"
    r"sions?$|ness$|ships?$|isms?$|ments?$|[b-df-hj-np-tv-z]{2}ings?$|ings$"
)
"""How words end that are for what is done, not for who does it."""
_LAWS = frozenset({"act", "bill"})
"""What a name that ends so is, whatever it is of ("Freedom of Information Act")."""
_BEHIND = re.compile(
    r" (?:of|in|for|at|that|who|with|from|to|by|on|about|among|between|under|near|during|outside) |,(?!\d)|"
    r" (?:there|here|itself|himself|herself|themselves)\b"
)
"""What begins the words behind the one that a description hangs on."""
_JUNK = re.compile(
    r"^[\W\d]|\d[-–]\d|\b(?:standard|daylight) time$|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine) in \d+\b|\bworld war\b|\d.*(?:million|billion|thousand)|(?:million|billion|percent)\b|^[a-z]$|@|https?:|^(?:q|a|fig)$"
)
"""What is taken for a name now and then but is a figure, a letter or an address."""


def is_worth(key: str, name: str, forms: Iterable[str], *, is_name: bool) -> bool:
    """Tell whether what goes under a key, by a name and in these forms, is an actor rather than a thing, a fragment or a figure."""
    folded = fold(name).split()
    if not folded or _JUNK.search(name.lower()) or all(nations.is_adjective(fold(form)) for form in forms):
        return False
    if not is_name:
        if name.split(maxsplit=1)[0].lower() in _NOBODY or _UNTOLD.search(name):
            return False
        return len(key.split()) <= 2 * _MOST_WORDS and not any(map(_is_lifeless, _head(fold(name))))
    own = {re.split(r" (?:of|for) ", fold(name))[0].split()[-1], *(folded[-1:] if folded[-1] in _LAWS else [])}
    if own & words("things", "matters") or (len(folded) == 1 and folded[0] in words("fragments")):
        return False
    long = sum(word not in _SMALL for word in folded) > _MOST_WORDS
    return any(c.isupper() for c in name) and len(name) > 1 and not long


def is_body(description: str) -> bool:
    """Tell whether a description is of a body, an armed group or people of a country, rather than of somebody."""
    return _described(fold(description)) is not ActorType.UNNAMED


def type_of(name: str, labels: Mapping[str, int], *, is_name: bool) -> ActorType:
    """Return what goes by a name: what its words settle, else what most of its mentions' labels say."""
    low = fold(name)
    if not is_name:
        return _described(low)
    if nations.government(low) or _GOVERNMENT.search(low):
        return ActorType.GOVERNMENT
    if nations.country(low):
        return ActorType.GOVERNMENT if labels.get(STATE) else ActorType.PLACE
    if (known := ActorType.GROUP if nations.is_people(low) else renowned.type_of(low)) is not None:
        return known
    votes: Counter[ActorType] = Counter()
    for label, count in labels.items():
        votes[_TYPES.get(label, ActorType.ORGANIZATION)] += count
    voted = max(sorted(votes), key=votes.__getitem__, default=ActorType.ORGANIZATION)
    tied = voted is ActorType.ORGANIZATION and votes[ActorType.PERSON] >= votes[voted]
    if tied and 1 < len(low.split()) <= _FULL and " of " not in low:
        voted = ActorType.PERSON
    if not labels.get("ISSUER") and _NEWSROOM.search(low) and (voted is not ActorType.PERSON or len(low.split()) > 1):
        return ActorType.MEDIA
    firm = voted in {ActorType.PERSON, ActorType.PLACE} and (
        bool(labels.get(FIRM)) or _is_firm(low, named_for=voted is ActorType.PLACE)
    )
    return ActorType.ORGANIZATION if firm else voted


def _is_firm(low: str, *, named_for: bool) -> bool:
    """Tell whether a folded name of several words ends as a firm's and begins with no first name; or as a body's, unless a place is `named_for` it."""
    *before, last = low.split() or [""]
    kinds = words("ventures", "firms") | (frozenset() if named_for else words("bodies"))
    return bool(before) and last in kinds and not given_gender(low)


def _described(low: str) -> ActorType:
    """Return what a description describes, by its head: a ministry and the police are bodies, whatever the article calls them."""
    head = _head(low)
    if set(head) & words("armed"):
        return ActorType.ARMED_GROUP
    if set(head) & words("forces") and nations.country(low.split(maxsplit=1)[0]):
        return ActorType.GROUP
    if not set(head) & words("bodies"):
        return ActorType.UNNAMED
    return ActorType.GOVERNMENT if _GOVERNMENT.search(head[0]) else ActorType.ORGANIZATION


def _is_lifeless(word: str) -> bool:
    """Tell whether a word is for a thing or an act, by the lexicon or by how it ends ("examination"), and for no body."""
    body = words("bodies", "companies", "groups", "forces", "outlets")
    return word in words("abstracts", "evidence", "matters") or (_ACT.search(word) is not None and word not in body)


def _head(low: str) -> list[str]:
    """Return the word that a folded description hangs on, if it has one."""
    return _BEHIND.split(low)[0].split()[-1:]
