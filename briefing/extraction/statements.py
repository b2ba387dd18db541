"""What a claim plainly says of whom: its predicate with who, whom, where and when, negation and what amounts to it taken off."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.extraction.naming import words
from briefing.extraction.operators import IN_PART
from briefing.extraction.opposites import is_quality
from briefing.extraction.syntax import SUBJECTS, asks, is_no_longer, means_speaker, own_subject, subject_of
from briefing.extraction.things import Thing, Things, thing_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

EntityAt = Callable[["Token"], int | None]

LOOSE = "~"
"""Begins the kind of a time that is neither a date nor an hour."""
PAST, NOW, AHEAD = "past", "now", "ahead"

_DENIES = frozenset({"deny", "dispute", "refute", "rebut", "disclaim"})
_OMITS = frozenset({"fail", "stop", "cease", "quit"})
_REFUSES = frozenset({"refuse", "decline"})
_PROMISES = frozenset({"promise", "pledge", "vow", "undertake"})
_JUDGES = frozenset({"call", "consider", "find", "deem", "think", "believe", "declare"})
_OPEN = frozenset({"may", "might", "could", "should", "must", "can", "ought", "need"})
"""What helps a verb to say less, or something else, than that it is so."""
_AHEAD = frozenset({"will", "shall", "'ll", "wo", "sha"})
_CONDITIONS = frozenset({"if", "unless", "whether", "before", "until", "once", "though", "although"})
_PARTLY = IN_PART | frozenset(
    "only even yet still almost nearly hardly barely partly already too less more so as again".split()  # noqa: SIM905 - a list of words reads better
)
"""Adverbs that make more or less of a predicate than it or its negation says."""
_NEVER = frozenset({"never"})
_NO = frozenset({"no", "none", "nobody", "nothing", "neither"})
_MOST = 4
"""So many meanings of a pronoun are looked at, the nearest."""
_STEPS = 3
_ONE_FORM = frozenset(
    [
        "beat",
        "bet",
        "burst",
        "cast",
        "cost",
        "cut",
        "hit",
        "hurt",
        "let",
        "put",
        "quit",
        "read",
        "set",
        "shut",
        "split",
        "spread",
    ]
)
"""Verbs whose past looks like their present."""
_WHEN = re.compile(
    r"\b(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b(?P<hour>\d{1,2}(?:[.:]\d\d)?) ?(?:am|pm|a\.m|p\.m|o'clock)|"
    r"\b(?P<clock>\d{1,2}[.:]\d\d)\b|\b(?P<year>(?:19|20)\d\d)\b|"
    r"\b(?P<month>january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"(?: (?P<date>[0-3]?\d)\b)?|(?<![\d.:])(?P<_date>[0-3]?\d)(?= (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)


class Statement(Struct, frozen=True):
    """A predicate said of somebody or something.

    `who` and `whom` are what the subject (in the passive: "by") and the object may mean, several for a pronoun; `where` the
    things behind prepositions with these; `when` its times by their kind (weekday, hour, year ...). `tenses` are those in which it may
    be meant: what is reported of the past may be so now, unless its time is told. `amount` is how old, long or high something is; `pronoun` tells that a
    pronoun stands for who or whom.
    """

    predicate: str
    who: tuple[Thing, ...] = ()
    whom: tuple[Thing, ...] = ()
    where: tuple[tuple[str, Thing], ...] = ()
    when: tuple[tuple[str, str], ...] = ()
    manner: frozenset[str] = frozenset()
    tenses: frozenset[str] = frozenset()
    negative: bool = False
    is_state: bool = False
    amount: str = ""
    pronoun: bool = False


class _Core(Struct):
    """The word at which a predicate stands, once what only affirms or denies it is taken off."""

    verb: "Token"
    subject: "Token | None"
    negative: bool
    ahead: bool


def statement_of(span: "Span", number: int, things: Things, entity_at: EntityAt, *, reported: bool) -> Statement | None:
    """Return what the words of a claim in a paragraph plainly say; None if they are not plain: hedged, conditional, of many parts."""
    if asks(span.sent):
        return None
    if (judged := _judged(span.root)) is not None:
        subject, word = judged
        who = tuple(_meant([subject], number, things, entity_at))
        both = frozenset({PAST, NOW})
        return Statement(word.lemma_.lower(), who, tenses=both, is_state=True, pronoun=subject.pos_ == "PRON")
    core = _core(span.root)
    if core is None or core.verb.pos_ not in {"VERB", "AUX"} or not _is_plain(core.verb, reported=reported):
        return None
    return _read(core, number, things, entity_at, reported=reported)


def _judged(root: "Token") -> "tuple[Token, Token] | None":
    """Return what somebody calls, or holds to be, what ("considered the plan unfair")."""
    if root.lemma_.lower() not in _JUDGES or _negations(root):
        return None
    found = (c for c in root.children if c.pos_ == "ADJ" and c.dep_ in {"ccomp", "oprd", "xcomp"} and not _negations(c))
    pairs = ((g, c) for c in found for g in c.children if g.dep_ == "nsubj")
    return next(pairs, None)


def _core(root: "Token") -> _Core | None:
    found = _Core(root, subject_of(root) or _passive_subject(root), negative=False, ahead=False)
    for _ in range(_STEPS):
        verb = found.verb
        below = next((c for c in verb.children if c.dep_ in {"ccomp", "xcomp"} and c.pos_ in {"VERB", "AUX"}), None)
        lemma = verb.lemma_.lower()
        flips, promised = lemma in _DENIES | _REFUSES, lemma in _REFUSES | _PROMISES
        if lemma == "be" and (clause := _called_untrue(verb)) is not None:
            below, flips = clause, True
        elif lemma in _OMITS and below is not None and below.dep_ == "xcomp":
            flips = True
        elif not flips and not promised:
            return found
        if below is None or _negations(verb) or (lemma in _REFUSES and below.dep_ != "xcomp"):
            return None if flips and lemma not in _REFUSES else found
        subject = own_subject(below) or _passive_subject(below)
        found = _Core(below, subject or found.subject, found.negative ^ flips, found.ahead or promised)
    return None


def _called_untrue(be: "Token") -> "Token | None":
    """Return the clause that is said to be false ("the report that ... is false", "it is false that ...")."""
    said = next((c for c in be.children if c.dep_ in {"acomp", "attr"}), None)
    if said is None or said.lemma_.lower() not in words("untrue"):
        return None
    nouns = [c for c in be.children if c.dep_ == "nsubj"]
    holding = [be, said, *nouns]
    clauses = (c for word in holding for c in word.children if c.dep_ in {"acl", "relcl", "ccomp", "csubj"})
    return next((c for c in clauses if any(g.lower_ == "that" for g in c.children)), None)


def _passive_subject(verb: "Token") -> "Token | None":
    at = [verb, *(c for c in verb.children if c.dep_ == "auxpass")]
    found = next((c for word in at for c in word.children if c.dep_ in SUBJECTS), None)
    return found if found is not None or verb.dep_ != "conj" else _passive_subject(verb.head)


def _is_plain(verb: "Token", *, reported: bool) -> bool:
    for child in verb.children:
        lower = child.lower_
        if child.dep_ == "aux" and (lower in _OPEN or (lower in {"would", "'d", "’d"} and not reported)):
            return False
        if child.dep_ == "advmod" and lower in _PARTLY and not is_no_longer(child):
            return False
        if child.dep_ == "mark" and lower in _CONDITIONS:
            return False
        if child.dep_ == "advcl" and any(g.lower_ in _CONDITIONS for g in child.children):
            return False
        if child.dep_ in {"ccomp", "csubj"}:
            return False
    return True


def _read(core: _Core, number: int, things: Things, entity_at: EntityAt, *, reported: bool) -> Statement | None:
    verb = core.verb
    said = _complement(verb)
    head = said if said is not None else verb
    if head is not verb and any(c.dep_ == "advmod" and c.lower_ in _PARTLY for c in head.children):
        return None
    acting = [g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"]
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    objects = [c for c in head.children if c.dep_ == "dobj" or (c.dep_ == "oprd" and c.pos_ == "NOUN")]
    objects = objects[:1] if head.pos_ != "NOUN" else []
    subject = _passive_subject(verb) if acting else core.subject
    subjects = [subject] if subject is not None else []
    if any(c.dep_ == "expl" for c in verb.children) and said is not None:
        subjects, head, predicate = [said], verb, "there_be"
    else:
        predicate = _named(verb, head)
    is_state = said is not None
    if passive and not acting and said is None and is_quality(verb.lower_, verb.lemma_.lower()):
        predicate, passive, is_state = verb.lower_, False, True
    who, whom = (acting, subjects) if passive and said is None else (subjects, objects)
    if (
        predicate == "be"
        or not (who or whom)
        or any(t.lower_ in _NO | {"who", "which", "what", "that"} for t in (*who, *whom))
    ):
        return None

    def meant(tokens: "list[Token]") -> tuple[Thing, ...]:
        return tuple(_meant(tokens, number, things, entity_at))

    places = list(_places(verb, head, objects))
    when = dict(_when(verb, head, places))
    tenses = _tenses(core, reported=reported)
    return Statement(
        predicate=predicate,
        who=meant(who),
        whom=meant(whom),
        where=tuple((prep, thing_of(noun, entity_at)) for prep, noun in places if not _times(noun)),
        when=tuple(when.items()),
        manner=_manner(verb, head),
        tenses=tenses - {NOW} if when and PAST in tenses else tenses,
        negative=core.negative ^ (_negations(verb) % 2 == 1),
        is_state=is_state,
        amount=" ".join(_phrase(c).lower() for c in _adverbs(verb, head) if _is_amount(c)),
        pronoun=any(t.pos_ == "PRON" for t in (*who, *whom)),
    )


def _complement(verb: "Token") -> "Token | None":
    """Return what a subject is said to be."""
    kinds = {"acomp", "attr"} if verb.lemma_.lower() in {"be", "remain", "stay"} else set()
    return next((c for c in verb.children if c.dep_ in kinds and c.pos_ in {"ADJ", "NOUN", "VERB"}), None)


def _named(verb: "Token", head: "Token") -> str:
    """Return the name of a predicate: its lemma with a particle, with the verb that it governs."""
    particle = next((c for c in head.children if c.dep_ == "prt"), None)
    name = (
        head.lower_
        if head.tag_ in {"JJR", "JJS"} or (head is not verb and head.pos_ == "VERB")
        else f"{'re' if _is_again(head) else ''}{head.lemma_.lower()}"
    )
    if head.lemma_.lower() == "be" or (particle is None and head is verb):
        particle = next((c for c in head.children if c.dep_ == "advmod" and c.lower_ in {"up", "down"}), particle)
    below = next((c for c in head.children if c.dep_ == "xcomp"), None)
    parts = [name, particle.lower_ if particle is not None else "", below.lemma_.lower() if below is not None else ""]
    return "_".join(p for p in parts if p)


def _is_again(verb: "Token") -> bool:
    """Tell whether a verb stands behind "re-", which makes another deed of it: who is re-elected was elected at another time."""
    before = verb.doc[max(0, verb.i - 2) : verb.i].text.lower()
    return before == "re-"


def _meant(tokens: "list[Token]", number: int, things: Things, entity_at: EntityAt) -> Iterator[Thing]:
    for token in tokens:
        entity = entity_at(token)
        if means_speaker(token) and entity is not None:
            yield Thing("", entity=entity)
            continue
        if token.pos_ == "PRON" and entity is not None:
            yield Thing("", entity=entity)
        nearest = islice(things.meant(number, token), _MOST)
        yield from (thing_of(noun, entity_at) for noun in nearest)


def _places(verb: "Token", head: "Token", objects: "list[Token]") -> Iterator[tuple[str, "Token"]]:
    for word in dict.fromkeys((verb, head, *objects)):
        for prep in word.children:
            if prep.dep_ in {"prep", "dative"} and not (word in objects and prep.lower_ == "of"):
                yield from ((prep.lower_, noun) for noun in prep.children if noun.dep_ == "pobj")


def _times(noun: "Token") -> bool:
    return noun.ent_type_ in {"DATE", "TIME"} or _WHEN.search(_phrase(noun)) is not None


def _phrase(noun: "Token") -> str:
    return noun.doc[noun.left_edge.i : noun.right_edge.i + 1].text


def _when(verb: "Token", head: "Token", places: list[tuple[str, "Token"]]) -> Iterator[tuple[str, str]]:
    """Yield the times of a predicate by kind; what is no date or hour is loosely of the kind of its noun ("last year")."""
    adverbs = [c for c in _adverbs(verb, head) if not _is_amount(c)]
    for noun in [n for _, n in places if _times(n)] + [c for c in adverbs if c.ent_type_ in {"DATE", "TIME"}]:
        phrase = _phrase(noun).lower()
        kinds = [(k.strip("_"), v.lower()) for m in _WHEN.finditer(phrase) for k, v in m.groupdict().items() if v]
        yield from kinds or [(f"{LOOSE}{noun.lemma_.lower()}", phrase)]


def _adverbs(verb: "Token", head: "Token") -> "list[Token]":
    return [c for w in dict.fromkeys((verb, head)) for c in w.children if c.dep_ in {"npadvmod", "advmod"}]


def _is_amount(adverb: "Token") -> bool:
    """Tell whether words say how much of a quality something has ("14 years old")."""
    return adverb.head.pos_ == "ADJ" and adverb.pos_ == "NOUN" and any(c.like_num for c in adverb.children)


def _manner(verb: "Token", head: "Token") -> frozenset[str]:
    words = {c.lower_ for w in (verb, head) for c in w.children if c.dep_ == "advmod" and not c.ent_type_}
    if head is not verb and head.pos_ == "NOUN":
        words |= {c.lemma_.lower() for c in head.children if c.dep_ in {"amod", "compound"} and not c.like_num}
        words |= {g.lemma_.lower() for c in head.children if c.dep_ == "prep" for g in c.children if g.dep_ == "pobj"}
    return frozenset(words - _NEVER - {"up", "down", "longer", "not", "per"})


def _tenses(core: _Core, *, reported: bool) -> frozenset[str]:
    helping = {c.lower_ for c in core.verb.children if c.dep_ in {"aux", "auxpass"}}
    if core.ahead or helping & (_AHEAD | {"would"}):
        return frozenset({AHEAD})
    tag = core.verb.tag_
    if helping & {"has", "have", "had", "'ve", "did", "was", "were"} or tag in {"VBD", "VBN", "VBG"}:
        return frozenset({PAST, NOW} if reported else {PAST})
    return frozenset({PAST, NOW} if core.verb.lower_ in _ONE_FORM else {NOW})


def _negations(verb: "Token") -> int:
    """Return how often a predicate is negated: at its verb, or by "no" at its subject or object."""
    count = 0
    for child in verb.children:
        count += child.dep_ == "neg" or child.lower_ in _NEVER or is_no_longer(child)
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}:
            count += child.lower_ in _NO or any(g.lower_ in _NO for g in child.children if g.dep_ in {"det", "neg"})
    return count
