"""Cue words by class and by what they take, from `lexicon/cues.txt`."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.dossier import Mode

if TYPE_CHECKING:
    from spacy.tokens import Token

Kinds = Mapping[str, Mode]
"""Kinds of content that a verb takes, with the mode that each gives."""

_OTHERS = frozenset({"impersonal", "noun", "adjective", "placed"})
"""Classes that are no modes."""


def _rows() -> Iterator[tuple[str, list[str], list[str]]]:
    text = (files("briefing.extraction") / "lexicon" / "cues.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            head, words = line.split(":")
            name, *kinds = head.split()
            yield name, kinds, words.split()


@cache
def frames() -> Mapping[str, Mapping[str, Mode]]:
    """Return for every cue verb the kinds of content that it takes, and the mode that each gives."""
    found: dict[str, dict[str, Mode]] = {}
    for name, kinds, lemmas in _rows():
        if name not in _OTHERS:
            for lemma in lemmas:
                for kind in kinds:
                    found.setdefault(lemma, {}).setdefault(kind, Mode(name))
    return found


@cache
def _first_words() -> frozenset[str]:
    return frozenset(cue.partition("_")[0] for cue in frames())


def taken_by(verb: "Token") -> Kinds:
    """Return the kinds of content that a verb takes, with its particle if it has one ("ruled out"); none if it is no cue."""
    lemma = verb.lemma_.lower()
    if lemma not in _first_words():
        return {}
    particle = next((c.lower_ for c in verb.children if c.dep_ == "prt"), "")
    if lemma == "make" and any(c.lower_ in {"clear", "plain"} and c.i > verb.i for c in verb.children):
        particle = "clear"
    if lemma == "like" and not any(c.lower_ in {"would", "'d"} for c in verb.children):
        return {}
    return frames().get(f"{lemma}_{particle}") or frames().get(lemma, {})


@cache
def verbs() -> Mapping[str, Mode]:
    """Return the mode of each verb that takes a clause or a quotation."""
    return {lemma: kinds["that"] for lemma, kinds in frames().items() if "that" in kinds}


@cache
def words(name: str, kind: str) -> frozenset[str]:
    """Return the lemmas of one class ("reports", "noun", "placed") that take one kind of content, or one place."""
    return frozenset(lemma for n, kinds, lemmas in _rows() if n == name and kind in kinds for lemma in lemmas)
