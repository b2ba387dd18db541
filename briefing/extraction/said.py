"""What it is that somebody is credited with something, and who can be."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.dossier import Mode
from briefing.extraction import cues
from briefing.extraction.naming import words
from briefing.extraction.syntax import FINITE, is_hung_on_subject, is_negated, is_passive, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

Place = tuple[int, int]
"""Characters of a paragraph, from and to."""

STANCES = frozenset({Mode.DENIES, Mode.DEMANDS, Mode.OFFERS, Mode.REFUSES, Mode.PROPOSES, Mode.HOPES})
"""What the holder does is part of the claim, so that its words take the cue in."""
ASIDE = frozenset({"relcl", "acl", "advcl"})
"""What hangs on a cue that stands aside in its sentence: who spoke before goes on."""
OPENS_SPEAKER = frozenset({"DT", "PRP$", "NNP", "NNPS", "CD", "NN", "NNS", "JJ", "PRP"})
"""Tags of the words that the name or the description of a speaker begins with."""
_FAILS = frozenset({"fail", "omit", "neglect", "forget", "stop", "cease"})
_NOBODY = frozenset(
    [
        "i",
        "we",
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
        "whoever",
        "anybody",
    ]
)
"""Subjects that credit nothing to anybody: the writer, the reader, the thing just said."""


_ANSWERING = 4
"""Within so many words behind the comma who was asked has the word ("..., smiled and said:")."""
_NONE = frozenset({"no", "not", "neither", "any", "few", "hardly"})
"""What makes nobody of whoever stands behind it."""
_OWN = frozenset({"see", "hear", "notice", "find", "remember", "recall", "believe", "think", "expect", "accept"})
"""What who does not do it tells of himself."""
_TO_COME = frozenset({"expect", "schedule", "slate"})
"""What somebody is to do has not been done."""
_CERTAIN = frozenset({"doubt", "question", "denial"})
"""Who has none of these holds a thing for sure."""
_UNNAMED = re.compile(
    r"\b(?:be (?:named|identified|quoted)|anonym\w+|(?:use|give|forget|print|publish|leave out) (?:his|her|their) (?:\w+ )?names?"
    r"|names? (?:to be )?(?:used|printed|published|given|left out|kept out|withheld|in print))\b"
)
"""What somebody asks for who does not want to be known."""


class Said(Struct, frozen=True):
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


def speaking(every: Iterable[Said]) -> frozenset[int]:
    """Return the places in the paragraph of those who are credited in so many words, and not by the way."""
    named = [(one.who or one.speaker, one.root) for one in every if one.mode not in STANCES - {Mode.DENIES}]
    return frozenset(who.root.i for who, root in named if who and root is not None and not is_aside(root))


def is_aside(cue: "Token") -> bool:
    """Tell whether somebody is credited only by the way, so that who spoke before goes on."""
    return cue.dep_ in ASIDE and not is_hung_on_subject(cue)


def negated(said: Said) -> bool:
    """Tell whether it is said that somebody did not say it, failed to, or has no evidence of it."""
    if said.root is None or said.mode in STANCES:
        return False
    noun = said.root.pos_ == "NOUN" and said.root.lemma_ not in _CERTAIN
    none = noun and any(c.lower_ == "no" and c.dep_ == "det" for c in said.root.children)
    above = said.root.head
    yet = above.lemma_ == "have" and any(t.lower_ == "yet" for t in above.doc[above.i : said.root.i])
    fails = said.root.dep_ == "xcomp" and (above.lemma_ in _FAILS or yet)
    short = said.root.dep_ == "pcomp" and any(c.lower_ == "short" for c in (above.head, *above.head.children))
    return none or is_negated(said.root) or fails or short


def is_stated(said: Said) -> bool:
    """Tell whether somebody is said to hold something in so many words, rather than to be ready for it, perhaps to want it, or to claim a loss."""
    root = said.root
    return (
        root is not None
        and root.pos_ in {"VERB", "AUX"}
        and root.lemma_ != "claim"
        and not any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could", "would"} for c in root.children)
    )


def is_account(said: Said) -> bool:
    """Tell whether what is credited is what somebody gives, counts or finds, and not what he says in a clause."""
    return said.mode is Mode.REPORTS and said.words is not None and not said.impersonal


def holds_the_contrary(said: Said) -> bool:
    """Tell whether somebody is said not to see, remember or believe something, which is his own word on it."""
    return said.root is not None and said.root.lemma_.lower() in _OWN


def is_you(said: Said) -> bool:
    """Tell whether the one addressed is credited."""
    return said.speaker is not None and (said.who or said.speaker).root.lower_ == "you"


def is_asked(said: Said) -> bool:
    """Tell whether the one credited with a question is he who was asked ("Asked about the harbour, he said ...", "Anna Berg, asked about it, said ..."), or with what the question is about."""
    root = said.root
    if root is not None and any(a.lemma_ == "ask" and _opens_as_participle(a) for a in root.ancestors):
        return True
    if root is None or said.mode not in {Mode.ASKS, Mode.DEMANDS} or any(c.dep_ == "agent" for c in root.children):
        return False
    return _opens_as_participle(root) or _is_put_in(root)


def _opens_as_participle(verb: "Token") -> bool:
    """Tell whether a participle without a subject tells what was done to somebody before he acts ("Asked about it, he said ...")."""
    helped = any(c.dep_ in {"aux", "auxpass", "nsubj"} for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "advcl" and not helped


def _is_put_in(asked: "Token") -> bool:
    """Tell whether "asked" stands between commas behind a name, and what was answered behind them."""
    if asked.lower_ != "asked" or asked.i == asked.sent.start or asked.nbor(-1).text != ",":
        return False
    rest = asked.doc[asked.i + 1 : asked.sent.end]
    behind = (rest[n + 1 : n + 1 + _ANSWERING] for n, t in enumerate(rest) if t.text == ",")
    return any(
        some and some[0].tag_ in FINITE and any(t.lemma_.lower() in cues.verbs() and t.pos_ == "VERB" for t in some)
        for some in behind
    )


def hides(said: Said, doc: "Doc") -> bool:
    """Tell whether a source only asks not to be named: that is no claim."""
    asking = {Mode.DEMANDS, Mode.ASKS, Mode.REFUSES, Mode.HOPES}
    return said.mode in asking and any(_UNNAMED.search(doc.text, start, end) for start, end in said.content)


def is_supposed(said: Said) -> bool:
    """Tell whether somebody only would say or find something, if he did ("should the court find that ...", "if they say yes"), or is expected to say it."""
    verb = said.root
    if verb is not None and verb.dep_ == "xcomp" and verb.head.lemma_ in _TO_COME and is_passive(verb.head):
        return True
    while verb is not None and verb.dep_ in {"conj", "xcomp"}:
        verb = verb.head
    if verb is None or verb.dep_ != "advcl":
        return False
    first = verb.left_edge
    inverted = first.lower_ in {"should", "had", "were"} and first.head == verb and first.dep_ in {"aux", "auxpass"}
    return inverted or any(c.dep_ == "mark" and c.lower_ in {"if", "unless"} for c in verb.children)


def states(said: Said) -> bool:
    """Tell whether somebody is credited with a statement, in words of his or in a clause, or with a denial.

    What others only want, ask for, or do by speaking ("they complained about the noise", "she called it a gift") is told by
    whoever tells of it. What they told somebody to do is in their words.
    """
    if said.mode is Mode.DENIES or said.root is None or (said.mode is Mode.DEMANDS and said.root.lemma_ == "tell"):
        return True
    doc = said.root.doc
    found = (doc.char_span(*place, alignment_mode="expand") for place in said.content)
    spans = [span for span in found if span is not None and len(span)]
    quoted = any(span[0].is_quote for span in spans)
    clause = any(t.tag_ in FINITE for span in spans for t in span)
    if said.root.pos_ == "VERB" and any(said.root in span for span in spans):
        return False
    asked = said.mode is Mode.ASKS or any(_asks(span[0]) for span in spans)
    return quoted or (clause and not asked and said.mode not in STANCES - {Mode.OFFERS})


def _asks(first: "Token") -> bool:
    """Tell whether a word begins a question that is reported."""
    return first.tag_ in {"WP", "WDT", "WRB"} and first.lower_ != "that"


def is_speaker(token: "Token") -> bool:
    """Tell whether a subject can be credited with anything."""
    told = token.i > token.head.i or token.head.tag_ == "VBD"
    generic = (
        token.lower_ == "one"
        and not told
        and not any(c.dep_ in {"prep", "det", "amod", "relcl"} for c in token.children)
    )
    someone = token.lower_ in {"somebody", "someone"} and any(c.dep_ in {"prep", "relcl"} for c in token.children)
    first = token.left_edge
    none = first.i < token.i and first.lower_ in _NONE and first.nbor().lower_ not in {"only", "just"}
    return (
        token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"}
        and (token.pos_ == "PROPN" or token.lower_ not in _NOBODY or someone)
        and not generic
        and not none
    )


def is_document(token: "Token") -> bool:
    """Tell whether a subject is something written, recorded or measured, which says only what somebody put there."""
    return token.lower_ in words("evidence", "papers")


def can_act(token: "Token") -> bool:
    """Tell whether a subject can want, refuse or promise: a name, a pronoun, people, a body; things and ideas cannot."""
    lemma = token.lemma_.lower()
    lifeless = words("things", "abstracts") | {"enough", "much", "most", "little"}
    if {token.lower_, lemma} & lifeless and token.ent_type_ != "ORG":
        return False
    known = any(
        token.lower_ in words(name) or lemma in words(name)
        for name in ("roles", "bodies", "outlets", "groups", "titles", "occupations", "male", "female", "realms")
    )
    likely = token.tag_ in {"NNS", "NN"} and lemma.endswith(
        ("er", "or", "ist", "ian", "man", "woman", "person", "people")
    )
    return token.pos_ in {"PROPN", "PRON", "NUM", "DET", "ADJ"} or bool(token.ent_type_) or known or likely


def has_actor_of_its_own(verb: "Token") -> bool:
    """Tell whether a verb has a subject of its own who acts and is no "he"."""
    other = own_subject(verb)
    return other is not None and other.pos_ != "PRON" and can_act(other)


def is_anothers_turn(verb: "Token") -> bool:
    """Tell whether a verb tells what somebody of its own wants, offers or denies ("and the mayor called for calm")."""
    modes = cues.frames().get(verb.lemma_.lower(), {}).values()
    return bool(STANCES & {*modes}) and has_actor_of_its_own(verb)


def is_of_a_thing(said: Said, every: list[Said]) -> bool:
    """Tell whether a thing is credited within what somebody says ("He said that the evidence showed ..."): it is he who says so."""
    who = said.who or said.speaker
    if who is None or said.root is None or said.root.pos_ != "VERB" or who.root.pos_ != "NOUN" or can_act(who.root):
        return False
    return any(holds(one, said) and one.speaker is not None for one in every)


def holds(outer: Said, inner: Said) -> bool:
    """Tell whether one attribution stands within what another says."""
    return (
        outer is not inner
        and inner.cue is not None
        and any(a <= inner.cue[0] and inner.cue[1] <= b for a, b in outer.content)
        and outer.cue != inner.cue
    )


def is_nobodys(said: Said) -> bool:
    """Tell whether what shows something is told with nothing that says whose it is ("initial findings show")."""
    who = said.who or said.speaker
    return who is not None and all(t.pos_ in {"DET", "ADJ", "NUM"} for t in who if t != who.root)


def is_own_organ(said: Said) -> bool:
    """Tell whether those who decide for a body are credited without a name ("the Board", "the Management Board"), or the body itself ("the Company"): in what it issues, it is the body."""
    who = said.who or said.speaker
    if who is None or who[0].lower_ != "the":
        return False
    itself = who.root.lower_ in words("selves") and who.root.text[0].isupper()
    if not (itself or who.root.lower_ in words("organs")):
        return False
    return all(t.pos_ == "DET" or t.lower_ in words("governing") for t in who if t != who.root)


def is_within(said: Said, telling: Iterable[Said]) -> bool:
    """Tell whether something is credited to somebody within what another is telling of him."""
    return any(holds(one, said) and not one.impersonal for one in telling)
