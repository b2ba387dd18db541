"""What a reading file holds, once it is checked against its articles."""

from msgspec import Struct

from briefing.dossier import Actor, Claim, Point, Source

FILE = "reading.yaml"
VERSION = 1


class LeftOut(Struct, frozen=True):
    """An article that a reading speaks of and that is not there: what is wrong and what to do, and where the reading names it first."""

    problem: str
    remedy: str
    line: int | None
    key: str


class Reading(Struct, frozen=True):
    """One person's reading of a case; `sources` are all of the case's, corrected where the reading says otherwise.

    `left_out` says for each article that is not there what of the reading hangs on it, and is not in it.
    """

    by: str
    sources: tuple[Source, ...]
    actors: tuple[Actor, ...]
    points: tuple[Point, ...]
    claims: tuple[Claim, ...]
    left_out: tuple[LeftOut, ...] = ()
