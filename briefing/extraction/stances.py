"""Where somebody stands, said without a verb of saying: "is against tolls", "is all for it", "would rather wait", "sees no need", "has no record"."""

from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.said import Said, can_act, is_document, is_speaker
from briefing.extraction.syntax import FINITE, chars, end_of, noun_phrase, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_NO_MATTERS = frozenset({"PERSON", "GPE", "ORG", "NORP", "DATE", "TIME"})
"""Who is against these plays against them, or goes to court."""
_HARDLY_ANY = frozenset({"no", "little", "few"})
_MAYBE = frozenset({"may", "might", "could", "if"})


def by_stance(token: "Token") -> Said | None:
    """Read a preposition or "rather" by which somebody is said to be for or against something, or to prefer it, or what he sees none of."""
    if token.lower_ == "rather":
        return _preferring(token)
    if token.lemma_ in {"see", "have"}:
        return _with_none(token)
    if token.lemma_ == "know":
        return _knowing_nothing(token)
    verb = token.head
    if token.dep_ != "prep" or verb.lemma_ != "be" or token.i < verb.i:
        return None
    about = next((c for c in token.children if c.dep_ in {"pobj", "pcomp"}), None)
    against = token.lower_ == "against"
    wholly = token.lower_ == "for" and verb.doc[token.i - 1].lower_ == "all"
    favour = (
        token.lower_ == "in"
        and about is not None
        and about.lower_ in {"favour", "favor"}
        and any(c.lower_ == "of" for c in about.children)
    )
    if about is None or not (against or wholly or favour) or about.ent_type_ in _NO_MATTERS:
        return None
    return _held(verb, token, about, Mode.REFUSES if against else Mode.ASSERTS)


def _preferring(rather: "Token") -> Said | None:
    verb = rather.head
    would = any(c.dep_ == "aux" and c.lower_ in {"would", "'d", "’d"} for c in verb.children)
    return _held(verb, verb, verb, Mode.HOPES) if rather.dep_ == "advmod" and would and verb.tag_ == "VB" else None


def _with_none(verb: "Token") -> Said | None:
    """Read "sees no need to wait", "sees little risk" and "has no record of it", which judge; who sees no lorry has not seen one."""
    what = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    none = what is not None and any(c.lower_ in _HARDLY_ANY for c in what.children)
    kind = "none" if verb.lemma_ == "see" else "lacking"
    if what is None or not none or what.lemma_.lower() not in cues.words("noun", kind) or verb.tag_ not in FINITE:
        return None
    return _held(verb, verb, what, Mode.ASSERTS)


def _knowing_nothing(know: "Token") -> Said | None:
    """Read "knows nothing of a sale"."""
    what = next((c for c in know.children if c.dep_ == "dobj" and c.i > know.i and c.lower_ == "nothing"), None)
    about = (c for t in (know, what) if t is not None for c in t.children if c.lower_ in {"of", "about"})
    of = next(about, None) if what is not None and know.tag_ in FINITE else None
    return _held(know, know, of, Mode.ASSERTS) if of is not None else None


def _held(verb: "Token", cue: "Token", about: "Token", mode: Mode) -> Said | None:
    """Return the clause of a verb as what its subject holds, if that can hold anything and nothing leaves it open."""
    subject = own_subject(verb)
    if subject is None or subject.i > verb.i or subject.lower_ == "it" or is_document(subject):
        return None
    open_ = any(c.lower_ in _MAYBE or c.dep_ == "neg" for c in verb.children)
    if open_ or not is_speaker(subject) or not can_act(subject):
        return None
    last = about.right_edge
    while last.is_punct and last.i > verb.i:
        last = last.nbor(-1)
    whole = (int(subject.left_edge.idx), end_of(last))
    return Said(noun_phrase(subject), chars(verb.doc[cue.i : cue.i + 1]), (whole,), mode, verb, whole)
