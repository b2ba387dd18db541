"""What somebody goes on to say behind the cue in the same sentence ("It was a draft, she said, and parts were missing")."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefing.dossier import Mode
from briefing.extraction.said import ASIDE, STANCES, Place, Said, is_account, is_anothers_turn, negated
from briefing.extraction.syntax import FINITE, chars, groups

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_AND = frozenset({"and", "but"})
_PRESENT = frozenset({"VBZ", "VBP"})
_UNSHIFTED = frozenset({"will", "'ll", "’ll", "wo", "shall", "can", "ca", "may", "must"})
"""What reported speech would put into the past."""
_FEW = 8
"""Fewer words in quotation marks are taken over into what is said on."""
_ASIDE = ASIDE | {"pcomp"}
_DESCRIBING = frozenset({"who", "which", "whose", "whom", "where"})


def with_second_halves(doc: "Doc", found: Sequence[Said]) -> list[Said]:
    """Return attributions with what they still say behind a cue inside their sentence, or behind a colon that explains what was said or done."""
    longer = [replace(one, content=(*one.content, *m)) if (m := _second(doc, one, found)) else one for one in found]
    return longer + [
        Said(one.speaker, None, more, Mode.ASSERTS, who=one.who) for one in found if (more := _reasons(doc, one, found))
    ]


def _reasons(doc: "Doc", said: Said, found: Sequence[Said]) -> tuple[Place, ...]:
    """Return what somebody says behind a colon after what he does by speaking ("She calls that nonsense: the ship will sail")."""
    if said.words is None or said.speaker is None or said.impersonal or said.mode is Mode.ASKS:
        return ()
    first = _explained(doc, said.words[1])
    if first is None or doc[first].is_quote:
        return ()
    rest = doc[first : doc[first].sent.end]
    return () if _is_of_another(rest, said, found) else tuple(chars(span) for span in groups(rest))


def _second(doc: "Doc", said: Said, found: Sequence[Said]) -> tuple[tuple[int, int], ...]:
    if said.cue is None or said.speaker is None or said.impersonal or said.mode in STANCES or said.words is not None:
        return ()
    tokens = [t for t in doc if said.cue[0] <= t.idx < said.cue[1]]
    cue = doc[tokens[0].i : tokens[-1].i + 1] if tokens else None
    if cue is None or said.speaker.sent != cue.sent:
        return ()
    if said.content[-1][1] <= min(said.cue[0], said.speaker.start_char):
        first = _behind(doc[max(cue.end, said.speaker.end) : cue.sent.end])
    else:
        first = _explained(doc, said.content[-1][1]) or _and_that(doc, said.content[-1][1])
    if first is None:
        return ()
    rest = doc[first : doc[first].sent.end]
    said_first = [t for t in doc for start, end in said.content if start <= t.idx < end]
    if is_anothers_turn(rest.root) or _is_of_another(rest, said, found) or not goes_on_in_time(cue, said_first, rest):
        return ()
    return tuple(chars(span) for span in groups(rest))


def _behind(span: "Span") -> int | None:
    """Return where the second half begins behind a cue and its speaker: at a semicolon, or at ", and" with nothing predicated before it."""
    described = False
    for token in span:
        described = described or token.lower_ in _DESCRIBING
        if token.is_quote or token.text == ":" or (token.lower_ == "that" and token.dep_ == "mark"):
            return None
        if token.text == ";":
            return int(token.i + 1) if token.i + 1 < span.end else None
        if token.text == "," and token.i + 2 < span.end and token.nbor(1).lower_ in _AND and not described:
            return int(token.i + 2)
        if token.tag_ in FINITE and not described:
            return None
    return None


def _explained(doc: "Doc", end: int) -> int | None:
    """Return where an explanation begins: behind a colon that follows what was said."""
    after = next((t for t in doc if t.idx >= end), None)
    return after.i + 1 if after is not None and after.text == ":" and after.i + 1 < len(doc) else None


def _and_that(doc: "Doc", end: int) -> int | None:
    """Return where it is said on behind "and that", where the parser has hung it on something else."""
    after = next((t.i for t in doc if t.idx >= end), len(doc))
    while after < len(doc) and (doc[after].is_quote or doc[after].text == ","):
        after += 1
    goes_on = after + 2 < len(doc) and doc[after].lower_ in _AND and doc[after + 1].lower_ == "that"
    return after + 2 if goes_on and doc[after + 1].tag_ == "IN" else None


def _is_of_another(rest: "Span", said: Said, found: Sequence[Said]) -> bool:
    """Tell whether somebody is credited by words of a second half, or it says nothing."""
    credited = any(
        one is not said
        and one.cue is not None
        and rest.start_char <= one.cue[0] < rest.end_char
        and one.mode not in STANCES
        and not is_account(one)
        and not negated(one)
        for one in found
    )
    main = any(t.tag_ in FINITE and (t.head if t.dep_.startswith("aux") else t).dep_ not in _ASIDE for t in rest)
    quoted = [t.i for t in rest if t.is_quote]
    apart = len(quoted) == 1 or (quoted and (quoted[0] == rest.start or quoted[-1] - quoted[0] > _FEW))
    return credited or not main or bool(apart)


def goes_on_in_time(cue: "Iterable[Token]", first: "Iterable[Token]", rest: "Iterable[Token]") -> bool:
    """Tell whether a second half stands in the time of the first: what was reported in the past does not go on in the present."""
    if not any(t.tag_ == "VBD" for t in cue):
        return True
    before = {"VBZ" if t.lower_ in _UNSHIFTED else t.tag_ for t in first} & FINITE
    goes_on = next((t.tag_ for t in rest if t.tag_ in FINITE), "")
    return not before or bool(before & _PRESENT) or goes_on not in _PRESENT
