"""Credit given by the last words of a sentence: "..., the mayor of Lunz, Agnes Pirol, has said", "..., said the mayor"."""

from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.said import OPENS_SPEAKER, Said, can_act, is_document, is_speaker
from briefing.extraction.syntax import FINITE, before_description, chars, end_of, groups

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FEW = 4
"""So few words without a verb are said by themselves ("Four times, said the office")."""
_LAST_WORDS = 14
"""So many words at most name the speaker before a cue that stands behind what is said."""
_DESCRIBING = frozenset({"who", "which"})


def by_last_words(cue: "Token") -> Said | None:
    """Read "..., the mayor of Lunz, Agnes Pirol, has said" and "..., said the mayor", whatever the parser made of the sentence."""
    mode = _mode(cue)
    if mode is None:
        return None
    doc, sent = cue.doc, cue.sent
    if cue.i > sent.start + 1 and doc[cue.i - 1].text == "," and cue.lemma_.lower() in cues.words("placed", "inverted"):
        content, speaker = doc[sent.start : cue.i - 1], _first_of(_without_stop(doc[cue.i + 1 : sent.end]))
        whole = _stands(content) or _is_exclaimed(content)
    else:
        content, speaker = _with_speaker(cue)
        whole = _stands(content) and _ends(doc[cue.i + 1 : sent.end], cue.lemma_.lower())
    if not whole or not len(speaker) or not _is_somebody(speaker):
        return None
    parts = tuple(chars(span) for span in groups(content))
    return Said(speaker, (cue.idx, end_of(cue)), parts, mode, None) if parts else None


def _mode(cue: "Token") -> Mode | None:
    """Return how something is said by a cue, None for what is none."""
    mode = cues.verbs().get(cue.lemma_.lower())
    if mode is None:
        return None
    verbal = cue.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and not any(c.dep_ == "auxpass" for c in cue.children)
    return mode if verbal or _is_last_word(cue) else None


def _with_speaker(cue: "Token") -> tuple["Span", "Span"]:
    """Return what stands before the speaker who is named at once before a cue, and his words; both empty if he is not set apart."""
    doc, sent = cue.doc, cue.sent
    first, none = cue.i, cue.doc[cue.i : cue.i]
    while first - 1 > sent.start and doc[first - 1].lower_ in {"has", "have", "had", "also", "later", "then"}:
        first -= 1
    apart = doc[first - 1].text == ","
    comma = _comma_before(doc, first - apart, sent.start)
    if apart and comma is not None:
        comma = _comma_before(doc, comma, sent.start) if _names_somebody(doc[comma + 1 : first - 1]) else None
    if comma is None:
        return none, none
    speaker = doc[comma + 1 : first]
    if speaker[:2].text == "or so":
        speaker = speaker[2:]
    return (doc[sent.start : comma], _first_of(speaker)) if all(t.lower_ != "that" for t in speaker) else (none, none)


def _is_last_word(cue: "Token") -> bool:
    """Tell whether a noun ends its sentence as the verb of a speaker who is many, or one ("..., figures of the agency show")."""
    if cue.lemma_.lower() not in cues.words("placed", "last"):
        return False
    rest = cue.doc[cue.i + 1 : cue.sent.end]
    comma = _comma_before(cue.doc, cue.i, cue.sent.start)
    if comma is None or not all(t.is_punct for t in rest):
        return False
    speaker = _first_of(cue.doc[comma + 1 : cue.i])
    head = speaker.root if len(speaker) else cue
    many = head.tag_ in {"NNS", "NNPS"}
    return (
        head.pos_ in {"NOUN", "PROPN"}
        and many == (cue.tag_ == "NN")
        and (cue.lemma_ == "show" or can_act(head) or is_document(head))
    )


def _without_stop(span: "Span") -> "Span":
    end = span.end
    while end > span.start and span.doc[end - 1].is_punct:
        end -= 1
    return span.doc[span.start : end]


def _comma_before(doc: "Doc", place: int, start: int) -> int | None:
    return next((i for i in range(place - 1, start, -1) if doc[i].text == ","), None)


def _first_of(span: "Span") -> "Span":
    """Return the words that name a speaker, without those that describe him further."""
    return before_description(span, _DESCRIBING)


def _names_somebody(span: "Span") -> bool:
    return any(t.ent_type_ in {"PERSON", "ORG"} or t.tag_ == "NNP" for t in span)


def _is_somebody(speaker: "Span") -> bool:
    """Tell whether words are a noun phrase that can be credited."""
    verbal = any(t.tag_ in FINITE or t.text in {":", ";", '"'} for t in speaker)
    first = speaker[0]
    return (
        len(speaker) <= _LAST_WORDS
        and not verbal
        and first.tag_ in OPENS_SPEAKER
        and first.lower_ not in {"he", "she", "they", "it", "i", "we", "you", "this", "that"}
        and is_speaker(speaker.root)
    )


def _stands(content: "Span") -> bool:
    """Tell whether words have a finite verb with a subject of its own that nothing subordinates, and quote nothing."""
    return any(_is_main(t) for t in content) and not any(t.is_quote for t in content)


def _is_exclaimed(content: "Span") -> bool:
    """Tell whether words without a verb are said by themselves: a few, or a thing that is judged ("The gravest breach in years, says")."""
    alone = not any(t.pos_ in {"VERB", "AUX"} or t.is_quote or t.text == ":" for t in content)
    judged = content[0].pos_ in {"DET", "ADJ"} and any(t.tag_ in {"JJS", "RBS"} or t.lower_ == "a" for t in content[:2])
    return len(content) <= _FEW or (alone and judged and len(content) <= _LAST_WORDS)


def _is_main(token: "Token") -> bool:
    if token.tag_ not in FINITE:
        return False
    verb = token.head if token.dep_ in {"aux", "auxpass"} else token
    led_in = any(c.dep_ in {"mark", "advmod"} and c.tag_ in {"IN", "WRB"} and c.i < verb.i for c in verb.children)
    own = any(c.dep_.startswith("nsubj") or c.dep_ == "expl" for c in verb.children)
    return not led_in and (own or verb is not token)


def _before_second_half(rest: "Span") -> "Span":
    """Return the words behind a cue up to a semicolon or ", and", behind which it is said on."""
    for token in rest[:-1]:
        if token.text == ";" or (token.text == "," and token.nbor(1).lower_ in {"and", "but"}):
            return rest.doc[rest.start : token.i]
    return rest


def _ends(rest: "Span", lemma: str) -> bool:
    """Tell whether nothing more is said behind a cue: at most to whom, when and where."""
    rest = _before_second_half(rest)
    described = next((t.i for t in rest[1:] if t.lower_ in _DESCRIBING and t.nbor(-1).text == ","), rest.end)
    rest = rest.doc[rest.start : described]
    words_left = [t for t in rest if not t.is_punct]
    cue = rest.doc[rest.start - 1]
    dated = any(t.ent_type_ in {"DATE", "TIME"} for t in rest[:2])
    if cue.tag_ == "VBN" and not dated and not any(c.lower_ in {"has", "have", "had"} for c in cue.children):
        return False
    if any(t.tag_ in FINITE or t.is_quote or t.text == ":" for t in rest) or (
        rest and rest[0].lower_ in {"that", "to"}
    ):
        return False
    told = lemma in {"tell", "inform", "remind", "assure", "warn", "advise"}
    return (
        not words_left
        or told
        or words_left[0].tag_ in {"IN", "RB", "VBG"}
        or words_left[0].ent_type_ in {"DATE", "TIME"}
    )
