"""What the writer tells he has from others: "I have it from his sister that", "she let it be known that", "officials I spoke to say"."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Mode
from briefing.extraction.said import Said, can_act, is_speaker
from briefing.extraction.syntax import chars, end_of, groups, noun_phrase, own_subject, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_LET_IT = 3
"""So many words on "known" stands in "let it be known"."""
_LEARN = frozenset({"understand", "hear", "gather"})
_SPEAK = frozenset({"speak", "talk"})


def by_hearsay(verb: "Token") -> Said | None:
    """Read a verb of hearsay with whom it comes from."""
    return _by_it(verb) or _by_those_spoken_to(verb)


def _by_it(verb: "Token") -> Said | None:
    """Read "I have it from his sister that ...", "we understand from two clerks that ...", and "he let it be known that ...", "let them know that ..." or "let slip that ..."."""
    learns = _learns(verb)
    if verb.lemma_ not in {"have", "let"} and not learns:
        return None
    known = next((c for c in verb.children if c.dep_ == "ccomp" and c.lower_ in {"known", "know", "slip"}), None)
    whom: Token | None = None
    if learns or (verb.lemma_ == "have" and any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children)):
        source = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "from"), None)
        whom = next((c for c in source.children if c.dep_ == "pobj"), None) if source is not None else None
        known = verb
    elif verb.lemma_ == "let" and known is not None and known.i - verb.i <= _LET_IT:
        whom = subject_of(verb)
    clause = next((t for t in verb.subtree if t.i > known.i and _is_that(t)), None) if known is not None else None
    if whom is None or clause is None or not is_speaker(whom) or whom.ent_type_ == "GPE" or not can_act(whom):
        return None
    return _said(whom, verb, known or verb, clause)


def _learns(verb: "Token") -> bool:
    """Tell whether the writer says that he understands or hears something."""
    if verb.lemma_ not in _LEARN or verb.tag_ != "VBP" or any(c.dep_ == "dobj" for c in verb.children):
        return False
    writer = own_subject(verb)
    return writer is not None and writer.lower_ in {"i", "we"}


def _by_those_spoken_to(verb: "Token") -> Said | None:
    """Read "Officials I spoke to say the wall is old", which the parser takes for what was spoken "to say"."""
    to, spoke = verb.nbor(-1) if verb.i > 0 else verb, verb.head
    if spoke.lemma_ not in _SPEAK:
        return None
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if to.lower_ != "to" or to.head != verb or spoke.i != to.i - 1 or clause is None:
        return None
    me = own_subject(spoke)
    if me is None or me.lower_ not in {"i", "we"} or me.i == verb.sent.start:
        return None
    whom = me.nbor(-1)
    said = _said(whom, verb, verb, clause) if whom.pos_ in {"NOUN", "PROPN"} else None
    opens = said is not None and whom.left_edge.i == verb.sent.start
    return replace(said, root=verb.sent.root) if said is not None and opens else said


def _said(whom: "Token", verb: "Token", last: "Token", clause: "Token") -> Said:
    content = tuple(chars(span) for span in groups(clause.subtree))
    return Said(noun_phrase(whom), (verb.idx, end_of(last)), content, Mode.ASSERTS, verb)


def _is_that(verb: "Token") -> bool:
    """Tell whether a word is the verb of a clause with "that", whatever the parser hung it on."""
    first = verb.left_edge
    return first.lower_ == "that" and any(
        c.dep_ in {"nsubj", "nsubjpass", "expl"} and c != first for c in verb.children
    )
