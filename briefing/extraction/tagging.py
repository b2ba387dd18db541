"""Names that the tagger takes for common words in one place and for names in another: the whole article decides."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from briefing.extraction.naming import fold, words
from briefing.extraction.nations import capital_of, country
from briefing.extraction.renowned import names

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_TAKEN_FOR = frozenset({"NOUN", "ADV", "ADJ", "VERB", "INTJ", "X"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})

_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ing", ""), ("ing", "e"))
_OPENING = frozenset("\"'.?!:-–—*")
_SPEAKING = frozenset(
    {
        "say", "tell", "add", "believe", "argue", "deny", "insist", "warn", "claim", "think", "ask", "reply", "write", "call",
        "accuse", "blame", "condemn", "criticise", "criticize", "defend", "dismiss", "praise", "promise", "reject", "threaten", "urge", "vow",
    }
)  # fmt: skip
"""What only somebody does: a word that does so without an article is a name, whatever else it means."""


def known_words(nlp: "Language") -> Collection[str]:
    """Return the words, in small letters, that the language model's lemmatiser has in its lists; none where it has no such lists."""
    if "lemmatizer" not in nlp.pipe_names:
        return frozenset()
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not lookups.has_table("lemma_index"):
        return frozenset()
    return frozenset[str]().union(*lookups.get_table("lemma_index").values())


def settle_names(docs: Sequence["Doc"], known: Collection[str] = ()) -> None:
    """Decide by the whole article which capitalised words are names.

    Those that are names elsewhere in it and never stand there in small letters are, and so are acronyms. Words of the
    language, as `known` has them, that are never capitalised but at the beginning of a sentence, or before a number
    ("Berth 4"), are none.
    """
    tokens = [token for doc in docs for token in doc if token.is_alpha]
    named = {t.lower_ for t in tokens if t.pos_ == "PROPN" and t.text[0].isupper() and not t.is_sent_start}
    common = {t.lower_ for t in tokens if t.text.islower()}
    for token in tokens:
        if token.pos_ not in _TAKEN_FOR or token.lower_ in common:
            continue
        acronym = token.is_upper and len(token) > 2 and token.pos_ != "NOUN" and not token.sent.text.isupper()
        if acronym or (token.text[0].isupper() and token.lower_ in named) or _begins_name(token, known):
            _make_a_name(token)
    _unmake_names(tokens, known)


def _begins_name(token: "Token", known: Collection[str]) -> bool:
    """Tell whether a word that the language does not have begins a name, or does by itself what only somebody does ("Médecins Sans", "Sheinbaum accused")."""
    if not token.is_title or token.pos_ != "NOUN" or not known or _is_plain(token.lower_, known):
        return False
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    joined = after is not None and after.pos_ == "PROPN" and after.is_title and token.dep_ == "compound"
    return joined or (token.tag_ == "NN" and token.dep_ == "nsubj" and token.head.lemma_.lower() in _SPEAKING)


def _is_plain(word: str, known: Collection[str]) -> bool:
    return word in known or _is_form_of(word, known)


def _make_a_name(token: "Token") -> None:
    token.pos_, token.tag_ = "PROPN", "NNP"


def _unmake_names(tokens: Iterable["Token"], known: Collection[str]) -> None:
    """Tag as common words those that are capitalised only for where they stand, and take them out of the entities."""
    places: defaultdict[str, list[Token]] = defaultdict(list)
    for token in tokens:
        if token.is_title and len(token) > 1:
            places[token.lower_].append(token)
    for word, found in places.items():
        several = all(t.ent_type_ != "PERSON" or t.tag_ == "NNS" for t in found)
        plain = word in known or (several and _is_form_of(word, known))
        if not plain or not _may_be_common(word) or not all(map(_is_capitalised_anyway, found)):
            continue
        for token in found:
            if token.pos_ == "PROPN":
                token.pos_, token.tag_ = "NOUN", "NN"
            if token.ent_type_ in _NAMED:
                token.doc.ents = [e for e in token.doc.ents if token not in e]


def _is_form_of(word: str, known: Collection[str]) -> bool:
    """Tell whether a word is the plural or the "-ing" of one that is known."""
    bases = [word[: -len(end)] + put for end, put in _ENDINGS if word.endswith(end)]
    return any(len(base) > 2 and base in known for base in bases)


def _may_be_common(word: str) -> bool:
    given = word in words("given_male") or word in words("given_female")
    return not given and not country(fold(word)) and not capital_of(fold(word)) and not names(fold(word))


def _is_capitalised_anyway(token: "Token") -> bool:
    """Tell whether a word stands alone where any word would have a capital: at the beginning of something said, or as a label before a number."""
    doc = token.doc
    before = doc[token.i - 1] if token.i > 0 else None
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is not None and after.is_title and after.pos_ == "PROPN":
        return after.ent_type_ == "PERSON" and token.ent_type_ == "" and token.lower_ in words("occupations")
    if token.dep_ == "nsubj" and token.head.lemma_.lower() in _SPEAKING:
        return False
    if after is not None and (after.text in {"&", "-", "'", "'s"} or after.lower_ == "de"):
        return False
    if after is not None and after.lower_ == "of" and not doc[min(after.i + 1, len(doc) - 1)].like_num:
        return False
    joined = before is not None and before.text == "-" and not before.whitespace_
    opens = token.is_sent_start or before is None or (before.text in _OPENING and before.tag_ != "POS" and not joined)
    alone = before is None or before.pos_ != "PROPN"
    labels = alone and after is not None and after.text.isdigit() and token.lower_ not in words("bodies")
    return bool(opens or labels)
