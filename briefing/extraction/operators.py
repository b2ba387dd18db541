"""What stands above an event: negation, modals, hedges, attitudes, folded into one commitment."""

from collections.abc import Container
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from briefing.dossier import Attitude, Certainty, Polarity
from briefing.extraction import cues
from briefing.extraction.syntax import SUBJECTS, asks, is_no_longer

if TYPE_CHECKING:
    from spacy.tokens import Token

_COUNTER = {
    Attitude.WANTS: Attitude.REFUSES, Attitude.OFFERS: Attitude.REFUSES, Attitude.DEMANDS: Attitude.OPPOSES,
    Attitude.SUPPORTS: Attitude.OPPOSES,
}  # fmt: skip
"""What it is not to have an attitude; of the others one cannot tell."""
_STEPS = 8
_SUBJECTS = SUBJECTS | {"csubj", "csubjpass"}
_OBJECTS = frozenset(
    {"xcomp", "ccomp", "acl", "dobj", "acomp", "oprd", "nsubjpass", "attr", "dative", "advmod", "amod"}
)
_CONDITIONS = frozenset({"if", "unless", "provided", "whether", "should"})
_ENDS = frozenset({"ROOT", "parataxis", "intj", "poss", "nmod", "appos"})
_LIGHT = frozenset(
    {"be", "have", "go", "take", "get", "make", "sign", "there", "become", "remain", "plot", "plotting", "operation"}
)
_HAPPENING = frozenset(
    {"happen", "occur", "grant", "hold", "make", "carry", "conduct", "give", "declare", "launch", "impose"}
)
_NEGATING = frozenset({"no", "neither", "nobody", "none", "nothing"})
_NEVER = frozenset({"never", "hardly", "scarcely", "barely", "nowhere", "neither"})
IN_PART = frozenset({
    "initially", "originally", "immediately", "always", "necessarily", "entirely", "fully", "just", "simply", "merely", "exclusively",
})  # fmt: skip
"""Adverbs with which what is denied may still be so in part, or later."""
_AUXILIARIES = {
    "may": Certainty.POSSIBLE, "might": Certainty.POSSIBLE, "could": Certainty.POSSIBLE,
    "would": Certainty.PROBABLE, "'d": Certainty.PROBABLE, "’d": Certainty.PROBABLE,
}  # fmt: skip
_ADVERBS = dict.fromkeys(
    ["possibly", "perhaps", "maybe", "potentially", "conceivably", "possible", "potential", "hypothetical"],
    Certainty.POSSIBLE,
) | dict.fromkeys(
    [
        "likely",
        "probably",
        "reportedly",
        "allegedly",
        "apparently",
        "presumably",
        "supposedly",
        "alleged",
        "probable",
        "suspected",
        "reported",
    ],
    Certainty.PROBABLE,
)


class Reading(Struct, frozen=True):
    """An event as its operators leave it."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    attitude: Attitude | None = None
    conditional: bool = False
    sure: bool = True

    def negated(self) -> "Reading":
        """Return the event denied; an attitude turns into its counterpart where there is one."""
        if self.attitude is None:
            certainty = self.certainty if self.certainty is not Certainty.POSSIBLE else Certainty.CERTAIN
            return replace(self, polarity=self.polarity.opposite, certainty=certainty)
        counter = _COUNTER.get(self.attitude)
        return replace(self, attitude=counter, sure=self.sure and counter is not None)

    def weakened(self, certainty: Certainty) -> "Reading":
        """Return the event held no more firmly than that."""
        order = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
        return replace(self, certainty=max(self.certainty, certainty, key=order.index))

    def wanted(self, attitude: Attitude) -> "Reading":
        """Return the event as the object of an attitude; of an attitude to an attitude one cannot tell."""
        above = replace(self, attitude=attitude, polarity=Polarity.POSITIVE, sure=self.sure and self.attitude is None)
        return above.negated() if self.polarity is Polarity.NEGATIVE else above

    def doubtful(self) -> "Reading":
        """Return the event under something that the rules do not understand."""
        return replace(self, sure=False)


@cache
def _table() -> dict[str, str]:
    text = (files("briefing.extraction") / "lexicon" / "operators.txt").read_text("utf-8")
    rows = (line.split(":", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {lemma: name for name, lemmas in rows for lemma in lemmas.split()}


def fold(head: "Token", said: Container["Token"] = ()) -> Reading:
    """Fold the operators above the head of an event, nearest first, as far as the clause that says it.

    `said` are the words that name the event: a negation among them ("no signal") is part of what it is.
    """
    reading = _own(head, Reading(), said=said)
    if asks(head.sent) or _is_excepted(head):
        reading = reading.doubtful()
    token = head
    for _ in range(_STEPS):
        governor, relation = token.head, token.dep_
        if relation in _ENDS or (relation == "compound" and not _is_known(governor)):
            return reading
        if relation in {"advcl", "relcl"} or (relation in _SUBJECTS and not _goes_on(governor, token)):
            return _left(governor, token, reading)
        reading = _raised(governor, token, reading)
        token = governor
    return reading


def _is_known(noun: "Token") -> bool:
    return _name(noun) is not None or noun.lemma_.lower() in _LIGHT


def _goes_on(governor: "Token", event: "Token") -> bool:
    """Tell whether what stands above the verb of an event touches the event too ("was granted", "was ruled out")."""
    lemma = governor.lemma_.lower()
    happens = lemma in _HAPPENING and (event.dep_ == "nsubjpass" or lemma in {"happen", "occur"})
    return happens or (event.dep_ == "nsubjpass" and _name(governor) is not None)


def _left(governor: "Token", token: "Token", reading: Reading) -> Reading:
    """Apply the last step, out of a clause that says the event or out of its subject."""
    if token.dep_ == "advcl":
        return _clause(token, reading)
    if token.dep_ == "relcl":
        return _described(governor, token, reading)
    return _as_subject(governor, token, reading)


def _raised(governor: "Token", token: "Token", reading: Reading) -> Reading:
    """Apply one step on the way up."""
    relation = token.dep_
    if relation in _SUBJECTS and _name(governor) is None:
        return _own(governor, reading, token)
    if relation == "conj":
        return _joined(governor, token, reading)
    if relation in {"pobj", "pcomp", "prep"}:
        return _through_preposition(token, governor, reading)
    made = next((c for c in governor.children if c.pos_ == "ADJ" and c.dep_ in {"ccomp", "oprd"} and _name(c)), None)
    if relation == "dobj" and made is not None:
        return _own(governor, _operated(made, reading), token)
    if relation in _OBJECTS:
        return _own(governor, _identified(governor, token, reading), token)
    return _operated(governor, reading) if relation == "compound" else reading.doubtful()


def _is_excepted(head: "Token") -> bool:
    """Tell whether it is said of all but some: what holds of the rest cannot be told."""
    return any(t.lower_ in {"except", "excluding", "besides"} for t in head.subtree)


def _described(noun: "Token", clause: "Token", reading: Reading) -> Reading:
    """Leave an event that describes a noun: "the proposal under which he ..." offers it, "those who might ..." are nobody in particular."""
    if _name(noun):
        return _own(noun, _operated(noun, reading), clause)
    if noun.lemma_.lower() in {"something", "anything", "thing"} and noun.dep_ == "attr":
        return _own(noun.head, reading)
    modal = any(c.dep_ == "aux" and c.lower_ in _AUXILIARIES for c in clause.children)
    return reading.doubtful() if modal else reading


def _name(token: "Token") -> str | None:
    """Return the class of an operator, by the word with its particle or the word alone."""
    particle = next((c.lower_ for c in token.children if c.dep_ in {"prt", "prep"}), "")
    lemma = token.lemma_.lower()
    return _table().get(f"{lemma}_{particle}") or _table().get(lemma)


def _operated(governor: "Token", reading: Reading) -> Reading:
    """Apply a word to the event under it."""
    lemma = governor.lemma_.lower()
    name = _name(governor)
    if name is None or name == "said":
        if name == "said" or lemma in cues.verbs():
            denied = any(c.dep_ == "neg" for c in governor.children)
            return Reading(Certainty.UNKNOWN, sure=reading.sure) if denied else reading
        known = governor.pos_ in {"AUX", "SCONJ", "PART"} or lemma in _LIGHT
        return reading if known else reading.doubtful()
    if name == "unknown":
        return reading.weakened(Certainty.UNKNOWN)
    if name in set(Attitude):
        return reading.wanted(Attitude(name))
    sign, certainty = name.split()
    if reading.attitude is not None and sign == "-":
        return reading.negated()
    return (reading.negated() if sign == "-" else reading).weakened(Certainty(certainty))


def _identified(governor: "Token", below: "Token", reading: Reading) -> Reading:
    """Apply a governor, or what it says the event to be ("the goal is to ...", "the danger is that ...")."""
    if governor.lemma_ == "be" and below.dep_ in {"xcomp", "ccomp"}:
        subject = next((c for c in governor.children if c.dep_ == "nsubj"), None)
        if subject is not None and subject.pos_ == "NOUN":
            return _operated(subject, reading)
    return _operated(governor, reading)


def _through_preposition(token: "Token", governor: "Token", reading: Reading) -> Reading:
    """Apply "without", and the noun, adjective or verb that a preposition hangs on ("no signs of", "open to", "call for")."""
    if token.dep_ in {"pobj", "pcomp"}:
        if governor.lower_ == "without":
            return reading.negated()
        return reading.doubtful() if governor.lower_ in {"despite", "against", "than", "except", "instead"} else reading
    name = _name(governor)
    if name is not None:
        above = _own(governor, _operated(governor, reading))
        return above.doubtful() if _is_known_of(token) and above.polarity is not reading.polarity else above
    if (
        governor.lemma_.lower() in _LIGHT
        or governor.lemma_.lower() in cues.verbs()
        or token.lower_ in {"after", "since"}
    ):
        return _own(governor, reading)
    return _own(governor, reading).doubtful()


def _is_known_of(preposition: "Token") -> bool:
    """Tell whether an event is spoken of as known ("no good will come of the takeover"): that something is not so does not deny it."""
    return any(c.lower_ == "the" for event in preposition.children for c in event.children)


def _as_subject(governor: "Token", token: "Token", reading: Reading) -> Reading:
    """Apply what is said of an event: "is unlikely", "was ruled out"; an event that does something itself has happened."""
    said = next((c for c in governor.children if c.dep_ in {"acomp", "attr", "oprd"} and _name(c)), None)
    if governor.pos_ == "ADJ" and _name(governor):
        return _operated(governor, reading)
    if said is not None:
        return _own(governor, _operated(said, reading))
    real = token.pos_ in {"NOUN", "PROPN"} and reading == Reading() == _own(governor, Reading())
    return reading if real else reading.doubtful()


def _joined(governor: "Token", token: "Token", reading: Reading) -> Reading:
    """Give the second of two joined verbs the modal of the first, unless it has its own subject or auxiliary."""
    if any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in token.children):
        return reading
    modal = _own(governor, Reading())
    return reading.weakened(modal.certainty) if modal.polarity is Polarity.POSITIVE else reading.doubtful()


def _clause(token: "Token", reading: Reading) -> Reading:
    """Leave an event in a side clause: a condition or a purpose does not say that it is so."""
    marks = {c.lower_ for c in token.children if c.dep_ in {"mark", "advmod", "aux"}}
    return reading.doubtful() if marks & (_CONDITIONS | {"to", "when", "until", "before", "once"}) else reading


def _own(token: "Token", reading: Reading, below: "Token | None" = None, said: Container["Token"] = ()) -> Reading:
    """Fold what hangs on a word itself, but for the branch below: conditions, modals, adverbs, negation, "no"."""
    for child in token.children:
        reading = _modal(child, reading)
        if child.dep_ == "advcl" and any(g.dep_ == "mark" and g.lower_ in _CONDITIONS for g in child.children):
            reading = replace(reading, conditional=True)
    negations = [
        c
        for c in token.children
        if c not in said
        and (
            c.dep_ == "neg"
            or is_no_longer(c)
            or (c.dep_ == "advmod" and c.lower_ in _NEVER)
            or (c.dep_ in {"det", "preconj"} and c.lower_ in _NEGATING)
            or (c.dep_ == "amod" and c.lower_ in {"little", "few"} and token.pos_ == "NOUN")
            or (c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c != below and _is_none(c))
            or (c.dep_ == "advmod" and c.lower_ == "yet" and below is not None and below.dep_ == "xcomp")
        )
    ]
    if token.lemma_.lower() in cues.verbs() and _name(token) is None:
        return reading
    if negations and any(c.dep_ == "advmod" and c.lower_ in IN_PART for c in token.children):
        return reading.doubtful()
    return reading.negated() if len(negations) % 2 else reading


def _is_none(token: "Token") -> bool:
    return token.lower_ in _NEGATING or any(c.dep_ == "det" and c.lower_ in _NEGATING for c in token.children)


def _modal(child: "Token", reading: Reading) -> Reading:
    lower = child.lower_
    if child.dep_ == "aux":
        if lower in {"should", "must"}:
            return reading.wanted(Attitude.DEMANDS)
        certainty = _AUXILIARIES.get(lower)
    elif child.dep_ in {"advmod", "amod"}:
        if lower == "only":
            return reading.doubtful()
        certainty = _ADVERBS.get(lower)
    else:
        certainty = None
    return reading if certainty is None else reading.weakened(certainty)
