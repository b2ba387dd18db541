"""What somebody denies that has just been told: "..., a charge the group denies", "..., an account disputed by Iran"."""

from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.naming import words
from briefing.extraction.said import Said, is_speaker
from briefing.extraction.syntax import FINITE, chars, end_of, groups, noun_phrase, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODES = frozenset({Mode.DENIES, Mode.REFUSES})
_BEHIND_NOUN = frozenset({"relcl", "acl"})
_BEFORE = frozenset({",", "-", "–", "—", "--"})


def counter(verb: "Token") -> "Token | None":
    """Return the mark before the words in which a verb denies what its sentence has told so far; None if it does not."""
    if verb.dep_ not in _BEHIND_NOUN:
        return None
    noun = verb.head
    if noun.lemma_.lower() not in words("claimed", "told_of") or verb.i < noun.i:
        return None
    kinds = cues.taken_by(verb)
    first = noun.left_edge
    if not _MODES & {*kinds.values()} or first.lower_ not in {"a", "an"} or first.i <= verb.sent.start:
        return None
    before = first.nbor(-1)
    told = verb.doc[verb.sent.start : before.i]
    return before if before.text in _BEFORE and any(t.tag_ in FINITE for t in told) else None


def by_counter(verb: "Token") -> Said | None:
    """Credit the denial with what it denies to whoever denies it."""
    mark = counter(verb)
    speaker = own_subject(verb) if mark is not None else None
    if mark is None or speaker is None or speaker == verb.head or not is_speaker(speaker):
        return None
    above = verb.head
    while above.head != above and (above.pos_ not in {"VERB", "AUX"} or above.i > mark.i):
        above = above.head
    told_of = (c for c in above.children if c.dep_ == "ccomp" and c.pos_ in {"VERB", "AUX"} and above.i < c.i < mark.i)
    above = next(told_of, above)
    within = above if above.dep_ == "ccomp" and above.head.i < above.i else None
    first = within.left_edge.i if within is not None else verb.sent.start
    told = groups(verb.doc[first + (verb.doc[first].lower_ == "that") : mark.i])
    if not told:
        return None
    content = tuple(chars(span) for span in told)
    cue, last = chars(verb.doc[verb.i : verb.i + 1]), max(end_of(verb), end_of(speaker))
    return Said(noun_phrase(speaker), cue, content, Mode.DENIES, verb, (content[0][0], last))
