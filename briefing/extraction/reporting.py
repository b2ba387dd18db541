"""Reported speech that goes on from sentence to sentence without another cue ("She said ... He had read of it on his telephone")."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction.said import Said

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SPEAKING = frozenset({"comment", "discuss", "elaborate", "talk", "speak", "say", "answer", "disclose"})
_KNOWING = frozenset({"know", "remember", "recall", "understand", "believe", "think", "expect"})


def stands_back(sentence: "Span", is_quoted: "Callable[[Token], bool]") -> bool:
    """Tell whether a sentence is in the past perfect, as reported speech is that goes on ("He had read of it on his telephone").

    What somebody would rather do, or would not say, the article tells of him.
    """
    root = sentence.root
    own = {c.lower_ for c in root.children if c.dep_ in {"aux", "neg", "advmod"}}
    if own & {"rather", "like"} or any(t.lower_ in {"i", "we"} for t in root.subtree if not is_quoted(t)):
        return False
    silent = "would" in own and own & {"not", "n't", "n’t"} and root.lemma_.lower() in _SPEAKING
    if own & {"did"} and own & {"not", "n't", "n’t"} and root.lemma_.lower() in _KNOWING:
        return any(c.dep_ == "nsubj" and c.lower_ in {"he", "she", "they"} for c in root.children)
    return ("had" in own and root.tag_ == "VBN") or ("would" in own and not silent)


def reports_back(said: Said) -> bool:
    """Tell whether a sentence reports by a cue in the past, so that what lay further back or was to come goes on with it."""
    if said.root is None or said.root.tag_ != "VBD" or said.speaker is None or said.impersonal:
        return False
    return said.mode in {Mode.ASSERTS, Mode.REPORTS, Mode.DENIES}
