"""Who is credited with what in a paragraph: cue verbs, "according to", nouns and adjectives that carry a clause, quotations."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.naming import words
from briefing.extraction.quotes import Quotation
from briefing.extraction.syntax import (
    chars,
    end_of,
    groups,
    is_negated,
    is_passive,
    noun_phrase,
    own_subject,
    subject_of,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Place = tuple[int, int]
"""Characters of a paragraph, from and to."""

_NOBODY = frozenset(
    {
        "i",
        "we",
        "you",
        "there",
        "this",
        "that",
        "these",
        "those",
        "what",
        "nothing",
        "me",
        "us",
        "nobody",
        "none",
        "everyone",
        "everybody",
        "anyone",
        "somebody",
        "someone",
    }
)
"""Subjects that credit nothing to anybody: the writer, the reader, the thing just said."""
_TOLD = frozenset({"tell", "inform", "remind", "assure", "warn", "advise", "notify", "brief", "convince", "persuade"})
"""Cues that have a listener for an object."""
_NEAR = 16
"""A speaker with his description takes fewer words between a quotation and its cue."""
_CITING = frozenset({"citing", "quoting"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_STANCES = frozenset({Mode.DENIES, Mode.DEMANDS, Mode.OFFERS, Mode.REFUSES, Mode.PROPOSES, Mode.HOPES})
"""What the holder does is part of the claim, so that its words take the cue in."""


@dataclass(frozen=True, slots=True)
class Said:
    """Something credited to somebody; all places are characters of the paragraph.

    `root` is the cue's own word; without a `speaker` it is whoever spoke last, unless it is `impersonal` ("is expected to").
    `speaker` are the words beside the cue, `who` those that say whom they mean ("who", "officials"); `through` is whom the
    speaker cites in turn, `via` who quotes the speaker; `words` is what the claim quotes where that is more than the content ("refused to leave").
    """

    speaker: "Span | None"
    cue: Place | None
    content: tuple[Place, ...]
    mode: Mode
    root: "Token | None" = None
    words: Place | None = None
    impersonal: bool = False
    through: "Span | None" = None
    who: "Span | None" = None
    via: "Span | None" = None


def attributions(doc: "Doc", quotations: list[Quotation]) -> list[Said]:
    """Return everything that is credited to somebody by words of the paragraph, in the order of the cues."""
    found: dict[int, Said] = {}
    for token in doc:
        if any(q.holds(token.idx) for q in quotations):
            continue
        said = _by_word(token, quotations)
        if said is not None and said.content:
            found.setdefault(token.i, said)
    return [found[i] for i in sorted(found)]


def _by_word(token: "Token", quotations: list[Quotation]) -> Said | None:
    lemma = token.lemma_.lower()
    if token.lower_ in {"according", "per"}:
        return _by_according(token)
    if token.pos_ in {"VERB", "AUX"} and lemma in cues.frames():
        return _by_verb(token, cues.frames()[lemma], quotations)
    if token.pos_ == "NOUN":
        return _by_noun(token)
    if token.pos_ == "ADJ":
        return _by_adjective(token)
    return None


def _by_verb(verb: "Token", kinds: "cues.Kinds", quotations: list[Quotation]) -> Said | None:
    if is_passive(verb) and own_agent(verb) is None:
        return _by_passive(verb)
    subject = _speaker_of(verb)
    if subject is None or any(q.holds(subject.idx) for q in quotations):
        subject = _inverted(verb, quotations)
    if subject is None or not is_speaker(subject):
        return None
    if not can_act(subject):
        kinds = {kind: mode for kind, mode in kinds.items() if kind == "that"}
    who = noun_phrase(subject)
    relative = next(
        (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ in {"who", "which", "that"}), None
    )
    speaker = verb.doc[relative.i : relative.i + 1] if relative is not None else who
    for kind, content in _contents(verb, speaker, kinds, quotations):
        if content:
            mode = kinds[kind]
            hull = _hull(verb, content) if mode in _STANCES or kind in {"object", "about", "as"} else None
            said = Said(speaker, chars(verb_group(verb)), content, mode, verb, hull, through=_cited(verb), who=who)
            return _quoted_as_saying(said, verb)
    return None


def _quoted_as_saying(said: Said, verb: "Token") -> Said:
    """Take in who quotes the speaker, where the cue is "quotes him as saying"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "as":
        return said
    quoting = verb.head.head
    outlet = subject_of(quoting)
    return replace(
        said, root=quoting, via=noun_phrase(outlet) if outlet is not None and not is_passive(quoting) else None
    )


def _inverted(verb: "Token", quotations: list[Quotation]) -> "Token | None":
    """Return the speaker beside a cue that follows a quotation, where the parser sees no subject ("...," said its chairwoman)."""
    text = verb.doc.text
    for q in quotations:
        if q.end > verb.idx or text[q.start : q.end].rstrip("\"'”’»").endswith("."):
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


def is_speaker(token: "Token") -> bool:
    """Tell whether a subject can be credited with anything."""
    generic = token.lower_ == "one" and not any(c.dep_ in {"prep", "det", "amod"} for c in token.children)
    return token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"} and token.lower_ not in _NOBODY and not generic


def can_act(token: "Token") -> bool:
    """Tell whether a subject can want, refuse or promise: a name, a pronoun, people, a body; things and ideas cannot."""
    lemma = token.lemma_.lower()
    known = any(
        token.lower_ in words(name) or lemma in words(name)
        for name in ("roles", "bodies", "outlets", "groups", "titles")
    )
    likely = token.tag_ in {"NNS", "NN"} and lemma.endswith(
        ("er", "or", "ist", "ian", "man", "woman", "person", "people")
    )
    return token.pos_ in {"PROPN", "PRON", "NUM", "DET", "ADJ"} or bool(token.ent_type_) or known or likely


def own_agent(verb: "Token") -> "Token | None":
    """Return who did it in a passive: the object of "by"."""
    return next((g for c in verb.children if c.dep_ == "agent" for g in c.children if g.dep_ == "pobj"), None)


def _contents(
    verb: "Token", speaker: "Span", kinds: "cues.Kinds", quotations: list[Quotation]
) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Yield what may be said, likeliest first, with the kind of content it is."""
    clauses = [c for c in verb.children if c.dep_ in _CLAUSES and c.pos_ != "PUNCT"]
    if not clauses and verb.lemma_.lower() in _TOLD:
        clauses = [t for t in verb.subtree if t.i > verb.i and _told(t)][:1]
    if "as" in kinds:
        yield "as", _label(verb)
    for clause in clauses:
        infinitive = clause.dep_ == "xcomp" or any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
        kind = "to" if infinitive else "that"
        if infinitive and not any(c.lower_ == "to" for c in clause.children if c.dep_ == "aux"):
            continue
        if kind in kinds:
            yield kind, _clause(clause, verb, speaker, quotations)
    if "that" in kinds:
        yield "that", _around(verb)
        yield "that", _quotation_beside(verb, speaker, quotations)
    if "object" in kinds:
        yield "object", _object(verb)
    if "about" in kinds and not any(c.dep_ == "dobj" for c in verb.children):
        yield "about", _prepositional(verb)


def _told(clause: "Token") -> bool:
    """Tell whether a clause that the parser hung on a listener ("told a briefing that ...") is what he was told."""
    first = clause.left_edge
    own = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c is not first for c in clause.children)
    return clause.dep_ in {"acl", "relcl", "ccomp"} and first.lower_ == "that" and own


def _clause(clause: "Token", verb: "Token", speaker: "Span", quotations: list[Quotation]) -> tuple[Place, ...]:
    """Return the words of a clause that a verb governs, on whichever side of it they stand."""
    own = {t.i for t in speaker} | {verb.i}
    own |= {t.i for c in verb.children if c.dep_ == "advcl" and c.lower_ in _CITING for t in c.subtree}
    end = _where_the_speaker_goes_on(clause)
    tokens = [t for t in clause.subtree if t.i not in own and t.i < end]
    thing = next((c for c in verb.children if c.dep_ == "dobj" and verb.i < c.i < clause.i), None)
    if thing is not None and clause.dep_ == "xcomp":
        tokens += thing.subtree
    tokens += _goes_on_after(clause, verb)
    return _grown([chars(span) for span in groups(tokens)], quotations, verb)


def _goes_on_after(clause: "Token", verb: "Token") -> list["Token"]:
    """Return the second half of what is said around a bare "..., he said, and ..."."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if clause.i > verb.i or after is None or after.text != ",":
        return []
    halves = (c for c in verb.children if c.dep_ == "conj" and c.i > verb.i and own_subject(c) is not None)
    return [t for half in halves for t in half.subtree]


def _where_the_speaker_goes_on(clause: "Token") -> int:
    """Return the token at which a second cue of the same speaker ("... and added that", "..., arguing that"), or of another, ends a clause."""
    cut = clause.doc[clause.i].sent.end
    for token in clause.subtree:
        if token.i > clause.i and token.pos_ == "VERB" and "that" in cues.frames().get(token.lemma_.lower(), {}):
            if token.dep_ == "conj" and any(c.dep_ in _CLAUSES for c in token.children):
                before = token.left_edge.i
                while before - 1 > clause.i and clause.doc[before - 1].dep_ in {"cc", "punct"}:
                    before -= 1
                cut = min(cut, before)
            elif token.dep_ == "advcl" and token.tag_ == "VBG" and token.nbor(-1).text == ",":
                cut = min(cut, token.i - 1)
    return cut


def _speaker_of(verb: "Token") -> "Token | None":
    """Return whose words a cue gives; one that goes on from what was said ("... and added") has the first cue's speaker."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in {"quote", "cite"}:
        return next((c for c in head.head.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    goes_on = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
    if goes_on and own_subject(verb) is None and head.dep_ == "ccomp" and head.head.i < head.i:
        outer = head.head
        if "that" in cues.frames().get(outer.lemma_.lower(), {}):
            return subject_of(outer)
    return subject_of(verb)


def _grown(places: list[Place], quotations: list[Quotation], verb: "Token") -> tuple[Place, ...]:
    """Take in the whole of a quotation that a clause reaches into, and join what then touches."""
    grown: list[Place] = []
    for start, end in places:
        first, last = start, end
        for q in quotations:
            if q.start < end and start < q.end and not q.holds(verb.idx):
                first, last = min(first, q.start), max(last, q.end)
        grown.append((first, last))
    joined: list[Place] = []
    for start, end in sorted(grown):
        if joined and start <= joined[-1][1] + 2:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _around(verb: "Token") -> tuple[Place, ...]:
    """Return what stands around a cue that is put into or behind a sentence of its own ("..., he said, ...")."""
    first = verb.left_edge
    behind = (
        first.i > verb.sent.start and first.nbor(-1).text == "," and not any(c.dep_ == "cc" for c in verb.head.children)
    )
    inserted = verb.dep_ == "parataxis" or (verb.dep_ in {"ccomp", "conj", "dep"} and verb.head.i < first.i and behind)
    as_said = verb.dep_ == "advcl" and any(c.lower_ == "as" for c in verb.children if c.dep_ in {"mark", "advmod"})
    if not (inserted or as_said):
        return ()
    subject = own_subject(verb)
    before = [c for c in verb.children if c.dep_ == "advcl" and subject is not None and c.i < subject.i]
    own = {t.i for t in verb.subtree} - {t.i for c in before for t in c.subtree}
    rest = [
        t
        for t in verb.sent
        if t.i not in own and not any(a.lower_ in _CITING and a.dep_ == "advcl" for a in (t, *t.ancestors))
    ]
    return tuple(chars(span) for span in groups(rest) if len(span) > 1)


def _quotation_beside(verb: "Token", speaker: "Span", quotations: list[Quotation]) -> tuple[Place, ...]:
    """Return the quotation that ends just before a cue and its speaker, else the next one in the cue's sentence."""
    text = verb.doc.text
    first = min(speaker.start_char, verb.idx)
    last = max(speaker.end_char, end_of(verb))
    for q in quotations:
        ended = text[q.start : q.end].rstrip("\"'”’»").endswith(".")
        if q.end <= first and not ended and not text[q.end : first].strip(" ,"):
            return ((q.start, q.end),)
    for q in quotations:
        if last <= q.start < verb.sent.end_char + 1 and not any(mark in text[last : q.start] for mark in ".?!;"):
            return ((q.start, q.end),)
    return ()


def _object(verb: "Token") -> tuple[Place, ...]:
    if is_passive(verb):
        return _in_the_passive(verb)
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    denies = cues.frames()[verb.lemma_.lower()]["object"] in {Mode.DENIES, Mode.REFUSES}
    measured = any(c.dep_ == "prep" and c.lower_ == "at" for c in verb.children)
    if (
        thing is None
        or thing.i < verb.i
        or (thing.lower_ in {"it", "that", "this", "what"} and not (denies or measured))
    ):
        return ()
    last = thing.right_edge
    for child in verb.children:
        if (
            child.dep_ in {"prep", "dative"}
            and child.i == last.i + 1
            and child.lower_ in {"of", "for", "as", "to", "at"}
        ):
            last = child.right_edge
    return ((int(thing.left_edge.idx), _end_before_punctuation(last)),)


def _in_the_passive(verb: "Token") -> tuple[Place, ...]:
    """Return who is accused, praised or blamed, and what for."""
    about = [
        c for c in verb.children if c.dep_ == "nsubjpass" or (c.dep_ == "prep" and c.lower_ in {"of", "for", "as"})
    ]
    about += [c for a in verb.children if a.dep_ == "agent" for c in a.subtree if c.dep_ == "prep" and c.lower_ == "of"]
    return tuple(chars(span) for span in groups({t for c in about for t in c.subtree}))


def _prepositional(verb: "Token") -> tuple[Place, ...]:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "about", "for", "to", "against"}:
            thing = next((g for g in child.children if g.dep_ in {"pobj", "pcomp"}), None)
            if thing is not None and child.i > verb.i:
                return ((int(thing.left_edge.idx), _end_before_punctuation(thing.right_edge)),)
    return ()


def _label(verb: "Token") -> tuple[Place, ...]:
    """Return what is called something, and what it is called."""
    thing = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    called = next(
        (c for c in verb.children if c.i > verb.i and (c.dep_ == "oprd" or (c.dep_ == "prep" and c.lower_ == "as"))),
        None,
    )
    small = next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in {"NOUN", "ADJ", "PROPN"}), None)
    if called is not None and thing is not None and thing.dep_ == "dobj" and thing.i > verb.i:
        return ((int(thing.left_edge.idx), _end_before_punctuation(called.right_edge)),)
    if small is not None and own_subject(small) is not None and small.i > verb.i and verb.lemma_ == "call":
        return ((int(small.left_edge.idx), _end_before_punctuation(small.right_edge)),)
    return ()


def _end_before_punctuation(last: "Token") -> int:
    while last.is_punct and last.text not in {'"', "'", ")"} and last.i > 0:
        last = last.nbor(-1)
    return end_of(last)


def _hull(verb: "Token", content: tuple[Place, ...]) -> Place:
    """Return the words from the speaker, where he stands in the same clause before the verb, to the end of the content."""
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    first = subject.left_edge.idx if subject is not None and subject.i < verb.i else verb_group(verb).start_char
    return min(first, content[0][0]), max(end_of(verb), content[-1][1])


def _cited(verb: "Token") -> "Span | None":
    """Return whom the speaker cites in turn ("reported, citing officials")."""
    citing = next((c for c in (*verb.children, *verb.head.children) if c.dep_ == "advcl" and c.lower_ in _CITING), None)
    whom = next((c for c in citing.children if c.dep_ == "dobj"), None) if citing is not None else None
    return noun_phrase(whom) if whom is not None else None


def _by_passive(verb: "Token") -> Said | None:
    """Read a passive without agent: the article passes on what is generally held ("is expected to")."""
    lemma = verb.lemma_.lower()
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is None:
        return None
    clause = next((c for c in verb.children if c.dep_ in _CLAUSES and c.i > verb.i), None)
    if clause is not None and lemma in cues.words("impersonal", "to"):
        parts = [chars(s) for s in groups([*clause.subtree])]
        if subject.lower_ != "it":
            parts = [chars(s) for s in groups([*subject.subtree])] + parts
        if parts:
            whole = (parts[0][0], parts[-1][1])
            return Said(None, chars(verb_group(verb)), tuple(parts), Mode.REPORTS, verb, whole, impersonal=True)
    return None


def _by_according(token: "Token") -> Said | None:
    doc = token.doc
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    to = following if token.lower_ == "according" and following is not None and following.lower_ == "to" else token
    head = next((c for c in to.children if c.dep_ == "pobj"), None)
    if head is None or (token.lower_ == "per" and head.pos_ not in {"PROPN", "PRON"}):
        return None
    own = {t.i for t in (*token.subtree, *to.subtree)}
    rest = [t for t in token.sent if t.i not in own]
    content = tuple(chars(span) for span in groups(rest))
    return Said(noun_phrase(head), (token.idx, end_of(to)), content, Mode.ASSERTS, token)


def _by_noun(noun: "Token") -> Said | None:
    lemma = noun.lemma_.lower()
    if noun.tag_ == "NNS" and lemma in cues.verbs() and (said := _as_last_word(noun)) is not None:
        return said
    owner = _owner(noun)
    if owner is not None and not is_speaker(owner):
        return None
    clause = next((c for c in noun.children if c.dep_ in {"acl", "ccomp"} and c.i > noun.i), None)
    if clause is None and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        clause = next((c for c in noun.head.children if c.dep_ == "ccomp"), None)
    if clause is not None:
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
        finite = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children) or clause.dep_ == "ccomp"
        if (infinitive and lemma in cues.words("noun", "to")) or (
            finite and not infinitive and lemma in cues.words("noun", "that")
        ):
            content = tuple(chars(s) for s in groups([*clause.subtree]))
            cue = (noun.idx, end_of(noun))
            if owner is None:
                return None if infinitive else Said(None, cue, content, Mode.SUPPOSES, noun, impersonal=True)
            return Said(noun_phrase(owner), cue, content, Mode.ASSERTS, noun)
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


def _owner(noun: "Token") -> "Token | None":
    """Return whose word it is: a possessive, an agent, or the subject of the verb that it is the object of."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        return owner
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "among"}:
            return next((g for g in child.children if g.dep_ == "pobj"), None)
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return subject_of(noun.head)
    return None


def _by_adjective(adjective: "Token") -> Said | None:
    lemma = adjective.lemma_.lower()
    if adjective.dep_ not in {"acomp", "conj"} or adjective.head.pos_ not in {"AUX", "VERB"}:
        return None
    subject = subject_of(adjective.head)
    clause = next(
        (c for t in (adjective, adjective.head) for c in t.children if c.dep_ in _CLAUSES and c.i > adjective.i), None
    )
    if subject is None or clause is None or not is_speaker(subject) or subject.lower_ == "it":
        return None
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.children)
    if lemma not in cues.words("adjective", "to" if infinitive else "that"):
        return None
    content = tuple(chars(s) for s in groups([*clause.subtree]))
    first = subject.left_edge.idx if subject.i < adjective.i else adjective.head.idx
    mode = Mode.HOPES if infinitive else Mode.ASSERTS
    hull = (min(first, content[0][0]), content[-1][1]) if infinitive and content else None
    return Said(noun_phrase(subject), (adjective.head.idx, end_of(adjective)), content, mode, adjective, hull)


def negated(said: Said) -> bool:
    """Tell whether it is said that somebody did not say it."""
    return said.root is not None and said.mode not in _STANCES and is_negated(said.root)


def with_content(said: Said, place: Place) -> Said:
    """Return an attribution that also covers a further place."""
    return replace(said, content=(*said.content, place))
