"""Who is named in one article: names gathered first, then every mention given the number of the one it stands for."""

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from briefing.extraction.draft import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "lord",
        "lady",
        "president",
        "vice",
        "prime",
        "minister",
        "foreign",
        "finance",
        "interior",
        "defence",
        "defense",
        "secretary",
        "senator",
        "sen",
        "representative",
        "rep",
        "governor",
        "gov",
        "general",
        "gen",
        "colonel",
        "col",
        "captain",
        "major",
        "lieutenant",
        "lt",
        "chief",
        "judge",
        "justice",
        "chancellor",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "archbishop",
        "bishop",
        "ambassador",
        "mayor",
        "chairman",
        "chairwoman",
        "chairperson",
        "director",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "leader",
        "strongman",
        "former",
        "acting",
        "deputy",
        "commissioner",
        "inspector",
        "sergeant",
        "officer",
        "attorney",
    ]
)
_ARTICLES = frozenset({"the", "a", "an"})
_ROLES = frozenset(
    [
        "leader",
        "president",
        "politician",
        "minister",
        "mayor",
        "governor",
        "senator",
        "lawmaker",
        "general",
        "colonel",
        "chief",
        "executive",
        "director",
        "chairman",
        "chairwoman",
        "judge",
        "prosecutor",
        "official",
        "ruler",
        "strongman",
        "dictator",
        "premier",
        "chancellor",
        "ambassador",
        "author",
    ]
)
_HE = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_THEY = frozenset({"they", "them", "their", "themselves"})
_GROUP_WORDS = re.compile(
    r"\b(?:officials?|officers?|sources?|analysts?|critics?|experts?|witness(?:es)?|residents?|spokes\w+|ministry|government|police|army|"
    r"opposition|administration|union|company|court|prosecutors?|lawyers?|rebels?|troops|people|person|men|women|workers?|campaigners?|"
    r"minister|president|mayor|governor|commission|committee|council|authorities|investigators?|scientists?|researchers?|leader|leaders)\b"
)


def fold(text: str) -> str:
    """Return a name without case, accents, article and genitive, for telling whether two are the same."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’]s?$", "", plain.strip())
    return " ".join(w for w in re.split(r"[\s]+", plain.replace(".", "")) if w not in _ARTICLES)


def bare(words: list[str]) -> list[str]:
    """Return the words of a name without article and titles before it, and without a genitive."""
    while len(words) > 1 and words[0].lower().rstrip(".") in _TITLES | _ARTICLES:
        words = words[1:]
    return [re.sub(r"['’]s$|['’]$", "", w) if n == len(words) - 1 else w for n, w in enumerate(words)]


class Cast:
    """The people, bodies and groups of one article, numbered as they come."""

    def __init__(self) -> None:
        self.names: list[Name] = []
        self._numbers: dict[str, int] = {}
        self._surnames: dict[str, set[str]] = defaultdict(set)
        self._of_token: dict[tuple[int, int], int] = {}
        self._last_person: int | None = None
        self._last_group: int | None = None

    def gather(self, docs: list["Doc"]) -> None:
        """Note every full name, so that a surname alone can be given to its owner wherever it stands."""
        for doc in docs:
            for entity in doc.ents:
                words = bare(entity.text.split())
                if entity.label_ in {"PERSON", "ORG"} and 2 <= len(words) <= 4 and words[0][:1].isupper():
                    self._surnames[fold(words[-1])].add(fold(" ".join(words)))
                if entity.label_ == "ORG" and len(words) > 2:
                    initials = "".join(w[0] for w in words if w[0].isupper()).casefold()
                    self._surnames[initials].add(fold(" ".join(words)))

    def meet(self, number: int, doc: "Doc", offset: int) -> None:
        """Give a number to everything that is named in a passage; `number` is the passage's, `offset` its place in the text."""
        named = {t.i: e for e in doc.ents if e.label_ in LABELS for t in e}
        for token in doc:
            entity = named.get(token.i)
            if entity is not None and token.i == entity.start:
                self._take(number, entity, offset)
            elif entity is None and token.ent_type_ == "" and token.is_title and fold(token.text) in self._surnames:
                self._take(number, doc[token.i : token.i + 1], offset)
            elif (token.lower_ in _HE or _is_role(token)) and self._last_person is not None:
                self._of_token[number, token.i] = self._last_person
            elif token.lower_ in _THEY and self._last_group is not None:
                self._of_token[number, token.i] = self._last_group

    def at(self, number: int, token: "Token") -> int | None:
        """Return the number of the one a word of a passage stands for."""
        return self._of_token.get((number, token.i))

    def speaker(self, number: int, span: "Span", offset: int) -> int:
        """Return the number of a speaker's noun phrase: of a name in it that is its head, else of the description itself."""
        head = span.root
        known = self.at(number, head)
        if known is not None:
            return known
        named = next(
            (self.at(number, t) for t in span if t.dep_ in {"appos", "compound"} and self.at(number, t) is not None),
            None,
        )
        if named is not None and head.pos_ == "PROPN":
            return named
        described = self._described(number, span, offset)
        self._last_group = described
        return described

    def _described(self, number: int, span: "Span", offset: int) -> int:
        words = bare(span.text.split())
        entity = self._number(fold(" ".join(words)))
        self.names.append(
            Name(offset + span.start_char, offset + span.end_char, " ".join(words), entity, "", is_name=False)
        )
        for token in span:
            if token == span.root:
                self._of_token[number, token.i] = entity
        return entity

    def _take(self, number: int, span: "Span", offset: int) -> None:
        words = bare(span.text.split())
        text = " ".join(words)
        key = fold(text)
        owners = self._surnames.get(key, set()) if len(words) == 1 else set()
        entity = self._number(next(iter(owners)) if len(owners) == 1 else key)
        start = span.text.rfind(words[0]) if words[0] in span.text else 0
        begin = offset + span.start_char + max(0, start if len(words) == 1 else span.text.find(text))
        self.names.append(Name(begin, begin + len(text), text, entity, span.root.ent_type_, is_name=True))
        for token in span:
            self._of_token[number, token.i] = entity
        if span.root.ent_type_ == "PERSON" or owners:
            self._last_person = entity
        elif span.root.ent_type_ in {"ORG", "GPE", "NORP"}:
            self._last_group = entity

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers))


def _is_role(token: "Token") -> bool:
    """Tell whether a word is a description that takes up somebody named before: "the leader", "the 63-year-old politician"."""
    return (
        token.lower_ in _ROLES
        and any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
        and not any(c.dep_ in {"prep", "appos", "relcl"} for c in token.children)
    )


def is_speaker(token: "Token") -> bool:
    """Tell whether a noun can speak: a name, a person, a body, or somebody described."""
    return (
        token.pos_ == "PROPN"
        or token.lower_ in _HE | _THEY | {"i", "we", "who"}
        or bool(_GROUP_WORDS.search(token.lower_) or token.ent_type_ in LABELS)
        or token.pos_ == "NOUN"
    )
