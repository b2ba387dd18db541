"""What the brief screen says of its keys: at the bottom, those for the row in hand; as a page, all of them."""

from functools import partial
from typing import TYPE_CHECKING

from briefing.dossier import Act
from briefing.keymap import DRAFTING
from briefing.room.commands import shown
from briefing.room.drafting.rows import Row
from briefing.room.guiding import in_lines
from briefing.room.look import Look, inked
from briefing.room.overlays.help import Help

if TYPE_CHECKING:
    from briefing.room.app import Room


def bears_evidence(row: Row | None) -> bool:
    """Tell whether a row belongs to a judgment."""
    return row is not None and row.act is Act.JUDGMENT and bool(row.item)


def footer(room: "Room", row: Row | None, *, reads: bool) -> list[tuple[str, str]]:
    """Return key and words of what can be done with the row in hand, or while the preview is read; the last two always show."""
    key = room.key
    turn = (key("next-pane"), "rows" if reads else "preview")
    ends = [(key("help"), "keys"), (shown("escape"), "back")]
    if reads:
        return [("j k", "scroll"), turn, (key("brief-export"), "export"), *ends]
    on_judgment = bears_evidence(row)
    return [
        (key("open"), "words" if row is not None and row.chosen else "write"),
        ("a", "add"),
        *([("b", "evidence")] if on_judgment else []),
        (key("check").upper(), "check"),
        turn,
        ("h", "weigh"),
        (key("dismiss"), "take out"),
        ("J K", "move"),
        (key("undo"), "undo"),
        (key("brief-export"), "export"),
        *([("o", "exclusive")] if on_judgment else []),
        *ends,
    ]


def page(look: Look) -> Help:
    """Return the page with every key of the brief screen."""
    p = look.palette
    lines = [inked(f"   {keys:<14} ", f"bold {p.accent}").append(words, style=p.ink) for keys, words in DRAFTING]
    return Help("keys of the brief", partial(in_lines, lines))
