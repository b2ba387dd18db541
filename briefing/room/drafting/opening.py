"""The commands of the room that open the brief, and what a reviewer would find in it."""

from functools import partial
from typing import TYPE_CHECKING

from briefing.room.moving import show

if TYPE_CHECKING:
    from briefing.room.app import Room


def brief(room: "Room", at: str = "") -> None:
    """Open the brief, on a row of it."""
    from briefing.room.drafting.screen import BriefScreen, Left  # noqa: PLC0415 - loaded when it is first shown

    def go(left: Left | None) -> None:
        if left is not None:
            show(room, left.target, partial(brief, room, left.row))

    room.lay_over(BriefScreen(room, at), go)


def check(room: "Room") -> None:
    """Show what a reviewer would find, and go to what is chosen."""
    from briefing.room.drafting.findings import Findings  # noqa: PLC0415 - loaded when it is first shown

    def go(target: str | None) -> None:
        if target is not None and not show(room, target, partial(check, room)):
            brief(room, target)

    room.lay_over(Findings(room), go)


def export(room: "Room") -> None:
    """Hand the brief on."""
    from briefing.room.drafting import exporting  # noqa: PLC0415 - loaded when it is first needed

    exporting.export(room)
