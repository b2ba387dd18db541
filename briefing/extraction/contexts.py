"""In what context claims are made: in which sort of article, how far apart there, and by which words they are brought in."""

import re
from bisect import bisect
from collections.abc import Mapping, Sequence

from msgspec import Struct

from briefing import genres
from briefing.dossier import Claim, Source

_GENRES = {
    "interview": genres.is_interview,
    "opinion": genres.is_opinion,
    "statement": genres.is_statement,
    "report": genres.is_report,
    "digest": genres.is_digest,
}
_BROUGHT_IN = {
    "brought_turn": r"but|however|yet|though|although|while|whereas|contrary|despite|instead|nevertheless|still|meanwhile|nor",
    "brought_denial": r"den(?:y|ies|ied|ying)|reject\w*|disput\w*|dismiss\w*|contradict\w*|counter(?:s|ed)|refut\w*|rebut\w*|contest(?:s|ed)"
    r"|doubt\w*|question(?:s|ed)|brush\w*|scoff\w*",
    "brought_stress": r"insist\w*|maintain\w*|stress\w*|claim(?:s|ed)|alleg\w*|accus\w*|vow\w*|swear\w*|swore",
    "brought_proof": r"admit\w*|conced\w*|acknowledg\w*|confirm\w*|recall\w*|remember\w*|show(?:s|ed)|found|reveal\w*|according",
}
_SAID = {
    "may": r"would|will|could|may|might|should|must|shall|can",
    "past": r"had|was|were|did|\w+ed",
    "first_person": r"i|we|my|our|me|us",
}
NAMES = (
    *_BROUGHT_IN, *_SAID, "later_turn", "later_denial", "may_differs", "past_differs",
    "same_paragraph", "paragraphs", "sentences", *_GENRES, "holder_named", "named",
)  # fmt: skip
"""What each number of a pair is, in order."""

_TURN = re.compile(rf"\W*(?:{_BROUGHT_IN['brought_turn']})\b", re.IGNORECASE)
_WORDS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in (_BROUGHT_IN | _SAID).items()}
_ENDS = re.compile(r"[.!?:]['”\"’)]*\s|\n")
_BACK = 200
"""So many characters before a claim its sentence may begin."""
_ELSEWHERE = -1.0
"""How far apart claims of two sources are."""


class _Context(Struct, frozen=True):
    """What the words around a claim, and its own, tell of it; `paragraph` and `sentence` are counted from the beginning of its source."""

    words: dict[str, bool]
    genres: tuple[float, ...]
    paragraph: int
    sentence: int


class Contexts:
    """Tells of the pairs of a case."""

    def __init__(self, claims: Sequence[Claim], sources: Mapping[str, Source]) -> None:
        texts = {c.source: sources[c.source].text for c in claims}
        ends = {source: [m.end() for m in _ENDS.finditer(text)] for source, text in texts.items()}
        paragraphs = {source: [p.start for p in sources[source].passages] for source in texts}
        genre = {source: tuple(float(tells(sources[source].genre)) for tells in _GENRES.values()) for source in texts}
        self._of = {
            c.id: _Context(
                words=_words(c, texts[c.source], ends[c.source]),
                genres=genre[c.source],
                paragraph=bisect(paragraphs[c.source], c.start),
                sentence=bisect(ends[c.source], c.start),
            )
            for c in claims
        }

    def of(self, a: Claim, b: Claim) -> dict[str, float]:
        """Return the numbers that `NAMES` names."""
        first, later = (self._of[c.id] for c in sorted((a, b), key=lambda c: (c.source, c.start)))
        found: dict[str, float] = {name: first.words[name] + later.words[name] for name in _WORDS}
        found |= {name: one + two for name, one, two in zip(_GENRES, first.genres, later.genres, strict=True)}
        same = a.source == b.source
        return found | {
            "later_turn": same and later.words["brought_turn"],
            "later_denial": same and later.words["brought_denial"],
            "may_differs": first.words["may"] != later.words["may"],
            "past_differs": first.words["past"] != later.words["past"],
            "same_paragraph": same and first.paragraph == later.paragraph,
            "paragraphs": later.paragraph - first.paragraph if same else _ELSEWHERE,
            "sentences": later.sentence - first.sentence if same else _ELSEWHERE,
            "holder_named": (a.holder_id in b.actors) + (b.holder_id in a.actors),
            "named": len(a.actors) + len(b.actors),
        }


def _words(claim: Claim, text: str, ends: Sequence[int]) -> dict[str, bool]:
    """Tell which words bring a claim in, the cue or else what stands before it in its sentence, and which stand in it."""
    begun = bisect(ends, claim.start)
    before = text[max(ends[begun - 1] if begun else 0, claim.start - _BACK) : claim.start]
    cue = claim.attribution.cue if claim.attribution is not None else None
    brought = before if cue is None else text[slice(*cue)]
    found = {name: _WORDS[name].search(brought) is not None for name in _BROUGHT_IN}
    found["brought_turn"] = _WORDS["brought_turn"].search(before) is not None or _TURN.match(claim.quote) is not None
    return found | {name: _WORDS[name].search(claim.quote) is not None for name in _SAID}
