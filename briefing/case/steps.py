"""What happens while a case is loaded, one plain value a step."""

from dataclasses import dataclass

from briefing.dossier import Actor, Claim, Point, Source
from briefing.errors import Fault


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` pieces of work are behind us; `what` is in hand."""

    done: int
    total: int
    what: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The whole of what is known of a case so far, to take the place of what was known before."""

    sources: tuple[Source, ...]
    actors: tuple[Actor, ...] = ()
    points: tuple[Point, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """Something is wrong with the input; the rest goes on."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class Finished:
    """Everything has been read."""


Step = Progress | Contents | Failed | Finished
