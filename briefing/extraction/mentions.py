"""Where in a paragraph somebody or something is named."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.extraction.naming import bare, fold, gender_of, words
from briefing.extraction.nations import country
from briefing.extraction.syntax import asks
from briefing.extraction.whole import OTHERS, is_hyphen, whole_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_MOST_WORDS = 6
_ACRONYM = 3
"""Letters of a short form, where it could be a word."""
_TOKENS = 8
"""More than a title or an article has, with its stop."""
_BETWEEN = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ"})
"""What stands between two who are not the same ("the minister told Ana Ruiz", "the mayor of Kelm")."""
_CALENDAR = re.compile(
    r"^(?:(?:\w+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|[0-9 ,.]+)$"
)

_NO_LETTERS = " \t\n*_"
"""What stands behind a name in an article and is none of it: space, and signs of emphasis."""
_NO_NAME = re.compile(r"[RDI]-(?:[A-Z]\.?[a-z]*)+\.?|(?:pro|anti|non|pre|post|ex)-\w+|\S*(?:[A-Z][a-z]+){4,}\S*")
"""Where somebody sits and for whom ("R-Texas"), what is for or against somebody, and labels of a page that have run together."""
_SHORT_DATE = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?$", re.IGNORECASE
)


class Mention(Struct, frozen=True):
    """A name in a paragraph: characters `start` to `end` of its bare words, `span` with all of them."""

    span: "Span"
    start: int
    end: int
    text: str
    label: str

    @property
    def key(self) -> str:
        """The name folded."""
        return fold(self.text)

    @property
    def gender(self) -> str:
        """What titles before the name, or its apposition, say of its bearer."""
        first = self.span.start
        before = self.span.doc[max(0, first - 2) : self.span.end]
        found = next((g for t in before if t.i < self.span.root.i and (g := gender_of(t.text))), "")
        return found or next((g for c in self.span.root.children if c.dep_ == "appos" and (g := gender_of(c.text))), "")

    @property
    def is_titled(self) -> bool:
        """Whether a title that only people have stands at once before the name."""
        return self.word_before.casefold().rstrip(".") in words("titles") - words("no_titles")

    @property
    def is_after_the(self) -> bool:
        """Whether "the" stands at once before a name of several words, as it does not before a person's."""
        return " " in self.text and self.is_led_in and self.span.root.tag_ != "NNPS"

    @property
    def is_led_in(self) -> bool:
        """Whether "the" stands at once before the name."""
        return self.word_before.lower() == "the"

    @property
    def word_before(self) -> str:
        """The word at once before the bare name, "" if there is none; of a longer one the end."""
        near = self.span.doc[max(0, self.span.start - _TOKENS) : self.span.end]
        return "".join(near.text[: self.start - near.start_char].split()[-1:])

    @property
    def role(self) -> str:
        """The role that a word before the name or in apposition gives to its bearer."""
        root = self.span.root
        if self.label in {"LOC", "FAC"}:
            return ""
        before = self.span.doc[max(0, self.span.start - 2) : root.i]
        near = [t for t in before if t.nbor().pos_ not in _BETWEEN]
        near += [c for c in root.children if c.dep_ == "appos"]
        near += [described(root)] if root.dep_ == "appos" else []
        return next((role_of(t) for t in reversed(near) if t.pos_ == "NOUN" or _is_job(t.lower_)), "")


def described(apposed: "Token") -> "Token":
    """Return what a name in apposition explains: beside "the consul in Kelm" the consul, though the parser takes Kelm."""
    head = apposed.head
    people = words("roles", "occupations", "titles")
    if head.dep_ == "pobj" and head.head.head.pos_ == "NOUN" and head.head.head.lower_ in people:
        return head.head.head
    return head


def role_of(token: "Token") -> str:
    """Return a role with the one word before it that narrows it ("interior minister")."""
    before = token.nbor(-1) if token.i > 0 else None
    narrows = (
        before is not None and before.dep_ in {"amod", "compound"} and before.ent_type_ not in {"NORP", "GPE", "PERSON"}
    )
    return f"{before.lower_} {token.lower_}" if before is not None and narrows else token.lower_


def mentions(doc: "Doc") -> Iterator[Mention]:
    """Yield the names in a paragraph, as the entity recogniser sees them and, where it sees nothing, runs of capitalised proper nouns."""
    seen: set[int] = set()
    found = []
    for entity in doc.ents:
        if entity.start in seen:
            continue
        whole = whole_name(entity)
        seen |= {t.i for t in whole} if entity.label_ in LABELS | OTHERS else set()
        if entity.label_ in LABELS:
            label = "ORG" if "&" in whole.text else entity.label_
            found += [m for m in [_mention(whole, label)] if m is not None]
    for run in _runs(doc, seen):
        found += [m for m in [_mention(run, "")] if m is not None]
    yield from sorted(found, key=lambda m: m.start)


def _runs(doc: "Doc", seen: set[int]) -> Iterator["Span"]:
    start: int | None = None
    for token in doc:
        inside = token.i not in seen and token.pos_ == "PROPN" and token.text[:1].isupper() and not token.is_punct
        if inside and start is None:
            start = token.i
        elif start is not None and _joins(doc, start, token, seen):
            continue
        elif not inside and start is not None:
            yield doc[start : token.i]
            start = None
    if start is not None:
        yield doc[start : len(doc)]


def _joins(doc: "Doc", start: int, token: "Token", seen: set[int]) -> bool:
    """Tell whether a hyphen goes on with a name, or "of" or "of the" with a name of one word before it ("Cartel of the Suns"), which is no office."""
    if is_hyphen(token) and token.nbor(1).i not in seen:
        return True
    if token.tag_ == "POS" and token.text == "'" and token.i + 1 < len(doc):
        body = token.nbor(1)
        return body.is_title and body.lower_ in words("bodies", "ventures") and body.i not in seen
    of = token if token.lower_ == "of" else doc[token.i - 1]
    if of.lower_ != "of" or of.i != start + 1 or token.lower_ not in {"of", "the"}:
        return False
    after = doc[of.i + 1 : of.i + 3]
    named = next((t for t in after if t.lower_ != "the"), None)
    office = doc[start].lower_ in words("titles", "roles")
    return not office and named is not None and named.pos_ == "PROPN" and named.i not in seen


def _mention(span: "Span", label: str) -> Mention | None:
    asked = span[0].is_sent_start and asks(span.sent)
    if len(span) > 1 and asked and span[0].text in {"Will", "May"}:
        span = span[1:]
    span = _without_neighbours(span)
    start, end = bare(span.text)
    end = start + len(span.text[start:end].rstrip(_NO_LETTERS))
    text = " ".join(span.text[start:end].split())
    occupied = (
        span.doc[max(0, span.start - 1)].lower_ in {"the", "a"}
        and text.isupper()
        and text.lower() in words("occupations")
    )
    if (
        occupied
        or is_office(span.root)
        or _is_one_of_many(span)
        or _is_heading(span)
        or _is_title_before(span)
        or _is_of_a_day(span)
        or _is_measure(span)
        or not _is_name(text, span.root)
        or _only_describes(span, label, text)
    ):
        return None
    return Mention(span, span.start_char + start, span.start_char + end, text, label)


def is_office(token: "Token") -> bool:
    """Tell whether a capitalised word stands for whoever is in office ("the Minister"), and is no part of a name."""
    doc, after = token.doc, token.i + 1
    alone = after >= len(doc) or not doc[after].text[:1].isupper()
    led_in = token.i > 0 and doc[token.i - 1].lower_ == "the"
    return (
        token.is_title
        and token.lower_ in words("roles")
        and led_in
        and alone
        and doc[min(after, len(doc) - 1)].lower_ != "of"
    )


def is_office_name(text: str) -> bool:
    """Tell whether all words of a name are those of an office ("Managing Director")."""
    return set(re.split(r"[ -]", fold(text))) <= words("titles", "roles", "ranks")


def _without_neighbours(span: "Span") -> "Span":
    """Leave out an occupation before a full name ("Miner Beto Salas") and a number behind one that counts what follows."""
    while len(span) > 2 and _is_job(span[0].lower_) and all(t.text[:1].isupper() and len(t) > 1 for t in span[1:3]):
        span = span[1:]
    if len(span) > 1 and span[-1].like_num and span[-1].head.i >= span.end:
        span = span[:-1]
    named = span[1:] if span[0].lower_ == "the" else span
    if len(named) > 2 and _ends_office(named):
        span = named[1:]
    while len(span) > 1 and _is_day_of(span[0]):
        span = span[1:]
    while len(span) > 1 and (_opens(span[0]) or (len(span[0]) == 1 and span[1].lower_ == "of")):
        span = span[1:]
    while len(span) > 1 and span[-1].lower_ in {"of", "for", "and", "the", "that"}:
        span = span[:-1]
    comma = next((n for n, t in enumerate(span) if t.text in {",", "("} and n > 0), None)
    return span[:comma] if comma is not None and len(span) > comma + 1 and span[comma + 1].text != "Inc." else span


def _ends_office(span: "Span") -> bool:
    """Tell whether a name of several words begins with the last of an office ("Minister of the Interior Jan Kos")."""
    doc, rest = span.doc, {t.lower_ for t in span[1:]}
    of = span.start - 1 - (span.start > 1 and doc[span.start - 1].lower_ == "the")
    led = of > 0 and doc[of].lower_ == "of" and doc[of - 1].lower_ in words("roles")
    office = span[0].lower_ in words("bodies", "titles")
    return led and office and len(rest) > 1 and not rest & (words("bodies", "ventures", "titles"))


def _is_day_of(token: "Token") -> bool:
    """Tell whether a month belongs to the number before it and not to the name behind it ("on 21 January Quillfeather sent")."""
    return token.i > 0 and token.nbor(-1).like_num and bool(_CALENDAR.match(token.lower_))


def _opens(token: "Token") -> bool:
    """Tell whether a preposition leads to a name; with a capital inside a sentence it is a first name ("the minister Per Vinje")."""
    return token.pos_ == "ADP" and (bool(token.is_sent_start) or not token.is_title)


def _is_title_before(span: "Span") -> bool:
    """Tell whether words are but the office of whoever is named at once behind them ("Housing Minister Anton Velde")."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    office = span[-1].lower_.rstrip(".") in words("titles", "roles")
    return office and after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()


def _is_one_of_many(span: "Span") -> bool:
    """Tell whether a single word names but one of its kind ("a European", "another Falcon")."""
    before = span.doc[span.start - 1] if span.start > 0 else None
    alone = len(span) == 1 and span.root.dep_ not in {"compound", "poss"} and not span.text.isupper()
    return alone and before is not None and before.lower_ in {"a", "an", "another"} and before.head == span.root


def _is_heading(span: "Span") -> bool:
    """Tell whether words in capitals end the heading of their paragraph ("PAYMENT. The ministry ...", "THE CAUSE. A hose ...")."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    closed = after in {".", ":", "]"} or span.text.endswith(".")
    before = span.doc[: span.start].text
    return span.text.isupper() and len(span.text) > _ACRONYM and closed and before == before.upper()


def _is_of_a_day(span: "Span") -> bool:
    """Tell whether a word only belongs to the name of a day ("Good Friday")."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return (
        len(span) == 1
        and after is not None
        and after.is_alpha
        and after.is_title
        and bool(_CALENDAR.match(after.lower_))
    )


def _is_job(word: str) -> bool:
    return word in words("occupations") or word in words("roles")


def _is_measure(span: "Span") -> bool:
    """Tell whether a short word beside a number is a unit ("40 MW"), or the short form of a day or month ("16 Aug")."""
    before, after = (span.doc[i : i + 1].text for i in (span.start - 1 if span.start else len(span.doc), span.end))
    dated = _SHORT_DATE.match(span.text) is not None and (before.isdigit() or after.isdigit())
    unit = len(span) == 1 and span[0].is_upper and before[:1].isdigit() and span.root.dep_ != "compound"
    return dated or unit


def _only_describes(span: "Span", label: str, text: str) -> bool:
    """Tell whether a word of origin or creed only describes what follows it ("European capitals"), and means no country."""
    root = span.root
    adjective = root.pos_ == "ADJ" and root.dep_ == "amod"
    beside = root.dep_ == "compound" and root.head.pos_ == "NOUN" and len(span) == 1
    return label == "NORP" and (adjective or beside) and not country(fold(text))


def _is_name(text: str, root: "Token") -> bool:
    low = text.casefold().rstrip(".")
    parts = text.split()
    return (
        bool(parts)
        and any(c.isupper() for c in text)
        and len(parts) <= _MOST_WORDS
        and len(low) > 1
        and _CALENDAR.match(low) is None
        and not any(map(_NO_NAME.fullmatch, parts))
        and not {text, f"{text}."} & words("states")
        and not is_office_name(text)
        and '"' not in text
        and root.pos_ not in {"VERB", "ADV", "PUNCT"}
    )
