"""Where in a paragraph somebody or something is named."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.extraction.naming import OWNERS, bare, fold, gender_of, is_job, words
from briefing.extraction.nations import country
from briefing.extraction.syntax import asks
from briefing.extraction.whole import (
    CALENDAR,
    OTHERS,
    around_particles,
    is_hyphen,
    joins_names,
    whole_name,
    with_given,
    without_neighbours,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_MOST_WORDS = 6
AGENT = re.compile(r"..(?:er|or|ist|ian|ant|man|woman)$")
"""How nouns end that say what somebody does."""
_ACRONYM = 3
"""Letters of a short form, where it could be a word."""
_TOKENS = 8
"""More than a title or an article has, with its stop."""
_BETWEEN = frozenset({"VERB", "AUX", "ADP", "CCONJ", "SCONJ"})
"""What stands between two who are not the same ("the minister told Ana Ruiz", "the mayor of Kelm")."""
_CLOSING = frozenset(".!?;:")

_NO_LETTERS = " \t\n*_"
"""What stands behind a name in an article and is none of it: space, and signs of emphasis."""
_NO_NAME = re.compile(
    r"[RDI]-(?:[A-Z]\.?[a-z]*)+\.?|(?:[Pp]ro|[Aa]nti|[Nn]on|pre|post|ex)-\w+|\S*(?:[A-Z][a-z]+){4,}\S*"
)
"""Where somebody sits and for whom ("R-Texas"), what is for or against somebody, and labels of a page that have run together."""
_MADE_BY = re.compile(r"\b(?:reporting|editing|writing|interview|photographs?|text) by [^.;:()]*$", re.IGNORECASE)
"""What stands before the name of who has made an article, and names of others who have."""
_GIVEN = re.compile(
    r"\b(?:(?:g[ai]ve|giv(?:es|en|ing)) (?:only |just )?(?:his|her|their) (?:first |full )?names?(?: only| just)?(?: as|,)"
    r"|call(?:s|ed|ing)? (?:him|her|them)sel(?:f|ves)|ask(?:s|ed) to be (?:called|known as|identified as)(?: only| just)?) $"
)
"""What stands before a name by which somebody would be called."""
_BEFORE_GIVEN = 12
"""In so many words and marks somebody gives his name."""
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
        found = next((g for t in self._beside if (g := gender_of(t.text))), "")
        return found or next((g for c in self.span.root.children if c.dep_ == "appos" and (g := gender_of(c.text))), "")

    @property
    def is_titled(self) -> bool:
        """Whether a title that only people have stands at once before the name."""
        return self.word_before.casefold().rstrip(".") in words("titles") - words("no_titles")

    @property
    def is_after_the(self) -> bool:
        """Whether "the" stands at once before a name and belongs to it, as it does not to a person's."""
        own = " " in self.text or any(c.dep_ == "det" for c in self.span.root.children)
        return own and self.is_led_in and self.span.root.tag_ != "NNPS"

    @property
    def is_signed(self) -> bool:
        """Whether "reporting by" or the like stands before the name of who has made the article."""
        return _MADE_BY.search(self._text_before(self.span.start - self.span.sent.start)) is not None

    @property
    def is_given(self) -> bool:
        """Whether somebody gives the name as his own."""
        return is_given(self.span[0])

    @property
    def is_led_in(self) -> bool:
        """Whether "the" stands at once before the name."""
        return self.word_before.lower() == "the"

    @property
    def word_before(self) -> str:
        """The word at once before the bare name, "" if there is none; of a longer one the end."""
        return "".join(self._text_before(_TOKENS).split()[-1:])

    def _text_before(self, tokens: int) -> str:
        """Return the text of so many tokens before the name, and what of its own is no part of the bare name."""
        near = self.span.doc[max(0, self.span.start - tokens) : self.span.end]
        return str(near.text[: self.start - near.start_char])

    @property
    def role(self) -> str:
        """The role that a word before the name or in apposition gives to its bearer."""
        root = self.span.root
        if self.label in {"LOC", "FAC"}:
            return ""
        near = [*self._beside, *(c for c in root.children if c.dep_ == "appos")]
        near += [described(root)] if root.dep_ == "appos" else []
        return next((role_of(t) for t in reversed(near) if t.pos_ == "NOUN" or is_job(t.lower_)), "")

    @property
    def _beside(self) -> list["Token"]:
        """The words of the name, and the two before it, as far as they may say who bears it."""
        doc, first, root = self.span.doc, self.span.start, self.span.root
        near = [t for t in doc[max(0, first - 2) : root.i] if t.nbor().pos_ not in _BETWEEN]
        closed = max((t.i for t in doc[max(0, first - 2) : first] if t.text in _CLOSING or t.is_space), default=-1)
        return [t for t in near if t.i > closed]


def is_given(token: "Token") -> bool:
    """Tell whether a name begins that somebody gives as his own ("who gave her name only as Dunja")."""
    return _GIVEN.search(token.doc[max(0, token.i - _BEFORE_GIVEN) : token.i].text_with_ws) is not None


def described(apposed: "Token") -> "Token":
    """Return what a name in apposition explains: beside "the consul in Kelm" the consul, though the parser takes Kelm."""
    head = apposed.head
    people = words("roles", "occupations", "titles")
    if head.dep_ == "pobj" and head.head.head.pos_ == "NOUN" and head.head.head.lower_ in people | {"head"}:
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
        person = with_given(entity) or around_particles(entity)
        whole = person or whole_name(entity)
        seen |= {t.i for t in whole} if entity.label_ in LABELS | OTHERS else set()
        if entity.label_ in LABELS:
            label = "PERSON" if person else "ORG" if "&" in whole.text else entity.label_
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
    if (is_hyphen(token) or joins_names(token)) and token.nbor(1).i not in seen:
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
    span = without_neighbours(span)
    start, end = bare(span.text)
    end = start + len(span.text[start:end].rstrip(_NO_LETTERS))
    text = " ".join(span.text[start:end].split())
    occupied = (
        span.doc[max(0, span.start - 1)].lower_ in {"the", "a", "an"}
        and text.isupper()
        and text.lower() in words("occupations")
    )
    if (
        occupied
        or is_office(span.root)
        or _is_one_of_many(span)
        or _is_heading(span)
        or _is_title_before(span)
        or _is_title_of(span)
        or _is_of_a_day(span)
        or _is_measure(span)
        or _is_tag(span)
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


def _is_title_before(span: "Span") -> bool:
    """Tell whether words are but the office of whoever is named at once behind them ("Housing Minister Anton Velde"), or begin it ("City Clerk")."""
    doc = span.doc
    after = doc[span.end] if span.end < len(doc) else None
    office = span[-1].lower_.rstrip(".") in words("titles", "roles")
    named = after is not None and after.pos_ == "PROPN" and after.text[:1].isupper()
    if office or after is None or span.end + 1 >= len(doc):
        return office and named
    alone = len(span) == 1 and named
    if alone and span[0].is_sent_start and after.ent_type_ == "PERSON" and AGENT.search(span.text):
        return True
    begins = alone and not span.root.ent_type_ and span.root.dep_ == "compound"
    return begins and is_job(after.lower_) and doc[span.end + 1].is_title


def _is_title_of(span: "Span") -> bool:
    """Tell whether words are but the office of a person whose name follows their comma ("The Registrar, Professor Ana Ruiz,")."""
    doc, last = span.doc, span[-1].lower_
    named = next((c for c in span.root.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
    if named is None or span.end >= len(doc) or doc[span.end].text != "," or named.left_edge.i != span.end + 1:
        return False
    led_in = "the" in {span[0].lower_, doc[max(0, span.start - 1)].lower_}
    office = is_job(last) or last in words("titles") or AGENT.search(last) is not None
    return led_in and office and any(c.dep_ == "compound" for c in named.children)


def _is_one_of_many(span: "Span") -> bool:
    """Tell whether a single word names but one of its kind ("a European", "another Falcon")."""
    before = span.doc[span.start - 1] if span.start > 0 else None
    alone = len(span) == 1 and span.root.dep_ not in {"compound", "poss"} and not span.text.isupper()
    return alone and before is not None and before.lower_ in {"a", "an", "another"} and before.head == span.root


def _is_heading(span: "Span") -> bool:
    """Tell whether a word in capitals is the heading of its paragraph ("PAYMENT. The ministry ...")."""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    if not span.text.isupper() or len(span.text) <= _ACRONYM or after not in {".", ":", "]"}:
        return False
    before = span.doc[: span.start].text.strip()
    return before in {"", "["} or before.isupper()


def _is_of_a_day(span: "Span") -> bool:
    """Tell whether a word only belongs to the name of a day ("Good Friday")."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return (
        len(span) == 1
        and after is not None
        and after.is_alpha
        and after.is_title
        and bool(CALENDAR.match(after.lower_))
    )


def _is_tag(span: "Span") -> bool:
    """Tell whether a word is what posts are sought by ("#BridgeTalk")."""
    return span.start > 0 and span.doc[span.start - 1].text == "#"


def _is_measure(span: "Span") -> bool:
    """Tell whether a short word beside a number is a unit ("40 MW"), or the short form of a day or month ("16 Aug")."""
    before, after = (span.doc[i : i + 1].text for i in (span.start - 1 if span.start else len(span.doc), span.end))
    dated = _SHORT_DATE.match(span.text) is not None and (before.isdigit() or after.isdigit())
    unit = len(span) == 1 and span[0].is_upper and before[:1].isdigit() and span.root.dep_ != "compound"
    return dated or unit


def _only_describes(span: "Span", label: str, text: str) -> bool:
    """Tell whether a word of origin or creed only describes what follows it ("European capitals"), and means no country."""
    root, after = span.root, span.doc[span.end : span.end + 2]
    adjective = root.pos_ == "ADJ" and root.dep_ == "amod"
    adjective |= len(after) > 1 and after[0].text == "-" and after[1].is_lower
    beside = root.dep_ == "compound" and root.head.pos_ == "NOUN" and len(span) == 1
    plain = label == "ORG" and root.pos_ == "ADJ" and root.dep_ == "amod" and len(span) == 1 and not text.isupper()
    return (plain or (label == "NORP" and (adjective or beside))) and not country(fold(text))


def _is_name(text: str, root: "Token") -> bool:
    low = text.casefold().rstrip(".")
    parts = text.split()
    return (
        bool(parts)
        and any(c.isupper() for c in text)
        and len(parts) <= _MOST_WORDS
        and len(low) > 1
        and CALENDAR.match(low) is None
        and not any(map(_NO_NAME.fullmatch, parts))
        and not OWNERS & {*parts}
        and not {text, f"{text}."} & words("states")
        and (country(fold(text)) or not is_office_name(text))
        and '"' not in text
        and (root.pos_ not in {"VERB", "ADV", "PUNCT"} or (root.pos_ == "ADV" and len(parts) > 1 and text.istitle()))
    )
