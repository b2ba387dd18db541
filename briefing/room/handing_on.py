"""Commands that hand something to the analyst: a citation, the brief, the keys, every command."""

from typing import TYPE_CHECKING

from briefing import keymap
from briefing.case.telling import told
from briefing.contradiction.derivation import derivation, position
from briefing.dossier import Dossier
from briefing.room.commands import Kind, refusal, shown
from briefing.room.look import holder_of
from briefing.room.sheets import derivation_sheet

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen


def copy(room: "Room") -> None:
    """Copy the citation of the claim in hand, or of both sides of a contradiction."""
    assert room.hand is not None
    relation = room.dossier.relations.get(room.hand.id) if room.hand.kind is Kind.CONTRADICTION else None
    sides = (relation.a, relation.b) if relation else (room.hand.id,)
    room.copy_to_clipboard("\n".join(citation(room.dossier, claim) for claim in sides))
    room.tell("handed to the terminal for its clipboard; not every terminal takes it (OSC 52)")


def citation(dossier: Dossier, claim_id: str) -> str:
    """Return a claim's exact words with their holder, outlet, date and place."""
    claim = dossier.claims[claim_id]
    source = dossier.sources[claim.source]
    said = f"“{claim.quote}” — {holder_of(dossier, claim)}, {source.name}"
    return f"{said}, {source.published or 'no date'} [{source.file}:{claim.start}-{claim.end}]"


def why(room: "Room") -> None:
    """Show the whole derivation of the contradiction or claim in hand."""
    from briefing.room.overlays.help import Help  # noqa: PLC0415 - loaded when it is first shown

    assert room.hand is not None
    make = derivation if room.hand.kind is Kind.CONTRADICTION else position
    sections, look = told(make(room.dossier, room.hand.id)), room.look
    room.push_screen(
        Help(f"why, {room.hand.kind} {room.hand.id}", lambda width: derivation_sheet(look, sections, width))
    )


def palette(room: "Room") -> None:
    """Choose any command by typing."""
    from briefing.room.deeds import DEEDS  # noqa: PLC0415 - the registry names this module's commands
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    options = [
        Option(c.id, c.words, refusal(DEEDS[c.id], room.keys, room.hand) or " ".join(map(shown, room.keys[c.id])))
        for c in keymap.COMMANDS
        if c.id != "palette"
    ]

    def run(chosen: "Chosen | None") -> None:
        if chosen is not None:
            room.carry_out(chosen.value)

    room.lay_over(Chooser("every command", options, room.look), run)
