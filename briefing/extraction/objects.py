"""What is said in fewer words than a clause: an object with what belongs to it, a number put on something, what something is called."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.naming import words
from briefing.extraction.quotes import Quotation
from briefing.extraction.said import Place, can_act, is_document
from briefing.extraction.syntax import asks, chars, end_of, groups, is_passive, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NUMBERS = frozenset({"CD", "JJR", "RBR", "RB", "IN", "$"})
"""What a number begins with ("at more than 5,000")."""
_WHERE = frozenset({"during", "after", "before", "since", "until", "in", "on"})
_OF_WHAT = frozenset({"accuse", "suspect", "convict", "acquit", "warn"})
"""What somebody is accused "of" the parser may hang on who accuses him."""
_CALLING = frozenset({"call", "label", "brand", "dub"})
_POINTING = frozenset({"that", "this", "these", "those"})
"""What is called something, where the parser takes it for an article ("calls that gossip")."""
_LARGE = frozenset({"thousand", "million", "billion"})
"""What a number in words ends with that is no hour."""
_MANY = re.compile(r"\d{3,}|\d{1,3}(?:,\d{3})+")
_TOLD_BY_ITSELF = frozenset({"ROOT", "conj"})
"""Verbs in these places tell something by themselves."""
_PERSONS = ("occupations", "roles", "male", "female")
"""Classes of words for somebody by himself."""
_WRITING = frozenset({"reporter", "reporters", "correspondent", "author", "authors"})


def objects(verb: "Token", speaker: "Span", kinds: "cues.Kinds") -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield what may be said so, likeliest first, with the kind of content it is."""
    if "object" in kinds:
        yield "object", _object(verb, kinds["object"])
    if "told" in kinds and any(c.dep_ == "dobj" and _is_account(c) for c in verb.children):
        yield "told", _object(verb, kinds["told"])
    if "shown" in kinds:
        yield "shown", _shown(verb, speaker)
    if "sensed" in kinds and _is_told_of(verb) and not is_passive(verb) and _is_witness(speaker.root, verb):
        yield "sensed", _object(verb, kinds["sensed"])
    if "counted" in kinds:
        yield "counted", _counted(verb)
    if "take" in kinds:
        yield "take", _taken(verb)
    if "plea" in kinds:
        yield (
            "plea",
            tuple(chars(verb.doc[c.left_edge.i : c.right_edge.i + 1]) for c in verb.children if c.dep_ == "acomp"),
        )
    if "=higher" in kinds:
        yield "=higher", _compared(verb)
    yield from _prepositional(verb, kinds)


def _object(verb: "Token", mode: Mode) -> tuple[Place, ...]:
    if is_passive(verb):
        return _in_the_passive(verb) if mode is not Mode.REPORTS else ()
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    what = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and c.left_edge.lower_ == "what"), None)
    if thing is None and what is not None:
        return ((int(what.left_edge.idx), end_before_punctuation(what.right_edge)),)
    denies = mode in {Mode.DENIES, Mode.REFUSES}
    if thing is None or thing.i < verb.i or (thing.lower_ in {"it", "that", "this", "what"} and not denies):
        return ()
    if verb.lemma_ == "cite" and can_act(thing) and not any(c.lower_ == "for" for c in verb.children):
        return ()
    last = thing.right_edge
    for child in verb.children:
        if child.dep_ in {"prep", "dative"} and child.i == last.i + 1 and not _is_when(child):
            last = child.right_edge
    return ((int(thing.left_edge.idx), end_before_punctuation(_without_aside(thing, last))),)


def _without_aside(thing: "Token", last: "Token") -> "Token":
    """Return the last word before a clause behind a comma that tells more of the thing, or says more, than is said of it."""
    more = (c.left_edge for c in thing.subtree if c.i > thing.i and _tells_more(c, last))
    aside = next((first for first in more if first.i > thing.i + 1 and first.nbor(-1).text == ","), None)
    return aside.nbor(-2) if aside is not None else last


def _tells_more(verb: "Token", last: "Token") -> bool:
    """Tell whether a verb begins a relative clause that goes on to the last word, or says by a participle what somebody says besides."""
    besides = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.lemma_.lower() in cues.verbs()
    return besides or (verb.dep_ == "relcl" and verb.right_edge == last)


def _is_when(prep: "Token") -> bool:
    """Tell whether a preposition tells when or where something is said, and nothing of what."""
    return any(c.ent_type_ in {"DATE", "TIME"} for c in prep.children) or prep.lower_ in _WHERE


def _in_the_passive(verb: "Token") -> tuple[Place, ...]:
    """Return who is accused, praised or blamed, and what for."""
    about = [
        c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ == "prep" and c.lower_ in {"of", "for", "as"})
    ]
    if verb.lemma_ in _OF_WHAT:
        agents = (c for a in verb.children if a.dep_ == "agent" for c in a.subtree)
        about += [c for c in agents if c.dep_ == "prep" and c.lower_ == "of"]
    return tuple(chars(span) for span in groups({t for c in about for t in c.subtree}))


def _is_witness(who: "Token", verb: "Token") -> bool:
    """Tell whether somebody tells what he saw or heard: a person, or for what is found whoever or whatever looks into things; the article's own reporter is none."""
    if verb.dep_ not in _TOLD_BY_ITSELF or who.lower_ in _WRITING or asks(verb.sent):
        return False
    if verb.lemma_ == "find" and (who.lower_ in words("inquirers", "outlets") or is_document(who)):
        return True
    if who.pos_ != "NOUN":
        named = who.pos_ == "PROPN" and who.ent_type_ == "PERSON"
        return named or (verb.lemma_ != "find" and who.lower_ in {"he", "she", "they"})
    if verb.lemma_ == "find":
        return who.tag_ == "NN" and who.lower_ in words(*_PERSONS)
    return bool({who.lower_, who.lemma_.lower()} & words(*_PERSONS, "groups"))


def _is_account(thing: "Token") -> bool:
    """Tell whether a word is a number, a list or a version that is given for the first time."""
    known = any(c.dep_ == "det" and c.lower_ in {"the", "that", "this", "no"} for c in thing.children)
    return thing.lower_ in words("told") and not known


def _shown(verb: "Token", speaker: "Span") -> tuple[Place, ...]:
    """Return the paper or the picture that is brought up for the first time, unless it is put to somebody who then has the word."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ in words("exhibits")), None)
    if thing is None or thing.i < verb.i or verb.dep_ not in _TOLD_BY_ITSELF or is_passive(verb):
        return ()
    known = any(c.dep_ == "poss" or c.lower_ in {"the", "that", "no", "any"} for c in thing.children)
    put_to = any(c.lower_ in {"him", "her", "them"} for c in verb.children) or speaker.root.lower_ == "they"
    return () if known or put_to else ((int(thing.left_edge.idx), _end_with_how(verb)),)


def _counted(verb: "Token") -> tuple[Place, ...]:
    """Return how many somebody has dealt with, and how ("has treated 30 people for burns")."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    number = thing is not None and any(c.dep_ == "nummod" for c in thing.children)
    has = any(c.dep_ == "aux" and c.lower_ in {"has", "have"} for c in verb.children)
    if thing is None or thing.i < verb.i or not number or not has or verb.dep_ not in _TOLD_BY_ITSELF:
        return ()
    return ((int(thing.left_edge.idx), _end_with_how(verb)),)


def _end_with_how(verb: "Token") -> int:
    """Return where the object of a verb ends with what tells how, when and where."""
    behind = [c.right_edge for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "prep", "advmod", "npadvmod"}]
    return end_before_punctuation(max(behind, key=lambda t: t.i))


def _is_told_of(verb: "Token") -> bool:
    """Tell whether something has been seen or heard, or whether it is found or not, be it now ("finds no fault", "cannot find a letter")."""
    able = any(c.dep_ == "aux" and c.lower_ in {"can", "ca", "could"} for c in verb.children)
    return verb.tag_ in {"VBD", "VBN"} or (verb.lemma_ == "find" and (verb.tag_ in {"VBZ", "VBP"} or able))


def _taken(verb: "Token") -> tuple[Place, ...]:
    """Return what something is taken to be or to mean."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    what = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl"} and c.lower_ in {"be", "mean"}), None)
    told = what is not None and (what.lower_ == "mean" or any(c.dep_ in {"attr", "acomp"} for c in what.children))
    if thing is None or what is None or what.i < thing.i or not told:
        return ()
    return ((int(thing.left_edge.idx), end_before_punctuation(what.right_edge)),)


def _compared(verb: "Token") -> tuple[Place, ...]:
    """Return a number that is put higher or lower than another."""
    thing = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    more = next((c for c in verb.children if c.lower_ in {"higher", "lower"} and c.i > verb.i), None)
    return ((int(thing.left_edge.idx), end_of(more)),) if thing is not None and more is not None else ()


def _prepositional(verb: "Token", kinds: "cues.Kinds") -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield what a preposition brings in; of what something is put at, or attributed to, the thing goes with it."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    for child in verb.children:
        marked = next((g for g in child.children if g.dep_ == "mark" and g.lower_ == "for"), None)
        if marked is not None and "+for" in kinds and child.dep_ == "advcl" and child.i > verb.i and thing is None:
            yield "+for", ((marked.nbor(1).idx, end_before_punctuation(child.right_edge)),)
    below = [] if thing is None else [t for t in verb.subtree if t.i > thing.i and _is_put_at(t)]
    for child in (*verb.children, *below):
        before = "=" if thing is not None else "#" if f"#{child.lower_}" in kinds and _is_of_many(child) else "+"
        kind = f"{before}{child.lower_}"
        if child.dep_ not in {"prep", "dative"} or kind not in kinds or child.i < verb.i:
            continue
        about = next((g for g in child.children if g.dep_ in {"pobj", "pcomp"}), None)
        counted = thing is not None and thing.lower_ in words("counts") and about is not None and about.tag_ == "CD"
        if about is not None and (counted or verb.lemma_ not in cues.words("reports", "=to")):
            first = thing.left_edge if thing is not None else about.left_edge
            yield kind, ((int(first.idx), end_before_punctuation(about.right_edge)),)


def _is_of_many(preposition: "Token") -> bool:
    """Tell whether a preposition brings in a large number, or how many of something, and no hour or place ("arrives at 640 names")."""
    about = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if about is None or preposition.i != preposition.head.i + 1 or about.ent_type_ in {"DATE", "TIME"}:
        return False
    several = about.tag_ == "NNS" and any(c.dep_ == "nummod" for c in about.children)
    return several or (about.tag_ == "CD" and (about.lower_ in _LARGE or _MANY.fullmatch(about.text) is not None))


def _is_put_at(preposition: "Token") -> bool:
    """Tell whether a number stands behind "at" or "to", which the parser may have hung on what is counted."""
    if preposition.lower_ not in {"at", "to"} or preposition.i + 1 >= len(preposition.doc):
        return False
    return preposition.nbor().tag_ in (_NUMBERS if preposition.lower_ == "at" else {"CD", "$"})


def label(verb: "Token", quotations: list[Quotation]) -> tuple[Place, ...]:
    """Return what is called something, and what it is called, which is often a quotation."""
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    called = next(
        (c for c in verb.children if c.i > verb.i and (c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as"))),
        None,
    )
    if thing is not None and thing.lower_.endswith(("self", "selves")):
        return ()
    small = next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in {"NOUN", "ADJ", "PROPN"}), None)
    if called is not None and thing is not None and thing.dep_ == "dobj" and thing.i > verb.i:
        return ((int(thing.left_edge.idx), end_before_punctuation(called.right_edge)),)
    if small is not None and own_subject(small) is not None and small.i > verb.i and verb.lemma_ == "call":
        return ((int(small.left_edge.idx), end_before_punctuation(small.right_edge)),)
    if verb.lemma_ in _CALLING and verb.i + 1 < verb.sent.end:
        first, last = int(verb.nbor(1).idx), verb.sent.end_char
        named = next((q for q in quotations if first < q.start < last), None)
        between = verb.doc.text[first : named.start].strip() if named else ""
        if named is not None and between and not any(mark in between for mark in ",.;:"):
            return ((first, named.end),)
    if verb.lemma_ in _CALLING and thing is not None and thing.i > verb.nbor().i and verb.nbor().lower_ in _POINTING:
        return ((int(verb.nbor().idx), end_before_punctuation(thing.right_edge)),)
    return ()


def figure(verb: "Token") -> tuple[Place, ...]:
    """Return the bare number that somebody says ("The opposition says 900 million")."""
    number = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ == "NUM" and c.i > verb.i), None)
    if number is None or verb.lemma_ != "say":
        return ()
    last = max(
        (c.right_edge for c in verb.children if c.i >= number.i and c.dep_ in {"dobj", "prep"}), key=lambda t: t.i
    )
    return ((int(number.left_edge.idx), end_before_punctuation(last)),)


def end_before_punctuation(last: "Token") -> int:
    """Return the character after a token, or after the word before it if it is a mark that closes nothing."""
    while last.is_punct and last.text not in {'"', "'", ")"} and last.i > 0:
        last = last.nbor(-1)
    return end_of(last)
