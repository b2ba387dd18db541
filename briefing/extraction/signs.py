"""What speaks for two claims being in dispute, or against it, as numbers: what they share, who says it where, and what sets them apart."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from statistics import median

from msgspec import Struct

from briefing.dossier import ARTICLE, Certainty, Claim, Figure, Mode, Polarity, Source
from briefing.extraction.companions import Near
from briefing.extraction.contexts import NAMES as CONTEXTS
from briefing.extraction.contexts import Contexts
from briefing.extraction.draft import Draft
from briefing.extraction.meanings import MEANINGS, Meanings

NAMES = (
    "common", "common_here", "share_low", "share_high", "rank", "rank_back",
    "shared", "shared_sum", "rarest", "second", "cosine", "alike", "unshared",
    "words", "word_pairs", "word_pairs_share", "first_word", "last_word", "prefixed",
    "same_source", "same_holder", "next", "near", "early", "late",
    "own_voice", "relayed", "unnamed", "names_holder", "unattributed", "quoted",
    "polarity", "negated", "negative", "negations",
    "event", "event_unsure", "figure", "negation", "frames", "frames_opposed", "frames_most", "frames_least", "same_theme", "themes",
    "actors", "actors_share", "figures", "with_figures", "denies", "asserts", "probable",
    "absolute", "when", "number", "false", "turn", "shorter", "longer", *MEANINGS, *CONTEXTS,
)  # fmt: skip
"""What each number of a pair is, in order."""

_WORD = re.compile(r"[a-z]+")
_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|hardly|cannot|no one)\b|n['’]t\b", re.IGNORECASE
)
_KINDS = {
    "absolute": r"every|all|always|only|whole|entire|entirely|full|fully|completely|single|any|ever|each|both",
    "when": r"\d{1,2}[.:]\d\d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|yesterday|before|after|until|since|hours?|minutes?|days?|weeks?|months?|years?"
    r"|noon|midnight|night|morning|evening",
    "number": r"\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|half|third|quarter|twice|hundreds?"
    r"|thousands?|millions?",
    "false": r"false|lies?|lying|liar|untrue|invent(?:ed|ion)|fabricat\w+|nonsense|wrong|myth|fairy|rumou?rs?|deni(?:ed|es)|deny"
    r"|denying|denial|dismiss\w*|reject\w*|disput\w*|contradict\w*|refus\w*|insist\w*",
}
_OF_KIND = {kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for kind, words in _KINDS.items()}
_TURN = re.compile(
    r"^\W*(?:but|yet|however|still|nor|no|not so|on the contrary|that is|nonsense|instead)\b", re.IGNORECASE
)
_OPPOSITE = ("un", "in", "im", "ir", "il", "dis", "mis", "non")
"""What turns a word into its opposite when it stands before it,"""
_LONG = 4
"""if the word has so many letters."""
_STEM = 5
"""So many letters stand for a family of words."""
_NEAR = 3
"""So many claims further on is still near."""
_UNKNOWN_RANK = 31
"""The rank of a claim that is not among the other's neighbours, of which there are thirty."""
_NO_FIGURES = -1.0
_DIGITS = 4
"""Sums may differ in the last place between processors; so many digits never do."""


class _Traits(Struct, frozen=True):
    """What is asked of a claim more than once."""

    place: int
    progress: float
    lemmas: frozenset[str]
    ends: tuple[str, ...]
    stems: frozenset[str]
    length: float
    words: frozenset[str]
    unprefixed: frozenset[str]
    word_pairs: frozenset[tuple[str, str]]
    negations: int
    kinds: frozenset[str]
    turns: bool
    sides: dict[str, bool]
    themes: dict[str, str]
    size: int
    unnamed: bool


class Signs:
    """Tells of the pairs of a case; `near` are the neighbours of every claim with how much they have in common."""

    def __init__(
        self,
        claims: Sequence[Claim],
        drafts: Mapping[str, Draft],
        sources: Mapping[str, Source],
        near: Mapping[str, Near],
        meanings: Meanings,
    ) -> None:
        self._meanings = meanings
        self._contexts = Contexts(claims, sources)
        spread = Counter(lemma for c in claims for lemma in set(drafts[c.id].lemmas))
        self._rarity = {lemma: log(len(claims) / n) + 0.1 for lemma, n in spread.items()}
        ordered = sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id))
        self._last = {c.source: n for n, c in enumerate(ordered)}
        self._first = {c.source: n for n, c in reversed([*enumerate(ordered)])}
        self._traits = {c.id: self._of(n, c, drafts[c.id]) for n, c in enumerate(ordered)}
        self._rank = {(c, other): n for c, found in near.items() for n, (other, _) in enumerate(found, 1)}
        self._common = {(c, other): much for c, found in near.items() for other, much in found}
        self._most = dict.fromkeys(self._traits, 1e-6)
        for (c, other), much in self._common.items():
            self._most[c], self._most[other] = max(self._most[c], much), max(self._most[other], much)
        self._usual = median(self._most.values()) if claims else 1.0

    def _of(self, place: int, claim: Claim, draft: Draft) -> _Traits:
        lemmas = frozenset(draft.lemmas)
        words = _WORD.findall(claim.quote.lower())
        first, last = self._first[claim.source], self._last[claim.source]
        return _Traits(
            place=place,
            progress=(place - first) / max(1, last - first),
            lemmas=lemmas,
            ends=(*draft.lemmas[:1], *draft.lemmas[-1:]),
            stems=frozenset(lemma[:_STEM].lower() for lemma in lemmas),
            length=sum(self._rarity[lemma] ** 2 for lemma in sorted(lemmas)) ** 0.5 or 1.0,
            words=frozenset(words),
            unprefixed=frozenset(_unprefixed(words)),
            word_pairs=frozenset(pairwise(words)),
            negations=len(_NEGATION.findall(claim.quote)),
            kinds=frozenset(kind for kind, pattern in _OF_KIND.items() if pattern.search(claim.quote)),
            turns=bool(_TURN.search(claim.quote)),
            sides={use.frame: use.positive == (use.polarity is Polarity.POSITIVE) for use in draft.frames},
            themes={use.frame: use.word for use in draft.frames if use.word},
            size=len(claim.quote.split()),
            unnamed=claim.holder != ARTICLE and claim.holder[:1].islower(),
        )

    def of(self, a: Claim, b: Claim, sort: str) -> list[float]:
        """Return the numbers that `NAMES` names; `sort` is the sort of opposition seen between the two, "" for none."""
        found = {
            **self._in_common(a.id, b.id),
            **self._said(a, b),
            **self._apart(a, b),
            **self._meanings.of(a.id, b.id),
            **self._contexts.of(a, b),
            sort: 1.0,
        }
        return [round(float(found.get(name, 0.0)), _DIGITS) for name in NAMES]

    def _in_common(self, a: str, b: str) -> dict[str, float]:
        one, two = self._traits[a], self._traits[b]
        much = self._common.get((a, b), self._common.get((b, a), 0.0))
        shares = sorted((much / self._most[a], much / self._most[b]))
        ranks = sorted(self._rank.get(way, _UNKNOWN_RANK) for way in ((a, b), (b, a)))
        shared = one.lemmas & two.lemmas
        rarest = sorted((self._rarity[lemma] for lemma in shared), reverse=True)
        return {
            "common": much,
            "common_here": much / self._usual,
            "share_low": shares[0],
            "share_high": shares[1],
            "rank": ranks[0],
            "rank_back": ranks[1],
            "shared": len(shared),
            "shared_sum": sum(rarest),
            "rarest": rarest[0] if rarest else 0.0,
            "second": rarest[1] if len(rarest) > 1 else 0.0,
            "cosine": sum(r * r for r in rarest) / (one.length * two.length),
            "alike": len(shared) / max(1, min(len(one.lemmas), len(two.lemmas))),
            "unshared": min(len(one.lemmas), len(two.lemmas)) - len(shared),
            **_worded(one, two),
        }

    def _said(self, a: Claim, b: Claim) -> dict[str, float]:
        """Return who says it where, and how long it is."""
        one, two = self._traits[a.id], self._traits[b.id]
        same_source = a.source == b.source
        apart = abs(one.place - two.place) if same_source else 0
        return {
            "same_source": same_source,
            "same_holder": a.holder == b.holder,
            "next": apart == 1,
            "near": 1 < apart <= _NEAR,
            "early": min(one.progress, two.progress),
            "late": max(one.progress, two.progress),
            "own_voice": (a.holder == ARTICLE) + (b.holder == ARTICLE),
            "relayed": (len(a.chain) > 1) + (len(b.chain) > 1),
            "unnamed": one.unnamed + two.unnamed,
            "names_holder": _names(a.holder, two) + _names(b.holder, one),
            "unattributed": (a.attribution is None) + (b.attribution is None),
            "quoted": ("“" in a.text) + ("“" in b.text),
            "denies": (a.mode is Mode.DENIES) + (b.mode is Mode.DENIES),
            "asserts": (a.mode is Mode.ASSERTS) + (b.mode is Mode.ASSERTS),
            "probable": (a.certainty is Certainty.PROBABLE) + (b.certainty is Certainty.PROBABLE),
            "turn": one.turns + two.turns,
            "shorter": min(one.size, two.size),
            "longer": max(one.size, two.size),
            **{kind: (kind in one.kinds) + (kind in two.kinds) for kind in _KINDS},
        }

    def _apart(self, a: Claim, b: Claim) -> dict[str, float]:
        """Return what sets the two apart."""
        one, two = self._traits[a.id], self._traits[b.id]
        frames = one.sides.keys() & two.sides.keys()
        actors = set(a.actors) & set(b.actors)
        return {
            "polarity": a.polarity != b.polarity,
            "negated": _negates(a, one, two) + _negates(b, two, one),
            "negative": (one.negations > 0) + (two.negations > 0),
            "negations": one.negations + two.negations,
            "frames": len(frames),
            "frames_opposed": sum(one.sides[f] != two.sides[f] for f in frames),
            "frames_most": max(len(one.sides), len(two.sides)),
            "frames_least": min(len(one.sides), len(two.sides)),
            "same_theme": any(one.themes[f] == two.themes[f] for f in one.themes.keys() & two.themes.keys()),
            "themes": len({*one.themes.values()} & {*two.themes.values()}),
            "actors": len(actors),
            "actors_share": len(actors) / max(1, len({*a.actors, *b.actors})),
            "figures": _nearest(a.figures, b.figures),
            "with_figures": bool(a.figures) + bool(b.figures),
        }


def _worded(one: _Traits, two: _Traits) -> dict[str, float]:
    """Return how alike two claims are worded, and whether a word of one is the opposite of a word of the other by its first letters."""
    pairs = len(one.word_pairs & two.word_pairs)
    fewest = min(len(one.word_pairs), len(two.word_pairs))
    return {
        "words": len(one.words & two.words) / max(1, min(len(one.words), len(two.words))),
        "word_pairs": pairs,
        "word_pairs_share": pairs / max(1, fewest),
        "first_word": one.ends[:1] == two.ends[:1] != (),
        "last_word": one.ends[-1:] == two.ends[-1:] != (),
        "prefixed": not (one.unprefixed.isdisjoint(two.words) and two.unprefixed.isdisjoint(one.words)),
    }


def _unprefixed(words: Sequence[str]) -> Iterator[str]:
    """Yield the words whose opposites words are by their first letters."""
    for word in words:
        rests = (word.removeprefix(prefix) for prefix in _OPPOSITE if word.startswith(prefix))
        yield from (rest for rest in rests if len(rest) >= _LONG)


def _names(holder: str, other: _Traits) -> bool:
    """Tell whether the other claim names this holder by his last name."""
    return holder != ARTICLE and bool(holder) and holder.rsplit(maxsplit=1)[-1].lower() in other.words


def _negates(claim: Claim, own: _Traits, other: _Traits) -> bool:
    """Tell whether the first word of weight after a negation stands without one in the other claim."""
    if other.negations:
        return False
    for negation in _NEGATION.finditer(claim.quote):
        stems = (word[:_STEM] for word in re.findall(r"\w+", claim.quote[negation.end() :].lower()))
        if next((stem for stem in stems if stem in own.stems), None) in other.stems:
            return True
    return False


def _nearest(ours: Sequence[Figure], theirs: Sequence[Figure]) -> float:
    """Return how far apart the two nearest figures are, as the logarithm of their ratio; `_NO_FIGURES` if there are none to compare."""
    sizes = [[f.low or f.high or 0.0 for f in figures] for figures in (ours, theirs)]
    return min((abs(log(x / y)) for x in sizes[0] for y in sizes[1] if x > 0 and y > 0), default=_NO_FIGURES)
