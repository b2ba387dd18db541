"""Figures in a claim: numbers with their comparison, unit and what they count."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.dossier import Figure
from briefing.figures import parse_figure

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_LABELS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
_BEFORE = re.compile(
    r"(?:at least|at most|no (?:more|less|fewer) than|not (?:more|less|fewer) than|(?:more|less|fewer) than|as many as|as much as|up to"
    r"|close to|just under|upwards? of|almost|nearly|about|around|roughly|approximately|some|over|above|under|below|an estimated|between)\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s*(?:or (?:more|less|fewer|so)|per ?cent(?:age points?)?|%|percent)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_NO_QUANTITY = re.compile(r"^(?:one|half|(?:19|20)\d\d)$", re.IGNORECASE)
"""Pronouns and years, which the model takes for numbers."""


def figures_in(span: "Span") -> tuple[Figure, ...]:
    """Return the quantities in a stretch of words, each as an interval, in order."""
    return tuple(
        figure for entity in _quantities(span) for words in _as_written(entity) if (figure := _figure(words, entity))
    )


def _as_written(entity: "Span") -> list[str]:
    """Return a quantity with its comparison and unit; two of them where it goes "from" one "to" another."""
    text = entity.doc.text
    start, end = entity.start_char, entity.end_char
    if _FROM.search(text[:start]) and " to " in entity.text:
        return entity.text.split(" to ", 1)
    before = _BEFORE.search(text[max(0, start - 24) : start])
    after = _AFTER.match(text[end:])
    return [f"{before[0] if before else ''}{text[start:end]}{after[0] if after else ''}".strip()]


def _figure(words: str, entity: "Span") -> Figure | None:
    try:
        figure = parse_figure(words)
    except ValueError:
        return None
    measure = figure.measure or _measure(entity)
    unit = figure.unit or ("people" if measure in {"people", "person"} else "")
    return Figure(figure.text, figure.low, figure.high, unit, measure)


def _quantities(span: "Span") -> Iterator["Span"]:
    doc = span.doc
    taken: set[int] = set()
    for entity in span.ents:
        if entity.label_ in _LABELS and not _NO_QUANTITY.match(entity.text):
            taken |= {t.i for t in entity}
            yield entity
        elif entity.label_ in {"DATE", "TIME", "ORDINAL"}:
            taken |= {t.i for t in entity}
    for token in span:
        vague = token.lower_ in {"dozens", "hundreds", "thousands", "millions", "scores"}
        number = token.pos_ == "NUM" and token.i not in taken and not _NO_QUANTITY.match(token.text)
        if token.i not in taken and (vague or number):
            yield doc[token.i : token.i + 1]


def _measure(entity: "Span") -> str:
    """Return the noun that is counted."""
    head: Token = entity.root.head
    if entity.root.dep_ == "nummod" or head.dep_ == "nummod":
        head = head.head if head.dep_ == "nummod" and head.pos_ == "NUM" else head
        return head.lemma_.lower() if head.pos_ in {"NOUN", "PROPN"} else ""
    of = next((g for c in entity.root.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children), None)
    return of.lemma_.lower() if of is not None and of.pos_ in {"NOUN", "PROPN"} else ""
