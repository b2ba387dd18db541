"""What a claim denies: the words that name the event a negation reaches, and those of whoever and whatever takes part in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.draft import Denial
from briefing.extraction.hedges import is_negative, predicate_of
from briefing.extraction.syntax import is_no_longer

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NO = frozenset({"no", "neither", "nobody", "none", "nothing", "never"})
_LIGHT = frozenset({"be", "have", "do", "make", "take", "get", "give", "go", "come", "happen", "become"})
"""Verbs that name no event by themselves: what they govern does ("there was no strike")."""
_COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "xcomp", "oprd", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PARTICIPANTS = frozenset({"dobj", "attr", "pobj", "oprd", "compound", "poss", "amod", *_SUBJECTS})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MINDED = frozenset({Mode.HOPES, Mode.SUPPOSES, Mode.PREDICTS})
_BELIEFS = frozenset({"believe", "think", "know", "feel", "consider", "see", "understand"})


def denials_of(span: "Span", mode: Mode) -> tuple[Denial, ...]:
    """Return what a claim denies; of what somebody is said to deny, its predicate.

    A negated attitude ("no longer suspects") denies the attitude and not what it is about, and is left out, as is a denial in
    which no words name an event ("denied it").
    """
    heads = [span.root] if mode is Mode.DENIES else list(_reached(span))
    found = (_denial(head, span) for head in dict.fromkeys(heads) if not _is_attitude(head))
    return tuple(denial for denial in dict.fromkeys(found) if denial.event)


def _reached(span: "Span") -> Iterator["Token"]:
    """Yield the words that a negation hangs on, or that a negative word governs."""
    root = span.root
    for child in root.children:
        is_no = child.lower_ in _NO or any(c.lower_ in _NO and c.dep_ in {"det", "neg"} for c in child.children)
        if child.dep_ == "neg" or is_no_longer(child) or (is_no and child.dep_ in {"advmod", *_PARTICIPANTS}):
            yield root
    for token in predicate_of(span):
        if is_negative(token):
            yield next((c for c in token.children if c.dep_ in _COMPLEMENTS), root)


def _is_attitude(head: "Token") -> bool:
    lemma = head.lemma_.lower()
    return lemma in _BELIEFS or cues.verbs().get(lemma) in _MINDED


def _denial(head: "Token", span: "Span") -> Denial:
    event = list(_named_by(head))
    words = {t.lemma_.lower() for t in event if _is_telling(t)}
    things = {
        t.lemma_.lower()
        for t in span
        if _is_telling(t) and t.dep_ in _PARTICIPANTS and head.is_ancestor(t) and t.head.dep_ not in {"advcl", "relcl"}
    }
    return Denial(tuple(sorted(words)), tuple(sorted(things - words)))


def _named_by(head: "Token") -> Iterator["Token"]:
    """Yield the words that name the event: a verb itself; of one that says little by itself, what it governs, else its subject."""
    if head.lemma_.lower() not in _LIGHT and not is_negative(head):
        yield head
        return
    below = [c for c in head.children if c.dep_ in _COMPLEMENTS and not is_negative(c)]
    if head.lemma_.lower() in _LIGHT:
        below = below or [c for c in head.children if c.dep_ in _SUBJECTS]
    yield from below


def _is_telling(token: "Token") -> bool:
    return token.pos_ in _CONTENT and not token.is_stop and token.is_alpha
