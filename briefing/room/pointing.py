"""Commands by which the analyst says what a claim is about and where its holder stands: contradictions follow from it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.dossier import Attitude
from briefing.plaintext import one_line
from briefing.room.judging import held, named

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen

_BELIEFS = ("certain +", "probable +", "possible +", "certain -", "probable -", "possible -", "unknown")
_NOWHERE = ""


def point(room: "Room") -> None:
    """Choose the point a claim is on, or make one."""
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    claim = held(room)
    now = room.dossier.claims[claim].point
    options = []
    for p in room.case.point_suggestions(claim):
        count = len(room.dossier.claims_on_point(p.id))
        here = "it is here now, " if p.id == now else ""
        options.append(Option(p.id, one_line(p.phrase), f"{here}{count} claim{'s' if count != 1 else ''}"))
    if now:
        options.append(Option(_NOWHERE, "on no point"))

    def put(chosen: "Chosen | None") -> None:
        if chosen is not None:
            before = _conflicts(room)
            if chosen.is_new:
                room.case.put_on_new_point(claim, chosen.value)
            else:
                room.case.put_on_point(claim, chosen.value or None)
            _tell_difference(room, before)
            if room.dossier.claims[claim].point and room.dossier.claims[claim].commitment is None:
                so, not_so, other = (room.key(c) for c in ("stance-yes", "stance-no", "stance"))
                room.tell(f"now say where its holder stands: {so} it is so   {not_so} it is not   {other} otherwise")

    hint = "type to find a point, or to make one"
    title = f"what is at issue in {named(room, claim)}"
    room.lay_over(Chooser(title, options, room.look, new="make the point", hint=hint), put)


def stand(commitment: str) -> Callable[["Room"], None]:
    """Return the command that says where a claim's holder stands."""
    return lambda room: _commit(room, held(room), commitment)


def _commit(room: "Room", claim: str, commitment: str) -> None:
    if room.dossier.claims[claim].point is None:
        room.tell(f"put the claim on a point first ({room.key('point')})", severity="warning")
        return
    before = _conflicts(room)
    room.case.commit(claim, commitment)
    _tell_difference(room, before)


def _conflicts(room: "Room") -> set[str]:
    return {r.id for r in room.dossier.relations.values() if r.type.is_conflict}


def _tell_difference(room: "Room", before: set[str]) -> None:
    now = _conflicts(room)
    new, gone = len(now - before), len(before - now)
    if new or gone:
        room.tell(f"contradictions: {new} new, {gone} gone")


def choose_stand(room: "Room") -> None:
    """Choose where a claim's holder stands from all there are."""
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    claim = held(room)
    attitudes = [Option(str(a), f"{a} {a.polarity}") for a in Attitude]

    def say(chosen: "Chosen | None") -> None:
        if chosen is not None:
            _commit(room, claim, chosen.value)

    options = [*(Option(words, words) for words in _BELIEFS), *attitudes]
    room.lay_over(Chooser("where its holder stands on the point", options, room.look), say)
