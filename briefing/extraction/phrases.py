"""What the words of one phrase tell of whom it means."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from briefing.dossier import ActorType
from briefing.extraction.known import kind_of_role
from briefing.extraction.mentions import Mention, described, is_given, is_office, is_office_name
from briefing.extraction.naming import OWNERS, bare, fold, words
from briefing.extraction.nations import capital_of, country
from briefing.extraction.renowned import type_of
from briefing.extraction.resuming import SEVERAL, is_one_of_some, is_taken_up
from briefing.extraction.said import can_act, is_document, is_speaker
from briefing.extraction.syntax import is_credited, noun_phrase, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"), **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "they"), **dict.fromkeys(("it", "its", "itself"), "it"),
}  # fmt: skip
"""What a pronoun may stand for: a man, a woman, several, a thing."""
_BEFORE_NAMES = frozenset({"the", "a", "an", "former"})
_TITLED = 7
"""A name stands within so many words behind the description that it explains."""
_OF_ITS_OWNER = frozenset({"of", "by", "from"})
ALL = frozenset({"both", "all"})
"""What stands for all of them."""
ANY_COMPANY = frozenset({"company", "firm"})
"""What takes up any company, also one that is not called so."""
_UNTOLD = frozenset({"some", "many", "others"})
"""Who says something, where nothing tells of whom these are some."""
_AMONG = re.compile(r"(?:not )?(?:all|some|many|most|both|several|one|two|three|four) of ", re.IGNORECASE)
_RELATIVE = frozenset({"who", "which", "that"})
_ISSUING = frozenset({"publish", "issue", "release", "write", "send", "sign", "draft", "prepare", "commission", "file"})
_GETTING = frozenset({"get", "receive", "have"})
_LEADING_IN = frozenset({"and", "but", "then"})
"""What begins a sentence and is no part of a description."""
_NAME = 4
"""Words of a name, at most."""


def may_be(pronoun: str, what: str, gender: str, name: AbstractSet[str]) -> bool:
    """Tell whether a pronoun (a kind of `PRONOUNS`) may stand for somebody of a kind, a gender and the words of a `name`."""
    if pronoun in {"m", "f"}:
        business = not gender and name & words("newsroom", "ventures")
        return what in {"PERSON", "someone"} and not business and gender in {"", pronoun}
    return what in ({"some", "NORP", "ORG", "body"} if pronoun == "they" else {"ORG", "GPE", "body", "thing"})


def state_meant(mention: Mention) -> str:
    """Return the country, folded, that a capital stands for where it speaks or wills something; "" elsewhere."""
    root = mention.span.root
    acts = root.dep_ == "nsubj" and (is_credited(root) or root.head.lemma_.lower() in words("wills"))
    return capital_of(mention.key) if acts and mention.label != "PERSON" else ""


def is_newsroom(mention: Mention) -> bool:
    """Tell whether a name is a newsroom's, by a word in it, by what it is said to be ("the daily"), or because it is well known."""
    said_to_be = words("press") & {*mention.role.split()[-1:], mention.word_before.lower()}
    return bool(words("newsroom") & set(mention.key.split()) or said_to_be) or type_of(mention.key) is ActorType.MEDIA


def is_firm(mention: Mention) -> bool:
    """Tell whether a name is a firm's by its last word, by what is said to be, or because it has what only firms have."""
    root, parts, role = mention.span.root, mention.key.split(), mention.role.split()
    named = len(parts) > 1 and parts[-1] in words("ventures", "firms", "companies")
    called = bool(role) and role[-1] in words("companies")
    return named or called or (root.dep_ == "poss" and root.head.lower_ in words("holdings"))


def public() -> frozenset[str]:
    """Return the words for bodies that no "company" takes up."""
    return words("bodies") - words("companies") - {"bank", "house", "trust", "service", "club"}


def group_of_a_country(token: "Token") -> "Span | None":
    """Return the words of a country's forces, officials or the like, from what names the country on; None if they are none."""
    if token.lower_ not in words("forces"):
        return None
    named = [c.i for c in token.lefts if c.dep_ in {"amod", "compound", "poss"} and country(fold(c.text))]
    return token.doc[named[0] : token.i + 1] if named else None


def has_the_word(token: "Token") -> bool:
    """Tell whether somebody not named speaks: the subject of a cue that can act or says something in so many words ("the letter says that ..."), or whoever is taken up so."""
    if not is_credited(token):
        return is_taken_up(token)
    in_words = any(c.dep_ in {"ccomp", "parataxis"} for c in token.head.children) or token.head.dep_ == "parataxis"
    return is_speaker(token) and (can_act(token) or in_words or is_taken_up(token))


def head_of_name(root: "Token") -> "Token":
    """Return the word that a name, by its own root, hangs with on the rest of its sentence: of "his daughter, Ana Ruiz," the daughter."""
    token = root
    while token.dep_ == "compound" and token.head.i > token.i and token.head.i - token.i <= 4:
        token = token.head
    above = described(token) if token.dep_ == "appos" else token
    in_office = above.pos_ == "PROPN" and kind_of_role(above.lower_) == "PERSON"
    return above if above.pos_ in {"NOUN", "NUM"} or in_office else token


def is_told(head: "Token") -> bool:
    """Tell whether the head of a phrase describes somebody, and is no mere pronoun: "somebody", "some of my neighbours"."""
    of = [g for c in head.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children if g.dep_ == "pobj"]
    many = head.lower_ in SEVERAL and (any(g.pos_ == "NOUN" for g in of) or (head.lower_ in _UNTOLD and not of))
    return head.pos_ != "PRON" or head.lower_ in {"somebody", "someone"} or many


def is_among(span: "Span") -> bool:
    """Tell whether a number stands for some of those just named: by itself, or with "of them"."""
    rest = [t.lower_ for t in span if t.i != span.root.i]
    return (
        span.root.lower_ in SEVERAL
        and rest in ([], ["of", "them"])
        and not any(c.dep_ == "appos" for c in span.root.children)
    )


def named_with(span: "Span") -> list["Token"]:
    """Return what stands in apposition to a phrase, and what names it inside; several are none of those named behind them ("two aides, Ruiz and Kos,")."""
    head = span.root
    beside = [t for t in span if t.dep_ == "appos" and described(t) == head]
    beside += [c for c in head.children if c.dep_ == "appos"] + ([head.head] if head.dep_ == "appos" else [])
    many = head.tag_ == "NNS"
    beside = [t for t in beside if not (many and _goes_on_with_another(t))]
    of_outlet = head.lower_ in words("outlets")
    return beside + [t for t in span if t.dep_ == "compound" and "PROPN" in {head.pos_, t.pos_ if of_outlet else ""}]


def has_partners(name: "Token") -> bool:
    """Tell whether "&" joins the name of a partner to another in a firm's ("Corbel & Dane")."""
    return any(c.text == "&" for c in name.children)


def _goes_on_with_another(name: "Token") -> bool:
    """Tell whether a second name is joined to a first that is another's."""
    return not has_partners(name) and any(c.dep_ == "conj" for c in name.children)


def some_of(few: str, group: str) -> str:
    """Return what to call some of a group: "one of the two officials", "one of her aides"."""
    first = group.split(maxsplit=1)[0].lower()
    if (among := _AMONG.match(group)) is not None:
        return f"{few.lower()} of {group[among.end() :]}"
    counted = first in SEVERAL
    owned = first in OWNERS or "'s " in group or "’s " in group
    return f"{few.lower()} of {'' if owned else 'the '}{group[0].lower() + group[1:] if counted else group}"


def name_called(head: "Token") -> "Token | None":
    """Return the name that a description goes by ("a firm called Seagate", "a nurse who gave her name only as Dunja")."""
    naming = (c for c in head.children if c.dep_ == "acl" and c.lemma_ in {"call", "name"})
    called = (t for verb in naming for t in verb.subtree if t.i > verb.i and t.pos_ == "PROPN")
    return next(called, None) or _name_given(head)


def _name_given(head: "Token") -> "Token | None":
    """Return the name that somebody is said to have given as his own."""
    told = [c for c in head.children if c.dep_ == "relcl"]
    told += [c for verb in told for c in verb.children if c.dep_ == "conj"]
    return next((t for verb in told for t in verb.subtree if t.pos_ == "PROPN" and is_given(t)), None)


def behind_address(span: "Span") -> "Span | None":
    """Return who stands behind somebody addressed at the start of a sentence ("Ms Ruiz, the mayor says"); an apposition has a second comma."""
    head = span.root
    behind = next((c for c in head.children if c.dep_ == "appos" and c.i > head.i), None)
    if behind is None or span.start != head.sent.start or behind.left_edge.nbor(-1).text != ",":
        return None
    after = behind.right_edge.i + 1
    return noun_phrase(behind) if after < len(span.doc) and span.doc[after].pos_ in {"VERB", "AUX", "ADV"} else None


def named_after(span: "Span", is_person: "Callable[[Token], bool]") -> list["Token"]:
    """Return the name of a person that follows a description at once ("its head, the former minister Henrik Dahl")."""
    if span.root.ent_type_ == "PERSON" or span.root.pos_ in {"PROPN", "PRON"} or span.root.tag_ == "NNS":
        return []
    for token in span.doc[span.end : span.end + _TITLED]:
        if token.ent_type_ == "PERSON" or is_person(token):
            return [token]
        leads = token.text in {",", "-"} or token.dep_ == "compound" or (token.dep_ == "amod" and token.is_title)
        if not leads and token.lower_ not in _BEFORE_NAMES | words("titles", "roles", "occupations"):
            break
    return []


def owner_of_words(span: "Span") -> "Token | None":
    """Return whose words a document has: "the board's register", "a report by the agency"."""
    head = span.root
    if head.lower_ not in words("issued"):
        return None
    by = (g for c in head.children if c.dep_ == "prep" and c.lower_ in {"by", "from"} for g in c.children)
    owners = [*(c for c in head.children if c.dep_ == "poss"), *(g for g in by if g.dep_ == "pobj")]
    return owners[0] if owners else None


def issued_by(span: "Span") -> "Span | None":
    """Return who a sentence says has put out a paper, or from whom somebody has it ("the letter she got from the bank")."""
    head = span.root
    if head.lower_ not in words("issued") or owner_of_words(span) is not None:
        return None
    of_it = [c for c in head.children if c.dep_ in {"relcl", "acl"}] + ([head.head] if head.dep_ == "dobj" else [])
    issuing = [subject_of(verb) for verb in of_it if verb.lemma_ in _ISSUING]
    got = (c for verb in of_it if verb.lemma_ in _GETTING for c in verb.children)
    sent = (g for c in got if c.dep_ == "prep" and c.lower_ == "from" for g in c.children if g.dep_ == "pobj")
    issuer = next((t for t in (*issuing, *sent) if t is not None and t != head and can_act(t)), None)
    return noun_phrase(issuer) if issuer is not None and issuer.lower_ not in _RELATIVE else None


def obtained_by(span: "Span") -> "Token | None":
    """Return who has brought a paper or a picture to light of which nothing tells whose it is ("pictures bought by the paper")."""
    head = span.root
    owned = any(
        c.dep_ == "poss" or (c.dep_ == "compound" and can_act(c)) or (c.dep_ == "prep" and c.lower_ in _OF_ITS_OWNER)
        for c in head.children
    )
    if owned or not is_document(head):
        return None
    got = (c for c in head.children if c.dep_ == "acl" and c.lemma_.lower() in words("obtained"))
    by = (g for verb in got for c in verb.children if c.dep_ == "agent" for g in c.children)
    return next((g for g in by if g.dep_ == "pobj"), None)


def is_descriptive(token: "Token") -> bool:
    """Tell whether a word can describe somebody: a noun, be it an adjective by its tag ("the daily reports", "a former cleaner"), a number of people, an office."""
    stands_for_one = token.dep_ in {"nsubj", "pobj", "dobj"} and token.lower_ in words(
        "outlets", "occupations", "roles"
    )
    return (
        token.pos_ == "NOUN"
        or (token.pos_ == "ADJ" and stands_for_one)
        or is_one_of_some(token)
        or is_office(token)
        or (token.is_upper and token.lower_ in words("occupations"))
    )


def described_as(span: "Span") -> tuple[str, int, bool]:
    """Return what a description calls somebody, where in the paragraph that begins, and whether it is but a name."""
    start, end = bare(span.text)
    name = span.text[start:end]
    if span.root.pos_ == "PROPN" and len(name.split()) <= _NAME and not is_office_name(span.text):
        return name, int(span.start_char) + start, True
    first = span[0]
    article = len(first.text_with_ws) if first.lower_ in {"the", "a", "an", "whose"} and len(span) > 1 else 0
    return span.text[article:], int(span.start_char) + article, False


def without_behind(span: "Span") -> "Span":
    """Return a description without the word before or behind it that is none of it ("when a nurse", "a nurse there", "the engineer himself")."""
    if len(span) > 1 and (span[0].tag_ == "WRB" or span[0].lower_ in _LEADING_IN) and span[0].i != span.root.i:
        return without_behind(span[1:])
    behind = span[-1].lower_ in {"there", "here"} or span[-1].lower_.endswith(("self", "selves"))
    return span[:-1] if len(span) > 1 and behind and span[-1].i != span.root.i else span


def kind_described(head: "Token") -> str:
    """Return what a description describes: several people, a body, or somebody."""
    if head.lower_ in words("bodies", "outlets", "realms"):
        return "body"
    many = (head.like_num and head.lower_ not in {"one", "1"}) or head.lower_ in {"cent", "percent", "%"}
    if head.lower_ in words("evidence", "papers", "issued"):
        return "thing"
    if head.tag_ in {"NNS", "NNPS"} or head.lower_ in words("groups") | SEVERAL - {"one", "another"} or many:
        return "some"
    return "someone"


def refers_back(token: "Token") -> bool:
    """Tell whether a noun is definite and has nothing after it that would tell which one is meant."""
    definite = any(c.dep_ in {"det", "poss"} and c.lower_ in {"the", "this", "that"} for c in token.children)
    told = any(
        c.dep_ in {"appos", "acl"}
        or (c.dep_ == "relcl" and c.left_edge.nbor(-1).text != ",")
        or (c.dep_ == "prep" and c.lower_ == "of")
        for c in token.children
    )
    return definite and not told
