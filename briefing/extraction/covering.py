"""What a clause leaves to be said where somebody is credited within it: nothing, all of it, or the rest."""

from typing import TYPE_CHECKING

from briefing.extraction.countering import counter
from briefing.extraction.said import ASIDE, Said
from briefing.extraction.syntax import end_of, is_hung_on_subject

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FULL = 0.6
"""An attribution that covers this share of a clause leaves nothing for the article to say there."""
_SHARE, _FEW_WORDS = 0.35, 14
"""So much of it is enough where the rest of the clause, so few words, only brings it in."""


def without_content(clause: "Span", said: list[Said]) -> "Span | None":
    """Return a clause without a quotation or a reported clause of others at its end; None if the rest only introduces it."""
    for place in (p for one in said for p in one.content):
        if clause.start_char < place[0] < clause.end_char <= place[1] + 1:
            rest = clause.doc.char_span(clause.start_char, place[0], alignment_mode="contract")
            if rest is None or rest.text.rstrip().endswith(":"):
                return None
    return clause


def around_cue(pieces: "list[Span]", said: Said) -> "list[Span]":
    """Return the propositions of something said, that which the cue is put into as one ("She was dancing, they said, with the dog")."""
    joined: list[Span] = []
    for piece in pieces:
        if joined and piece.root == said.root:
            joined[-1] = piece.doc[joined[-1].start : piece.end]
        else:
            joined.append(piece)
    return joined


def told_by(said: Said, clause: "Span") -> bool:
    """Tell whether somebody is credited with what a clause says: it is the clause of the cue, begins with what the cue follows, or is mostly what it governs."""
    if said.root is not None and counter(said.root) is not None:
        return said.content[-1][1] <= clause.start_char
    if said.root is not None and clause.root in (said.root, said.root.head if _is_told_above(said.root) else None):
        return True
    start, end = clause.start_char, clause.end_char
    if said.cue is not None and said.content[0][0] <= start < said.content[0][1] < said.cue[0] < end:
        return True
    phrase = (0, 0)
    by_phrase = said.root is not None and (said.root.lower_ == "according" or said.root.dep_ == "prep")
    if by_phrase and said.root is not None and said.speaker is not None and said.cue is not None:
        last = said.root.doc[max(t.i for t in said.speaker.root.subtree)]
        phrase = (said.root.idx, max(end_of(last), said.cue[1]))
    length = end - start - max(0, min(phrase[1], end) - max(phrase[0], start))
    covered = sum(max(0, min(b, end) - max(a, start)) for a, b in said.content)
    return max(covered, _told_in_words(said, start, end)) >= _FULL * length


def _is_told_above(cue: "Token") -> bool:
    """Tell whether the parser has put another word in the place of a cue: the verb of an adjective, the subject of a verb."""
    return cue.dep_ == "acomp" or is_hung_on_subject(cue)


def _told_in_words(said: Said, start: int, end: int) -> int:
    """Return how many characters of a clause the words of a claim take; how and when somebody did something counts where his doing it is no mere part of a sentence."""
    if said.words is None:
        return 0
    first, last = said.words
    if said.root is not None and said.root.dep_ in ASIDE | {"ccomp", "pcomp"}:
        last = min(last, max(said.content[-1][1], said.cue[1] if said.cue is not None else 0))
    return min(last, end) - max(first, start)


def introduces(said: Said, clause: "Span") -> bool:
    """Tell whether a clause is but the few words that bring in what its own subject says, which goes on to its end."""
    if said.speaker is None or said.root is None or said.impersonal or said.root not in clause:
        return False
    first, last = said.content[0][0], said.content[-1][1]
    before = (
        clause.doc.char_span(clause.start_char, first, alignment_mode="contract") if first > clause.start_char else None
    )
    if before is None or len(before) > _FEW_WORDS or last < clause.end_char - 2:
        return False
    own = said.speaker.root in before and said.speaker.root.dep_ == "nsubj"
    return own and last - first >= _SHARE * (clause.end_char - clause.start_char)
