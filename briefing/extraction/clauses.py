"""A sentence divided into its propositions: clauses with subjects of their own, each as neighbouring words."""

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.extraction.syntax import groups

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONTRAST = frozenset({"while", "whereas", "although", "though", "whilst"})
_LEADING = frozenset({"and", "but", "or", "so", "yet", "nor", *_CONTRAST, "even", "that"})
_SHORT = 3
"""A clause of fewer words is left in its sentence."""


def clauses(span: "Span") -> list["Span"]:
    """Return the propositions of a sentence, or of a part of one, in order; at least one unless there is no word in it."""
    edges = sorted({span.start, span.end, *_cuts(span)})
    parts = [span.doc[a:b] for a, b in pairwise(edges)]
    merged: list[Span] = []
    for part in parts:
        if merged and not (_stands_alone(part) and _stands_alone(merged[-1])):
            merged[-1] = span.doc[merged[-1].start : part.end]
        else:
            merged.append(part)
    return [trimmed for part in merged for trimmed in _trimmed(part)]


def has_verb(span: "Span") -> bool:
    """Tell whether something is predicated in a stretch of words."""
    return any(t.pos_ in {"VERB", "AUX"} for t in span)


def is_fragment(span: "Span") -> bool:
    """Tell whether a stretch of words is too little to be a claim."""
    words = [t for t in span if t.is_alpha or t.like_num]
    return len(words) < 2 or (len(words) <= _SHORT and not has_verb(span))


def _cuts(span: "Span") -> list[int]:
    cuts: list[int] = []
    spine = [span.root]
    while spine:
        verb = spine.pop()
        for child in verb.children:
            if child not in span or child.pos_ not in {"VERB", "AUX"} or not _has_subject(child):
                continue
            first, last = child.left_edge.i, child.right_edge.i + 1
            if child.dep_ in {"conj", "parataxis"} and child.i > verb.i:
                cuts.append(_before_conjunction(child, first))
                spine.append(child)
            elif (
                child.dep_ in {"ccomp", "advcl"} and child.i < verb.i and last < span.end and span.doc[last].text == ";"
            ):
                cuts.append(last)
                spine.append(child)
            elif child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _CONTRAST for c in child.children):
                cuts += [first, last]
    return [c for c in cuts if span.start < c < span.end]


def _has_subject(verb: "Token") -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _before_conjunction(verb: "Token", first: int) -> int:
    """Step back over "and" and a comma that belong to the clause before in the tree, and to this one to the eye."""
    while first - 1 > verb.head.i and verb.doc[first - 1].lower_ in {
        "and",
        "but",
        "or",
        "so",
        "yet",
        ",",
        ";",
        "—",
        "–",
    }:
        first -= 1
    return first


def _stands_alone(part: "Span") -> bool:
    words = [t for t in part if t.is_alpha or t.like_num]
    return (
        len(words) > _SHORT - 1 and has_verb(part) and any(t.dep_.startswith("nsubj") or t.dep_ == "expl" for t in part)
    )


def _trimmed(part: "Span") -> list["Span"]:
    tokens = list(part)
    while len(tokens) > 1 and (
        (tokens[0].is_punct and tokens[0].text in ",;:.—–-") or tokens[0].is_space or _leads(tokens[0])
    ):
        tokens = tokens[1:]
    return groups(tokens) if tokens else []


def _leads(token: "Token") -> bool:
    """Tell whether a word only joins a clause to what stands before it."""
    return token.lower_ in _LEADING and token.dep_ in {"cc", "mark", "advmod", "punct"}
