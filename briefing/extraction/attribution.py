"""Who is credited with what in a paragraph: cue verbs with their subjects, and whatever else credits."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.citing import by_according, cited, is_citing, is_quoting, quoting
from briefing.extraction.contents import contents
from briefing.extraction.countering import by_counter
from briefing.extraction.halves import with_second_halves
from briefing.extraction.hearsay import by_hearsay
from briefing.extraction.last_words import by_last_words
from briefing.extraction.naming import words
from briefing.extraction.quotes import Quotation
from briefing.extraction.said import STANCES, Place, Said, can_act, is_document, is_speaker
from briefing.extraction.stances import by_stance
from briefing.extraction.syntax import (
    SUBJECTS,
    chars,
    end_of,
    is_hung_on_subject,
    is_negated,
    is_passive,
    noun_phrase,
    own_subject,
    subject_of,
    verb_group,
)
from briefing.extraction.word_order import by_inversion, by_order
from briefing.extraction.wordings import (
    by_adjective,
    by_colon,
    by_noun,
    by_passive,
    by_turn,
    by_view,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_GOING_ON = frozenset({"continue", "begin", "start", "keep", "go", "come", "cease", "stop"})
_HYPHENS = frozenset("-–")
_NEAR = 16
"""A speaker with his description takes fewer words between a quotation and its cue."""


def attributions(doc: "Doc", quotations: list[Quotation]) -> list[Said]:
    """Return everything that is credited to somebody by words of the paragraph, in the order of the cues."""
    found: dict[int, Said] = {}
    for token in doc:
        if any(q.holds(token.idx) for q in quotations) or _does_not_deny(token):
            continue
        said = by_counter(token) or by_inversion(token) or _wider(_by_word(token, quotations), _by_last_words(token))
        said = said or by_hearsay(token) or by_stance(token) or by_order(token)
        if said is not None and said.content and not (token.text == ":" and _is_said(said, found.values())):
            found.setdefault(token.i, said)
    credited = {one.content for one in found.values() if not one.impersonal}
    kept = [found[i] for i in sorted(found) if not found[i].impersonal or found[i].content not in credited]
    return with_second_halves(doc, kept)


def _is_said(again: Said, found: Iterable[Said]) -> bool:
    """Tell whether what somebody says behind a colon is credited already."""
    return any(one.content[0][0] <= again.content[0][0] < one.content[-1][1] for one in found)


def _wider(said: Said | None, whole: Said | None) -> Said | None:
    """Return what a cue credits, or the whole sentence before it where the parser has seen only the end of that."""
    if said is None or not said.content or whole is None or said.mode in STANCES:
        return said if said is not None and said.content else whole
    first, last = whole.content[0][0], whole.content[-1][1]
    if said.cue is not None and said.root is not None and said.cue[1] < said.content[0][0]:
        following = next((t for t in said.root.doc if t.idx >= said.content[0][0]), said.root)
        return replace(whole, root=said.root) if following.lower_ in {"who", "which"} else said
    if said.speaker is not None and first <= said.speaker.start_char < said.speaker.end_char <= last:
        return replace(whole, root=said.root)
    part = first < said.content[0][0] and said.content[-1][1] == last and said.words is None
    return replace(said, content=whole.content) if part else said


def _by_word(token: "Token", quotations: list[Quotation]) -> Said | None:
    if token.lower_ in {"according", "per"}:
        return by_according(token)
    if token.text == ":":
        return by_colon(token, quotations) or by_turn(token, quotations)
    kinds = cues.taken_by(token)
    taken_for_a_noun = token.tag_ == "NNS" and any(c.dep_ == "nsubj" for c in token.children)
    if (said := _by_participle(token)) is not None:
        return said
    if kinds and (token.pos_ in {"VERB", "AUX"} or taken_for_a_noun):
        return _by_verb(token, kinds, quotations)
    if token.pos_ == "NOUN":
        return by_view(token) or by_noun(token)
    return by_adjective(token) if token.pos_ == "ADJ" else None


def _by_participle(verb: "Token") -> Said | None:
    """Read a participle that stands for a noun or an adjective ("by the rangers' reckoning", "is convinced that")."""
    if verb.tag_ == "VBG" and verb.dep_ == "pcomp":
        return by_view(verb)
    return by_adjective(verb) if verb.tag_ == "VBN" and verb.dep_ == "acomp" else None


def _by_last_words(cue: "Token") -> Said | None:
    said = by_last_words(cue)
    return replace(said, through=cited(cue)) if said is not None else None


def _by_verb(verb: "Token", kinds: "cues.Kinds", quotations: list[Quotation]) -> Said | None:
    if is_quoting(verb) or is_citing(verb):
        return None
    if is_passive(verb) and _own_agent(verb) is None:
        return by_passive(verb)
    subject = _speaker_of(verb) or _just_before(verb)
    if subject is None or any(q.holds(subject.idx) for q in quotations):
        subject = _inverted(verb, quotations)
    if subject is None or not is_speaker(subject) or _says_nothing(verb, subject):
        return None
    if not can_act(subject) and subject.lower_ not in words("papers", "issued"):
        tells = is_document(subject)
        kinds = {kind: mode for kind, mode in kinds.items() if kind == "that" or (tells and mode is Mode.REPORTS)}
    who = noun_phrase(subject)
    relative = next((c for c in verb.children if c.dep_ in SUBJECTS and c.lower_ in {"who", "which", "that"}), None)
    speaker = verb.doc[relative.i : relative.i + 1] if relative is not None else who
    for kind, content in contents(verb, speaker, kinds, quotations):
        if kind == "=with" and not _accuses(subject):
            continue
        if content and all(start < end for start, end in content):
            mode = Mode.DENIES if _is_denial(verb, kind, kinds[kind]) else kinds[kind]
            takes_cue = mode in STANCES or kind != "that"
            hull = _hull(verb, content) if takes_cue else None
            said = Said(speaker, chars(verb_group(verb)), content, mode, verb, hull, through=cited(verb), who=who)
            return _quoted_as_saying(said, verb)
    return _quoted_before(verb, speaker, who, quotations)


def _does_not_deny(verb: "Token") -> bool:
    """Tell whether somebody is said not to deny something, or neither to confirm nor to deny it."""
    if verb.pos_ != "VERB" or verb.lemma_ == "doubt" or Mode.DENIES not in cues.taken_by(verb).values():
        return False
    joined = verb.dep_ == "conj" and own_subject(verb) is None
    either = [c for t in ((verb, verb.head) if joined else (verb,)) for c in t.children if c.dep_ in {"preconj", "cc"}]
    return is_negated(verb) or any(c.lower_ in {"neither", "nor"} for c in either)


def _is_denial(verb: "Token", kind: str, mode: Mode) -> bool:
    """Tell whether what somebody rejects, or dismisses as something, is what was said, and no offer, plan or person."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is None or thing.lemma_.lower() not in words("claimed", "told_of"):
        return False
    claimed = thing.lemma_.lower() in words("claimed") or any(c.dep_ in {"acl", "ccomp"} for c in thing.children)
    return (mode is Mode.REFUSES and claimed) or (kind == "as" and verb.lemma_ == "dismiss")


def _accuses(subject: "Token") -> bool:
    """Tell whether who charges somebody "with" something prosecutes him; others give him a task or a bill."""
    return bool({subject.lower_, subject.lemma_.lower()} & words("prosecuting"))


def _says_nothing(verb: "Token", subject: "Token") -> bool:
    """Tell whether a cue only says what is not done ("refused to talk about it"), or its subject is but the "it" of "It is hard to speak of ...", or a paper of the article's own."""
    undone = verb.dep_ == "xcomp" and cues.taken_by(verb.head).get("to") is Mode.REFUSES
    of_adjective = verb.dep_ == "xcomp" and (
        verb.head.pos_ == "ADJ" or any(c.dep_ == "acomp" for c in verb.head.children)
    )
    own = is_document(subject) and any(c.lower_ in {"our", "my"} for c in subject.children)
    return undone or own or (subject.lower_ == "it" and of_adjective)


def _speaker_of(verb: "Token") -> "Token | None":
    """Return whose words a cue gives; one that goes on from what was said ("... and added") has the first cue's speaker."""
    head = verb.head
    if (above := quoting(verb)) is not None:
        return next((c for c in above.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    goes_on = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
    if goes_on and own_subject(verb) is None and head.dep_ == "ccomp" and head.head.i < head.i:
        outer = head.head
        if "that" in cues.frames().get(outer.lemma_.lower(), {}):
            return subject_of(outer)
    subject = subject_of(_saying_of(verb) or verb)
    return _person_with(subject) if subject is not None and any(c.lower_ == "who" for c in verb.children) else subject


def _saying_of(verb: "Token") -> "Token | None":
    """Return the cue of the sentence that a participle behind a comma goes with, where the parser hung it on what is said ("rejected a report that it lied, saying ...")."""
    above = verb.sent.root
    behind = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","
    if not behind or verb.head == above or verb.head.i < above.i or above.lemma_.lower() not in cues.frames():
        return None
    own = own_subject(verb.head)
    return above if own is not None and own.pos_ == "PRON" else None


def _person_with(noun: "Token") -> "Token":
    """Return whom "who" means behind the name of a body: the person whose office there is told ("Ana Ruiz, head of the Fire Service, who")."""
    token = noun
    while noun.ent_type_ == "ORG" and token.dep_ in {"pobj", "prep", "appos"}:
        token = token.head
        if token.ent_type_ == "PERSON":
            return token
    return noun


def _just_before(verb: "Token") -> "Token | None":
    """Return the person or body right before a cue with a clause, where the parser has hung it on something else."""
    named = (
        verb.nbor(-2) if verb.dep_ == "ROOT" and verb.i > verb.sent.start + 2 and verb.nbor(-1).text == "," else None
    )
    if named is not None and named.dep_ == "appos" and named.ent_type_ == "PERSON" and own_subject(verb) is None:
        return named.head
    says = verb.dep_ == "ROOT" and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    if not says or verb.i == verb.sent.start:
        return None
    aside = next((c for c in verb.children if c.dep_ in {"ccomp", "advcl"} and c.i < verb.i), None)
    if aside is not None:
        return own_subject(aside) if aside.tag_ in {"VBD", "VBN"} else None
    token = verb.nbor(-1)
    while token.dep_ in {"pobj", "prep", "compound"} and token.head.i < token.i and token.head.dep_ != "ROOT":
        token = token.head
    return token if token.pos_ in {"NOUN", "PROPN"} and token.dep_ in {"appos", "conj"} else None


def _quoted_as_saying(said: Said, verb: "Token") -> Said:
    """Take in who quotes the speaker, where the cue is "quotes him as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return said
    above = verb.head.head
    outlet = subject_of(above)
    return replace(said, root=above, via=noun_phrase(outlet) if outlet is not None and not is_passive(above) else None)


def _quoted_before(verb: "Token", speaker: "Span", who: "Span", quotations: list[Quotation]) -> Said | None:
    """Read "...," the paper quoted him as saying", where what is said stands before the verb of quoting."""
    above = quoting(verb)
    outlet = subject_of(above) if above is not None else None
    if above is None or outlet is None:
        return None
    found = (content for _, content in contents(above, noun_phrase(outlet), {"that": Mode.REPORTS}, quotations))
    content = next((places for places in found if places), None)
    said = Said(speaker, chars(verb_group(verb)), content, Mode.ASSERTS, verb, who=who) if content else None
    return _quoted_as_saying(said, verb) if said is not None else None


def _inverted(verb: "Token", quotations: list[Quotation]) -> "Token | None":
    """Return the speaker beside a cue that follows a quotation, where the parser sees no subject ("...," said its chairwoman)."""
    before = [q for q in quotations if q.end <= verb.idx]
    text = verb.doc.text if before else ""
    for q in before:
        if text[q.start : q.end].rstrip("\"'”’»").endswith("."):
            continue
        between = verb.doc.char_span(q.end, verb.idx, alignment_mode="contract")
        if between is None or not between.text.strip(" ,"):
            return next(
                (c for c in verb.children if c.dep_ in {"nsubj", "dobj", "attr", "oprd"} and c.i > verb.i), None
            )
        if verb.sent.start <= between.start and len(between) < _NEAR and not any(t.pos_ == "VERB" for t in between):
            names = [e.root for e in between.ents if e.label_ in {"PERSON", "ORG"}]
            return next(iter(names), None) or next((t for t in between if t.pos_ in {"PRON", "NOUN", "PROPN"}), None)
    return None


def _own_agent(verb: "Token") -> "Token | None":
    """Return who did it in a passive: the object of "by"."""
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def _hull(verb: "Token", content: tuple[Place, ...]) -> Place:
    """Return the words from the speaker, where he stands in the same clause before the verb, to the end of the clause.

    What he is said to go on, begin or fail to do is taken in ("went on to praise the court", "continues to speak of ..."), and so is
    what stands behind the content: who did it, how and when ("was backed by the unions", "described the night as follows").
    """
    above = verb
    while _is_done_by_the_same(above):
        above = above.head
    subject = next((c for c in above.children if c.dep_ in SUBJECTS), above.head if is_hung_on_subject(above) else None)
    first = _from_when(above, subject) if subject is not None and subject.i < verb.i else verb_group(above).start_char
    last = max(end_of(verb), content[-1][1])
    behind = verb.doc.char_span(last, verb.sent.end_char, alignment_mode="contract")
    for token in behind or ():
        passed = token.is_quote or (token.text in _HYPHENS and not (token.whitespace_ or token.nbor(-1).whitespace_))
        joins = token.dep_ == "cc" and token.head == verb
        if not passed and (token.is_punct or joins or verb not in token.ancestors):
            break
        last = last if passed else end_of(token)
    return min(first, content[0][0]), last


def _from_when(verb: "Token", subject: "Token") -> int:
    """Return where a clause begins with its subject, or with what tells when before it ("In May, the maker recalled the cars")."""
    first = subject.left_edge
    for child in reversed([c for c in verb.lefts if c.i < first.i]):
        tells_when = child.dep_ in {"prep", "npadvmod"} and any(t.ent_type_ in {"DATE", "TIME"} for t in child.subtree)
        if not tells_when and child.text != ",":
            break
        first = child.left_edge if tells_when else first
    return int(first.idx)


def _is_done_by_the_same(verb: "Token") -> bool:
    """Tell whether a verb is what the subject of the verb above it goes on to do, or does it for."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in _GOING_ON:
        return True
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    other = any(c.dep_ == "dobj" for c in above.children)
    return verb.dep_ in {"xcomp", "advcl"} and above.i < verb.i and above.pos_ == "VERB" and to and not other
