"""What a reading file holds, once it is checked against its articles."""

from msgspec import Struct

from briefing.dossier import Actor, Claim, Point, Source

FILE = "reading.yaml"
VERSION = 1


class Reading(Struct, frozen=True):
    """One person's reading of a case; `sources` are all of the case's, corrected where the reading says otherwise."""

    by: str
    sources: tuple[Source, ...]
    actors: tuple[Actor, ...]
    points: tuple[Point, ...]
    claims: tuple[Claim, ...]
