"""What the parser's trees do not say by themselves: who does something, how far a phrase reaches, where words stand together."""

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from briefing.extraction import cues
from briefing.extraction.naming import words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

RELATIVE = frozenset({"who", "which", "that", "whom"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of verbs that have a tense."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FIRST_PERSON = frozenset({"i", "me", "my", "myself", "we", "us", "our", "ourselves"})
_APART = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis", "cc", "conj", "punct", "mark"})
_GROUP = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
_EDGES = frozenset({",", ";", ":", "-", "–", "—", "--", "."})
_PASSED_DOWN = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep"})
"""Verbs in these places have the subject of the verb above."""
_CLOSING = "*_\"'”’» \n"
"""What may stand behind the question mark of a sentence."""
_WHEN = frozenset({"on", "in", "at", "by", "during", "since", "earlier", "late", "early"})
_STEPS = 6
_TALKING = frozenset({"speak", "talk"})
_ASKING = frozenset({"ask", "interview", "question"})


def asks(words: "Span") -> bool:
    """Tell whether words end with a question mark, whatever closes them behind it."""
    backwards = (words[n].text for n in range(len(words) - 1, -1, -1))
    last = next((text for text in backwards if text.strip(_CLOSING)), "")
    return last.rstrip(_CLOSING).endswith("?")


def is_hung_on_subject(verb: "Token") -> bool:
    """Tell whether the parser has taken the subject of a verb for the root of their sentence ("A spokesman, Ana Ruiz, denied it")."""
    if verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or verb.head.i > verb.i:
        return False
    says = verb.nbor(-1).text == "," and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.children)
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and says)


def means_speaker(token: "Token") -> bool:
    """Tell whether those who speak mean themselves by a word ("I", "us", but not "the US")."""
    return token.lower_ in _FIRST_PERSON and not (token.text == "US" and token.pos_ == "PROPN")


def end_of(token: "Token") -> int:
    """Return the character after a token."""
    return int(token.idx) + len(token.text)


def chars(span: "Span") -> tuple[int, int]:
    """Return a span as characters of its document."""
    return int(span.start_char), int(span.end_char)


def subject_of(verb: "Token") -> "Token | None":
    """Return who does what a verb says: its subject, its agent in the passive, or whoever a clause above gives it.

    "It is wrong to call them thieves" has nobody who does.
    """
    token, first = verb, True
    for _ in range(_STEPS):
        own = own_subject(token, acting=first)
        if own is not None:
            return own if own.dep_ != "nsubjpass" or not first else None
        if token.dep_ in {"acl", "relcl"} and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children):
            if token.head.dep_ != "dobj":
                return None
            first, token = False, token.head.head
            continue
        if token.dep_ in {"acl", "relcl"}:
            return token.head if token.tag_ != "VBN" or not first or is_hung_on_subject(token) else None
        if token.dep_ not in _PASSED_DOWN or token.head is token:
            return None
        first = first and token.dep_ == "conj" and token.tag_ == token.head.tag_
        token = token.head
        if token.lemma_ == "be" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in token.children):
            return None
    return None


def own_subject(verb: "Token", *, acting: bool = True) -> "Token | None":
    """Return the subject or the agent that hangs on a verb itself, a relative pronoun read as what it stands for.

    Of a passive the subject is wanted unless who is `acting` is: "paid by the state to count" has those count who are paid.
    """
    by = (c for c in verb.children if acting and c.dep_ == "agent" and not c.ent_type_)
    agents = (g for c in by for g in c.children if g.dep_ == "pobj")
    agent = next((a for a in agents if a.lower_ not in words("means")), None)
    if agent is not None:
        return agent
    subject = _nearest_subject(verb)
    if subject is not None and subject.lower_ in RELATIVE:
        above = verb
        while above.dep_ in {"conj", "xcomp"}:
            above = above.head
        return above.head if above.dep_ in {"relcl", "acl"} else subject
    return subject


def _nearest_subject(verb: "Token") -> "Token | None":
    """Return the subject that hangs on a verb itself; of several that the parser saw the last before the verb."""
    found = [c for c in verb.children if c.dep_ in SUBJECTS]
    return next((c for c in reversed(found) if c.i < verb.i), found[0] if found else None)


def is_finite(verb: "Token") -> bool:
    """Tell whether a verb has a tense, by itself or by what helps it."""
    return verb.tag_ in FINITE or any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in verb.children)


def is_passive(verb: "Token") -> bool:
    """Tell whether a verb stands in the passive, finite or as a participle after a noun."""
    return verb.tag_ == "VBN" and (
        (verb.dep_ == "acl" and not is_hung_on_subject(verb))
        or any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in verb.children)
    )


def is_credited(token: "Token") -> bool:
    """Tell whether a word is the subject of a cue verb, or stands behind "according to"."""
    if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
        return True
    verbal = token.head.pos_ == "VERB" or token.head.tag_ == "NNS"
    return token.dep_ == "nsubj" and verbal and token.head.lemma_.lower() in cues.verbs()


def is_spoken_to(token: "Token") -> bool:
    """Tell whether somebody is asked or spoken to."""
    with_him = token.dep_ == "pobj" and token.head.lower_ in {"to", "with"} and token.head.head.lemma_ in _TALKING
    return with_him or (token.dep_ == "dobj" and token.head.lemma_ in _ASKING)


def noun_phrase(head: "Token") -> "Span":
    """Return a noun phrase without clauses that hang on it; one that is joined to others by "and" with them, if they follow at once."""
    keep, frontier = {head.i}, [head]
    while frontier:
        for child in frontier.pop().children:
            joined = child.dep_ in {"cc", "conj"} and child.pos_ in {"CCONJ", "NOUN", "PROPN", "PRON"}
            held = child.dep_ not in _APART and not (child.head == head and _tells_when(child))
            if held or joined or child.text in {"-", "&", "/"}:
                keep.add(child.i)
                frontier.append(child)
    first = last = head.i
    while first - 1 in keep:
        first -= 1
    while last + 1 in keep:
        last += 1
    if head.doc[last].dep_ == "case" and last > first:
        last -= 1
    return head.doc[first : last + 1]


def _tells_when(phrase: "Token") -> bool:
    """Tell whether words behind somebody tell when he acts, and nothing of him ("the president on Sunday", "the king late Monday")."""
    when = [phrase] if phrase.dep_ == "npadvmod" else [c for c in phrase.children if phrase.lower_ in _WHEN]
    return phrase.i > phrase.head.i and any(t.ent_type_ in {"DATE", "TIME"} for t in when)


def before_description(span: "Span", opening: Container[str]) -> "Span":
    """Return who is named by the words up to the first comma, or to one that opens a description of him."""
    end = next((t.i for t in span if t.text == "," or t.lower_ in opening), span.end)
    return span.doc[span.start : end]


def verb_group(verb: "Token") -> "Span":
    """Return a verb with auxiliaries, negation and particles that stand beside it."""
    near = {c.i for c in verb.children if c.dep_ in _GROUP}
    first = last = verb.i
    while first - 1 in near:
        first -= 1
    while last + 1 in near and verb.doc[last + 1].dep_ in {"prt", "neg"}:
        last += 1
    return verb.doc[first : last + 1]


def is_negated(verb: "Token") -> bool:
    """Tell whether "not" or "never" stands at a verb or at what governs it as an auxiliary would ("has yet to say" is not read)."""
    return any(c.dep_ == "neg" for c in verb.children)


def groups(tokens: Iterable["Token"]) -> list["Span"]:
    """Return tokens as spans of neighbours, without commas, dashes and stops at their edges; quotation marks are kept."""
    spans: list[Span] = []
    run: list[Token] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if run and token.i != run[-1].i + 1:
            spans += _trimmed(run)
            run = []
        run.append(token)
    return spans + _trimmed(run)


def _trimmed(run: list["Token"]) -> list["Span"]:
    while run and (run[0].text in _EDGES or run[0].is_space):
        run = run[1:]
    while run and (run[-1].text in _EDGES or run[-1].is_space):
        run = run[:-1]
    if not any(t.is_alpha or t.like_num for t in run):
        return []
    return [run[0].doc[run[0].i : run[-1].i + 1]]


def is_no_longer(child: "Token") -> bool:
    """Tell whether a word negates what it hangs on by "no longer" or "no more"."""
    return (
        child.dep_ == "advmod" and child.lower_ in {"longer", "more"} and any(c.lower_ == "no" for c in child.children)
    )
