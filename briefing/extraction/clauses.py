"""A sentence divided into its propositions: clauses, and predicates that share a subject, each as neighbouring words."""

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.extraction.syntax import groups

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONTRAST = frozenset({"while", "whereas", "although", "though", "whilst"})
_LEADING = frozenset({"and", "but", "or", "so", "yet", *_CONTRAST, "even", "that"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})
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
    return [trimmed for part in merged for one in _predicates(part) for trimmed in _trimmed(one)]


def has_verb(span: "Span") -> bool:
    """Tell whether something is predicated in a stretch of words."""
    return any(t.pos_ in {"VERB", "AUX"} for t in span)


def is_fragment(span: "Span") -> bool:
    """Tell whether a stretch of words is too little to be a claim."""
    words = [t for t in span if t.is_alpha or t.like_num]
    return len(words) < 2 or (len(words) <= _SHORT and not has_verb(span))


def with_antecedent(piece: "Span") -> "Span":
    """Return a relative clause together with the noun that it is about ("a regime that has fallen"); anything else as it is."""
    first = piece[0]
    if first.lower_ not in _RELATIVE or first.dep_ == "mark" or first.tag_ == "IN":
        return piece
    clause = next((t for t in first.ancestors if t.dep_ == "relcl"), None)
    gap = piece.start - 1 - clause.head.i if clause is not None else -1
    near = clause is not None and 0 <= gap <= 1 and (gap == 0 or piece.doc[piece.start - 1].text == ",")
    return piece.doc[clause.head.left_edge.i : piece.end] if clause is not None and near else piece


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


def _predicates(part: "Span") -> list["Span"]:
    """Divide a clause where a finite verb goes on with the subject of the one before it ("shot the guard and took his keys")."""
    if len(part) <= 2 * _SHORT:
        return [part]
    edges, verb = [part.start], part.root
    if verb.pos_ in {"VERB", "AUX"} and is_finite(verb) and _has_subject(verb):
        while (following := next((c for c in verb.children if _goes_on(verb, c) and c in part), None)) is not None:
            edges.append(_before_conjunction(following, following.left_edge.i))
            verb = following
    pieces = [part.doc[a:b] for a, b in pairwise([*edges, part.end]) if a < b]
    whole = all(_is_whole(piece, _SHORT + (n > 0)) for n, piece in enumerate(pieces)) and len(pieces) == len(edges)
    return pieces if whole else [part]


def _goes_on(verb: "Token", child: "Token") -> bool:
    """Tell whether a verb says one thing more of the subject of the verb it is joined to, rather than something else instead."""
    joined = child.dep_ == "conj" and child.i > verb.i and child.pos_ in {"VERB", "AUX"}
    either = any(
        c.dep_ in {"cc", "preconj"} and c.lower_ in {"or", "nor", "either", "neither", "both"} for c in verb.children
    )
    return joined and not either and is_finite(child) and not _has_subject(child)


def is_finite(verb: "Token") -> bool:
    """Tell whether a verb has a tense, by itself or by what helps it."""
    own = verb.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    return own or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in verb.children)


def _is_whole(piece: "Span", least: int) -> bool:
    """Tell whether a piece has words enough for a claim and cuts through no quotation."""
    words = [t for t in piece if (t.is_alpha or t.like_num) and t.dep_ != "cc"]
    return len(words) >= least and piece.text.count('"') % 2 == 0


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
    joins = token.dep_ in {"cc", "mark", "advmod", "punct"} or (token.lower_ == "that" and token.tag_ == "IN")
    return token.lower_ in _LEADING and joins
