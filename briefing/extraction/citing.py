"""Whom somebody cites: "according to", "reports, citing officials", "reports. It cites two officials", "quotes him as saying"."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.contents import CITING
from briefing.extraction.naming import words
from briefing.extraction.said import Said, can_act, is_document
from briefing.extraction.syntax import chars, end_of, groups, noun_phrase, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

QUOTING = frozenset({"quote", "cite"})
"""Verbs whose object has said what is reported."""


def _cue_above(word: "Token") -> "Token | None":
    """Return the nearest verb above that takes what is said as a clause."""
    return next((t for t in word.ancestors if "that" in cues.frames().get(t.lemma_.lower(), {})), None)


def is_citing(verb: "Token") -> bool:
    """Tell whether a participle brings in the source of what is reported in its sentence, rather than somebody's reasons."""
    if verb.lower_ not in CITING or verb.dep_ != "advcl":
        return False
    beside = (c for c in verb.head.children if c.i < verb.i and c.dep_ in {"advcl", "parataxis", "ccomp", "conj"})
    return _cue_above(verb) is not None or any(c.lemma_.lower() in cues.verbs() for c in beside)


def cited(verb: "Token") -> "Span | None":
    """Return whom the speaker cites in turn ("reported, citing officials"), or who wrote the paper that he cites ("a list kept by the mate")."""
    within = (t for t in verb.subtree if _cue_above(t) == verb)
    citing = next((t for t in (*within, *verb.head.children) if t.dep_ == "advcl" and t.lower_ in CITING), None)
    whom = next((c for c in citing.children if c.dep_ == "dobj"), None) if citing is not None else None
    if whom is not None and is_document(whom) and whom.lower_ not in words("outlets"):
        whom = _author(whom)
    return noun_phrase(whom) if whom is not None else None


def _author(document: "Token") -> "Token | None":
    """Return who wrote a paper, where a participle tells ("a list kept by the second mate")."""
    written = (c for c in document.children if c.dep_ == "acl" and c.lemma_ in words("written"))
    by = (g for verb in written for c in verb.children if c.dep_ == "agent" for g in c.children)
    return next((g for g in by if g.dep_ == "pobj"), None)


def quoting(verb: "Token") -> "Token | None":
    """Return the verb of quoting above "as saying"."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    return above if above is not None and above.lemma_ in QUOTING else None


def is_quoting(verb: "Token") -> bool:
    """Tell whether a verb only brings in who says something: "quotes him as saying", "quotes a director, according to whom"."""
    as_saying = any(c.lower_ == "as" and any(g.dep_ == "pcomp" for g in c.children) for c in verb.children)
    of_whom = any(t.lower_ == "whom" and t.head.lower_ == "to" for t in verb.subtree)
    return verb.lemma_ in QUOTING and (as_saying or of_whom)


def by_according(token: "Token") -> Said | None:
    """Read "according to" and "per" with a name: all else in the sentence is the content."""
    doc = token.doc
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    to = following if token.lower_ == "according" and following is not None and following.lower_ == "to" else token
    head = next((c for c in to.children if c.dep_ == "pobj"), None)
    if head is None or (token.lower_ == "per" and head.pos_ not in {"PROPN", "PRON"}):
        return None
    root = token
    if head.lower_ in {"whom", "which"}:
        rest = [*token.doc[head.i + 1 : token.sent.end]]
        head = _relative_to(token) or head
        root = head.head if is_quoting(head.head) else token
    else:
        own = {t.i for t in (*token.subtree, *to.subtree)}
        rest = [t for t in token.sent if t.i not in own]
    content = tuple(chars(span) for span in groups(rest))
    return Said(noun_phrase(head), (token.idx, end_of(to)), content, Mode.ASSERTS, root)


def _relative_to(token: "Token") -> "Token | None":
    """Return the noun that "according to whom" goes back to: all of "a director of the firm, its owner," is the director."""
    before = [t for t in token.sent if t.i < token.i and not t.is_punct]
    noun = before[-1] if before else None
    while (
        noun is not None
        and noun.dep_ in {"appos", "pobj", "prep", "compound"}
        and noun.head.pos_ not in {"VERB", "AUX"}
    ):
        noun = noun.head
    return noun if noun is not None and noun.pos_ in {"NOUN", "PROPN", "NUM"} else None


def with_later_citations(doc: "Doc", found: list[Said], outlet: "Callable[[Token], int | None]") -> list[Said]:
    """Return attributions, those to an outlet with whom the next sentence says it cites ("... It relies on a clerk who asked not to be named").

    `outlet` tells which newsroom a word stands for, if it is one.
    """
    said = list(found)
    before: Span | None = None
    for sentence in doc.sents:
        whom = _relied_on(sentence) if before is not None else None
        if before is not None and whom is not None and not _says_more(sentence, whom, found):
            for index, one in enumerate(said):
                who = one.who or one.speaker
                at_end = one.cue is not None and before.start_char <= one.cue[0] < before.end_char
                if at_end and one.through is None and who is not None and _goes_on(outlet(who.root), sentence, outlet):
                    said[index] = replace(one, through=noun_phrase(whom))
        before = sentence
    return said


def _relied_on(sentence: "Span") -> "Token | None":
    """Return on whom an outlet bases what it reported, if a sentence says that and no more."""
    root = sentence.root
    on = next((c for c in root.children if c.dep_ == "prep" and c.lower_ in {"on", "upon"}), None)
    if root.lemma_ == "rely" and on is not None:
        whom = next((c for c in on.children if c.dep_ == "pobj"), None)
    elif root.lemma_ in QUOTING and not any(c.lower_ in {"also", "as"} for c in root.children):
        whom = next((c for c in root.children if c.dep_ == "dobj"), None)
    else:
        return None
    more = any(t.is_quote or t.text == ":" or t.lower_ == "whom" for t in sentence)
    return whom if whom is not None and not more and _is_source(whom) else None


def _is_source(noun: "Token") -> bool:
    """Tell whether a noun is somebody who can tell an outlet something."""
    person = (
        can_act(noun) or noun.lemma_.lower() in words("occupations") or any(c.dep_ == "relcl" for c in noun.children)
    )
    return person and not is_document(noun) and noun.lower_ not in words("abstracts", "things")


def _says_more(sentence: "Span", whom: "Token", found: list[Said]) -> bool:
    """Tell whether a sentence reports something by another cue than its main verb and what describes those relied on."""
    others = (one.root for one in found if not one.impersonal and one.root is not None)
    return any(root in sentence and root != sentence.root and not whom.is_ancestor(root) for root in others)


def _goes_on(newsroom: int | None, sentence: "Span", outlet: "Callable[[Token], int | None]") -> bool:
    """Tell whether the subject of a sentence takes up the newsroom that reported before it."""
    subject = own_subject(sentence.root)
    if newsroom is None or subject is None:
        return False
    return subject.lower_ == "it" or subject.lower_ in words("outlets") or outlet(subject) == newsroom
