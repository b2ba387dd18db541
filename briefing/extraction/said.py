"""What it is that somebody is credited with something, and who can be."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.dossier import Mode
from briefing.extraction.naming import words
from briefing.extraction.syntax import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

Place = tuple[int, int]
"""Characters of a paragraph, from and to."""

STANCES = frozenset({Mode.DENIES, Mode.DEMANDS, Mode.OFFERS, Mode.REFUSES, Mode.PROPOSES, Mode.HOPES})
"""What the holder does is part of the claim, so that its words take the cue in."""
ASIDE = frozenset({"relcl", "acl", "advcl"})
"""What hangs on a cue that stands aside in its sentence: who spoke before goes on."""
_FAILS = frozenset({"fail", "omit", "neglect", "forget", "stop", "cease"})
_NOBODY = frozenset(
    [
        "i",
        "we",
        "there",
        "this",
        "that",
        "these",
        "those",
        "what",
        "nothing",
        "me",
        "us",
        "nobody",
        "none",
        "everyone",
        "everybody",
        "anyone",
        "somebody",
        "someone",
        "whoever",
        "anybody",
    ]
)
"""Subjects that credit nothing to anybody: the writer, the reader, the thing just said."""


class Said(Struct, frozen=True):
    """Something credited to somebody; all places are characters of the paragraph.

    `root` is the cue's own word; without a `speaker` it is whoever spoke last, unless it is `impersonal` ("is expected to").
    `speaker` are the words beside the cue, `who` those that say whom they mean ("who", "officials"); `through` is whom the
    speaker cites in turn, `via` who quotes the speaker; `words` is what the claim quotes where that is more than the content ("refused to leave").
    """

    speaker: "Span | None"
    cue: Place | None
    content: tuple[Place, ...]
    mode: Mode
    root: "Token | None" = None
    words: Place | None = None
    impersonal: bool = False
    through: "Span | None" = None
    who: "Span | None" = None
    via: "Span | None" = None


def speaking(every: Iterable[Said]) -> frozenset[int]:
    """Return the places in the paragraph of those who are credited in so many words, and not by the way."""
    named = [(one.who or one.speaker, one.root) for one in every if one.mode not in STANCES]
    return frozenset(who.root.i for who, root in named if who and root is not None and root.dep_ not in ASIDE)


def negated(said: Said) -> bool:
    """Tell whether it is said that somebody did not say it, or failed to."""
    if said.root is None or said.mode in STANCES:
        return False
    return is_negated(said.root) or (said.root.dep_ == "xcomp" and said.root.head.lemma_ in _FAILS)


def is_speaker(token: "Token") -> bool:
    """Tell whether a subject can be credited with anything."""
    told = token.i > token.head.i or token.head.tag_ == "VBD"
    generic = token.lower_ == "one" and not told and not any(c.dep_ in {"prep", "det", "amod"} for c in token.children)
    someone = token.lower_ in {"somebody", "someone"} and any(c.dep_ in {"prep", "relcl"} for c in token.children)
    none = any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in token.children)
    return (
        token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
        and (token.lower_ not in _NOBODY or someone)
        and not generic
        and not none
    )


def is_document(token: "Token") -> bool:
    """Tell whether a subject is something written, recorded or measured, which says only what somebody put there."""
    return token.lower_ in words("evidence") | words("papers")


def can_act(token: "Token") -> bool:
    """Tell whether a subject can want, refuse or promise: a name, a pronoun, people, a body; things and ideas cannot."""
    lemma = token.lemma_.lower()
    if {token.lower_, lemma} & (words("things") | words("abstracts") | {"enough", "much", "most", "little"}):
        return False
    known = any(
        token.lower_ in words(name) or lemma in words(name)
        for name in ("roles", "bodies", "outlets", "groups", "titles")
    )
    likely = token.tag_ in {"NNS", "NN"} and lemma.endswith(
        ("er", "or", "ist", "ian", "man", "woman", "person", "people")
    )
    return token.pos_ in {"PROPN", "PRON", "NUM", "DET", "ADJ"} or bool(token.ent_type_) or known or likely
