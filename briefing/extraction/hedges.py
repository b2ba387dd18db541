"""How firmly, and whether at all: certainty and polarity of a claim, from the words at its predicate."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.dossier import Certainty, Polarity
from briefing.extraction.cues import verbs
from briefing.extraction.naming import words
from briefing.extraction.periods import Tense
from briefing.extraction.syntax import is_finite, is_no_longer, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AT_THE_VERB = frozenset({"aux", "auxpass", "advmod", "acomp", "attr", "oprd", "prt"})
_ON_DOWN = frozenset({"acomp", "xcomp", "attr", "oprd"})
"""Where the predicate goes on below its verb ("is expected to be able to")."""
_PASSIVE_ONLY = frozenset(
    {
        "say",
        "said",
        "think",
        "thought",
        "believe",
        "believed",
        "expect",
        "expected",
        "suspect",
        "suspected",
        "estimate",
        "estimated",
        "set",
        "report",
    }
)
"""Verbs that hedge only in the passive: "is said to", but not "he said"."""
_NO = frozenset({"no", "neither", "nobody", "none", "nothing"})
_AFFIRMED = (["not", "only"], ["not", "just"], ["no", "doubt"], ["no", "wonder"], ["no", "matter"])
"""Words without a verb that begin so deny nothing."""
_ALL = frozenset({"all", "every", "everyone", "everybody", "everything"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl"})
_STEPS = 3
_SOMEBODY = frozenset(
    {
        "i",
        "me",
        "we",
        "us",
        "you",
        "he",
        "him",
        "she",
        "her",
        "they",
        "them",
        "who",
        "whom",
        "employee",
        "worker",
        "staff",
    }
)
"""Who may be sent away; of "it" or "that" only an idea is dismissed."""
_NO_TIME = frozenset({"time", "way", "point", "circumstance", "moment", "stage", "case", "means"})
"""What "no" before it, behind a preposition, denies altogether ("at no time")."""
_TOUCHING = frozenset({"of", "to", "under"})
"""Prepositions behind which "no" denies what the verb says ("knew of no visit"); "for no reason" leaves it as it is."""
_PERCEIVED = frozenset({"see", "hear", "read", "feel", "smell", "taste"})
_AHEAD = frozenset({"will", "shall", "'ll", "wo", "sha"})
"""What helps a verb to speak of what is to come; "wo" and "sha" are what is left of "won't" and "shan't"."""


@cache
def _words(name: str) -> frozenset[str]:
    text = (files("briefing.extraction") / "lexicon" / "hedges.txt").read_text("utf-8")
    rows = dict(line.split(":", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return frozenset(rows[name].split())


def certainty_of(span: "Span") -> Certainty:
    """Return how firmly the words hold what they say."""
    forms = {form for token in _predicate(span) for form in _forms(token)}
    if forms & _words("possible"):
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if forms & _words("probable") else Certainty.CERTAIN


def polarity_of(span: "Span") -> Polarity:
    """Return whether the predicate is negated: by a particle, by "no" at its subject or object, or by its own meaning."""
    root = span.root
    if root.pos_ not in {"VERB", "AUX"} and not is_finite(root) and _begins_with_no(span):
        return Polarity.NEGATIVE
    negations = sum(c.dep_ == "neg" or is_no_longer(c) for c in root.children) + _has_no(root)
    negations += not negations and (_is_joined_by_nor(span) or _is_yet_to(root))
    negations += any(_forms(t) & _words("negative") for t in _predicate(span) if t.dep_ != "attr" or t.pos_ == "ADJ")
    negations += _stops_short(root)
    return Polarity.NEGATIVE if negations % 2 else Polarity.POSITIVE


def _begins_with_no(span: "Span") -> bool:
    """Tell whether words without a verb leave nothing of what they speak of ("No.", "Not a day sooner", "no room for others")."""
    said = [t.lower_ for t in span if t.is_alpha]
    return bool(said) and said[0] in _NO | {"not", "never", "nor"} and said[:2] not in _AFFIRMED


def _is_joined_by_nor(span: "Span") -> bool:
    """Tell whether "nor" or "neither" begins a claim, or joins it to what stands before."""
    before = span.doc[span.start - 1].lower_ if span.start > span.sent.start else ""
    return before == "nor" or span[0].lower_ in {"nor", "neither"}


def _is_yet_to(root: "Token") -> bool:
    """Tell whether something has "yet to" happen."""
    below = any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in root.children)
    return root.lemma_ in {"have", "be"} and below and any(c.lower_ == "yet" for c in root.children)


def _stops_short(root: "Token") -> bool:
    """Tell whether somebody stops, or falls, "short of" doing something."""
    short = (c for c in root.children if c.lower_ == "short" and root.lemma_ in {"stop", "fall"})
    return any(g.dep_ == "pcomp" for c in short for of in c.children for g in of.children)


def tense_of(span: "Span") -> Tense:
    """Return whether the predicate lies behind or ahead; in the present it may be either."""
    root = span.root
    helping = {c.lower_ for c in root.children if c.dep_ in {"aux", "auxpass"}}
    below = [c for c in root.children if c.dep_ == "xcomp"]
    to_come = any(g.lower_ == "to" and g.dep_ == "aux" for c in below for g in c.children)
    if helping & _AHEAD or (to_come and root.lower_ in {"is", "are", "'s", "'re", "going"}):
        return Tense.AHEAD
    perfect = helping & {"had", "was", "were", "did", "has", "have", "'ve"}
    return Tense.PAST if perfect or root.tag_ == "VBD" else Tense.OPEN


def _predicate(span: "Span") -> Iterator["Token"]:
    """Yield the words at which a claim's predicate stands: its verb, what helps it, and what completes it."""
    token = span.root
    for _ in range(_STEPS):
        yield token
        yield from (c for c in token.children if c.dep_ in _AT_THE_VERB)
        below = next((c for c in token.children if c.dep_ in _ON_DOWN), None)
        if below is None:
            return
        token = below


def _forms(token: "Token") -> set[str]:
    """Return the forms under which a word of a predicate may be a hedge or a negation."""
    lemma = token.lemma_.lower()
    if _means_something_else(token, lemma):
        return set()
    forms = {lemma, token.lower_}
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children)
    return forms - _PASSIVE_ONLY if token.pos_ == "VERB" and not passive else forms


def _means_something_else(token: "Token", lemma: str) -> bool:
    """Tell whether a word is used otherwise here: a ship appears, a wall fails, a clerk is dismissed, a court rules, a shout could be heard.

    A suspect is a suspect for certain, and what has no chance is not possible.
    """
    match lemma:
        case "suspect" | "chance" | "possibility" | "prospect" | "risk" | "option" | "hint" | "suggestion":
            return _says_no(token) or (lemma == "suspect" and token.pos_ == "NOUN")
        case "appear" | "seem":
            below = {"xcomp", "ccomp", "acomp", "oprd", "attr"}
        case "fail" | "stop" | "cease" | "quit":
            below = {"xcomp"}
        case "rule":
            below = {"prt"}
        case "dismiss":
            return _is_of_somebody(token)
        case "could":
            return token.head.lemma_.lower() in _PERCEIVED and not any(c.dep_ == "neg" for c in token.head.children)
        case "would":
            return _is_shifted_back(token)
        case _:
            return False
    return token.pos_ == "VERB" and not any(c.dep_ in below for c in token.children)


def _is_of_somebody(dismiss: "Token") -> bool:
    """Tell whether somebody is dismissed, who loses his place by it, and no idea."""
    whom = next((c for c in dismiss.children if c.dep_ in {"nsubjpass", "dobj"}), None)
    if whom is None and any(c.dep_ == "auxpass" for c in dismiss.children):
        whom = subject_of(dismiss)
    if whom is None or any(c.dep_ == "prep" and c.lower_ == "as" for c in dismiss.children):
        return False
    named = {whom.lower_, whom.lemma_.lower()} & (_SOMEBODY | words("occupations", "roles", "titles"))
    return bool(named) or whom.ent_type_ == "PERSON"


def _is_shifted_back(would: "Token") -> bool:
    """Tell whether "would" is the "will" of what was said, as the past of the verb of saying has it ("he would go, he said")."""
    verb = would.head
    told = verb.head if verb.dep_ in {"ccomp", "conj"} else None
    supposed = any(t.dep_ == "csubj" or (t.dep_ == "mark" and t.lower_ in {"if", "unless"}) for t in verb.subtree)
    return told is not None and told.tag_ == "VBD" and told.lemma_.lower() in verbs() and not supposed


def _has_no(root: "Token") -> bool:
    arguments = [c for c in root.children if c.dep_ in _ARGUMENTS]
    behind = [(c, g) for c in root.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"]
    arguments += [
        noun
        for prep, noun in behind
        if noun.lemma_ in _NO_TIME or (prep.lower_ in _TOUCHING and noun.lemma_ != "avail")
    ]
    neither = any(c.lower_ == "neither" and c.dep_ == "preconj" for c in root.children)
    return neither or any(a.lower_ in _NO or (_says_no(a) and not _is_certain(a)) for a in arguments)


def _is_certain(noun: "Token") -> bool:
    """Tell whether there is no doubt or question that something is so."""
    return noun.lemma_ in {"doubt", "question"} and any(c.dep_ in {"acl", "ccomp", "relcl"} for c in noun.children)


def _says_no(noun: "Token") -> bool:
    """Tell whether what stands before a noun leaves nothing of it, or not all: "no", "nobody's", "not a", "not one", "not every"."""
    first = noun.left_edge
    not_one = first.lower_ == "not" and first.nbor(1).lower_ in {"a", "an", "one", "single"} | _ALL
    return not_one or any(c.lower_ in _NO and c.dep_ in {"det", "poss", "preconj", "nummod"} for c in noun.children)
