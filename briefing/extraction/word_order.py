"""Credit given by the order of words alone, where the parser has taken the cue for something else or hung its clause elsewhere."""

from typing import TYPE_CHECKING

from briefing.extraction import cues
from briefing.extraction.said import OPENS_SPEAKER, Said, can_act, is_document, is_speaker
from briefing.extraction.syntax import FINITE, before_description, chars, end_of, groups

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_VERBAL = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_NOMINAL = frozenset({"NN", "NNS"})
_GAP = 7
"""So many words at most stand between."""
_SPEAKER = 18
_INSERTED = 9
"""So many words at most name a speaker before his cue, at the beginning of a sentence and put into one."""
_ADVERBS = 4
_NO_SUBJECT = FINITE | {"WP", "WDT", "POS", ",", ".", ":"}
_NO_END = FINITE | {"VBN", "TO", "DT", "PRP$", "JJ"}
"""Behind these what looks like a cue is none."""
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom", "where"})
_NO_NAMES = frozenset({"he", "she", "it", "they", "i", "we", "you", "this", "that", "there", "who", "which"})


def by_order(cue: "Token") -> Said | None:
    """Read "A clerk swore before the court that ..." and "The loss, an adviser concedes in private, was ..."."""
    if cue.lemma_.lower() not in cues.verbs() or cue.tag_ not in _VERBAL | _NOMINAL:
        return None
    return _with_a_clause(cue) or _put_in(cue)


def _with_a_clause(cue: "Token") -> Said | None:
    doc, sent = cue.doc, cue.sent
    that = next((t for t in doc[cue.i + 1 : min(cue.i + 2 + _GAP, sent.end)] if t.lower_ == "that"), None)
    if that is None or not _begins_a_clause(that):
        return None
    between = doc[cue.i + 1 : that.i]
    if len(between) and (cue.lemma_.lower() not in cues.words("placed", "far") or not _tells_where(between)):
        return None
    before = doc[sent.start + (sent[0].tag_ == "CC") : cue.i]
    speaker = before_description(before, _RELATIVE)
    open_ = len(before) > 0 and before[-1].tag_ in _NO_END and len(speaker) == len(before)
    if not 0 < len(before) <= _SPEAKER or open_:
        return None
    return _said(cue, speaker, groups(doc[that.i : sent.end])) if _is_alone(before, speaker) else None


def _begins_a_clause(that: "Token") -> bool:
    rest = that.doc[that.i + 1 : that.sent.end]
    return len(rest) > 1 and rest[0].tag_ not in _NO_SUBJECT and any(t.tag_ in FINITE for t in rest)


def _tells_where(between: "Span") -> bool:
    return between[0].tag_ in {"IN", "RB"} and not any(
        t.pos_ in {"VERB", "AUX", "PUNCT"} or t.lower_ in _RELATIVE for t in between
    )


def _is_alone(before: "Span", speaker: "Span") -> bool:
    """Tell whether nothing but the speaker, and what describes him, stands before a cue."""
    rest = before.doc[speaker.end : before.end]
    closed = not len(rest) or rest[0].lower_ in _RELATIVE or (len(rest) > 1 and rest[-1].text == ",")
    verbal = any(t.tag_ in FINITE for t in (rest if len(rest) and rest[0].text == "," else ()) if not _is_relative(t))
    return closed and not verbal


def _is_relative(verb: "Token") -> bool:
    return verb.dep_ == "relcl" or verb.head.dep_ == "relcl"


def _put_in(cue: "Token") -> Said | None:
    doc, sent = cue.doc, cue.sent
    if cue.lemma_.lower() not in cues.words("placed", "inserted") or cue.tag_ == "VBN":
        return None
    after = next((t.i for t in doc[cue.i + 1 : min(cue.i + 2 + _ADVERBS, sent.end)] if t.text == ","), None)
    comma = next((i for i in range(cue.i - 1, max(sent.start, cue.i - 1 - _INSERTED), -1) if doc[i].text == ","), None)
    if after is None or comma is None or comma + 1 >= cue.i:
        return None
    adverbs = doc[cue.i + 1 : after]
    if len(adverbs) and (adverbs[0].tag_ not in {"IN", "RB"} or any(t.pos_ in {"VERB", "AUX"} for t in adverbs)):
        return None
    speaker = doc[comma + 1 : cue.i]
    named = cue.tag_ not in _NOMINAL or speaker[-1].pos_ == "PROPN"
    content = [*doc[sent.start : comma], *doc[after + 1 : sent.end]]
    if not named or any(t.is_quote for t in content) or not _is_told(content):
        return None
    return _said(cue, speaker, groups(content))


def by_inversion(cue: "Token") -> Said | None:
    """Read "The plan, said one minister, is dead": a cue with its speaker behind it, put between a subject and its verb."""
    doc = cue.doc
    if cue.tag_ not in _VERBAL or doc[cue.i - 1].text != "," or cue.lemma_ not in cues.words("placed", "inverted"):
        return None
    sent = cue.sent
    if cue.i < sent.start + 2:
        return None
    after = next((t.i for t in doc[cue.i + 1 : min(cue.i + 2 + _INSERTED, sent.end)] if t.text == ","), None)
    if after is None or after == cue.i + 1:
        return None
    before, rest = doc[sent.start : cue.i - 1], doc[after + 1 : sent.end]
    first = next((t for t in rest if not t.is_quote), None)
    if first is None or first.tag_ not in FINITE or any(t.tag_ in FINITE or t.is_quote for t in before):
        return None
    speaker = doc[cue.i + 1 : after]
    if any(t.ent_type_ in {"DATE", "TIME"} for t in speaker):
        return None
    return _said(cue, speaker, groups([*before, *rest]))


def _is_told(content: "list[Token]") -> bool:
    """Tell whether words around an insertion are one sentence, whose verb stands behind it or before it."""
    return any(t.tag_ in FINITE and t.dep_ not in {"relcl", "acl"} for t in content)


def _said(cue: "Token", speaker: "Span", content: "list[Span]") -> Said | None:
    if not len(speaker) or speaker[0].tag_ not in OPENS_SPEAKER or speaker[0].lower_ in _NO_NAMES:
        return None
    if any(t.tag_ in FINITE | {"PRP", "WDT", "WP"} or (t.is_punct and t.text not in {"-", "'", "’"}) for t in speaker):
        return None
    root = speaker.root
    if not content or not is_speaker(root) or not (can_act(root) or is_document(root)):
        return None
    places = tuple(chars(span) for span in content)
    return Said(speaker, (int(cue.idx), end_of(cue)), places, cues.verbs()[cue.lemma_.lower()], cue)
