"""Credit given by other words than a verb and its subject: "according to", "is expected to", nouns and adjectives with a clause."""

from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.answers import TURN
from briefing.extraction.contents import CLAUSES
from briefing.extraction.naming import words
from briefing.extraction.quotes import Quotation
from briefing.extraction.said import Said, can_act, is_speaker
from briefing.extraction.syntax import (
    SUBJECTS,
    chars,
    end_of,
    groups,
    is_negated,
    is_passive,
    noun_phrase,
    subject_of,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_IN_THE_VIEW_OF = {
    "in": frozenset(
        {"view", "opinion", "eyes", "words", "version", "account", "telling", "judgment", "judgement", "estimation"}
    ),
    "by": frozenset({"account", "count", "reckoning", "estimate", "telling", "version", "tally"}),
    "on": frozenset({"account", "showing", "reckoning", "reading", "estimate", "count", "view"}),
}
"""Nouns that, after a preposition and with an owner, say whose the rest of the sentence is."""
_SURE = frozenset({"sure", "certain", "convinced", "confident"})
"""Who is not so doubts it; who is not aware, glad or surprised takes it for true."""
_DENYING = frozenset({"deny", "dispute", "reject", "dismiss", "rebut", "refute", "contradict", "question"})
"""What is done to the word of another."""
_TURNING = 18
"""So many words at most take the word before a colon."""
_GESTURES = frozenset(
    {"disagree", "differ", "demur", "laugh", "smile", "shrug", "nod", "sigh", "shake", "grin", "scoff"}
)
_STANDS = frozenset({"position", "view", "stance", "opinion", "denial", "verdict", "message", "point", "argument"})
"""What stands for its owner's word where it goes before a colon."""
_LABEL = 12
"""So many words at most name the speaker before a colon."""


def by_passive(verb: "Token") -> Said | None:
    """Read a passive without agent: what somebody is convinced of, or what is generally held, which the article passes on ("is expected to")."""
    lemma = verb.lemma_.lower()
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    clause = next((c for c in verb.children if c.dep_ in CLAUSES and c.i > verb.i), None)
    convinced = verb.lower_ in cues.words("adjective", "that") and is_speaker(subject) and subject.lower_ != "it"
    if clause is not None and convinced and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children):
        content = tuple(chars(s) for s in groups([*clause.subtree]))
        return Said(noun_phrase(subject), chars(verb_group(verb)), content, Mode.ASSERTS, verb)
    if clause is not None and subject.dep_ == "nsubjpass" and lemma in cues.words("impersonal", "to"):
        parts = [chars(s) for s in groups([*clause.subtree])]
        if subject.lower_ != "it":
            parts = [chars(s) for s in groups([*subject.subtree])] + parts
        if parts:
            whole = (parts[0][0], parts[-1][1])
            return Said(None, chars(verb_group(verb)), tuple(parts), Mode.REPORTS, verb, whole, impersonal=True)
    return None


def by_view(noun: "Token") -> Said | None:
    """Read "..., in the view of the deputy" and "by her own account, ...": all else in the sentence is the content, the whole if it is put inside."""
    preposition = noun.head
    if noun.lower_ not in _IN_THE_VIEW_OF.get(preposition.lower_, ()) or preposition.dep_ != "prep":
        return None
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or next(iter(of.children if of else ()), None)
    first, last = preposition.i, noun.right_edge.i - noun.right_edge.is_punct
    ends = (first == noun.sent.start, noun.doc[last + 1 : noun.sent.end].text.strip(" .") == "")
    commas = noun.doc[max(0, first - 1)].text == ",", last + 1 < noun.sent.end and noun.doc[last + 1].text == ","
    apart = (ends[0] or commas[0]) and (ends[0] or ends[1] or commas[1])
    if owner is None or not is_speaker(owner) or owner.lower_ in {"our", "my"} or not apart:
        return None
    rest = [t for t in noun.sent if not first <= t.i <= last or not any(ends)]
    content = tuple(chars(span) for span in groups(rest))
    return Said(noun_phrase(owner), (preposition.idx, end_of(noun)), content, Mode.ASSERTS, preposition)


def by_noun(noun: "Token") -> Said | None:
    """Read a noun that carries a clause ("her claim that", "fears that"): its owner's, or nobody's in particular."""
    lemma = noun.lemma_.lower()
    plural = noun.tag_ == "NNS" or (noun.i > 0 and noun.nbor(-1).tag_ == "NNS")
    if plural and lemma in cues.verbs() and (said := _as_last_word(noun)) is not None:
        return said
    owner = _owner(noun)
    if (owner is not None and not is_speaker(owner)) or (owner is None and _is_denied(noun)):
        return None
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.i > noun.i), None)
    if clause is None and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        clause = next((c for c in noun.head.children if c.dep_ == "ccomp"), None)
    if clause is not None and not _is_misread(noun):
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
        finite = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children) or clause.dep_ == "ccomp"
        owned = cues.words("noun", "own") if owner is not None else frozenset()
        wills = cues.frames().get(lemma, {}).get("noun") if infinitive else None
        if wills or (finite and not infinitive and lemma in cues.words("noun", "that") | owned):
            content = tuple(chars(s) for s in groups([*clause.subtree]))
            cue = (noun.idx, end_of(noun))
            if owner is None:
                return None if infinitive else Said(None, cue, content, Mode.SUPPOSES, noun, impersonal=True)
            return Said(noun_phrase(owner), cue, content, wills or Mode.ASSERTS, noun)
    return None


def _as_last_word(noun: "Token") -> Said | None:
    """Read "..., the newspaper notes." where the verb was taken for a noun."""
    first = noun.left_edge
    sentence = noun.sent
    rest = noun.doc[noun.i + 1 : sentence.end]
    if (
        first.i <= sentence.start + 2
        or first.i == noun.i
        or first.nbor(-1).text != ","
        or not all(t.is_punct for t in rest)
    ):
        return None
    speaker = noun.doc[first.i : noun.i]
    content = tuple(chars(s) for s in groups(noun.doc[sentence.start : first.i - 1]))
    return Said(speaker, (noun.idx, end_of(noun)), content, cues.verbs()[noun.lemma_.lower()], noun)


def _is_denied(noun: "Token") -> bool:
    """Tell whether a report or a claim is only brought up to be rejected, or is called untrue: nobody in particular holds it."""
    rejected = noun.dep_ in {"dobj", "pobj"} and noun.head.lemma_ in _DENYING
    untrue = noun.dep_ == "nsubj" and any(c.lower_ in words("untrue") for c in noun.head.children)
    return rejected or untrue


def _is_misread(noun: "Token") -> bool:
    """Tell whether the parser has taken what is said of a claim for a part of it ("The claim that it kills has been debunked")."""
    return noun.dep_ == "ROOT" or (noun.dep_ in {"dobj", "dep"} and noun.i < noun.head.i)


def _owner(noun: "Token") -> "Token | None":
    """Return whose word it is: a possessive, an agent, or the subject of the verb that it is the object of."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return _own_of(noun) if owner.lower_ in {"its", "their"} else owner
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "among"}:
            return next((g for g in child.children if g.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lemma_ not in _DENYING:
        return subject_of(noun.head)
    return None


def _own_of(noun: "Token") -> "Token | None":
    """Return whose word a noun with "its" or "their" is: the body's or the people's that the clause is about ("The bank sticks to its view that ...")."""
    owner = next(c for c in noun.children if c.dep_ == "poss")
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head if noun.dep_ == "pobj" else None
    subject = subject_of(verb) if verb is not None and verb.pos_ == "VERB" else None
    denied = verb is not None and verb.lemma_ in _DENYING
    likely = (
        subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.ent_type_ != "PERSON" and can_act(subject)
    )
    return subject if likely and not denied else owner


def by_adjective(adjective: "Token") -> Said | None:
    """Read an adjective that carries a clause or a thing ("is confident that", "is ready to", "is sure of")."""
    lemma = adjective.lower_ if adjective.tag_ == "VBN" else adjective.lemma_.lower()
    if adjective.dep_ not in {"acomp", "conj"} or adjective.head.pos_ not in {"AUX", "VERB"}:
        return None
    subject = subject_of(adjective.head)
    clause = next(
        (c for t in (adjective, adjective.head) for c in t.children if c.dep_ in CLAUSES and c.i > adjective.i), None
    )
    if clause is None and lemma in cues.words("adjective", "of"):
        of = next((c for c in adjective.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        own = of is not None and any(c.lower_.endswith(("self", "selves")) for c in of.children)
        clause = of if not own else None
    if subject is None or clause is None or not is_speaker(subject) or subject.lower_ == "it":
        return None
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
    unsure = lemma in _SURE and clause.dep_ != "prep" and not infinitive and is_negated(adjective.head)
    doubts = unsure or lemma in cues.words("adjective", "doubt")
    if clause.dep_ != "prep" and not doubts and lemma not in cues.words("adjective", "to" if infinitive else "that"):
        return None
    content = tuple(chars(s) for s in groups([*clause.subtree]))
    first = subject.left_edge.idx if subject.i < adjective.i else adjective.head.idx
    mode = Mode.HOPES if infinitive else Mode.DENIES if doubts else Mode.ASSERTS
    whole = content and (infinitive or doubts or clause.dep_ == "prep")
    hull = (min(first, content[0][0]), content[-1][1]) if whole else None
    opens, ends = sorted((adjective.head, adjective), key=lambda t: t.i)
    return Said(noun_phrase(subject), (opens.idx, end_of(ends)), content, mode, adjective, hull)


def by_colon(colon: "Token", quotations: list[Quotation]) -> Said | None:
    """Read "Mine doctor Pia Mont: the refuge holds food": a person or a body before a colon says the sentence behind it."""
    doc, sent = colon.doc, colon.sent
    before = doc[sent.start : colon.i]
    rest = doc[colon.i + 1 : sent.end if colon.i + 1 < sent.end else _end_of_next(sent)]
    if not 0 < len(before) <= _LABEL or any(t.pos_ in {"VERB", "AUX", "PUNCT"} and t.text != "," for t in before):
        return None
    head = before.root
    named = head.pos_ == "PROPN" and (head.ent_type_ == "PERSON" or all(t.pos_ == "PROPN" for t in before))
    known = head.lower_ in words("groups", "roles") or head.lower_ in {"police", "prosecutors"}
    quoted = any(q.start < rest.end_char and rest.start_char < q.end for q in quotations)
    said = [span for span in groups(rest) if any(t.dep_.startswith("nsubj") or t.dep_ == "expl" for t in span)]
    if not (named or known) or quoted or not said:
        return None
    return Said(noun_phrase(head), (colon.idx, colon.idx + 1), tuple(chars(span) for span in said), Mode.ASSERTS)


def by_turn(colon: "Token", quotations: list[Quotation]) -> Said | None:
    """Read "The owner sees it differently: ..." and "The ministry's position has not moved: ...": who takes the word says what follows."""
    doc, sent = colon.doc, colon.sent
    before, rest = doc[sent.start : colon.i], doc[colon.i + 1 : sent.end]
    subject = next(
        (t for t in before if t.dep_ == "nsubj" and t.head.pos_ in {"VERB", "AUX"} and t.head.i < colon.i), None
    )
    if subject is None or len(before) > _TURNING or not len(rest) or any(q.holds(rest[0].idx) for q in quotations):
        return None
    stand = subject.lemma_.lower() in cues.words("noun", "own") | _STANDS
    who = next((c for c in subject.children if c.dep_ == "poss"), None) if stand else subject
    turns = stand or subject.head.lemma_.lower() in _GESTURES or TURN.search(before.text) is not None
    turns = turns or _brings_up(subject.head)
    said = [span for span in groups(rest) if any(t.dep_.startswith("nsubj") or t.dep_ == "expl" for t in span)]
    if who is None or not turns or not said or not is_speaker(who) or not can_act(who):
        return None
    content = tuple(chars(span) for span in groups(rest))
    return Said(noun_phrase(who), (colon.idx, colon.idx + 1), content, Mode.ASSERTS)


def _brings_up(verb: "Token") -> bool:
    """Tell whether somebody shows, sends or corrects something, or has a paper, and what it says follows."""
    if verb.lemma_ == "have" and verb.tag_ != "VBN":
        return any(c.dep_ == "dobj" and c.lower_ in words("exhibits") for c in verb.children)
    particle = next((f"_{c.lower_}" for c in verb.children if c.dep_ == "prt" or c.lower_ == "online"), "")
    return not is_passive(verb) and verb.lemma_.lower() + particle in cues.words("placed", "colon")


def _end_of_next(sent: "Span") -> int:
    return sent.doc[sent.end].sent.end if sent.end < len(sent.doc) else sent.end
