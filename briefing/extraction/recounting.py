"""What others said where somebody recounts it by the way in an answer ("He knocked and said that his arm hurt"): it is told by the one who answers."""

from typing import TYPE_CHECKING

from briefing.extraction import cues
from briefing.extraction.said import Said
from briefing.extraction.syntax import RELATIVE, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERHAPS = frozenset({"will", "'ll", "’ll"})
_HEARING = frozenset({"let", "hear", "make"})


def is_recounted(said: Said) -> bool:
    """Tell whether a cue stands aside in its sentence, goes on a tale, or is not yet said ("They will tell you that ...")."""
    cue = said.root
    if cue is None or cue.pos_ not in {"VERB", "AUX"} or said.impersonal:
        return False
    perhaps = any(c.dep_ == "aux" and c.lower_ in _PERHAPS for c in cue.children)
    aside = cue.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.lower_ in RELATIVE for c in cue.children)
    return aside or perhaps or _goes_on_a_tale(cue) or cue.head.lemma_ in _HEARING


def _goes_on_a_tale(cue: "Token") -> bool:
    own = any(c.dep_ in SUBJECTS for c in cue.children)
    return cue.dep_ == "conj" and not own and cue.head.lemma_.lower() not in cues.verbs()
