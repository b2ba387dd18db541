"""Two claims that probably dispute one matter: they lie near each other, and a word, a figure or a negation sets them apart."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp

from msgspec import Struct

from briefing.dossier import ARTICLE, Actor, Certainty, Claim, Commitment, Mode, Point, Polarity, stable_id
from briefing.extraction.actors import Local
from briefing.extraction.companions import Near
from briefing.extraction.counts import count_of, counted, measured
from briefing.extraction.draft import Draft, FrameUse
from briefing.extraction.events import commitment_of, phrase_of
from briefing.extraction.use import Use

_LIKELY = 0.3
"""A pair is put on a point when it is a dispute at least this probably."""
_FAR = 31
"""The place of a claim that is not among the thirty companions looked at."""
_MOST_WORDS = 14
"""A point named after a claim is cut to so many words."""
_WORD = re.compile(r"\w+")
_SAID_TO_BE = frozenset({Mode.ASSERTS, Mode.REPORTS, Mode.DENIES, Mode.PREDICTS, Mode.SUPPOSES})
_STANDS = frozenset({Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE})

Stand = tuple[Commitment, tuple[int, int] | None]
"""A commitment with the words that decide it."""


class Nearness(Struct, frozen=True):
    """How much two claims have in common, and the place of each among the companions of the other, 1 for the first."""

    common: float
    places: tuple[int, int]


class Opposition(Struct, frozen=True):
    """What sets two claims apart: the sort of opposition, what is at issue, and where each stands."""

    sort: str
    phrase: str
    a: Stand
    b: Stand


@cache
def weights() -> dict[str, float]:
    """Return what each feature of a pair adds to the logarithm of its odds, from `lexicon/disputes.txt`."""
    lines = (files("briefing.extraction") / "lexicon" / "disputes.txt").read_text("utf-8").splitlines()
    return {name: float(value) for name, value in (line.split() for line in lines if line and line[0] != "#")}


def disputed(
    claims: Sequence[Claim], drafts: Mapping[str, Draft], owners: Mapping[Local, Actor], near: Mapping[str, Near]
) -> Iterator[Use]:
    """Yield both sides of every pair that is probably a dispute, each claim in the likeliest of its pairs only."""
    taken: set[str] = set()
    ranked = sorted(
        (
            (likelihood(features(a, b, drafts, nearness, found)), a, b, found)
            for a, b, nearness, found in pairs(claims, drafts, owners, near)
        ),
        key=lambda pair: (-pair[0], pair[1].id, pair[2].id),
    )
    for probability, a, b, found in ranked:
        if probability >= _LIKELY and not {a.id, b.id} & taken:
            taken |= {a.id, b.id}
            about = Point(stable_id("p", "dispute", a.id, b.id), found.phrase)
            yield from (Use(claim, about, *stand) for claim, stand in ((a, found.a), (b, found.b)))


def pairs(
    claims: Sequence[Claim], drafts: Mapping[str, Draft], owners: Mapping[Local, Actor], near: Mapping[str, Near]
) -> Iterator[tuple[Claim, Claim, Nearness, Opposition]]:
    """Yield the opposed pairs of claims that lie near each other, with how near."""
    by_id = {c.id: c for c in claims}
    places = {claim: {other: n for n, (other, _) in enumerate(found, 1)} for claim, found in near.items()}
    common = {
        (min(claim, other), max(claim, other)): much
        for claim, found in near.items()
        for other, much in found
        if claim in by_id and other in by_id
    }
    for (one, two), much in sorted(common.items()):
        a, b = by_id[one], by_id[two]
        if (a.source, a.holder) == (b.source, b.holder) or Mode.ASKS in {a.mode, b.mode} or _repeats(a, b):
            continue
        found = opposition(a, b, drafts, owners)
        if found is not None:
            yield a, b, Nearness(much, (places[one].get(two, _FAR), places[two].get(one, _FAR))), found


def _repeats(a: Claim, b: Claim) -> bool:
    """Tell whether one claim is said within the other: in its place, or by its words ("the post says that nothing was paid")."""
    if a.source == b.source and a.start < b.end and b.start < a.end:
        return True
    shorter, longer = sorted((_words(a), _words(b)), key=len)
    return shorter in longer


def _words(claim: Claim) -> str:
    return f" {' '.join(_WORD.findall(claim.text.casefold()))} "


def features(
    a: Claim, b: Claim, drafts: Mapping[str, Draft], nearness: Nearness, found: Opposition
) -> dict[str, float]:
    """Return what speaks for a pair being a dispute, or against it; two that are each the first companion of the other rather say the same."""
    one, two = nearness.places
    return {
        "always": 1.0,
        "alike": _alike(drafts[a.id], drafts[b.id]),
        "common": nearness.common,
        "mutual": 1 / (one * two),
        "one_article": float(a.source == b.source),
        "own_voice": float((a.holder == ARTICLE) + (b.holder == ARTICLE)),
        "denied": float(Mode.DENIES in {a.mode, b.mode}),
        found.sort: 1.0,
    }


def _alike(a: Draft, b: Draft) -> float:
    """Return the share of the words of the shorter claim that the other has too."""
    return len(set(a.lemmas) & set(b.lemmas)) / max(1, min(len(set(a.lemmas)), len(set(b.lemmas))))


def likelihood(found: Mapping[str, float]) -> float:
    """Return how probably a pair with these features is a dispute, by logistic regression."""
    return 1 / (1 + exp(-sum(weights()[name] * value for name, value in found.items())))


def opposition(a: Claim, b: Claim, drafts: Mapping[str, Draft], owners: Mapping[Local, Actor]) -> Opposition | None:
    """Return what sets two claims apart, the surest sort first."""
    return _of_events(a, b, drafts, owners) or _of_figures(a, b) or _of_polarity(a, b)


def _of_events(a: Claim, b: Claim, drafts: Mapping[str, Draft], owners: Mapping[Local, Actor]) -> Opposition | None:
    """Return two uses of one frame on opposite sides; surest where the operators above both are understood."""
    theirs = {use.frame: use for use in sorted(drafts[b.id].frames, key=lambda u: u.sure)}
    best: Opposition | None = None
    for use in drafts[a.id].frames:
        other = theirs.get(use.frame)
        one, two = commitment_of(use), commitment_of(other) if other else None
        if other is None or one is None or two is None or one.polarity == two.polarity:
            continue
        if not {one.certainty, two.certainty} <= _STANDS:
            continue
        sure = use.sure and other.sure
        if best is None or (sure and best.sort != "event"):
            phrase = phrase_of(use.phrase, _participant(a, use, owners) or _participant(b, other, owners))
            best = Opposition(
                "event" if sure else "event_unsure",
                phrase,
                (one, (use.start, use.end)),
                (two, (other.start, other.end)),
            )
    return best


def _participant(claim: Claim, use: FrameUse, owners: Mapping[Local, Actor]) -> str:
    entity = use.theme if "{theme}" in use.phrase else use.agent
    actor = owners.get((claim.source, entity)) if entity is not None else None
    if actor is not None:
        return actor.name
    return f"the {use.word}" if use.word.islower() and use.word != "i" else use.word.replace("I", claim.holder)


def _of_figures(a: Claim, b: Claim) -> Opposition | None:
    """Return two figures of one measure that cannot both be."""
    if len(a.figures) != 1 or len(b.figures) != 1 or not {a.mode, b.mode} <= _SAID_TO_BE:
        return None
    one, two = a.figures[0], b.figures[0]
    if one.unit != two.unit or not one.measure.strip() or not two.measure.strip():
        return None
    if measured(one.measure) != measured(two.measure) or a.polarity != b.polarity:
        return None
    if not one.excludes(two):
        return None
    return Opposition("figure", counted(a), (count_of(a), None), (count_of(b), None))


def _of_polarity(a: Claim, b: Claim) -> Opposition | None:
    """Return a claim and its like with a negation."""
    signs = [_sign(c) for c in (a, b)]
    if signs[0] == signs[1] or not {a.mode, b.mode} <= _SAID_TO_BE or not {a.certainty, b.certainty} <= _STANDS:
        return None
    affirmed = a if signs[0] is Polarity.POSITIVE else b
    one, two = (Commitment(c.certainty, sign) for c, sign in zip((a, b), signs, strict=True))
    return Opposition("negation", _shortened(affirmed.text), (one, None), (two, None))


def _sign(claim: Claim) -> Polarity:
    return Polarity.NEGATIVE if claim.mode is Mode.DENIES else claim.polarity


def _shortened(text: str) -> str:
    words = text.strip(" .,;:\"'“”‘’").split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
