"""Commands by which the analyst puts right what was read of a claim, field by field; each can be taken back alone."""

from functools import partial
from typing import TYPE_CHECKING

from briefing.case.present import present
from briefing.dossier import Act, Certainty, Claim, Mode, Polarity
from briefing.dossier.correction import Field
from briefing.plaintext import one_line, visible
from briefing.room.fields import said_of, told
from briefing.room.judging import held, named
from briefing.room.pointing import merge_point, reword_point, telling_difference
from briefing.room.whoiswho import choose_holder

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen

_AS_READ, _POINT, _MERGE = "as read", "point", "merge"
_HINTS = {
    Field.FIGURE: "a quantity: at least 12 people, 3 to 4 million dollars, 40 %; empty for none",
    Field.TIME: "a time: 2025-11, 2025-11-07, 2025-11-07..2025-11-09, last May; empty for none",
}
_VALUES = {Field.CERTAINTY: Certainty, Field.POLARITY: Polarity, Field.MODE: Mode}
_MEANINGS = {str(Polarity.POSITIVE): "+  says that it is so", str(Polarity.NEGATIVE): "-  says that it is not so"}


def correct(room: "Room") -> None:
    """Choose what of the claim in hand is to be put right, then its value."""
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    claim_id = held(room)
    claim, read = room.dossier.claims[claim_id], room.dossier.as_made(claim_id)
    corrections = room.dossier.record.corrections(claim_id)
    options = []
    for field in Field:
        aside = f"put right; read as {said_of(read, field) or 'none'}" if field in corrections else ""
        options.append(Option(str(field), f"{field}: {said_of(claim, field) or 'none'}", room.look.cut(aside, 40)))
    if claim.point is not None and room.case.analyst.can_reword(claim.point):
        options.append(Option(_POINT, f"its point: {one_line(room.dossier.points[claim.point].phrase)}"))
    if claim.point is not None and len(room.dossier.points) > 1:
        options.append(Option(_MERGE, "its point is the same as another: merge"))

    def go_on(chosen: "Chosen | None") -> None:
        if chosen is not None and chosen.value == _POINT:
            reword_point(room, claim.point)
        elif chosen is not None and chosen.value == _MERGE:
            merge_point(room, claim_id)
        elif chosen is not None:
            _ask(room, claim_id, Field(chosen.value))

    room.lay_over(Chooser(f"put right: {named(room, claim_id)}", options, room.look, hint="what is wrong?"), go_on)


def _ask(room: "Room", claim_id: str, field: Field) -> None:
    if field in _HINTS:
        _type(room, claim_id, field, said_of(present(room.dossier.claims, claim_id), field))
        return
    read = room.dossier.as_made(claim_id)
    back = [(_AS_READ, f"as it was read: {said_of(read, field)}")] if _is_corrected(room, claim_id, field) else []
    values = [(str(v), _MEANINGS.get(str(v), str(v))) for v in _VALUES[field]] if field in _VALUES else []
    if field is Field.HOLDER:
        place = (read.source, read.start)
        choose_holder(room, back, f"who says {named(room, claim_id)}", place, partial(_keep, room, claim_id, field))
        return
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    def take(chosen: "Chosen | None") -> None:
        if chosen is not None:
            _keep(room, claim_id, field, chosen.value)

    room.lay_over(Chooser(str(field), [Option(*o) for o in (*back, *values)], room.look), take)


def _is_corrected(room: "Room", claim_id: str, field: Field) -> bool:
    return field in room.dossier.record.corrections(claim_id)


def _keep(room: "Room", claim_id: str, field: Field, value: str) -> None:
    as_read = value in {_AS_READ, _typed(room.dossier.as_made(claim_id), field)}
    with telling_difference(room) as said:
        room.case.analyst.correct(claim_id, field, None if as_read else value)
        now = told(room.dossier.claims[claim_id], field)
        said.append(f"{field}: {now}, as it was read" if as_read else f"{field}: {now}")
    if field in _VALUES and room.dossier.record.get(Act.COMMIT, claim_id) is not None:
        room.tell(f"where its holder stands on the point stays as you said; {room.key('stance')} says it anew")


def _typed(claim: Claim, field: Field) -> str:
    """Return what would be typed, or chosen, for a field to be as it is in the claim."""
    return str(getattr(claim, field)) if field is Field.HOLDER or field in _VALUES else said_of(claim, field)


def _type(room: "Room", claim_id: str, field: Field, begun: str, problem: str = "") -> None:
    """Ask for a figure or a time; what cannot be read is said, and stays to be mended."""
    from briefing.room.overlays.prompt import Prompt  # noqa: PLC0415 - loaded when it is first shown

    read = said_of(room.dossier.as_made(claim_id), field) or "none"
    corrected = _is_corrected(room, claim_id, field)

    def keep(typed: str | None) -> None:
        if typed is None:
            return
        try:
            _keep(room, claim_id, field, " ".join(typed.split()))
        except ValueError as error:
            _type(room, claim_id, field, typed, str(error))

    title = f"{field}, read as {visible(read)}" if corrected else str(field)
    room.lay_over(Prompt(title, visible(begun), problem or f"{_HINTS[field]}   enter keep   esc leave"), keep)
