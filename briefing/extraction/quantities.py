"""Figures in a claim: numbers with their comparison, unit and what they count."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.dates import MONTH
from briefing.dossier import Figure
from briefing.figures import is_unit, parse_figure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LABELS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_BEFORE = re.compile(
    r"(?:at least|at most|no (?:more|less|fewer) than|not (?:more|less|fewer) than|(?:more|less|fewer) than|as many as|as much as|up to"
    r"|close to|just under|upwards? of|almost|nearly|about|around|roughly|approximately|some|over|above|under|below|an estimated|between)\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:or (?:more|less|fewer|so)|at (?:the )?(?:very )?(?:most|least)|per ?cent(?:age points?)?|%|percent)\b"
    r"|\s+(?:in|out of) (?:two|three|four|five|six|seven|eight|nine|ten|10|100|a hundred)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(r"[\s-](?P<unit>[a-z]+)\b", re.IGNORECASE)
_PEOPLE = frozenset({"people", "person", "persons"})
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_NO_QUANTITY = re.compile(r"^(?:one|half|(?:19|20)\d\d)$", re.IGNORECASE)
"""Pronouns and years, which the model takes for numbers."""
_MONTH = re.compile(rf"(?:{MONTH})", re.IGNORECASE)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])(?P<sign>[.:])[0-5]\d")
_HALF_DAY = re.compile(r"(?:[ap]\.?m\b|o['’]clock)", re.IGNORECASE)
_AT = frozenset({"at", "by", "before", "after", "until", "till", "since", "from", "to", "around"})
_HOUR = frozenset({"before", "after", "until", "till", "since", "around"})
_LAST_HOUR = 24
_SPANS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_OWNED = 8
"""In so few characters an apostrophe belongs to a unit ("a week's notice")."""
_POINTING = frozenset({"ago", "last", "past", "next", "coming", "this", "previous", "old", "every", "each"})
"""What makes a stretch of time tell when, how old or how often, rather than how long."""
_SCALED = frozenset({"magnitude", "level", "category", "grade", "stage", "degree", "class", "rank", "tier"})
"""Nouns that a number behind them measures; other nouns it only tells apart ("berth 4")."""


def figures_in(span: "Span") -> tuple[Figure, ...]:
    """Return the quantities in a stretch of words, each as an interval, in order."""
    return tuple(
        figure
        for entity in _together(_quantities(span), span)
        for words in _as_written(entity)
        if (figure := _figure(words, entity))
    )


def _together(found: Iterator["Span"], span: "Span") -> Iterator["Span"]:
    """Yield quantities, the two ends of "between a and b" and both numbers of a share ("one in ten") as one."""
    last: Span | None = None
    for entity in found:
        if last is not None and _is_one(last, entity):
            last = span.doc[last.start : entity.end]
            continue
        if last is not None:
            yield last
        last = entity
    if last is not None:
        yield last


def _is_one(first: "Span", second: "Span") -> bool:
    text = first.doc.text
    joint = text[first.end_char : second.start_char].strip().lower()
    before = f"{text[max(0, first.start_char - 8) : first.start_char]}{first.text}".lower()
    return (joint == "and" and "between " in before) or (
        joint in {"in", "out of"} and _AFTER.match(text[first.end_char : second.end_char]) is not None
    )


def _as_written(entity: "Span") -> list[str]:
    """Return a quantity with its comparison and unit; two of them where it goes "from" one "to" another."""
    text = entity.doc.text
    start, end = entity.start_char, entity.end_char
    if _FROM.search(text[:start]) and " to " in entity.text:
        return entity.text.split(" to ", 1)
    before = _BEFORE.search(text[max(0, start - 24) : start])
    unit = _UNIT.match(text, end)
    last = unit.end() if unit is not None and unit["unit"].lower() not in _PEOPLE and is_unit(unit["unit"]) else end
    after = _AFTER.match(text, last)
    return [f"{before[0] if before else ''}{text[start : after.end() if after else last]}".strip()]


def _figure(words: str, entity: "Span") -> Figure | None:
    try:
        figure = parse_figure(words)
    except ValueError:
        return None
    measure = figure.measure or _measure(entity)
    if is_unit(measure) and figure.unit not in {"", "people"}:
        measure = ""
    unit = figure.unit or ("people" if measure in _PEOPLE else "")
    return Figure(figure.text, figure.low, figure.high, unit, measure)


def _quantities(span: "Span") -> Iterator["Span"]:
    doc = span.doc
    taken: set[int] = set()
    for entity in span.ents:
        if entity.label_ in _LABELS and not _NO_QUANTITY.match(entity.text):
            taken |= {t.i for t in entity}
            if not _only_tells_which(entity):
                yield entity
        elif entity.label_ in {"DATE", "TIME", "ORDINAL"}:
            taken |= {t.i for t in entity}
            if entity.label_ != "ORDINAL" and (stretch := _stretch(entity)) is not None:
                yield stretch
    for token in span:
        vague = token.lower_ in {"dozens", "hundreds", "thousands", "millions", "scores"}
        number = token.pos_ == "NUM" and not _NO_QUANTITY.match(token.text)
        if token.i not in taken and (vague or number):
            alone = doc[token.i : token.i + 1]
            if not _only_tells_which(alone):
                yield alone


def _only_tells_which(number: "Span") -> bool:
    """Tell whether a number is a time of day, a day of a month, or tells a thing from others of its sort ("berth 4")."""
    doc, text = number.doc, number.doc.text
    before = doc[number.start - 1] if number.start > number.sent.start else None
    after = doc[number.end] if number.end < len(doc) else None
    if any(t is not None and _MONTH.fullmatch(t.text) for t in (before, after)):
        return True
    if _HALF_DAY.match(text[number.end_char :].lstrip()):
        return True
    if (clock := _CLOCK.fullmatch(number.text)) is not None:
        opens = before is None or before.is_punct or before.is_space
        return clock["sign"] == ":" or opens or (before is not None and before.lower_ in _AT and not _goes_on(after))
    counted = number.root.dep_ == "nummod" and number.root.head.i >= number.end
    if before is None or len(number) > 1 or counted or _goes_on(after):
        return False
    if number.text.istitle() and number.text.isalpha() and before.is_title and before.pos_ == "PROPN":
        return True
    hour = before.lower_ in _HOUR and number.root.head == before and number.text.lower() not in {"all", "none"}
    return (hour and _is_hour(number)) or (
        before.pos_ in {"NOUN", "PROPN"}
        and number.root.head == before
        and number.root.dep_ == "nummod"
        and before.lemma_.lower() not in _SCALED
    )


def _is_hour(number: "Span") -> bool:
    try:
        return (parse_figure(number.text).low or 0) <= _LAST_HOUR
    except ValueError:
        return False


def _goes_on(after: "Token | None") -> bool:
    """Tell whether a number has its unit or what it counts at once behind it."""
    return after is not None and (after.pos_ in {"NOUN", "NUM"} or after.text in {"%", "-"} or is_unit(after.lower_))


def _stretch(entity: "Span") -> "Span | None":
    """Return the words that say how long something is ("nineteen seconds"), if a time says that and not when."""
    doc: Doc = entity.doc
    first = next((t for t in entity if t.pos_ == "NUM" and not _NO_QUANTITY.match(t.text)), None)
    unit = next((t for t in entity if t.lemma_.lower() in _SPANS), None)
    if first is None or unit is None or unit.i < first.i or doc[unit.i - 1].pos_ not in {"NUM", "SYM", "PUNCT"}:
        return None
    around = {t.lower_ for t in doc[max(0, first.i - 2) : unit.i + 3]}
    shown = any(t.pos_ == "PROPN" or _MONTH.fullmatch(t.text) for t in entity)
    return (
        None
        if shown or around & _POINTING or "'" in doc[unit.i : unit.i + 3].text[:_OWNED]
        else doc[first.i : unit.i + 1]
    )


def _measure(entity: "Span") -> str:
    """Return the noun that is counted."""
    head: Token = entity.root.head
    if entity.root.dep_ == "nummod" or head.dep_ == "nummod":
        head = head.head if head.dep_ == "nummod" and head.pos_ == "NUM" else head
        return head.lemma_.lower() if head.pos_ in {"NOUN", "PROPN"} else ""
    of = next((g for c in entity.root.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children), None)
    return of.lemma_.lower() if of is not None and of.pos_ in {"NOUN", "PROPN"} else ""
