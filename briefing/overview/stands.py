"""Who stands where on a point, from certain yes to certain no."""

from collections import defaultdict

from msgspec import Struct

from briefing.dossier import Certainty, Claim, Commitment, Dossier, Polarity, voice_key

_STRENGTH = {Certainty.CERTAIN: 3, Certainty.PROBABLE: 2, Certainty.POSSIBLE: 1, Certainty.UNKNOWN: 0}
SCALE = ("certain +", "probable +", "possible +", "open", "possible -", "probable -", "certain -")
"""The places on it, as a reader calls them. What somebody wants or refuses has the place of how firmly he is said to."""


class Stand(Struct, frozen=True):
    """A claim on a point: its place on the scale (None where it has no stance), and where its holder stood in earlier articles.

    `changes` is whether the holder's place just before was another.
    """

    claim: str
    place: int | None
    reported: str | None
    earlier: tuple[int, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether its holder stood elsewhere in the article before."""
        return bool(self.earlier) and self.earlier[-1] != self.place


def place(commitment: Commitment) -> int:
    """Return the place of a commitment on the scale: 0 is certain yes, 6 certain no."""
    strength = _STRENGTH[commitment.certainty]
    return 3 - strength if commitment.polarity is Polarity.POSITIVE else 3 + strength


def stands(dossier: Dossier, point: str, *, by_time: bool = False) -> list[Stand]:
    """Return all that stand on a point, from certain yes to certain no, or as they were reported; those without a stance last."""
    claims = sorted(
        (c for c in dossier.claims_on_point(point) if c.covered is None and not dossier.is_dismissed(c.id)),
        key=lambda c: _reported(dossier, c) or "9999",
    )
    before: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    found = []
    for claim in claims:
        source = dossier.sources[claim.source]
        held = before[voice_key(claim, source)]
        when = _reported(dossier, claim)
        at = place(claim.commitment) if claim.commitment else None
        earlier = tuple(p for said, p in held if when is not None and said < when)
        found.append(Stand(claim.id, at, when, earlier))
        if at is not None and when is not None:
            held.append((when, at))
    if by_time:
        return found
    return sorted(found, key=lambda s: len(SCALE) if s.place is None else s.place)


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
