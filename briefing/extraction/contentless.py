"""What is said in full and tells nothing: thanks and greetings, what only brings in what follows, signs of the transcript, headings that run in."""

from typing import TYPE_CHECKING

from briefing.extraction.naming import words
from briefing.extraction.syntax import FINITE, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FEW = 8
"""Thanks of more words tell what they are for."""
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")


def tells_nothing(span: "Span") -> bool:
    """Tell whether words are a sentence and yet nothing that anybody could hold for true or false."""
    return _greets(span) or _brings_in(span) or _is_sign(span) or _is_run_in(span)


def _greets(span: "Span") -> bool:
    """Tell whether somebody is thanked, greeted or wished well in a few words ("Thank you, Minister", "Good morning")."""
    said = [t for t in span if t.is_alpha]
    own = any(t.dep_ in SUBJECTS | {"expl"} and t.lower_ not in {"i", "we"} for t in span)
    wished = any(t.lower_ in words("greetings") and _is_said_to(t) for t in said)
    return wished and len(said) <= _FEW and not own and not any(t.like_num for t in span) and not _states(span)


def _is_said_to(word: "Token") -> bool:
    """Tell whether a word greets the one addressed; who welcomes a ruling, or wishes to leave, greets nobody."""
    objects = [c.lower_ for c in word.children if c.dep_ in {"dobj", "dative", "xcomp", "ccomp"}]
    return word.lower_ not in {"welcome", "wish"} or "you" in objects or (word.lower_ == "welcome" and not objects)


def _states(span: "Span") -> bool:
    """Tell whether something is stated beside a greeting: there is a finite verb other than that of thanking or welcoming."""
    return any(t.tag_ in FINITE and t.lower_ not in words("greetings") for t in span)


def _brings_in(span: "Span") -> bool:
    """Tell whether words only announce others ("Here is what happened", "We state the following", "issued the following statement")."""
    root = span.root
    first = next((t for t in span if t.is_alpha), None)
    if first is not None and first.lower_ == "here" and root.lemma_ == "be" and first.head == root:
        return not any(t.ent_type_ or t.like_num for t in span)
    following = next((t for t in span if t.lower_ == "following" and t.dep_ in {"dobj", "amod"}), None)
    if following is None or root.lemma_.lower() not in words("issues"):
        return False
    announced = following if following.dep_ == "dobj" else following.head
    return announced.head == root and announced.dep_ == "dobj"


def _is_sign(span: "Span") -> bool:
    """Tell whether words in brackets without a verb say what is heard or seen in a transcript ("(Laughter)", "[Crosstalk]")."""
    inside = [t for t in span if not t.is_quote and not t.is_space]
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    if not inside or inside[0].text not in _OPENING or any(t.tag_ in FINITE for t in span):
        return False
    return inside[-1].text in _CLOSING | {"."} or after in _CLOSING


def _is_run_in(span: "Span") -> bool:
    """Tell whether words all in capitals before others that are not are a heading that runs in ("THE GAP THAT MATTERS. In its eyes ...")."""
    letters = [t for t in span if t.is_alpha]
    capitals = len(letters) > 1 and all(t.is_upper for t in letters)
    return capitals and span.start == 0 and any(t.is_alpha and t.is_lower for t in span.doc[span.end :])
