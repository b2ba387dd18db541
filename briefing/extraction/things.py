"""What nouns and pronouns of an article mean by themselves, so that two claims can be told to speak of one thing."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.extraction.said import can_act

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

EntityAt = Callable[["Token"], int | None]

_BACK = 3
"""A pronoun looks back so many sentences."""
_NARROWS = frozenset({"amod", "compound", "poss", "nmod"})
_SOME = frozenset(
    ["a", "an", "some", "many", "most", "several", "few", "another", "other", "half", "certain", "various", "more"]
)
"""What stands before things that need not be the same as others of their name."""
EXCEPT = "except"
"""Narrows a noun that some are left out of."""
_EXCEPT = frozenset({"except", "excluding", "besides", "bar"})
"""What leaves some of them out."""
_NO_MARK = frozenset({"any", "enough", "single", "same", "very", "whole", "entire", "own", "such"})
"""Words before a noun that do not narrow what it means."""
_TIMES = frozenset({"DATE", "TIME"})
PRONOUNS = {
    **dict.fromkeys(("he", "him", "she", "her"), "person"),
    **dict.fromkeys(("it", "this", "that"), "thing"),
    **dict.fromkeys(("they", "them"), "several"),
}  # fmt: skip
"""What a pronoun can mean."""


class Thing(Struct, frozen=True):
    """What a noun means: its lemma, the words that narrow it, and the entity number of who or what it stands for, if that is known.

    `name` tells a proper name, `vague` that it may be another of its kind ("a man", "some patients"), `counted` that a number of
    its kind is meant, whichever they are,
    `single` one of its kind ("a player").
    """

    head: str
    more: frozenset[str] = frozenset()
    entity: int | None = None
    name: bool = False
    vague: bool = False
    counted: bool = False
    single: bool = False


def thing_of(noun: "Token", entity_at: EntityAt) -> Thing:
    """Return what a noun means with what hangs on it."""
    more = {c.lemma_.lower() for c in noun.children if c.dep_ in _NARROWS and c.tag_ != "PRP$" and c.pos_ != "NUM"}
    below = [c for c in noun.children if c.dep_ == "prep"]
    more |= {g.lemma_.lower() for c in below for g in c.children if g.dep_ == "pobj"}
    more |= {c.lemma_.lower() for c in noun.children if c.dep_ in {"relcl", "acl"}}
    marks = {c.lower_ for c in noun.children if c.dep_ in {"det", "amod", "predet"}}
    excepted = any(t.lower_ in _EXCEPT for t in noun.subtree)
    more |= {EXCEPT} if excepted else set()
    counted = any(c.dep_ == "nummod" for c in noun.children) and "the" not in marks
    vague = bool(marks & _SOME) or excepted
    single = bool(marks & {"a", "an"}) and not excepted
    is_name = noun.pos_ == "PROPN"
    return Thing(noun.lemma_.lower(), frozenset(more - _NO_MARK), entity_at(noun), is_name, vague, counted, single)


class Things:
    """The nouns of an article, in order, for pronouns that look back on them."""

    def __init__(self) -> None:
        self._met: list[tuple[int, int, int, Token]] = []
        self._sentences: dict[tuple[int, int], int] = {}

    def meet(self, number: int, doc: "Doc") -> None:
        """Note the nouns of a paragraph; `number` is the paragraph's."""
        for sentence in doc.sents:
            place = len(self._sentences)
            self._sentences[number, sentence.start] = place
            self._met += [(place, number, t.i, t) for t in sentence if _is_thing(t)]

    def meant(self, number: int, word: "Token") -> Iterable["Token"]:
        """Yield the nouns that a word may mean, nearest first: itself, or, of a pronoun, those of the sentences before that fit it."""
        kind = PRONOUNS.get(word.lower_)
        if kind is None:
            yield word
            return
        here = self._sentences[number, word.sent.start]
        for place, paragraph, index, noun in reversed(self._met):
            if place < here - _BACK:
                return
            if (paragraph, index) < (number, word.i) and _fits(noun, kind):
                yield noun


def _is_thing(token: "Token") -> bool:
    named = token.pos_ == "NOUN" or (token.pos_ == "PROPN" and token.dep_ != "compound")
    return named and token.ent_type_ not in _TIMES


def _fits(noun: "Token", kind: str) -> bool:
    plural = noun.tag_ in {"NNS", "NNPS"}
    if kind == "several":
        return plural or noun.dep_ in {"nsubj", "nsubjpass", "conj"}
    if plural:
        return False
    return can_act(noun) if kind == "person" else noun.ent_type_ != "PERSON"
