"""Reported speech that goes on from sentence to sentence without another cue ("She said ... He had read of it on his telephone")."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction.quotes import Quotation
from briefing.extraction.said import Said, can_act, holds, is_account
from briefing.extraction.syntax import FINITE, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_STATING = frozenset({Mode.ASSERTS, Mode.REPORTS, Mode.DENIES})
_OTHERS = re.compile(r"\bin the words of\b")
_MARKS = "\"'“”‘’«» "
_SPEAKING = frozenset({"comment", "discuss", "elaborate", "talk", "speak", "say", "answer", "disclose", "draw"})
_KNOWING = frozenset({"know", "remember", "recall", "understand", "believe", "think", "expect"})


def going_on(
    doc: "Doc",
    held: Sequence[tuple[Said, int | None]],
    quoted: Sequence[Quotation],
    means: "Callable[[Token], int | None]",
) -> dict[int, int]:
    """Return whose words go on, by where sentences begin that need no cue: they stand back in time as what was just reported does.

    `held` is what is said in the paragraph, each with who holds it, and `means` tells whom a word stands for.
    """
    found: dict[int, int] = {}
    speaker: int | None = None
    teller: int | None = None

    def is_quoted(token: "Token") -> bool:
        return any(q.holds(token.idx) for q in quoted)

    for sentence in doc.sents:
        own = [
            (one, h)
            for one, h in held
            if one.root is not None
            and one.root in sentence
            and not is_account(one)
            and not any(holds(outer, one) for outer, _ in held)
        ]
        told = not own and not is_quoted(sentence.root)
        if told and speaker is not None and stands_back(sentence, is_quoted):
            found[sentence.start] = speaker
        elif told and teller is not None and _takes_words_over(sentence, quoted, teller, means):
            found[sentence.start] = teller
        else:
            one, holder = own[-1] if own else (None, None)
            speaker = holder if one is not None and reports_back(one) else None
            teller = holder if one is not None and _tells(one) else None
    return found


def _tells(said: Said) -> bool:
    """Tell whether somebody is credited with a statement by a verb."""
    verbal = said.root is not None and said.root.tag_ in FINITE
    return verbal and said.speaker is not None and not said.impersonal and said.mode in _STATING


def _takes_words_over(
    sentence: "Span", quoted: Sequence[Quotation], teller: int, means: "Callable[[Token], int | None]"
) -> bool:
    """Tell whether a sentence that is about nobody else has a few words in quotation marks: they are his who spoke before."""
    inside = [q for q in quoted if q.closed and sentence.start_char < q.start and q.end <= sentence.end_char]
    words = [sentence.doc.text[q.start : q.end].strip(_MARKS) for q in inside]
    subject = subject_of(sentence.root)
    if (
        _OTHERS.search(sentence.text)
        or subject is None
        or subject.lower_ in {"i", "we"}
        or not any(w[:1].islower() and " " in w for w in words)
    ):
        return False
    if subject.lower_ in {"he", "she", "they"}:
        return means(subject) in {teller, None}
    return subject.pos_ == "PRON" or not can_act(subject)


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
    return said.mode in _STATING
