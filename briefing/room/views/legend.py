"""The keys of a view and the signs in it, to read over it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text

from briefing.room.commands import shown
from briefing.room.guiding import in_lines
from briefing.room.look import inked

if TYPE_CHECKING:
    from briefing.room.app import Room

Keys = Sequence[tuple[str, str]]
"""Commands of the keymap, and what they do in a view, in short."""


def explain(room: "Room", name: str, commands: Keys) -> None:
    """Show the keys of a view of that name, and the signs that views are drawn with."""
    from briefing.room.overlays.help import Help  # noqa: PLC0415 - loaded when it is first shown

    p = room.look.palette
    lines = [
        inked(f"   {' '.join(map(shown, room.keys[c])):<14} ", f"bold {p.accent}").append(words, style=p.ink)
        for c, words in [*commands, ("down", "next row"), ("up", "row before")]
    ]
    room.lay_over(Help(f"keys in {name}", partial(in_lines, [*lines, Text(), *_signs(room)])))


def _signs(room: "Room") -> list[Text]:
    g, p = room.look.glyphs, room.look.palette
    signs: Mapping[str, str] = {
        **{sign: str(kind) for kind, sign in g.relation.items()},
        g.here: "where its holder stands",
        g.will: "what its holder wants, or refuses",
        g.before: "where the same holder stood in an earlier article; in the chronology, the day of the report",
        g.full: "the days that are spoken of",
        g.heights: "few to many, each row by its own measure",
    }
    return [inked(f"   {sign:<14} ", f"bold {p.ink}").append(words, style=p.ink) for sign, words in signs.items()]
