"""Claims with the model's kept answers laid over what the rules made of them; a reading's word stands, and so does the analyst's."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.dossier import Claim, Commitment, Maker, Point, Source, stable_id
from briefing.dossier.folding import folded
from briefing.figures import parse_figure
from briefing.model.requests import Item, claim_item, pair_item, words_of
from briefing.model.store import Kept, Stand, Store

_NEAREST = 3
"""So many companions of a claim are put to the model as pairs; its first ones are its likeliest."""


def is_open(claim: Claim) -> bool:
    """Tell whether the model may say where a claim belongs: nobody above it has, and no curated claim reads the same words."""
    return claim.covered is None and claim.pointed_by in {None, Maker.RULES, Maker.MODEL}


class _Points:
    """The points by their phrases, so that a phrase is one point whoever names it, whenever."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._ids: dict[str, str] = {}
        self.new: dict[str, Point] = {}
        for point in points:
            for phrase in (point.phrase, *point.aliases):
                self._ids.setdefault(folded(phrase), point.id)

    def id_of(self, phrase: str) -> str:
        """Return the point of that phrase, made if it is new."""
        form = folded(phrase)
        if form not in self._ids:
            self._ids[form] = stable_id("p", "model", form)
            self.new[self._ids[form]] = Point(self._ids[form], phrase)
        return self._ids[form]


class Laid(Struct, frozen=True):
    """Claims as they stand with the model's word, the points that are new with it, and the pairs to be judged."""

    claims: tuple[Claim, ...]
    points: tuple[Point, ...]
    pairs: tuple[Item, ...]


def lay_over(claims: Sequence[Claim], points: Sequence[Point], sources: Mapping[str, Source], store: Store) -> Laid:
    """Lay the kept answers about each claim over the claims, then those about pairs of them."""
    known = _Points(points)
    laid = {c.id: c for c in claims}
    for claim in claims:
        item = claim_item(claim, sources[claim.source]) if is_open(claim) else None
        if item is not None and (kept := _answer(item, store)) is not None:
            laid[claim.id] = _put(claim, known.id_of(kept.point or ""), kept.stands[0], store.name)
    phrases = {p.id: p.phrase for p in (*points, *known.new.values())}
    free = _movable(laid.values())
    judged = _pairs(laid, phrases, sources, free)
    for item in judged:
        kept = _answer(item, store)
        if kept is not None:
            _join(laid, item, kept, known, free, store.name)
    used = {c.point for c in laid.values()}
    return Laid(tuple(laid.values()), tuple(p for p in known.new.values() if p.id in used), tuple(judged))


def _answer(item: Item, store: Store) -> Kept | None:
    """Return the kept answer that names a point, if it still fits: the file it was kept in may be anybody's."""
    kept = store.get(item.key)
    if kept is None or not kept.point or len(kept.stands) != len(item.sides):
        return None
    try:
        for words, stand in zip(item.sides, kept.stands, strict=True):
            Commitment.parse(stand.commitment)
            words.quote.index(stand.words)
            parse_figure(stand.figure or "1")
    except ValueError:
        return None
    return kept


def _put(claim: Claim, point: str, stand: Stand, name: str) -> Claim:
    at = claim.start + claim.quote.index(stand.words)
    commitment = Commitment.parse(stand.commitment)
    if stand.figure:
        commitment = replace(commitment, figure=parse_figure(stand.figure))
    return replace(
        claim,
        point=point,
        commitment=commitment,
        words=(at, at + len(stand.words)),
        pointed_by=Maker.MODEL,
        model=name,
    )


def _join(laid: dict[str, Claim], item: Item, kept: Kept, known: _Points, free: set[str], name: str) -> None:
    """Put both claims of a pair on its point; one that may not be moved must be on it already."""
    point = known.id_of(kept.point or "")
    ids = [w.claim for w in item.sides]
    if any(i not in free and laid[i].point != point for i in ids):
        return
    for claim_id, stand in zip(ids, kept.stands, strict=True):
        if claim_id in free and laid[claim_id].point != point:
            laid[claim_id] = _put(laid[claim_id], point, stand, name)
            free.discard(claim_id)


def _movable(claims: Iterable[Claim]) -> set[str]:
    """Return the claims that a pair may move: those that only rules have pointed, and those that the model left alone on theirs."""
    on = Counter(c.point for c in claims)
    return {
        c.id for c in claims if is_open(c) and (c.point is None or c.pointed_by is not Maker.MODEL or on[c.point] == 1)
    }


def _pairs(
    claims: Mapping[str, Claim], phrases: Mapping[str, str], sources: Mapping[str, Source], free: set[str]
) -> list[Item]:
    """Return the pairs worth judging: companions of different holders or outlets that are on no common point."""
    found: dict[tuple[str, str], Item] = {}
    for claim in claims.values():
        near = [claims[c] for c in claim.companions if c in claims and claims[c].covered is None][:_NEAREST]
        for other in near if claim.covered is None else ():
            a, b = sorted((claim, other), key=lambda c: (sources[c.source].file, c.start, c.id))
            apart = (a.holder, a.source) != (b.holder, b.source) and (a.point is None or a.point != b.point)
            if apart and {a.id, b.id} & free and (a.id, b.id) not in found:
                sides = [words_of(c, sources[c.source], phrases.get(c.point or "")) for c in (a, b)]
                found[a.id, b.id] = pair_item(*sides)
    return list(found.values())
