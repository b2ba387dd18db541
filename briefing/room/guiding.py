"""Says what to press: the keys of what is in hand and all others, the signs, and a word of welcome in a case nobody has worked on."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from briefing import keymap
from briefing.room.commands import refusal, shown
from briefing.room.look import inked
from briefing.room.sheets import hung

if TYPE_CHECKING:
    from briefing.keymap import Command
    from briefing.room.app import Room

_GROUPS = {
    "move": "Moving",
    "judge": "Judging",
    "find": "Finding",
    "look": "Looking from further off",
    "case": "The case and the room",
}
_WELCOME_SECONDS = 12
_MOMENT = 3
_WORDS_AT = 18
"""The cell at which the words of a key begin."""


def explain(room: "Room") -> None:
    """Show the keys of what is in hand, then every other key, and the signs."""
    from briefing.room.overlays.help import Help  # noqa: PLC0415 - loaded when it is first shown

    lines = help_lines(room)
    room.lay_over(Help(f"keys in {room.focused_pane}", partial(in_lines, lines)))


def in_lines(lines: Sequence[Text], width: int) -> list[Text]:
    """Return lines of keys and words as they fit into a width, the words below each other."""
    return [part for line in lines for part in hung(line, width, _WORDS_AT)]


def help_lines(room: "Room") -> list[Text]:
    """Return the page of help: first what works with what is in hand, then what works anywhere, then what needs something else."""
    from briefing.room.deeds import DEEDS  # noqa: PLC0415 - the registry names this module's commands

    lines: list[Text] = []
    here, anywhere, elsewhere = list["Command"](), list["Command"](), list["Command"]()
    for command in keymap.COMMANDS:
        deed = DEEDS[command.id]
        place = elsewhere if refusal(deed, room.keys, room.hand) else here if deed.on else anywhere
        place.append(command)
    if room.hand is not None:
        lines += _section(room, f"With this {room.hand.kind}", here)
    for group, name in _GROUPS.items():
        lines += _section(room, name, [c for c in anywhere if c.group == group])
    lines += _section(room, "With something else in hand", elsewhere)
    lines += [_heading(room, f"Tags, after {room.key('tag')}")]
    for tag in room.look.tags.values():
        key = inked(f"   {tag.key:<14} ", f"bold {room.look.palette.accent}")
        lines.append(key.append_text(room.look.tag(tag.name)).append(f" {tag.name}: {tag.meaning}"))
    return [*lines, Text(), *_signs(room)]


def _heading(room: "Room", text: str) -> Text:
    return inked(f" {text}", f"bold {room.look.palette.ink}")


def _section(room: "Room", heading: str, commands: "list[Command]") -> list[Text]:
    return [_heading(room, heading), *(_line(room, c) for c in commands), Text()] if commands else []


def _line(room: "Room", command: "Command") -> Text:
    from briefing.room.deeds import DEEDS  # noqa: PLC0415 - the registry names this module's commands

    p = room.look.palette
    why_not = refusal(DEEDS[command.id], room.keys, room.hand)
    keys = " ".join(map(shown, room.keys[command.id])) or "(palette)"
    line = inked(f"   {keys:<14} ", p.pale if why_not else f"bold {p.accent}")
    line.append(command.words, style=p.pale if why_not else p.ink)
    return line.append(f"  {why_not}" if why_not else "", style=f"italic {p.pale}")


def _signs(room: "Room") -> list[Text]:
    g, p = room.look.glyphs, room.look.palette
    signs = [*((sign, str(kind)) for kind, sign in g.relation.items())]
    signs += [(g.proposed, "proposed by the machine, not judged yet"), (g.relays, "relays the reporting of")]
    signs += [
        (g.note, "has a note"),
        (g.brief, "in the brief"),
        (g.own, "added or put right by the analyst"),
        ("+ -", "its holder says the point is so, or is not so"),
        (g.fault, "something is wrong"),
        (g.bar, "beside an article: claims stand there"),
        (g.strong_bar, "beside an article: the claim in hand"),
        (f"{g.conflict}2", "beside an article: how many disputes the claims there are in"),
    ]
    lines = [inked(f"   {sign:<14} ", f"bold {p.ink}").append(words, style=p.ink) for sign, words in signs]
    return [inked(" Signs", f"bold {p.ink}"), *lines]


def welcome(room: "Room") -> None:
    """Say the first keys in a case that nobody has worked on, once it is read."""
    if room.dossier.claims and room.case.book.ledger is None and room.screen is room.desk:
        open_, point, help_, palette = (room.key(c) for c in ("open", "point", "help", "palette"))
        room.tell(
            f"Nobody has worked on this case yet. {open_} opens a row, {point} says what a claim is about, "
            f"{help_} names the keys that work here, {palette} every command.",
            timeout=_WELCOME_SECONDS,
        )


def say_unknown(room: "Room", key: str) -> None:
    """Say that a key has no meaning, and which one names those that have."""
    if key == "ctrl+c":
        room.tell(f"{room.key('quit')} leaves; there is nothing to save")
    elif said := unknown(room, key):
        room.tell(said, timeout=_MOMENT)


def unknown(room: "Room", key: str) -> str:
    """Return what to say of a key without a meaning; "" for one that needs no word."""
    return f"“{key}” has no meaning; {room.key('help')} names the keys that have" if len(key) == 1 else ""


def elsewhere(room: "Room", command: str) -> str:
    """Return what to say of a command that does nothing on the screen that is over the room."""
    return f"“{keymap.brief_words(command)}” works in the room; {room.key('back')} goes back there"
