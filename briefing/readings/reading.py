"""What a reading file holds, once it is checked against its articles."""

from dataclasses import dataclass

from briefing.dossier import Actor, Claim, Point, Source

FILE = "reading.yaml"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """One person's reading of a case; `sources` are all of the case's, corrected where the reading says otherwise."""

    by: str
    sources: tuple[Source, ...]
    actors: tuple[Actor, ...]
    points: tuple[Point, ...]
    claims: tuple[Claim, ...]
