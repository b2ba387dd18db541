"""What an article's names tell together: which are one, what their bearers are, before any of them is met in its place."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.extraction import renowned
from briefing.extraction.draft import FIRM, THING, VESSEL
from briefing.extraction.mentions import AGENT, Mention
from briefing.extraction.naming import fold, given_gender, words
from briefing.extraction.syntax import is_credited

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WHERE = frozenset({"in", "at", "near", "outside", "around", "across", "inside"})
"""What stands before a place."""
_NEXT_TO_US = frozenset({"neighbouring", "neighboring"})
_DEMONYMS = re.compile(r"(?:n|an|ian|ean|ese|ish|er|i|ic)s?$")
"""How the word for what comes from a place goes on where the name ends, its last vowels left out."""
_DATELINE = re.compile(r"^(?P<place>[A-Z][A-Z '’-]{2,30})(?:, (?P<land>[A-Z][^,.()/\d]{2,30}?))?(?:, \d|,? \()")
"""What begins a report from somewhere ("SANTA VESPRA, Ordesia, 19 October 2026 (Borealis News)")."""
_GENERIC = frozenset(
    [
        "president",
        "vice",
        "minister",
        "bank",
        "party",
        "company",
        "government",
        "university",
        "states",
        "council",
        "city",
    ]
)
"""Last words of names that are no surnames."""
_SHORT_FORM = re.compile(r"[A-Z][A-Za-z&]{0,7}[A-Z]")
_APART = frozenset({"ADP", "VERB", "AUX", "SCONJ", "ADV", "CCONJ"})
_SURE = 2
"""What a title, a role, an age or a place word weighs beside one label of the entity recogniser."""
_GROWN, _OLDEST = 15, 105
"""Between these are the ages that a number behind somebody's occupation tells."""
_LONGEST = 4
_SHORTEST = 4
"""So many letters of a place's name are in the word for what comes from it."""


class KnownNames:
    """The names of an article, folded, with the owners of surnames and acronyms and a vote on what each is."""

    def __init__(self) -> None:
        self._owners: defaultdict[str, set[str]] = defaultdict(set)
        self._labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._lands: set[str] = set()
        self._order: dict[str, int] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._labels

    def gather(self, docs: Iterable["Doc"], named: Iterable[Iterable[Mention]]) -> None:
        """Note every full name and how it is labelled, so that a surname or an acronym can be given to its owner wherever it stands."""
        origins: set[str] = set()
        for doc, found in zip(docs, named, strict=True):
            origins |= {
                fold(t.text) for t in doc if t.ent_type_ == "NORP" or (t.pos_ == "ADJ" and t.text[:1].isupper())
            }
            for mention in found:
                self._order.setdefault(mention.key, len(self._order))
                self._judge(mention)
                self._own(mention)
                if short := _short_form_behind(mention):
                    self.add_short(short, mention.key)
            dateline = _DATELINE.match(doc.text)
            for place in filter(None, dateline.groups() if dateline else ()):
                if fold(place) in self._labels:
                    self._labels[fold(place)]["GPE"] += _SURE
        origin_of = places_of(origins, self._labels)
        for key in origin_of:
            self._labels[key]["GPE"] += 2 * _SURE
        self._lands |= origin_of

    def add_person(self, key: str) -> None:
        """Note a person's full name."""
        self._owners[key.rsplit(maxsplit=1)[-1]].add(key)

    def add_short(self, short: str, key: str) -> None:
        """Note that a word stands for a name throughout the article."""
        self._owners[short] = {key}

    def home(self, key: str) -> str:
        """Return the full name that a surname or an acronym stands for; a place is short for nobody but a person.

        It is the only one, or the only person who had been named when the surname was first used by itself.
        """
        owners = self._owners.get(key, set()) if " " not in key else set()
        if key in self._lands or self.vote(key) == "GPE":
            firms = {owner for owner in owners if owner.partition(" ")[0] in words("before_firms")}
            owners = {owner for owner in owners if self.vote(owner) == "PERSON"} | firms
        if len(owners) > 1 and key in self._order and all(self.vote(owner) == "PERSON" for owner in owners):
            owners = {owner for owner in owners if self._order.get(owner, self._order[key]) < self._order[key]}
        return next(iter(owners)) if len(owners) == 1 else key

    def vote(self, key: str) -> str:
        """Return the label of a name; a person's where a fair share says so, since the recogniser takes surnames for bodies."""
        votes = self._labels.get(key)
        if not votes:
            return ""
        if votes[FIRM] and not self._owners.get(key):
            return FIRM
        best = max(sorted(votes.keys() - {FIRM}), key=votes.__getitem__, default="")
        share = 0.34 if " " not in key else 0.5
        if is_body(key):
            return best
        return "PERSON" if best == "ORG" and votes["PERSON"] and votes["PERSON"] >= share * votes[best] else best

    def _judge(self, mention: Mention) -> None:
        votes = self._labels[mention.key]
        if mention.label:
            votes["ORG" if mention.label == "PERSON" and mention.is_after_the else mention.label] += 1
        if thing := thing_of_name(mention):
            votes[thing] += 2 * _SURE
        root, parts = mention.span.root, mention.text.split()
        aged = any(c.dep_ == "appos" and (c.like_num or _is_of_age(c)) for c in root.children)
        who = any(g.lower_ == "who" for c in root.children if c.dep_ == "relcl" for g in c.children)
        kind, body = kind_of_role(mention.role), is_body(mention.key)
        if kind in {"ORG", "GPE"} and (who or not _is_beside(mention)):
            kind = ""
        speaks = not mention.label and kind not in {"ORG", "GPE"} and len(parts) in {2, 3} and is_credited(root)
        if (
            not body
            and len(parts) < _LONGEST
            and (
                mention.gender
                or mention.is_titled
                or kind == "PERSON"
                or aged
                or mention.is_signed
                or mention.is_given
                or who
                or ((speaks or given_gender(mention.key)) and not mention.is_after_the)
                or (len(parts) in {2, 3} and not mention.is_after_the and _goes_on_as_person(root))
            )
        ):
            votes["PERSON"] += _SURE
        if body or kind in {"ORG", "GPE"}:
            votes["ORG" if body else kind] += 2 * _SURE
        owns = root.dep_ == "poss" and root.head.lower_ in words("firms_have")
        said_to_be = kind == "ORG" or owns or _is_called_a_body(mention)
        if said_to_be and len(parts) == 1 and mention.label in {"PERSON", "ORG", ""} and not mention.gender:
            votes[FIRM] += 2 * _SURE
        seated = _is_of_a_place(root)
        if seated:
            self._lands.add(mention.key)
        if (
            seated
            or (root.dep_ == "pobj" and root.head.lower_ in _WHERE)
            or _is_from(mention)
            or mention.word_before.lower() in _NEXT_TO_US
            or mention.key.rpartition(" ")[2] in words("places")
            or (mention.key.partition(" ")[0] in words("before_places") and mention.label != "NORP")
        ):
            votes["GPE"] += _SURE

    def _own(self, mention: Mention) -> None:
        parts = mention.key.split()
        if len(parts) < 2 or not mention.label:
            return
        if (
            mention.label in {"PERSON", "ORG"}
            and len(parts) <= _LONGEST
            and parts[-1] not in _GENERIC
            and not set(parts) & (_WHERE | {"of", "for"})
            and parts[0] not in words("around")
        ):
            self._owners[parts[-1]].add(mention.key)
        if len(parts) == 2 and parts[1] in (words("ventures", "firms")) - {"air"}:
            self._owners[parts[0]].add(mention.key)
        if mention.label != "PERSON":
            initials = "".join(p[0] for p in mention.text.split() if p[0].isupper()).casefold()
            self._owners[initials].add(mention.key)


def _short_form_behind(mention: Mention) -> str:
    """Return the short form, folded, that stands in brackets behind a body's name of several words, whatever its letters ("Finansinspektionen (FI)"); "" if none does."""
    behind = mention.span.doc[mention.span.end : mention.span.end + 3]
    if len(behind) < 3 or mention.label not in {"", "ORG"} or (behind[0].text, behind[2].text) != ("(", ")"):
        return ""
    return fold(behind[1].text) if _SHORT_FORM.fullmatch(behind[1].text) else ""


def _goes_on_as_person(root: "Token") -> bool:
    """Tell whether a sentence is about a name, and the next begins with "he" or "she"."""
    after = root.doc[root.sent.end : root.sent.end + 1]
    return root.dep_ == "nsubj" and root.head.dep_ == "ROOT" and any(t.lower_ in {"he", "she"} for t in after)


def _is_of_age(noun: "Token") -> bool:
    """Tell whether a word is for somebody whose age it tells ("a carrier of 61")."""
    of = (c for c in noun.children if c.lower_ == "of" and noun.lower_ not in words("bodies"))
    return any(
        g.text.isdecimal() and g.dep_ == "pobj" and _GROWN <= int(g.text) < _OLDEST for c in of for g in c.children
    )


def _is_beside(mention: Mention) -> bool:
    """Tell whether the role of a name stands at it, not before a verb or a preposition ("the council heard Benz")."""
    root, first = mention.span.root, mention.span[0]
    before = first.nbor(-1) if first.i > 0 else None
    apart = before is not None and (before.text == "," or before.pos_ in _APART)
    return not apart or root.dep_ == "appos" or any(c.dep_ == "appos" for c in root.children)


def _is_of_a_place(root: "Token") -> bool:
    """Tell whether a name stands where only a place or a country can: before what such has, or behind "of" and "town of"."""
    of = root.dep_ == "pobj" and root.head.lower_ == "of"
    head = root.head if root.dep_ == "poss" else root.head.head if of else None
    if head is None:
        return False
    guards = head.lower_ == "guard" and head.i > 0 and head.nbor(-1).lower_ in {"coast", "border"}
    return guards or head.lower_ in words("seated") or (of and head.lower_ in words("realms", "sites"))


def thing_of_name(mention: Mention) -> str:
    """Return the label of what a name is said to be, if that is a ship, a drug or the like ("the tanker Amber Line"); "" if it is not."""
    root = mention.span.root
    known_as = root.head.head if root.dep_ == "pobj" and root.head.lower_ == "as" else None
    what = [mention.span.doc[mention.span.start - 1].lower_] if mention.span.start else []
    what += [c.lower_ for c in root.children if c.dep_ == "appos" and c.i > root.i and not _is_of_age(c)]
    what += [known_as.head.lower_] if known_as is not None and known_as.lemma_ == "know" else []
    after = root.nbor().lower_ if root.dep_ == "compound" and root.head.i == root.i + 1 else ""
    if set(what) & words("vessels"):
        return VESSEL
    return THING if set(what) & words("artefacts") or after in words("inquiries") else ""


def _is_called_a_body(mention: Mention) -> bool:
    """Tell whether a name follows "a firm called", or stands before what it is ("the Ledgerline newsletter")."""
    root = mention.span.root
    verb = root.head if root.dep_ in {"oprd", "dobj", "attr"} and root.head.dep_ == "acl" else None
    called = verb.head.lower_ if verb is not None and verb.lemma_ in {"call", "name"} else ""
    after = root.head.lower_ if root.dep_ == "compound" and root.head.i == root.i + 1 and mention.is_led_in else ""
    return called in words("companies", "bodies", "outlets") or after in words("outlets")


def _is_from(mention: Mention) -> bool:
    """Tell whether a single word says where somebody is from ("Theo Grahn of Zarn", "a haulier from Marle")."""
    root = mention.span.root
    of = root.head if root.dep_ == "pobj" and root.i > 0 and root.head.i == root.i - 1 else None
    if of is None or len(mention.span) > 1 or any(not c.is_punct for c in root.children):
        return False
    somebody = of.head.lower_ in words("groups") or kind_of_role(of.head.lower_) == "PERSON"
    return of.head.ent_type_ == "PERSON" if of.lower_ == "of" else of.lower_ == "from" and somebody


def places_of(origins: Iterable[str], keys: Iterable[str]) -> set[str]:
    """Return the folded names of places that one of many folded words comes from."""
    ordered = sorted(origins)
    return {key for key in keys if any(comes_from(origin, key) for origin in _beginning_with(_stem(key), ordered))}


def origins_of(keys: Iterable[str], places: Iterable[str]) -> set[str]:
    """Return those of many folded words that mean what comes from one of the places."""
    ordered = sorted(key for key in keys if " " not in key)
    return {o for place in places for o in _beginning_with(_stem(place), ordered) if comes_from(o, place)}


def _beginning_with(stem: str, ordered: Sequence[str]) -> Iterable[str]:
    first = bisect_left(ordered, stem)
    return takewhile(lambda word: word.startswith(stem), (ordered[n] for n in range(first, len(ordered))))


def _stem(key: str) -> str:
    return key.rstrip("aeiouy")


def comes_from(origin: str, key: str) -> bool:
    """Tell whether a folded word means what comes from a place of a folded name ("kastrians" from "kastria")."""
    stem = _stem(key)
    if " " in key or len(stem) < _SHORTEST or origin == key or not origin.startswith(stem):
        return False
    return (
        _DEMONYMS.fullmatch(origin.removeprefix(key) if origin.startswith(key) else origin.removeprefix(stem))
        is not None
    )


def kind_of_role(role: str) -> str:
    """Return what a role or an apposition makes of its bearer: a body ("research firm"), a place ("market town") or a person ("schoolteacher"); "" if it does not tell."""
    noun = role.rpartition(" ")[2]
    if noun in words("realms") or noun in {"country", "nation"}:
        return "GPE"
    if noun in words("bodies", "companies", "outlets"):
        return "ORG"
    known = words("roles", "occupations", "titles", "male", "female")
    return "PERSON" if noun in known or noun == "head" or AGENT.search(noun) else ""


def is_body(key: str) -> bool:
    """Tell whether a folded name is a well-known body's, or of several words a body's by the last, or the last before "of", or by "&"."""
    parts, own = key.split(), re.split(r" (?:of|for) ", key)[0].split()
    if renowned.type_of(key) is not None:
        return True
    return len(parts) > 1 and (own[-1] in words("schools", "ventures", "firms", "bodies", "newsroom") or "&" in parts)
