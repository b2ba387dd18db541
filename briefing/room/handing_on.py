"""Commands that hand something to the analyst: a citation, the brief, the keys, every command."""

from typing import TYPE_CHECKING

from rich.text import Text

from briefing import keymap
from briefing.case.telling import told
from briefing.contradiction.derivation import derivation, position
from briefing.dossier import Dossier
from briefing.room.commands import Kind, refusal, shown
from briefing.room.look import holder_of, inked
from briefing.room.sheets import derivation_sheet

if TYPE_CHECKING:
    from briefing.room.app import Room
    from briefing.room.overlays.chooser import Chosen

_GROUPS = {
    "move": "Moving",
    "judge": "Judging",
    "find": "Finding",
    "look": "Looking from further off",
    "case": "The case and the room",
}


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


def explain(room: "Room") -> None:
    """Show every key and what it does."""
    from briefing.room.overlays.help import Help  # noqa: PLC0415 - loaded when it is first shown

    lines = help_lines(room)
    room.push_screen(Help(f"keys in {room.focused_pane}", lambda _: lines))


def why(room: "Room") -> None:
    """Show the whole derivation of the contradiction or claim in hand."""
    from briefing.room.overlays.help import Help  # noqa: PLC0415 - loaded when it is first shown

    assert room.hand is not None
    make = derivation if room.hand.kind is Kind.CONTRADICTION else position
    sections, look = told(make(room.dossier, room.hand.id)), room.look
    room.push_screen(
        Help(f"why, {room.hand.kind} {room.hand.id}", lambda width: derivation_sheet(look, sections, width))
    )


def help_lines(room: "Room") -> list[Text]:
    """Return the page of help: all commands by group, those that do nothing with what is in hand pale and with the reason."""
    from briefing.room.deeds import DEEDS  # noqa: PLC0415 - the registry names this module's commands

    p, lines, group = room.look.palette, list[Text](), ""
    for command in keymap.COMMANDS:
        if command.group != group:
            group = command.group
            lines += [*([Text()] if lines else []), inked(f" {_GROUPS[group]}", f"bold {p.ink}")]
        why_not = refusal(DEEDS[command.id], room.keys, room.hand)
        keys = " ".join(map(shown, room.keys[command.id])) or "(palette)"
        line = inked(f"   {keys:<14} ", p.pale if why_not else f"bold {p.accent}")
        line.append(command.words, style=p.pale if why_not else p.ink)
        lines.append(line.append(f"  {why_not}" if why_not else "", style=f"italic {p.pale}"))
    tag_key = shown((room.keys["tag"] or ("",))[0])
    lines += [Text(), inked(f" Tags, after {tag_key}", f"bold {p.ink}")]
    for tag in room.look.tags.values():
        key = inked(f"   {tag.key:<14} ", f"bold {p.accent}")
        lines.append(key.append_text(room.look.tag(tag.name)).append(f" {tag.name}: {tag.meaning}", style=p.ink))
    return [*lines, Text(), *_signs(room)]


def _signs(room: "Room") -> list[Text]:
    g, p = room.look.glyphs, room.look.palette
    signs = [*((sign, str(kind)) for kind, sign in g.relation.items())]
    signs += [(g.proposed, "proposed by the machine, not judged yet"), (g.relays, "relays the reporting of")]
    signs += [
        (g.note, "has a note"),
        (g.brief, "in the brief"),
        ("+ -", "its holder says the point is so, or is not so"),
        (g.fault, "something is wrong"),
    ]
    lines = [inked(f"   {sign:<14} ", f"bold {p.ink}").append(words, style=p.ink) for sign, words in signs]
    return [inked(" Signs", f"bold {p.ink}"), *lines]


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
