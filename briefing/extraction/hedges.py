"""How firmly, and whether at all: certainty and polarity of a claim, from the words at its predicate."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.dossier import Certainty, Polarity
from briefing.extraction.syntax import is_no_longer

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_AT_THE_VERB = frozenset({"aux", "auxpass", "advmod", "acomp", "attr", "oprd", "prt"})
_ON_DOWN = frozenset({"acomp", "xcomp", "attr", "oprd"})
"""Where the predicate goes on below its verb ("is expected to be able to")."""
_PASSIVE_ONLY = frozenset(
    {"say", "said", "think", "thought", "believe", "believed", "expect", "suspect", "estimate", "set", "report"}
)
"""Verbs that hedge only in the passive: "is said to", but not "he said"."""
_NO = frozenset({"no", "neither", "nobody", "none", "nothing"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl"})
_STEPS = 3


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
    negations = sum(c.dep_ == "neg" or is_no_longer(c) for c in root.children) + _has_no(root)
    negations += any(_forms(t) & _words("negative") for t in _predicate(span) if t.dep_ != "attr" or t.pos_ == "ADJ")
    return Polarity.NEGATIVE if negations % 2 else Polarity.POSITIVE


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
    forms = {token.lemma_.lower(), token.lower_}
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children)
    return forms - _PASSIVE_ONLY if token.pos_ == "VERB" and not passive else forms


def _has_no(root: "Token") -> bool:
    arguments = [c for c in root.children if c.dep_ in _ARGUMENTS]
    return any(a.lower_ in _NO or any(g.lower_ in _NO and g.dep_ == "det" for g in a.children) for a in arguments)
