"""Commands that hand something to the analyst: a citation, the brief, the keys, every command."""

import os
from typing import TYPE_CHECKING

from briefing import keymap
from briefing.case.telling import told
from briefing.contradiction.derivation import derivation, position
from briefing.dossier import Dossier
from briefing.plaintext import quoted
from briefing.room.commands import Kind, refusal, shown
from briefing.room.look import holder_of
from briefing.room.sheets import derivation_sheet

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen


def copy(room: "Room") -> None:
    """Copy the citation of the claim or source in hand, or of both sides of a contradiction."""
    assert room.hand is not None
    if room.hand.kind is Kind.SOURCE:
        _hand_over(room, source_citation(room.dossier, room.hand.id))
        return
    relation = room.dossier.relations.get(room.hand.id) if room.hand.kind is Kind.CONTRADICTION else None
    sides = (relation.a, relation.b) if relation else (room.hand.id,)
    _hand_over(room, "\n".join(citation(room.dossier, claim) for claim in sides))


def _hand_over(room: "Room", text: str) -> None:
    """Give text to the terminal for its clipboard: in base64, which no text can break out of."""
    room.copy_to_clipboard(text.encode("utf-8", "backslashreplace").decode("utf-8"))
    if "TMUX" in os.environ:
        taken = "tmux takes it if its set-clipboard is on, and then if the terminal does (OSC 52)"
    else:
        taken = "not every terminal takes it, and none says so (OSC 52)"
    room.tell(f"handed to the terminal for its clipboard; {taken}")


def source_citation(dossier: Dossier, source_id: str) -> str:
    """Return an article's outlet, title, date, file and the hash of its bytes."""
    source = dossier.sources[source_id]
    title = f", “{source.title}”" if source.title else ""
    digest = f" sha256:{source.sha256}" if source.sha256 else ""
    return f"{source.name}{title}, {source.published or 'no date'} [{source.file}{digest}]"


def citation(dossier: Dossier, claim_id: str) -> str:
    """Return a claim's exact words with their holder, outlet, date and place."""
    claim = dossier.claims[claim_id]
    source = dossier.sources[claim.source]
    said = f"{quoted(claim.quote)} — {holder_of(dossier, claim)}, {source.name}"
    return f"{said}, {source.published or 'no date'} [{source.file}:{claim.start}-{claim.end}]"


def why(room: "Room") -> None:
    """Show the whole derivation of the contradiction or claim in hand."""
    from briefing.room.overlays.help import Help  # noqa: PLC0415 - loaded when it is first shown

    assert room.hand is not None
    make = derivation if room.hand.kind is Kind.CONTRADICTION else position
    sections, look = told(make(room.dossier, room.hand.id)), room.look
    room.lay_over(Help(f"why, {room.hand.kind} {room.hand.id}", lambda width: derivation_sheet(look, sections, width)))


def palette(room: "Room") -> None:
    """Choose any command by typing its words, or its name in `config.yaml`."""
    from briefing.room.deeds import DEEDS  # noqa: PLC0415 - the registry names this module's commands
    from briefing.room.overlays.chooser import Chooser, Option  # noqa: PLC0415 - loaded when it is first shown

    options = [
        Option(c.id, c.words, refusal(DEEDS[c.id], room.keys, room.hand) or " ".join(map(shown, room.keys[c.id])), c.id)
        for c in keymap.COMMANDS
        if c.id != "palette"
    ]

    def run(chosen: "Chosen | None") -> None:
        if chosen is not None:
            room.carry_out(chosen.value)

    room.lay_over(Chooser("every command", options, room.look), run)
