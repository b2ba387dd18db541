"""Whether somebody who is only described has the word soon after, by a pronoun or by the same noun ("I spoke to a guard. He said ...")."""

from typing import TYPE_CHECKING

from briefing.extraction.naming import words
from briefing.extraction.said import can_act, is_document
from briefing.extraction.syntax import SUBJECTS, is_credited, is_spoken_to, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_SOON, _ON = 2, 3
"""Who is taken up speaks so many sentences on at most; whom a sentence is about a little later too."""
SEVERAL = frozenset(
    {"one", "two", "three", "four", "both", "another", "some", "several", "others", "all", "many", "most"}
)
_VIEW = frozenset({"view", "opinion", "account", "words", "telling"})
_READS = frozenset({"say", "state", "declare", "accuse", "list", "name", "order", "warn", "add", "speak"})
_SELVES = frozenset({"i", "we", "he", "she", "they"})
_NEW = frozenset({"a", "an", "another"})
_DEFINITE = frozenset({"the", "this", "that", "my", "our"})


def is_taken_up(token: "Token") -> bool:
    """Tell whether somebody who is only described speaks as "he", "they" or "it", or by the same word, soon after."""
    if _is_read(token) or _is_told_of(token):
        return True
    pronouns = _speaking_as(token)
    if not pronouns or not (token.dep_ in SUBJECTS or is_spoken_to(token)):
        return False
    soon = token.doc[token.i + 1 : _after(token, _SOON)]
    later = [t for t in soon if t.lower_ in pronouns | {token.lower_} and is_credited(t)]
    return any(t.lower_ != "it" or t.nbor(-1).text == "," or is_document(token) for t in later)


def is_one_of_some(token: "Token") -> bool:
    """Tell whether a number or the like stands for people at the beginning of a sentence ("One of them", "Most of the members")."""
    return token.lower_ in SEVERAL and token.dep_ in SUBJECTS and any(c.lower_ == "of" for c in token.children)


def _after(token: "Token", sentences: int) -> int:
    """Return where so many sentences behind that of a word end."""
    end = int(token.sent.end)
    for _ in range(sentences):
        end = int(token.doc[end].sent.end) if end < len(token.doc) else end
    return end


def _is_read(token: "Token") -> bool:
    """Tell whether something written is met, and what follows says what is in it ("The decree was signed on Tuesday. It says ...")."""
    if token.dep_ not in {*SUBJECTS, "dobj"} or token.head.dep_ != "ROOT" or not is_document(token):
        return False
    actor = subject_of(token.head) if token.dep_ == "dobj" else None
    if actor is not None and actor.lower_ not in _people() | _SELVES:
        return False
    told = any(c.dep_ in {"det", "amod"} or (c.dep_ == "poss" and c.pos_ != "PRON") for c in token.children)
    if token.tag_ != "NN" or not told:
        return False
    for later in token.doc[token.sent.end : _after(token, _SOON)]:
        if later.lower_ == "it" and is_credited(later):
            return later.head.lemma_.lower() in _READS or any(c.dep_ == "ccomp" for c in later.head.children)
        if later.dep_ in SUBJECTS and later.head.dep_ == "ROOT" and later.pos_ != "PRON":
            return False
    return False


def _is_told_of(token: "Token") -> bool:
    """Tell whether a whole sentence is about people who are then credited by a pronoun, before another sentence is about somebody else."""
    if not _is_topic(token):
        return False
    many = token.tag_ == "NNS" or (token.lower_ in SEVERAL and token.lower_ not in {"one", "another"})
    pronouns = {"they", "their"} if many else {"he", "she"}
    for later in token.doc[token.sent.end : _after(token, _ON)]:
        if later.lower_ in pronouns and (is_credited(later) or later.head.lower_ in _VIEW):
            return True
        if later.dep_ in SUBJECTS and later.head.dep_ == "ROOT" and later.pos_ != "PRON" and can_act(later):
            return many and later.lower_ in SEVERAL and is_credited(later)
    return False


def _is_topic(token: "Token") -> bool:
    """Tell whether a word for people is what a whole sentence is about, be it but a question ("And the driver?")."""
    asked_of = token.dep_ == "ROOT" and token.sent[-1].text == "?"
    about = token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"
    is_named = any(c.dep_ == "attr" and c.pos_ == "PROPN" for c in token.head.children)
    if not (about or asked_of or is_spoken_to(token)) or token.pos_ == "PROPN" or is_named:
        return False
    if token.lower_ in SEVERAL:
        return any(g.pos_ == "PRON" or can_act(g) for c in token.children if c.lower_ == "of" for g in c.children)
    if token.tag_ == "NNS":
        return can_act(token)
    person = {token.lower_, token.lemma_.lower()} & _people()
    owned = any((c.dep_ == "poss" and c.pos_ != "PRON") or c.lower_ in _DEFINITE | _NEW for c in token.children)
    return bool(person) and owned


def _people() -> frozenset[str]:
    return words("occupations", "roles", "groups", "male", "female")


def _speaking_as(token: "Token") -> frozenset[str]:
    """Return the pronouns that can take up a noun for somebody not named; none where it does not tell of one."""
    either = {token.lower_, token.lemma_.lower()}
    people = _people()
    if token.tag_ == "NNS":
        return frozenset({"they"}) if either & people or can_act(token) or is_document(token) else frozenset()
    if token.tag_ != "NN" or not any(c.dep_ == "det" or c.lower_ == "another" for c in token.children):
        return frozenset()
    if either & words("bodies", "realms") or is_document(token):
        return frozenset({"it"})
    new = any(c.lower_ in _NEW for c in token.children)
    return frozenset({"he", "she"}) if new and either & people else frozenset()
