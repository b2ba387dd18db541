"""A sentence divided into its propositions: clauses, and predicates that share a subject, each as neighbouring words."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.extraction import cues
from briefing.extraction.countering import counter
from briefing.extraction.syntax import SUBJECTS, asks, groups, is_finite, is_passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_CONTRAST = frozenset({"while", "whereas", "although", "though", "whilst"})
_LEADING = frozenset({"and", "but", "or", "so", "yet", *_CONTRAST, "even", "that"})
_PARTS = (
    SUBJECTS
    | {"aux", "auxpass", "neg", "advcl", "relcl", "acl", "xcomp"}
    | {"dobj", "attr", "acomp", "oprd", "agent", "pobj", "pcomp"}
)
"""What a word is to the one it hangs on that says little without it."""
_NO_ORDERS = frozenset({"let", "say", "suppose", "thank", "bless", "god"})
"""Verbs without a subject by which nobody is told to do anything."""
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


def hang_together(parts: list["Span"]) -> bool:
    """Tell whether one of several stretches says nothing without another: it is a clause or words within the other's sentence, or has its own subject there."""
    inside = {t.i for part in parts for t in part}
    return any(
        t.head.i not in range(part.start, part.end) and t.head != t and _is_part(t, inside)
        for part in parts
        for t in part
    )


def _is_part(token: "Token", inside: set[int]) -> bool:
    """Tell whether a word hangs on one of those inside as a part of its sentence, or begins a clause that goes with a main one."""
    led_in = {c.lower_ for c in token.children if c.dep_ == "mark" or c.tag_ in {"WDT", "WP", "WRB", "WP$"}}
    if led_in & _CONTRAST:
        return False
    so = token.dep_ == "ccomp" and "that" in led_in and token.head.pos_ in {"ADJ", "ADV"}
    within = token.head.i in inside and (token.dep_ in _PARTS or so)
    return within or (token.dep_ in {"advcl", "relcl"} and bool(led_in))


def is_fragment(span: "Span") -> bool:
    """Tell whether a stretch of words is too little to be a claim."""
    words = [t for t in span if t.is_alpha or t.like_num]
    return len(words) < 2 or (len(words) <= _SHORT and not has_verb(span))


def is_order(span: "Span") -> bool:
    """Tell whether somebody is told to do something ("Leave the harbour", "Please do not call again")."""
    verb = span.root
    alone = verb.tag_ == "VB" and verb.dep_ in {"ROOT", "conj", "ccomp", "parataxis"} and subject_of(verb) is None
    helped = any(c.dep_ in {"aux", "auxpass"} and c.lower_ not in {"do", "please"} for c in verb.children)
    led_in = any(
        t.pos_ not in {"ADV", "INTJ", "PUNCT", "CCONJ", "PART", "AUX"} and t.lower_ != "please"
        for t in span.doc[span.start : verb.i]
    )
    warned = any(c.dep_ == "conj" and _has_subject(c) for c in verb.children)
    return alone and not (helped or led_in or warned) and verb.lower_ not in _NO_ORDERS


def is_that_clause(span: "Span") -> bool:
    """Tell whether words are a clause that "that" brings in."""
    first = span[0]
    return first.lower_ == "that" and (first.dep_ == "mark" or (first.dep_ == "dobj" and first.head.dep_ == "ccomp"))


def is_question(span: "Span") -> bool:
    """Tell whether words are a question, or part of one; what is stated before a question in its sentence is none."""
    return asks(span) or (asks(span.sent) and (_ends_sentence(span) or _is_put_as_question(span)))


def _ends_sentence(span: "Span") -> bool:
    return not any(t.is_alpha for t in span.doc[span.end : span.sent.end])


def _is_put_as_question(span: "Span") -> bool:
    """Tell whether words have a question's order ("is it true"), a word that asks before their verb ("how it began"), or a verb that asks for them ("do you think he lied")."""
    root = span.root
    if root.dep_ == "ccomp" and root.head.i < span.start:
        return True
    subject = next((c for c in root.children if c.dep_ in SUBJECTS | {"expl"}), None)
    helps = [c for c in root.children if c.dep_ in {"aux", "auxpass"}] or [root]
    inverted = subject is not None and any(v.pos_ in {"AUX", "VERB"} and v.i < subject.i for v in helps)
    return inverted or any(t.tag_ in {"WP", "WP$", "WDT", "WRB"} for t in span.doc[span.start : root.i])


def _cuts(span: "Span") -> list[int]:
    cuts: list[int] = []
    spine = [span.root]
    while spine:
        verb = spine.pop()
        for child in verb.children:
            if child.pos_ not in {"VERB", "AUX"} or not span.start <= child.i < span.end or not _has_subject(child):
                continue
            first, last = child.left_edge.i, child.right_edge.i + 1
            if child.dep_ in {"conj", "parataxis"} and child.i > verb.i:
                cuts.append(_before_conjunction(child, first))
                spine.append(child)
            elif child.i < verb.i and last < span.end and _stands_beside(child, verb):
                cuts.append(last)
                spine.append(child)
            elif child.dep_ == "advcl" and _contrasts(child):
                cuts += [first, last]
    return [c for c in (*cuts, *_further_cuts(span)) if span.start < c < span.end]


def _further_cuts(span: "Span") -> Iterator[int]:
    """Yield where a further clause with "that" begins, wherever the parser hung it, and where somebody denies what was told so far."""
    for token in span:
        if token.dep_ == "mark" and token.lower_ == "that" and _opens_another(token, span):
            yield _before_conjunction(token.head, token.i)
        elif (mark := counter(token)) is not None:
            yield mark.i


def _opens_another(that: "Token", span: "Span") -> bool:
    """Tell whether a "that" opens a further clause of what is said ("that he had paid and that nobody knew")."""
    verb, above = that.head, that.head.head
    if not span.start < that.i < verb.i < span.end or verb.dep_ not in {"conj", "ccomp"} or not _has_subject(verb):
        return False
    if that.nbor(-1).text not in {",", "and", "but", "or"}:
        return False
    while above != span.root and above.dep_ in {"xcomp", "conj"}:
        above = above.head
    told = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in cues.verbs()
    its = next((c for c in above.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    return (above == span.root and not told) or (its is not None and above in span and _opens_another(its, span))


def _stands_beside(clause: "Token", verb: "Token") -> bool:
    """Tell whether a clause before a verb ends at a semicolon, or at a comma that only sets it beside the next."""
    last = clause.doc[clause.right_edge.i + 1]
    return (clause.dep_ in {"ccomp", "advcl"} and last.text == ";") or (
        clause.dep_ == "ccomp" and _is_spliced(clause, verb)
    )


def _is_spliced(clause: "Token", verb: "Token") -> bool:
    """Tell whether a clause before a comma stands beside the one behind it, rather than being what that says or thinks ("It rained, the road was closed")."""
    doc, behind = verb.doc, clause.right_edge.i + 1
    own, subject = (next((c for c in v.children if c.dep_ in SUBJECTS | {"expl"}), None) for v in (clause, verb))
    if own is None or subject is None or subject.pos_ not in {"NOUN", "PROPN", "PRON"} or doc[behind].text != ",":
        return False
    first, rest = clause.left_edge, doc[subject.right_edge.i + 1 : verb.i]
    opens = any(c.tag_ in {"WDT", "WP", "WRB"} or c.dep_ in {"mark", "advcl"} for c in clause.lefts)
    opens |= first.lower_ in {"every", "each", "any", "now"} or first.lower_.endswith("ever")
    inverted = opens or own.i > clause.i or (first.lower_ == "the" and first.nbor(1).tag_ in {"JJR", "RBR"})
    inverted |= any(t.text == ":" for t in doc[clause.i : behind])
    follows = subject.left_edge.i == behind + 1 and subject.i < verb.i and not any(t.text == "," for t in rest)
    says_more = any(c.i > verb.i and c.pos_ not in {"PUNCT", "ADP"} for c in verb.subtree) or is_passive(verb)
    told = verb.lemma_.lower() in cues.verbs()
    return follows and says_more and not (told or inverted) and is_finite(clause) and is_finite(verb)


def _contrasts(clause: "Token") -> bool:
    """Tell whether a clause says something of its own beside the main one; "while" without a comma only tells when."""
    mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ in _CONTRAST), None)
    if mark is None or mark.lower_ not in {"while", "whilst"}:
        return mark is not None
    first, after = clause.left_edge.i, clause.right_edge.i + 1
    beside = clause.doc[first - 1 : first] if first > clause.sent.start else clause.doc[after : after + 1]
    return beside.text in {",", ";", "-", "–", "—"}


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
    while (
        len(tokens) > 1
        and (tokens[-1].is_punct or tokens[-1].dep_ == "cc")
        and any(t.dep_ == "cc" for t in tokens[-2:])
    ):
        tokens = tokens[:-1]
    return groups(tokens) if tokens else []


def _leads(token: "Token") -> bool:
    """Tell whether a word only joins a clause to what stands before it."""
    that = token.lower_ == "that" and (token.tag_ == "IN" or is_that_clause(token.doc[token.i : token.i + 1]))
    return token.lower_ in _LEADING and (that or token.dep_ in {"cc", "mark", "advmod", "punct"})
