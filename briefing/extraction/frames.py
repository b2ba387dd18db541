"""Contested events and states in a claim, found by a lexicon of frames."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.extraction.draft import FrameUse
from briefing.extraction.entries import Entry, Lexicon, lexicon
from briefing.extraction.operators import fold
from briefing.extraction.syntax import SUBJECTS, means_speaker

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_POS = {"V": {"VERB"}, "N": {"NOUN"}, "A": {"ADJ", "VERB"}, "R": {"ADV"}}
_GAP = 3
"""Among so many tokens after a word of an entry the next one must be."""
_OF = frozenset({"of", "on", "against"})
_AT = frozenset({"against", "at", "on", "with"})
_SHARING = frozenset({"xcomp", "conj", "pcomp", "advcl", "acomp", "prep", "acl", "dobj", "pobj", "attr"})

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})

EntityAt = Callable[["Token"], int | None]


def frames_of(span: "Span", entity_at: EntityAt, known: Lexicon | None = None) -> tuple[FrameUse, ...]:
    """Return the frames, of a lexicon or of the built-in one, that the words of a span use, with who takes part and what stands above them."""
    uses: dict[tuple[str, int], FrameUse] = {}
    for entry, tokens in _matches(span, known or lexicon()):
        head = next((t for t in tokens if t.head == t or t.head not in tokens), tokens[0])
        key = (entry.frame, head.i)
        if key not in uses:
            uses[key] = _use(entry, head, tokens, entity_at)
    return tuple(sorted(uses.values(), key=lambda u: (u.start, u.frame)))


def _matches(span: "Span", known: Lexicon) -> Iterator[tuple[Entry, list["Token"]]]:
    """Find the entries in a span; words that a longer entry has are no shorter one's."""
    taken: dict[int, int] = {}
    tokens = list(span)
    forms = [(t.lemma_.lower(), t.lower_) for t in tokens]
    for n, (lemma, lower) in enumerate(forms):
        words = [w for w in dict.fromkeys((lemma, lower)) if w in known.first_words]
        if not words or (tokens[n].ent_type_ in {"PERSON", "ORG", "GPE"} and tokens[n].pos_ == "PROPN"):
            continue
        coming = {form for both in forms[n + 1 : n + 1 + _GAP] for form in both}
        likely = [e for word in words for e in known.beginning(word, coming) if _is_of_kind(e, tokens[n])]
        around = _around(tokens[n]) if any(entry.near or entry.without for entry in likely) else set()
        for entry in likely:
            if around & entry.without or (entry.near and not around & entry.near):
                continue
            found = [tokens[place] for place in _matched(entry, n, forms)]
            if found and all(taken.get(t.i, 0) <= len(found) for t in found):
                taken |= dict.fromkeys((t.i for t in found), len(found))
                yield entry, found


def _is_of_kind(entry: Entry, first: "Token") -> bool:
    """Tell whether a word is of the part of speech that an entry asks for; an adjective may be a participle."""
    if entry.pos and first.pos_ not in _POS[entry.pos]:
        return False
    return not (entry.pos == "A" and first.pos_ == "VERB" and first.tag_ != "VBN")


def _matched(entry: Entry, place: int, forms: Sequence[tuple[str, str]]) -> list[int]:
    """Return the places of an entry's words in a span of these forms, its first word at `place`; [] if they are not all there."""
    places = [place]
    for word in entry.words[1:]:
        coming = range(places[-1] + 1, min(places[-1] + 1 + _GAP, len(forms)))
        found = next((n for n in coming if word in forms[n]), None)
        if found is None:
            return []
        places.append(found)
    return places


def _around(token: "Token") -> set[str]:
    """Return what a word governs, and what governs it or is said to be it, in all forms."""
    around = _forms(_dependents(token))
    if token.dep_ in {"amod", "compound", "relcl", "acl"} or (token.pos_ == "NOUN" and token.dep_ in _ARGUMENTS):
        around.add(token.head.lemma_.lower())
    elif token.dep_ in {"acomp", "attr", "oprd", "xcomp", "dobj"}:
        around |= {c.lemma_.lower() for c in token.head.children if c.dep_.startswith("nsubj")}
    return around


def _forms(tokens: Iterable["Token"]) -> set[str]:
    return {form for t in tokens for form in (t.lemma_.lower(), t.lower_)}


def _dependents(token: "Token") -> Iterator["Token"]:
    """Walk what depends on a word, not going into clauses and names."""
    for child in token.children:
        if child.pos_ not in {"VERB", "AUX", "PROPN"}:
            yield child
            yield from _dependents(child)


def _use(entry: Entry, head: "Token", tokens: list["Token"], entity_at: EntityAt) -> FrameUse:
    reading = fold(head, tokens)
    agent, theme = _participants(entry, head, tokens)
    key = theme if "{theme}" in entry.phrase else agent
    return FrameUse(
        frame=entry.frame,
        phrase=entry.phrase,
        positive=entry.positive,
        start=min(t.idx for t in tokens),
        end=max(t.idx + len(t.text) for t in tokens),
        agent=_entity(agent, entity_at),
        theme=_entity(theme, entity_at),
        word=_word(key),
        certainty=reading.certainty,
        polarity=reading.polarity,
        attitude=str(reading.attitude or ""),
        conditional=reading.conditional,
        sure=reading.sure,
    )


def _word(token: "Token | None") -> str:
    """Return what a participant is called: the lemma of a noun, a name as it stands, or "I" for whoever speaks."""
    if token is not None and means_speaker(token):
        return "I"
    if token is None or token.pos_ not in {"NOUN", "PROPN"}:
        return ""
    return token.lemma_.lower() if token.pos_ == "NOUN" else token.text


def _entity(token: "Token | None", entity_at: EntityAt) -> int | None:
    if token is None:
        return None
    known = entity_at(token)
    if known is not None:
        return known
    return next(
        (e for t in token.children if t.dep_ in {"poss", "compound", "amod"} and (e := entity_at(t)) is not None), None
    )


def _participants(entry: Entry, head: "Token", tokens: Sequence["Token"]) -> "tuple[Token | None, Token | None]":
    """Return who does it and to whom or what it happens; what the entry names itself ("leave office") takes no part."""
    both = {"{agent}", "{theme}"} <= set(entry.phrase.split())
    if head.pos_ in {"NOUN", "PROPN"}:
        owner = next((c for c in head.children if c.dep_ in {"poss", "compound", "amod"} and c not in tokens), None)
        return owner, _under(head, _OF) or (None if both else owner)
    subject = _subject(head)
    if any(c.dep_ == "nsubjpass" for c in head.children) or (head.tag_ == "VBN" and head.dep_ in {"acl", "amod"}):
        return _under(head, {"by"}), subject or head.head
    thing = next(
        (c for c in head.children if c.dep_ == "dobj" and c not in tokens and c.lemma_.lower() not in entry.near), None
    )
    if thing is not None or entry.causative:
        return subject, thing
    return subject, _under(head, _AT) if both else subject


def _under(head: "Token", prepositions: Container[str]) -> "Token | None":
    return next(
        (g for c in head.children if c.lower_ in prepositions for g in c.children if g.dep_ in {"pobj", "pcomp"}), None
    )


def _subject(head: "Token") -> "Token | None":
    """Return the subject of a verb, found further up where it shares that of what governs it."""
    token = head
    for _ in range(6):
        found = next((c for c in token.children if c.dep_ in SUBJECTS), None)
        if found is not None:
            return token.head if found.lower_ in {"who", "which", "that"} and token.dep_ == "relcl" else found
        if token.dep_ == "acl" and token.tag_ in {"VBN", "VBG"}:
            return token.head
        if token.dep_ not in _SHARING:
            return None
        if token.dep_ == "xcomp":
            target = next((c for c in token.head.children if c.dep_ == "dobj"), None)
            if target is not None:
                return target
        token = token.head
    return None
