"""Names that the tagger takes for common words in one place and for names in another: the whole article decides."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_TAKEN_FOR = frozenset({"NOUN", "ADV", "ADJ", "VERB", "INTJ", "X"})


def settle_names(docs: Sequence["Doc"]) -> None:
    """Tag as names the capitalised words of an article that are names elsewhere in it and never stand there in small letters, and acronyms."""
    tokens = [token for doc in docs for token in doc if token.is_alpha]
    named = {t.lower_ for t in tokens if t.pos_ == "PROPN" and t.text[0].isupper() and not t.is_sent_start}
    common = {t.lower_ for t in tokens if t.text.islower()}
    for token in tokens:
        acronym = token.is_upper and len(token) > 2 and token.pos_ != "NOUN" and not token.sent.text.isupper()
        known = token.text[0].isupper() and token.lower_ in named
        if token.pos_ in _TAKEN_FOR and token.lower_ not in common and (known or acronym):
            _make_a_name(token)


def _make_a_name(token: "Token") -> None:
    token.pos_, token.tag_ = "PROPN", "NNP"
