"""Claims found by what they have: an index costs nothing until somebody looks into it, and is kept true from then on."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from briefing.dossier.claim import Claim

_FEW = 1_000
"""Claims at a time up to which an index is kept true to each; for more it is made anew when it is looked into next."""
COVERED = "covered"
"""The key of all claims that stand back behind a curated one."""


class Index:
    """The ids of claims by keys of theirs, over claims that somebody else keeps.

    Whoever changes the claims tells of it: those that go or become other `leave`, those that come `enter`.
    """

    def __init__(self, claims: Mapping[str, Claim], keys: Callable[[Claim], Iterable[str]]) -> None:
        self._claims = claims
        self._keys = keys
        self._ids: defaultdict[str, dict[str, None]] | None = None

    def of(self, key: str) -> Collection[str]:
        """Return the ids of the claims with a key."""
        return self._made().get(key, ())

    def counts(self) -> dict[str, int]:
        """Return every key that claims have, with how many have it."""
        return {key: len(ids) for key, ids in self._made().items() if ids}

    def count(self, key: str, without: Collection[str]) -> int:
        """Return how many claims have a key, not counting those of these ids."""
        ids = self._made().get(key, {})
        return len(ids) - sum(i in without for i in ids) if without else len(ids)

    def enter(self, claims: Collection[Claim]) -> None:
        """Take claims in."""
        if self._is_kept(claims):
            self._put(claims)

    def leave(self, claims: Collection[Claim]) -> None:
        """Leave claims out."""
        if self._is_kept(claims) and self._ids is not None:
            for claim in claims:
                for key in self._keys(claim):
                    self._ids[key].pop(claim.id, None)

    def _is_kept(self, claims: Collection[Claim]) -> bool:
        if len(claims) > _FEW:
            self._ids = None
        return self._ids is not None

    def _made(self) -> Mapping[str, dict[str, None]]:
        if self._ids is None:
            self._ids = defaultdict(dict)
            self._put(self._claims.values())
        return self._ids

    def _put(self, claims: Iterable[Claim]) -> None:
        ids, keys = self._ids, self._keys
        assert ids is not None
        for claim in claims:
            for key in keys(claim):
                ids[key][claim.id] = None


def by_source(claim: Claim) -> Iterable[str]:
    """Return the source of a claim."""
    return (claim.source,)


def by_holder(claim: Claim) -> Iterable[str]:
    """Return the name of who holds a claim."""
    return (claim.holder,)


def by_actor(claim: Claim) -> Iterable[str]:
    """Return the actors that a claim names, and the one who holds it."""
    if claim.holder_id is None or claim.holder_id in claim.actors:
        return claim.actors
    return (*claim.actors, claim.holder_id)


def covered(claim: Claim) -> Iterable[str]:
    """Return `COVERED` for a claim that stands back behind a curated one."""
    return () if claim.covered is None else (COVERED,)


def by_point(claim: Claim) -> Iterable[str]:
    """Return the point that a claim is on, if it is on one."""
    return (claim.point,) if claim.point else ()
