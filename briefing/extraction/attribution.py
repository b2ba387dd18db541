"""Who is credited with what in a passage: cue verbs, "according to", quotations and nouns that carry a clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.cast import is_speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_QUOTED = re.compile(r'"[^"]{2,}"?')
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CONTENTS = frozenset({"ccomp", "xcomp"})
_MANY = 4
"""A quotation of this many words or more can stand for a claim of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something credited to somebody; all spans are characters of the passage. Without a speaker's span it is whoever spoke last."""

    speaker: "Span | None"
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    mode: Mode
    root: "Token | None"

    @property
    def main(self) -> tuple[int, int]:
        """The longest part of what is said."""
        return max(self.content, key=lambda s: s[1] - s[0])


def attributions(doc: "Doc") -> list[Said]:
    """Return everything that is credited to somebody in a passage, in the order it stands."""
    found = [*_by_verbs(doc), *_by_according(doc), *_by_nouns(doc)]
    found += _by_quotations(doc, found)
    return sorted(found, key=lambda s: s.main)


def _by_verbs(doc: "Doc") -> Iterator[Said]:
    modes = cues.verbs()
    for token in doc:
        mode = modes.get(token.lemma_.lower())
        if mode is None or token.pos_ not in {"VERB", "AUX"}:
            continue
        subject = _subject(token)
        if subject is None or not is_speaker(subject):
            continue
        content = _content(token, mode)
        if content:
            yield Said(noun_phrase(subject), _verb_group(token), content, mode, token)


def _subject(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ == "nsubj":
            return _antecedent(child, verb)
    agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)
    if agent is not None:
        return agent
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head)
    if verb.dep_ in {"advcl", "xcomp"} and verb.tag_ in {"VBG", "VB"}:
        return _subject(verb.head)
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return verb.head
    return None


def _antecedent(subject: "Token", verb: "Token") -> "Token":
    return verb.head if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl" else subject


def _content(verb: "Token", mode: Mode) -> tuple[tuple[int, int], ...]:
    parts = [c for c in verb.children if c.dep_ in _CONTENTS and c.pos_ != "PUNCT"]
    if parts:
        return tuple(_clause(part, verb) for part in parts[:1])
    if verb.dep_ == "parataxis" or (verb.dep_ == "ccomp" and verb.head.i < verb.i):
        start = verb.sent.start_char
        first = min(t.i for t in verb.subtree)
        if first > verb.sent.start + 1:
            return ((start, _end(verb.doc[first - 1])),)
    quoted = _quotation_near(verb)
    if quoted is not None:
        return (quoted,)
    if mode in {Mode.DENIES, Mode.DEMANDS, Mode.OFFERS, Mode.REFUSES, Mode.PREDICTS, Mode.PROPOSES}:
        thing = next((c for c in verb.children if c.dep_ == "dobj" and c.pos_ != "PRON"), None)
        if thing is not None:
            return (_clause(thing, verb),)
    if verb.lemma_.lower() in cues.labels():
        thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
        as_ = next(
            (c for c in verb.children if c.dep_ in {"oprd", "prep"} and c.i > (thing.i if thing else verb.i)), None
        )
        if thing is not None and as_ is not None and (as_.dep_ == "oprd" or as_.lower_ == "as"):
            return ((thing.left_edge.idx, _end(as_.right_edge)),)
    return ()


def _clause(root: "Token", verb: "Token") -> tuple[int, int]:
    """Return a clause without its conjunction, stopping short of the cue verb where the parser swallowed it."""
    tokens = sorted(root.subtree, key=lambda t: t.i)
    tokens = [t for t in tokens if not (t.dep_ == "mark" and t.lower_ == "that" and t.i == tokens[0].i)]
    tokens = [t for t in tokens if (t.i < verb.i) == (root.i < verb.i) and t.i != verb.i]
    doc = root.doc
    first, last = tokens[0], tokens[-1]
    if first.i > 0 and doc[first.i - 1].text == '"' and doc[first.i - 1].i > verb.i:
        first = doc[first.i - 1]
    while last.i + 1 < len(doc) and doc[last.i + 1].text in {'"', "."} and doc[last.i + 1].sent == root.sent:
        last = doc[last.i + 1]
    if root.i < verb.i:
        first = _widened_left(first)
    while last.text in {",", "."} and last.i > first.i:
        last = doc[last.i - 1]
    return first.idx, _end(last)


def _widened_left(first: "Token") -> "Token":
    before = first.nbor(-1) if first.i > 0 else None
    return before if before is not None and before.text == '"' else first


def _quotation_near(verb: "Token") -> tuple[int, int] | None:
    """Return the quotation in the verb's sentence that stands nearest to it."""
    start, end = _sentence(verb)
    quotes = [m.span() for m in _QUOTED.finditer(verb.doc.text, start, end) if len(m[0].split()) >= _MANY]
    return min(quotes, key=lambda q: min(abs(q[0] - verb.idx), abs(q[1] - verb.idx)), default=None)


def _sentence(token: "Token") -> tuple[int, int]:
    return token.sent.start_char, token.sent.end_char


def _verb_group(verb: "Token") -> tuple[int, int]:
    words = [verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "prt"} and abs(c.i - verb.i) <= 3)]
    return min(t.idx for t in words), max(_end(t) for t in words)


def noun_phrase(head: "Token") -> "Span":
    """Return the noun phrase of a head without clauses that hang on it."""
    keep = {head.i}
    frontier = [head]
    while frontier:
        token = frontier.pop()
        for child in token.children:
            if (
                child.dep_ not in {"relcl", "acl", "advcl", "punct", "ccomp", "parataxis", "conj", "cc"}
                or child.dep_ == "conj" == head.dep_
            ):
                keep.add(child.i)
                frontier.append(child)
    first = last = head.i
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    return head.doc[first : last + 1]


def _by_according(doc: "Doc") -> Iterator[Said]:
    for token in doc:
        if token.lower_ != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
            continue
        head = next((c for c in doc[token.i + 1].children if c.dep_ == "pobj"), None)
        if head is None:
            continue
        phrase_end = max(_end(t) for t in head.subtree)
        start, end = _sentence(token)
        before, after = (start, token.idx), (phrase_end, end)
        content = max((_trim(doc.text, *before), _trim(doc.text, *after)), key=lambda s: s[1] - s[0])
        if content[1] > content[0]:
            yield Said(noun_phrase(head), (token.idx, _end(doc[token.i + 1])), (content,), Mode.ASSERTS, None)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:\n":
        start += 1
    while end > start and text[end - 1] in " ,;:.\n":
        end -= 1
    return start, end


def _by_nouns(doc: "Doc") -> Iterator[Said]:
    nouns = cues.nouns()
    for token in doc:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in nouns:
            continue
        clause = next((c for c in token.children if c.dep_ in {"acl", "ccomp"} and _begins_with_that(c)), None)
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if clause is not None and owner is not None:
            yield Said(noun_phrase(owner), (token.idx, _end(token)), (_clause(clause, token),), Mode.ASSERTS, token)


def _begins_with_that(clause: "Token") -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _by_quotations(doc: "Doc", found: list[Said]) -> Iterator[Said]:
    """Yield quotations that no cue has claimed: they go to whoever speaks in the passage nearest before, else after."""
    for match in _QUOTED.finditer(doc.text):
        start, end = match.span()
        if not _is_statement(doc, start, end) or any(_overlap((start, end), part) for s in found for part in s.content):
            continue
        speakers = [s for s in found if s.speaker is not None and s.cue is not None]
        nearest = min(speakers, key=lambda s: abs((s.cue or (0, 0))[0] - start), default=None)
        speaker = nearest.speaker if nearest else None
        yield Said(speaker, nearest.cue if nearest else None, ((start, end),), Mode.ASSERTS, None)


def _is_statement(doc: "Doc", start: int, end: int) -> bool:
    """Tell whether a quotation says something by itself, rather than being a few words taken over."""
    span = doc.char_span(start, end, alignment_mode="contract")
    return span is not None and len(span) > _MANY and any(t.pos_ in {"VERB", "AUX"} for t in span)


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return min(a[1], b[1]) - max(a[0], b[0]) > 0.5 * min(a[1] - a[0], b[1] - b[0])


def _end(token: "Token") -> int:
    return int(token.idx) + len(token.text)
