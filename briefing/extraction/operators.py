"""What stands above an event: negation, modals, hedges, attitudes, folded into one commitment."""

from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.dossier import Attitude, Certainty, Polarity
from briefing.extraction import cues

if TYPE_CHECKING:
    from spacy.tokens import Token

_UPWARDS = frozenset(
    {"xcomp", "ccomp", "acl", "pcomp", "prep", "pobj", "dobj", "acomp", "attr", "nsubj", "nsubjpass", "conj"}
)
_COUNTER = {
    Attitude.WANTS: Attitude.REFUSES, Attitude.OFFERS: Attitude.REFUSES, Attitude.DEMANDS: Attitude.OPPOSES,
    Attitude.SUPPORTS: Attitude.OPPOSES,
}  # fmt: skip
"""What it is not to have an attitude; of the others one cannot tell."""
_STEPS = 6
_TRANSPARENT = frozenset(
    ["be", "sign", "have", "go", "take", "make", "face", "bring", "mean", "see", "hold", "carry", "launch", "order", "lead", "follow", "cause", "remain", "become", "keep", "raise", "pose", "give", "get", "stage", "enter", "reach", "conduct", "undergo", "suffer", "call"]
)
"""Verbs and nouns that leave what stands under them as it is."""
_CONDITIONS = frozenset({"if", "unless", "provided"})


@dataclass(frozen=True, slots=True)
class Reading:
    """An event as its operators leave it."""

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    attitude: Attitude | None = None
    conditional: bool = False
    sure: bool = True

    def negated(self) -> "Reading":
        """Deny the event; an attitude turns into its counterpart where there is one."""
        if self.attitude is None:
            certainty = self.certainty if self.certainty is not Certainty.POSSIBLE else Certainty.CERTAIN
            return replace(self, polarity=self.polarity.opposite, certainty=certainty)
        counter = _COUNTER.get(self.attitude)
        return replace(self, attitude=counter, sure=self.sure and counter is not None)


@cache
def _table() -> dict[str, str]:
    text = (files("briefing.extraction") / "lexicon" / "operators.txt").read_text("utf-8")
    rows = (line.split(":", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {lemma: name.removesuffix("-adj") for name, lemmas in rows for lemma in lemmas.split()}


def fold(head: "Token") -> Reading:
    """Fold the operators above the head of an event, nearest first."""
    reading = _own(head, Reading())
    token = head
    for _ in range(_STEPS):
        if token.dep_ not in _UPWARDS or token.head is token or token.head.sent != token.sent:
            break
        reading = _governed(token.head, token, reading)
        token = token.head
    return replace(reading, conditional=reading.conditional or any(t.lower_ in _CONDITIONS for t in head.sent))


def _governed(governor: "Token", below: "Token", reading: Reading) -> Reading:
    lemma = governor.lemma_.lower()
    name = _table().get(lemma)
    if name is None:
        known = (
            governor.pos_ in {"ADP", "AUX", "SCONJ", "PART"}
            or lemma in cues.verbs()
            or lemma in _TRANSPARENT
            or (below.pos_ in {"VERB", "AUX"} and below.dep_ in {"xcomp", "ccomp", "acl", "pcomp", "conj"})
        )
        reading = replace(reading, sure=reading.sure and known)
    elif below.dep_ in {"nsubj", "nsubjpass", "conj"} and governor.pos_ == "VERB":
        reading = replace(reading, sure=False)
    elif name in set(Attitude):
        attitude = Attitude(name)
        flip = reading.polarity is Polarity.NEGATIVE
        reading = replace(
            reading, attitude=attitude, polarity=Polarity.POSITIVE, sure=reading.sure and reading.attitude is None
        )
        reading = reading.negated() if flip else reading
    else:
        sign, certainty = name.split()
        reading = reading.negated() if sign == "-" else reading
        reading = replace(reading, certainty=_weaker(reading.certainty, Certainty(certainty)))
    return _own(governor, reading)


def _own(token: "Token", reading: Reading) -> Reading:
    """Fold what hangs on a word itself: modals, adverbs, negation, "no"."""
    for child in token.children:
        lower = child.lower_
        if child.dep_ == "aux" and lower in {"may", "might", "could"}:
            reading = replace(reading, certainty=_weaker(reading.certainty, Certainty.POSSIBLE))
        elif child.dep_ == "aux" and lower in {"would", "should"}:
            reading = replace(
                reading,
                certainty=_weaker(reading.certainty, Certainty.PROBABLE),
                sure=reading.sure and lower == "would",
            )
        elif child.dep_ == "aux" and lower == "must" and reading.attitude is None:
            reading = replace(reading, attitude=Attitude.DEMANDS)
        elif child.dep_ == "advmod" and lower in {"likely", "probably", "reportedly", "allegedly", "apparently"}:
            reading = replace(reading, certainty=_weaker(reading.certainty, Certainty.PROBABLE))
        elif child.dep_ == "advmod" and lower == "only":
            reading = replace(reading, sure=False)
    negations = [c for c in token.children if c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ in {"no", "neither"})]
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and (
        subject.lower_ in {"nobody", "none", "nothing"} or any(g.lower_ == "no" for g in subject.children)
    ):
        negations.append(subject)
    return reading.negated() if len(negations) % 2 else reading


def _weaker(a: Certainty, b: Certainty) -> Certainty:
    order = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)
    return max(a, b, key=order.index)
