"""Two claims that probably dispute one matter: one answers the other, or they lie near each other and a word, a figure or a negation sets them apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from briefing.dossier import (
    Actor,
    Attitude,
    Certainty,
    Claim,
    Commitment,
    Figure,
    Mode,
    Point,
    Polarity,
    Source,
    stable_id,
)
from briefing.extraction import plain
from briefing.extraction.actors import Local
from briefing.extraction.answers import answers
from briefing.extraction.candidates import overlap, pairs
from briefing.extraction.companions import Near
from briefing.extraction.counts import measured
from briefing.extraction.draft import Draft, FrameUse
from briefing.extraction.events import commitment_of, phrase_of
from briefing.extraction.meanings import Meanings
from briefing.extraction.second import SecondLook
from briefing.extraction.signs import NAMES, Signs
from briefing.extraction.trees import Trees, read
from briefing.extraction.use import Use
from briefing.figures import TIME

_LIKELY = 0.4
"""A pair is put on a point when it is a dispute at least this probably. Held out of the fit, 54 of 100 such pairs are right, and 49 at 0.35."""
_JOINS = 0.15
"""Who joins a point disputes everybody who stands against him there at least this probably; of those less likely to, one in ten does."""
FEW = 20
"""Among so few claims, a few sentences put side by side, what is rare cannot be told, so that something must be seen to oppose two;
and there is hardly another event that opposed ones could be about."""
_SURE = 1.0
"""What is answered is surely at issue; whether it is answered is for the answer to tell."""
_RESTATED, _SAME_WORDS = 0.4, 0.8
"""So near as cosine, or with so large a share of the words of the shorter one, one in seven is a dispute where nothing opposes the two."""
_ALIKE = 4.0
"""Of two figures further apart than so many times, one in seven is about the same thing; of nearer ones three in five."""
_MOST_WORDS = 14
"""A point named after a claim is cut to so many words."""
_SAID_TO_BE = frozenset({Mode.ASSERTS, Mode.REPORTS, Mode.DENIES, Mode.PREDICTS, Mode.SUPPOSES})
_WISHES = {
    Mode.DEMANDS: Attitude.DEMANDS,
    Mode.OFFERS: Attitude.OFFERS,
    Mode.PROPOSES: Attitude.SUPPORTS,
    Mode.HOPES: Attitude.WANTS,
}
_EITHER_WAY = frozenset({plain.FIGURE, plain.DEED, plain.TIME, plain.PLACE})
"""Sorts of opposition of which either side may be what is affirmed."""
_STANDS = frozenset({Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE})

Stand = tuple[Commitment, tuple[int, int] | None]
"""A commitment with the words that decide it."""


class Opposition(Struct, frozen=True):
    """What sets two claims apart: the sort of opposition, what is at issue, and where each stands."""

    sort: str
    phrase: str
    a: Stand
    b: Stand


_Pair = tuple[Claim, Claim, Opposition]
"""Two claims with what sets them apart."""
_Weighed = tuple[float, Claim, Claim, Opposition]
"""Two opposed claims, with how probably they dispute one matter."""


@cache
def trees(*, semantic: bool = False) -> Trees:
    """Return what tells how probably two claims are in dispute, by what their words mean or by the extra `[semantic]`."""
    return _shipped("disputes-semantic.txt" if semantic else "disputes.txt")


@cache
def second_trees(*, semantic: bool = False) -> Trees:
    """Return what a second look adds to the odds of the first."""
    return _shipped("disputes-second-semantic.txt" if semantic else "disputes-second.txt")


def _shipped(name: str) -> Trees:
    return read((files("briefing.extraction") / "lexicon" / name).read_text("utf-8"))


def disputed(
    claims: Sequence[Claim],
    drafts: Mapping[str, Draft],
    owners: Mapping[Local, Actor],
    sources: Mapping[str, Source],
    near: Mapping[str, Near],
    meanings: Meanings,
) -> Iterator[Use]:
    """Yield every claim that is probably in a dispute, on the point of the surest of its pairs.

    Who disputes a claim that is in a surer dispute already joins its point, if the claim stands there as it stands against him, and he
    may dispute the others who stand against him there.
    """
    chosen = {use.claim.id: use for use in _answered(claims)}
    on: defaultdict[str, list[Use]] = defaultdict(list)
    for use in chosen.values():
        on[use.point.id].append(use)
    chances, likely = _weighed(claims, drafts, owners, sources, near, meanings)
    for sure, a, b, found in likely:
        stands = _as_chosen(((a, found.a), (b, found.b)), found.sort, chosen)
        new: list[Use] = []
        if not {a.id, b.id} & chosen.keys():
            about = Point(stable_id("p", "dispute", a.id, b.id), found.phrase)
            new = [Use(c, about, *stand, sure) for c, stand in stands]
        elif len({a.id, b.id} & chosen.keys()) == 1:
            (old, theirs), (joining, its) = stands if a.id in chosen else stands[::-1]
            point = chosen[old.id].point
            against = [use.claim for use in on[point.id] if not _same_stand(use.commitment, its[0])]
            may_join = all(chances.get(frozenset((joining.id, c.id)), 0.0) >= _JOINS for c in against)
            if may_join and _same_stand(chosen[old.id].commitment, theirs[0]):
                new = [Use(joining, point, *its, sure)]
        for use in new:
            chosen[use.claim.id] = use
            on[use.point.id].append(use)
    yield from chosen.values()


def _as_chosen(
    stands: tuple[tuple[Claim, Stand], tuple[Claim, Stand]], sort: str, chosen: Mapping[str, Use]
) -> tuple[tuple[Claim, Stand], tuple[Claim, Stand]]:
    """Turn the stands of two claims round where the one chosen stands on the other side, and nothing but their order says which is which."""
    (one, its), (two, theirs) = stands
    standing = chosen.get(one.id) or chosen.get(two.id)
    mine = its if one.id in chosen else theirs
    if sort not in _EITHER_WAY or standing is None or _same_stand(standing.commitment, mine[0]):
        return stands
    return (one, theirs), (two, its)


def _same_stand(one: Commitment, two: Commitment) -> bool:
    """Tell whether what opposes the one opposes the other."""
    return one.polarity is two.polarity and _value(one.figure) == _value(two.figure) and one.attitude == two.attitude


def _value(figure: Figure | None) -> tuple[float | None, float | None, str] | None:
    return None if figure is None else (figure.low, figure.high, figure.unit)


def _answered(claims: Sequence[Claim]) -> Iterator[Use]:
    """Yield what is answered and the answers to it; what is itself an answer is not looked at again."""
    taken: set[str] = set()
    on: dict[str, Point] = {}
    for answer in answers(claims):
        said, reply = answer.said, answer.reply
        if reply.id in taken or (said.id in taken and said.id not in on):
            continue
        wish = _WISHES.get(said.mode)
        if said.id not in on:
            on[said.id] = Point(stable_id("p", "dispute", said.id), _shortened(said.text))
            certainty = Certainty.CERTAIN if said.certainty is Certainty.UNKNOWN else said.certainty
            one = Commitment(certainty) if wish is None else Commitment(Certainty.CERTAIN, wish.polarity, wish)
            yield Use(said, on[said.id], one, None, _SURE)
        attitude = Attitude.REJECTS if wish is not None else None
        two = Commitment(Certainty.CERTAIN, Polarity.NEGATIVE, attitude)
        taken |= {said.id, reply.id}
        yield Use(reply, on[said.id], two, None, answer.sure)


def _weighed(
    claims: Sequence[Claim],
    drafts: Mapping[str, Draft],
    owners: Mapping[Local, Actor],
    sources: Mapping[str, Source],
    near: Mapping[str, Near],
    meanings: Meanings,
) -> tuple[dict[frozenset[str], float], list[_Weighed]]:
    """Return how probably pairs are in dispute, and those that are likely enough to be, the likeliest first.

    Of what plainly opposes another, among few claims nothing else is asked; among many one in five is a dispute where the trees do
    not say so too, and nine in ten where they do.
    """
    opposed = {
        frozenset((p.a.id, p.b.id)): p for p in plain.plainly_opposed(claims, drafts, owners) if not overlap(p.a, p.b)
    }
    few = len(claims) <= FEW
    known = {ids: p.sure for ids, p in opposed.items()} if few else {}
    likely: list[_Weighed] = [(p.sure, p.a, p.b, _plainly(p)) for p in opposed.values()] if few else []
    apart = plain.Apart(drafts, owners)
    found = [(a, b, opposition(a, b, drafts, owners)) for a, b in pairs(claims, near)]
    for chance, (a, b, one), row in _chances(claims, found, Signs(claims, drafts, sources, near, meanings), meanings):
        ids = frozenset((a.id, b.id))
        plainly = opposed.get(ids)
        if ids in known or (plainly is None and apart.are(a, b)):
            continue
        known[ids] = chance
        if chance >= _LIKELY and plainly is not None:
            likely.append((max(chance, plainly.sure), a, b, _plainly(plainly)))
        elif chance >= _LIKELY and (one.sort or not (few or _is_restated(row))):
            likely.append((chance, a, b, one))
    return known, sorted(likely, key=lambda p: (-p[0], p[1].id, p[2].id))


def _chances(
    claims: Sequence[Claim], found: Sequence[_Pair], signs: Signs, meanings: Meanings
) -> Iterator[tuple[float, _Pair, NDArray[np.float64]]]:
    """Yield each pair with how likely it is to be a dispute, at the second look unless there are too few claims for one, and its signs."""
    if not found:
        return
    rows = np.array([signs.of(a, b, one.sort) for a, b, one in found])
    chances = trees(semantic=meanings.by_encoder).likelihood(rows)
    if len(claims) > FEW:
        look = SecondLook(claims, [(a.id, b.id) for a, b, _ in found], chances.tolist(), meanings.alike)
        chances = look.likelihood(second_trees(semantic=meanings.by_encoder))
    yield from zip(chances.round(4).tolist(), found, rows, strict=True)


def _plainly(pair: plain.Plain) -> Opposition:
    """Return where two claims stand that plainly oppose each other."""
    a, b = pair.a, pair.b
    if pair.sort == plain.FIGURE and a.figures and b.figures:
        stands = [(Commitment(c.certainty, figure=c.figures[0]), None) for c in (a, b)]
        return Opposition(pair.sort, a.text.replace(a.figures[0].text, "…", 1), *stands)
    return Opposition(
        pair.sort, _shortened(a.text), (Commitment(), None), (Commitment(Certainty.CERTAIN, Polarity.NEGATIVE), None)
    )


def _is_restated(row: NDArray[np.float64]) -> bool:
    """Tell whether two claims have so much in common that, with nothing to oppose them, they say the same."""
    return bool(row[NAMES.index("cosine")] >= _RESTATED or row[NAMES.index("alike")] >= _SAME_WORDS)


def opposition(a: Claim, b: Claim, drafts: Mapping[str, Draft], owners: Mapping[Local, Actor]) -> Opposition:
    """Return what sets two claims apart, the surest sort first; if nothing is seen to, the one stands against the whole of the other."""
    return _of_events(a, b, drafts, owners) or _of_figures(a, b) or _of_polarity(a, b) or _of_wholes(a, b)


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
            affirmed = a if one.polarity is Polarity.POSITIVE else b
            who = _common(_participant(a, use, owners), _participant(b, other, owners))
            best = Opposition(
                "event" if sure else "event_unsure",
                phrase_of(use.phrase, who) if who else _shortened(affirmed.text),
                (one, (use.start, use.end)),
                (two, (other.start, other.end)),
            )
    return best


def _common(one: str, two: str) -> str:
    """Return who takes part on both sides, as far as either tells; "" where they speak of two, or of nobody."""
    return one or two if one == two or not (one and two) else ""


def _participant(claim: Claim, use: FrameUse, owners: Mapping[Local, Actor]) -> str:
    entity = use.theme if "{theme}" in use.phrase else use.agent
    actor = owners.get((claim.source, entity)) if entity is not None else None
    if actor is not None:
        return actor.name
    return f"the {use.word}" if use.word.islower() and use.word != "i" else use.word.replace("I", claim.holder)


def _of_figures(a: Claim, b: Claim) -> Opposition | None:
    """Return two figures of like size, of one unit or one measure, that cannot both be."""
    if not {a.mode, b.mode} <= _SAID_TO_BE or a.polarity != b.polarity:
        return None
    alike = [(x, y) for x in a.figures for y in b.figures if _is_same_measure(x, y) and _is_like_size(x, y)]
    if not alike or not all(one.excludes(two) for one, two in alike):
        return None
    one, two = alike[0]
    stands = [(Commitment(c.certainty, c.polarity, figure=f), None) for c, f in ((a, one), (b, two))]
    return Opposition("figure", a.text.replace(one.text, "…", 1), *stands)


def _is_same_measure(one: Figure, two: Figure) -> bool:
    if one.unit != two.unit or "one" in {one.text.lower(), two.text.lower()}:
        return False
    measures = [measured(f.measure) for f in (one, two) if f.measure.strip()]
    return bool(one.unit and one.unit not in TIME) or (len(measures) == 2 and measures[0] == measures[1])


def _is_like_size(one: Figure, two: Figure) -> bool:
    sizes = [f.low or f.high or 0.0 for f in (one, two)]
    return 0 < max(sizes) <= _ALIKE * min(sizes)


def _of_polarity(a: Claim, b: Claim) -> Opposition | None:
    """Return a claim and its like with a negation."""
    signs = [_sign(c) for c in (a, b)]
    if signs[0] == signs[1] or not {a.mode, b.mode} <= _SAID_TO_BE or not {a.certainty, b.certainty} <= _STANDS:
        return None
    affirmed = a if signs[0] is Polarity.POSITIVE else b
    one, two = (Commitment(c.certainty, sign) for c, sign in zip((a, b), signs, strict=True))
    return Opposition("negation", _shortened(affirmed.text), (one, None), (two, None))


def _of_wholes(a: Claim, b: Claim) -> Opposition:
    """Return what one claim says against what the other says instead; the one that denies least is what is at issue."""
    first, second = sorted((a, b), key=lambda c: (_sign(c) is Polarity.NEGATIVE, c.source, c.start, c.id))
    stands = {
        first.id: (Commitment(_as_said(first)), None),
        second.id: (Commitment(_as_said(second), Polarity.NEGATIVE), None),
    }
    return Opposition("", _shortened(first.text), stands[a.id], stands[b.id])


def _as_said(claim: Claim) -> Certainty:
    return claim.certainty if claim.certainty in _STANDS else Certainty.CERTAIN


def _sign(claim: Claim) -> Polarity:
    return Polarity.NEGATIVE if claim.mode is Mode.DENIES else claim.polarity


def _shortened(text: str) -> str:
    words = text.strip(" .,;:\"'“”‘’").split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")
