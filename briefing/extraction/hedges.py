"""How firmly, and whether at all: certainty and polarity of a stretch of text, from its own words."""

from typing import TYPE_CHECKING

from briefing.dossier import Certainty, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_POSSIBLE = frozenset(
    [
        "may",
        "might",
        "could",
        "possible",
        "possibly",
        "perhaps",
        "maybe",
        "potential",
        "potentially",
        "conceivable",
        "option",
        "chance",
        "risk",
    ]
)
_PROBABLE = frozenset(
    [
        "likely",
        "unlikely",
        "probable",
        "probably",
        "improbable",
        "expected",
        "apparently",
        "appear",
        "seem",
        "reportedly",
        "allegedly",
        "suspected",
        "presumably",
        "believed",
        "thought",
        "should",
        "would",
        "doubtful",
    ]
)
_NEGATIVE = frozenset(
    [
        "unlikely",
        "impossible",
        "improbable",
        "unable",
        "refuse",
        "deny",
        "reject",
        "oppose",
        "dismiss",
        "fail",
        "lack",
        "decline",
        "rule-out",
        "never",
        "nobody",
        "none",
        "nothing",
        "neither",
        "dispute",
        "unwilling",
        "contradict",
        "repudiate",
    ]
)


def certainty_of(span: "Span") -> Certainty:
    """Return how firmly the words hold what they say."""
    lemmas = {t.lemma_.lower() for t in span} | {t.lower_ for t in span}
    if lemmas & _POSSIBLE:
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if lemmas & _PROBABLE else Certainty.CERTAIN


def polarity_of(span: "Span") -> Polarity:
    """Return whether the main predicate is negated, by a particle or by its own meaning."""
    root = span.root
    negated = any(c.dep_ == "neg" for c in root.children) or _no_subject(root)
    lexical = root.lemma_.lower() in _NEGATIVE or any(
        c.lemma_.lower() in _NEGATIVE for c in root.children if c.dep_ in {"acomp", "attr", "advmod", "nsubj", "oprd"}
    )
    return Polarity.NEGATIVE if negated != lexical else Polarity.POSITIVE


def _no_subject(root: "Token") -> bool:
    arguments = (c for c in root.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"})
    return any(g.lower_ in {"no", "neither"} and g.dep_ == "det" for c in arguments for g in c.children)
