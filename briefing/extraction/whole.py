"""A name in full, where the entity recogniser has but a part of it."""

from typing import TYPE_CHECKING

from briefing.extraction.naming import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

OTHERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
"""Labels of entities that are no names."""


def whole_name(entity: "Span") -> "Span":
    """Return an entity with the rest of its name: a person's other names, and those that "&" joins to it."""
    return _with_partners(_with_names(_with_hyphens(entity)) if entity.label_ == "PERSON" else entity)


def is_hyphen(token: "Token") -> bool:
    """Tell whether a token is the hyphen of a double name ("Voss-Tremaine")."""
    doc, i = token.doc, token.i
    if token.text != "-" or not 0 < i < len(doc) - 1 or token.whitespace_ or doc[i - 1].whitespace_:
        return False
    return all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in (doc[i - 1], doc[i + 1]))


def _with_hyphens(span: "Span") -> "Span":
    """Return a person's name with what follows it after a hyphen."""
    end = span.end
    while end < len(span.doc) - 1 and is_hyphen(span.doc[end]):
        if span.doc[end + 1].ent_type_:
            break
        end += 2
    return span.doc[span.start : end]


def _with_partners(span: "Span") -> "Span":
    """Return a name with those that "&" joins to it ("Corbel & Dane")."""
    doc, start, end = span.doc, span.start, span.end
    while start > 1 and doc[start - 1].text == "&" and doc[start - 2].pos_ == "PROPN":
        start -= 2
    while end < len(doc) - 1 and doc[end].text == "&" and doc[end + 1].pos_ == "PROPN":
        end += 2
    return doc[start:end]


def _with_names(span: "Span") -> "Span":
    """Return a person's name with the first name before it, or the last behind it, that the recogniser leaves out."""
    doc, start, end = span.doc, span.start, span.end
    while start > 0 and _is_first_name(doc[start - 1], span):
        start -= 1
    while end < len(doc) and _is_last_name(doc[start:end]):
        end += 1 + (not doc[end].text[:1].isupper())
    return doc[start:end]


def _is_first_name(token: "Token", name: "Span") -> bool:
    """Tell whether a word that no entity has hangs with a person's name behind it, and is no office or occupation."""
    office = words("titles", "roles", "occupations", "groups", "newsroom")
    hangs = token.dep_ == "compound" and token.head in name
    plain = token.is_title and token.is_alpha and not token.ent_type_ and token.pos_ == "PROPN"
    return hangs and plain and token.lower_ not in office and not token.is_sent_start


def _is_last_name(name: "Span") -> bool:
    """Tell whether a person's name hangs with the one word that stands at once behind it, or behind "bint" or "von"."""
    doc, after = name.doc, name.end + (name.doc[name.end].lower_ in words("particles"))
    last = doc[after] if after < len(doc) else None
    if last is None or last.pos_ != "PROPN" or not last.is_title or last.ent_type_ in OTHERS:
        return False
    within = last.ent_type_ == "" or last.ent_iob_ == "B"
    alone = after + 1 >= len(doc) or doc[after + 1].ent_iob_ != "I"
    known = words("bodies", "ventures", "firms", "newsroom", "places", "roles")
    hangs = name.root.dep_ == "compound" and name.root.head in doc[name.end : after + 1]
    return hangs and within and alone and last.lower_ not in known and (len(name) > 1 or after > name.end)
