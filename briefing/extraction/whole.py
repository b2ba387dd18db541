"""A name in full, where the entity recogniser has but a part of it, and without what is none of it."""

import re
from typing import TYPE_CHECKING

from briefing.extraction.naming import fold, given_gender, is_job, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_PLACES = frozenset({"GPE", "LOC", "NORP"})
OTHERS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE"})
"""Labels of entities that are no names."""
CALENDAR = re.compile(
    r"^(?:(?:\w+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|[0-9 ,.]+)$"
)
"""A name that is but a day, a month or a number, folded."""


_LEAST = 2
"""Words that a name has before a part in small letters."""
_IN_FULL = 8
"""Words of a name in full, at most."""
_SMALL = frozenset({"of", "and", "for", "the", "in", "on", "to", "de", "del", "&"})
"""What stands between the words of a body's name."""


def whole_name(entity: "Span") -> "Span":
    """Return an entity with the rest of its name: a person's other names, and those that "&" or "del" joins to it."""
    named = _with_names(_with_hyphens(entity)) if entity.label_ == "PERSON" else _with_owned(entity)
    return _with_initials(_with_joined(_with_partners(_with_head(named))))


def joins_names(token: "Token") -> bool:
    """Tell whether a token stands between two parts of one name: "&", or a small word of another language ("Banco del Sur")."""
    doc, i = token.doc, token.i
    if not 0 < i < len(doc) - 1 or not (token.text == "&" or token.text in words("joiners")):
        return False
    return all(t.text[:1].isupper() and t.pos_ == "PROPN" for t in (doc[i - 1], doc[i + 1]))


def is_hyphen(token: "Token") -> bool:
    """Tell whether a token is the hyphen of a double name ("Voss-Tremaine")."""
    doc, i = token.doc, token.i
    if token.text != "-" or not 0 < i < len(doc) - 1 or token.whitespace_ or doc[i - 1].whitespace_:
        return False
    return all(t.pos_ == "PROPN" and t.text[:1].isupper() for t in (doc[i - 1], doc[i + 1]))


def _goes_on_small(span: "Span") -> bool:
    """Tell whether a given name goes on in small letters after a hyphen ("Han Ji-won"), which no noun behind it makes an adjective ("a Velde-era law")."""
    doc, end = span.doc, span.end
    if (
        len(span) < _LEAST
        or end > len(doc) - 2
        or doc[end].text != "-"
        or doc[end].whitespace_
        or doc[end - 1].whitespace_
    ):
        return False
    part, after = doc[end + 1], doc[end + 2] if end + 2 < len(doc) else None
    small = part.is_lower and part.tag_ in {"NN", "NNP"} and not part.ent_type_
    return small and (after is None or after.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"})


def _with_hyphens(span: "Span") -> "Span":
    """Return a person's name with what follows it after a hyphen."""
    end = span.end
    if _goes_on_small(span):
        end += 2
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


def _with_joined(span: "Span") -> "Span":
    """Return a name with what a small word of another language joins to it."""
    doc, start, end = span.doc, span.start, span.end
    while start > 1 and joins_names(doc[start - 1]) and not doc[start - 2].ent_type_:
        start -= 2
    while end < len(doc) - 1:
        at = end - 1 if doc[end - 1].text in words("joiners") else end
        if not joins_names(doc[at]) or doc[at + 1].ent_type_ in OTHERS:
            break
        end = at + 2
    return doc[start:end]


def _with_initials(span: "Span") -> "Span":
    """Return a part of a name in full where its initials follow in brackets ("Union of Cane and Mill Hands (UCMH)")."""
    doc = span.doc
    ahead = doc[span.end : span.end + _IN_FULL]
    opens = next((t.i for t in ahead if t.text == "("), len(doc))
    if opens + 2 >= len(doc) or doc[opens + 2].text != ")" or not (doc[opens + 1].is_upper and len(doc[opens + 1]) > 2):
        return span
    for start in range(max(0, opens - _IN_FULL), span.start + 1):
        capitals = [t.text[0] for t in doc[start:opens] if t.text[:1].isupper()]
        plain = all(t.text[:1].isupper() or t.lower_ in _SMALL for t in doc[start:opens])
        if plain and doc[start].text[:1].isupper() and "".join(capitals) == doc[opens + 1].text:
            return doc[start:opens]
    return span


def _with_owned(span: "Span") -> "Span":
    """Return the people whose some body is, with the body ("the Farmers' Bloc")."""
    doc, end = span.doc, span.end
    if len(span) > 1 or end + 1 >= len(doc) or doc[end].tag_ != "POS" or not span.text.endswith("s"):
        return span
    people = {span.text.lower(), span.text.lower()[:-1]} & words("groups", "occupations", "male", "female")
    owned = doc[end + 1]
    named = owned.is_title and owned.pos_ == "PROPN" and owned.ent_type_ != "PERSON"
    return doc[span.start : end + 2] if people and named else span


def _with_head(span: "Span") -> "Span":
    """Return a place's or a body's name of one word with the name behind it that it hangs on, where that is no office ("Kelm Gateway")."""
    doc, end = span.doc, span.end
    if len(span) > 1 or span.root.dep_ != "compound" or span.root.head.i != end or not span.root.is_title:
        return span
    head = span.root.head
    plain = head.pos_ == "PROPN" and head.text[:1].isupper() and head.is_alpha and len(head) > 1 and not head.ent_type_
    return doc[span.start : end + 1] if plain and head.lower_ not in words("titles", "roles", "occupations") else span


def _with_names(span: "Span") -> "Span":
    """Return a person's name with the first name before it, or the last behind it, that the recogniser leaves out."""
    doc, start, end = span.doc, span.start, span.end
    while start > 0 and _is_first_name(doc[start - 1], span):
        start -= 1
    while end < len(doc) and _is_last_name(doc[start:end]):
        end += 1 + (not doc[end].text[:1].isupper())
    return doc[start:end]


def with_given(entity: "Span") -> "Span | None":
    """Return the name of a person whose surname alone was seen, and taken for a place ("Ana Petrova"); None if no given name stands before it."""
    before = entity.doc[entity.start - 1] if entity.start > 0 else None
    if before is None or len(entity) > 1 or entity.label_ not in _PLACES or before.ent_type_ or before.pos_ != "PROPN":
        return None
    whole = entity.doc[entity.start - 1 : entity.end]
    belongs = before.dep_ == "compound" and before.head == entity.root
    return whole if belongs and given_gender(fold(whole.text)) else None


def around_particles(entity: "Span") -> "Span | None":
    """Return the whole of a person's name of which only a part on one side of small words was seen ("Ilse van den Broek"); None if there are none."""
    doc, first, last = entity.doc, entity.start, entity.end
    while first > 0 and doc[first - 1].text in words("particles"):
        first -= 1
    while last < len(doc) and doc[last].text in words("particles"):
        last += 1
    if entity.label_ == "PERSON" and entity.end < last < len(doc) and doc[last].is_title:
        return doc[entity.start : last + 1]
    named = first - 1
    while named > 0 and _is_of_a_name(doc[named]) and _is_of_a_name(doc[named - 1]):
        named -= 1
    begins = 0 <= named < first < entity.start and doc[named].lower_ in words("given_male", "given_female")
    return doc[named : entity.end] if begins and _is_of_a_name(doc[named]) else None


def _is_of_a_name(token: "Token") -> bool:
    return token.is_title and token.pos_ == "PROPN" and not is_job(token.lower_) and token.lower_ not in words("titles")


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


def without_neighbours(span: "Span") -> "Span":
    """Leave out an office or occupation before a full name ("Miner Beto Salas") and a number behind one that counts what follows."""
    span = _behind_office(span)
    while len(span) > 2 and is_job(span[0].lower_) and all(t.text[:1].isupper() and len(t) > 1 for t in span[1:3]):
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


def _behind_office(span: "Span") -> "Span":
    """Leave out of a person's full name the office before it of which only the last word is one ("City Clerk Wanda Holt")."""
    last = span[-1].lower_
    if last in words("bodies", "ventures", "firms", "newsroom", "groups", "places"):
        return span
    for n in range(len(span) - 3, 0, -1):
        if span[n].is_title and is_job(span[n].lower_) and all(t.is_title and t.is_alpha for t in span[n + 1 :]):
            return span[n + 1 :]
    return span


def _ends_office(span: "Span") -> bool:
    """Tell whether a name of several words begins with the last of an office ("Minister of the Interior Jan Kos")."""
    doc, rest = span.doc, {t.lower_ for t in span[1:]}
    of = span.start - 1 - (span.start > 1 and doc[span.start - 1].lower_ == "the")
    led = of > 0 and doc[of].lower_ == "of" and doc[of - 1].lower_ in words("roles")
    office = span[0].lower_ in words("bodies", "titles")
    return led and office and len(rest) > 1 and not rest & (words("bodies", "ventures", "titles"))


def _is_day_of(token: "Token") -> bool:
    """Tell whether a month belongs to the number before it and not to the name behind it ("on 21 January Quillfeather sent")."""
    return token.i > 0 and token.nbor(-1).like_num and bool(CALENDAR.match(token.lower_))


def _opens(token: "Token") -> bool:
    """Tell whether a preposition leads to a name; with a capital inside a sentence it is a first name ("the minister Per Vinje")."""
    return token.pos_ == "ADP" and (bool(token.is_sent_start) or not token.is_title)
