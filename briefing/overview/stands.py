"""Who stands where on a point, from certain yes to certain no."""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from briefing.dossier import Certainty, Claim, Commitment, Dossier, Point, Polarity, voice_key

_STRENGTH = {Certainty.CERTAIN: 3, Certainty.PROBABLE: 2, Certainty.POSSIBLE: 1, Certainty.UNKNOWN: 0}
SCALE = ("certain +", "probable +", "possible +", "open", "possible -", "probable -", "certain -")
"""The places on it, as a reader calls them. What somebody wants or refuses has the place of how firmly he is said to."""
_OPEN, _LAST = SCALE.index("open"), len(SCALE) - 1


class Link(StrEnum):
    """What another point is to a point, so that who stands on it stands on this one too."""

    OPPOSITE = "its opposite"
    EXCLUDED = "what it excludes"
    REQUIRED = "what it requires"
    REQUIRING = "what requires it"


class Stand(Struct, frozen=True):
    """A claim on a point: its place on the scale (None where it has no stance), and where its holder stood in earlier articles.

    `changes` is whether the holder's place just before was another. `link` is set where the claim is on another point that is
    linked with it; its place is then turned to what follows for this one.
    """

    claim: str
    place: int | None
    reported: str | None
    earlier: tuple[int, ...] = ()
    link: Link | None = None

    @property
    def changes(self) -> bool:
        """Whether its holder stood elsewhere in the article before."""
        return bool(self.earlier) and self.earlier[-1] != self.place


def place(commitment: Commitment) -> int:
    """Return the place of a commitment on the scale: 0 is certain yes, 6 certain no."""
    strength = _STRENGTH[commitment.certainty]
    return 3 - strength if commitment.polarity is Polarity.POSITIVE else 3 + strength


def stands(dossier: Dossier, point: str, *, by_time: bool = False) -> list[Stand]:
    """Return all that stand on a point, from certain yes to certain no, or as they were reported; those without a stance last.

    Whoever stands on a linked point stands here too, where something follows from it.
    """
    placed = sorted(_placed(dossier, point), key=lambda found: _reported(dossier, found[0]) or "9999")
    before: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    found = []
    for claim, at, link in placed:
        source = dossier.sources[claim.source]
        held = before[voice_key(claim, source)]
        when = _reported(dossier, claim)
        earlier = tuple(p for said, p in held if when is not None and said < when)
        found.append(Stand(claim.id, at, when, earlier, link))
        if at is not None and when is not None:
            held.append((when, at))
    if by_time:
        return found
    return sorted(found, key=lambda s: len(SCALE) if s.place is None else s.place)


def _placed(dossier: Dossier, point_id: str) -> Iterator[tuple[Claim, int | None, Link | None]]:
    for claim in _live(dossier, point_id):
        yield claim, place(claim.commitment) if claim.commitment else None, None
    point = dossier.points.get(point_id)
    for other, link in _linked(dossier, point) if point else ():
        for claim in _live(dossier, other):
            at = _follows(link, place(claim.commitment)) if claim.commitment else None
            if at is not None:
                yield claim, at, link


def _linked(dossier: Dossier, point: Point) -> Iterator[tuple[str, Link]]:
    for other in dossier.points.values():
        if other.id != point.id and (link := _link(point, other)):
            yield other.id, link


def _live(dossier: Dossier, point_id: str) -> list[Claim]:
    return [c for c in dossier.claims_on_point(point_id) if c.covered is None and not dossier.is_dismissed(c.id)]


def _link(point: Point, other: Point) -> Link | None:
    if other.id in point.opposites or point.id in other.opposites:
        return Link.OPPOSITE
    if other.id in point.excludes or point.id in other.excludes:
        return Link.EXCLUDED
    if other.id in point.requires:
        return Link.REQUIRED
    return Link.REQUIRING if point.id in other.requires else None


def _follows(link: Link, at: int) -> int | None:
    """Return the place on a point that follows from a place on one linked with it, None where nothing follows."""
    match link:
        case Link.OPPOSITE:
            return _LAST - at
        case Link.EXCLUDED:
            return _LAST - at if at < _OPEN else None
        case Link.REQUIRED:
            return at if at > _OPEN else None
        case Link.REQUIRING:
            return at if at < _OPEN else None


def _reported(dossier: Dossier, claim: Claim) -> str | None:
    published = dossier.sources[claim.source].published
    return published[:10] if published else None


def points_at_issue(dossier: Dossier) -> list[tuple[str, int, int]]:
    """Return the points that claims stand on, with the number of claims and of disputes, most disputed first."""
    disputes: defaultdict[str, int] = defaultdict(int)
    for relation in dossier.conflicts():
        disputes[relation.point] += 1
    counted = ((p, len(dossier.claims_on_point(p)), disputes[p]) for p in dossier.points)
    return sorted(
        (found for found in counted if found[1]), key=lambda f: (-f[2], -f[1], dossier.points[f[0]].phrase, f[0])
    )
