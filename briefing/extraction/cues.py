"""Cue words by class, from `lexicon/cues.txt`."""

from functools import cache
from importlib.resources import files

from briefing.dossier import Mode


@cache
def _classes() -> dict[str, frozenset[str]]:
    text = (files("briefing.extraction") / "lexicon" / "cues.txt").read_text("utf-8")
    rows = (line.split(":", 1) for line in text.splitlines() if line and not line.startswith("#"))
    return {name: frozenset(words.split()) for name, words in rows}


@cache
def verbs() -> dict[str, Mode]:
    """Return the mode that each cue verb gives."""
    return {lemma: Mode(name) for name, lemmas in _classes().items() if name in set(Mode) for lemma in lemmas}


def nouns() -> frozenset[str]:
    """Return the nouns that credit a clause to somebody ("her claim that ...")."""
    return _classes()["noun"]


def labels() -> frozenset[str]:
    """Return the verbs that call something by a name ("describes it as ...")."""
    return _classes()["as"]
