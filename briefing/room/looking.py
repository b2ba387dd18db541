"""Commands that open what is looked at rather than read. Each view is imported when it is first opened."""

from typing import TYPE_CHECKING

from briefing.room.commands import Kind

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.views.overlook import Sight


def _open(room: "Room", sight: "Sight", at: str | None = None) -> None:
    from briefing.room.views.overlook import Overlook  # noqa: PLC0415

    room.lay_over(Overlook(room, sight, at))


def point(room: "Room") -> None:
    """Show who stands where on the point of what is in hand; where it has none, on the most disputed one."""
    from briefing.room.views.point import PointSight  # noqa: PLC0415

    d, hand = room.dossier, room.hand
    at = d.relations[hand.id].a if hand is not None and hand.kind is Kind.CONTRADICTION else hand.id if hand else None
    claim = d.claims.get(at or "")
    _open(room, PointSight(room, claim.point if claim else None), at)


def chronology(room: "Room") -> None:
    """Show what is said to have happened when."""
    from briefing.room.views.chronology import ChronologySight  # noqa: PLC0415

    _open(room, ChronologySight(room), room.hand.id if room.hand else None)


def matrix(room: "Room") -> None:
    """Show who is against whom."""
    from briefing.room.views.matrix import MatrixSight  # noqa: PLC0415

    _open(room, MatrixSight(room))


def actors(room: "Room") -> None:
    """Show the actors over the corpus, beside the one in hand, or the one that holds the claim in hand."""
    from briefing.room.views.actors import ActorsSight  # noqa: PLC0415

    hand = room.hand
    claim = room.dossier.claims.get(hand.id) if hand else None
    beside = hand.id if hand and hand.kind is Kind.ACTOR else claim.holder_id if claim else room.view.actor
    _open(room, ActorsSight(room, beside), beside)


def history(room: "Room") -> None:
    """Show everything that was done."""
    from briefing.room.views.history import HistorySight  # noqa: PLC0415

    _open(room, HistorySight(room, room.hand))


def restore(room: "Room") -> None:
    """Say where this can be done."""
    room.tell(f"{room.key('history')} opens the history: {room.key('restore')} there goes back to a moment of it")
