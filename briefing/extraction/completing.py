"""The words of a claim with what they leave out: the noun that a relative clause is about, the subject that predicates share."""

from typing import TYPE_CHECKING

from briefing.extraction.syntax import RELATIVE, SUBJECTS, is_finite, noun_phrase, own_subject, subject_of, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "NUM"})
_FEW_WORDS = 14
"""A subject of more words is told by the word it hangs on."""


def completed(piece: "Span") -> "Span":
    """Return a relative clause, a participle or an infinitive together with what it is about; anything else as it is.

    So "a regime that has fallen" is a claim, and so is "the board's plan to leave" or "made no request to stay".
    """
    first, root = piece[0], piece.root
    if first.lower_ in RELATIVE and first.dep_ != "mark" and first.tag_ != "IN":
        clause = next((t for t in first.ancestors if t.dep_ == "relcl"), None)
        return _with_noun(piece, clause.head) if clause is not None else piece
    if (root.dep_ == "acl" and root.tag_ == "VBG" and first == root) or _is_said_of_the_noun_before(root):
        return _with_noun(piece, root.head)
    if not any(c.dep_ == "aux" and c.lower_ == "to" for c in root.children):
        return piece
    if root.head.lemma_ == "be" and root.dep_ in {"xcomp", "ccomp"} and root.head.i < piece.start:
        return piece.doc[_start_of_clause(root.head) : piece.end]
    wanted = _with_noun(piece, root.head) if root.head.pos_ == "NOUN" and root.dep_ in {"acl", "ccomp"} else piece
    owned = any(c.dep_ == "poss" for c in root.head.children)
    if wanted is piece or owned or root.head.dep_ != "dobj" or root.head.head.pos_ != "VERB":
        return wanted
    return piece.doc[min(_start_of_clause(root.head.head), wanted.start) : piece.end]


def _is_said_of_the_noun_before(verb: "Token") -> bool:
    """Tell whether a verb with a subject of its own says something of a noun before it without a pronoun ("the man he blames")."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    return verb.dep_ == "relcl" and bool(own) and not any(t.lower_ in RELATIVE or t.tag_ == "WRB" for t in verb.subtree)


def _with_noun(piece: "Span", noun: "Token") -> "Span":
    """Return words together with the noun phrase at once before them, or before a comma."""
    gap = piece.start - 1 - noun.i
    near = 0 <= gap <= 1 and (gap == 0 or piece.doc[piece.start - 1].text == ",")
    return piece.doc[noun_phrase(noun).start : piece.end] if near else piece


def _start_of_clause(verb: "Token") -> int:
    """Return where the subject of a verb begins if it stands before it, else the verb itself."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    return int(noun_phrase(subject).start if subject is not None else verb_group(verb).start)


def without_relative(span: "Span") -> "Span":
    """Return a relative clause without the pronoun that is its subject: what it says of whom it is about."""
    relative = len(span) > 1 and span[0].lower_ in RELATIVE and span[0].dep_ in SUBJECTS
    return span[1:] if relative else span


def shared_subjects(span: "Span") -> list["Token"]:
    """Return the subject of a predicate that stands before its words: that of the one before it, or what a relative pronoun means."""
    root = span.root
    joined = (root.dep_ == "conj" or (root.dep_ == "advcl" and root.tag_ == "VBG")) and own_subject(root) is None
    relative = root.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.i == span.start - 1 for c in root.children)
    subject = subject_of(root) or _subject_above(root) if joined else root.head if relative else None
    return [subject] if subject is not None else []


def _subject_above(verb: "Token") -> "Token | None":
    """Return the subject of the verb that a finite one is joined to, be either in the passive ("It was built here and was sold")."""
    above = verb
    while above.dep_ == "conj" and is_finite(above) and above.head.pos_ in {"VERB", "AUX"}:
        above = above.head
        subject = next((c for c in above.children if c.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject
    return None


def left_out(span: "Span") -> str:
    """Return, in brackets, the subject of a predicate that stands before the words it shares it with, if that is short."""
    root, subject = span.root, next(iter(shared_subjects(span)), None)
    led_in = any(c.dep_ in {"expl", "csubj"} for c in root.children)
    led_in |= subject is not None and root.tag_ == "VBZ" and subject.tag_ in {"NNS", "NNPS"}
    led_in |= any(t.pos_ in _CONTENT and t.dep_ != "npadvmod" for t in span.doc[span.start : root.i])
    if subject is None or subject in span or led_in:
        return ""
    if root.dep_ == "conj" and (subject.dep_ not in SUBJECTS or not is_finite(subject.head)):
        return ""
    phrase = noun_phrase(subject)
    words = phrase if len(phrase) <= _FEW_WORDS else phrase.doc[subject.i : subject.i + 1]
    return f"[{words.text}] "
