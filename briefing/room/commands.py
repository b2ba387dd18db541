"""The one registry of commands: what each does here, where it can be used, and why it cannot be used elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing import keymap
from briefing.room.arrangement import Pane

if TYPE_CHECKING:
    from briefing.room.app import Room

CLAIM = frozenset({Pane.CLAIMS, Pane.READER})
JUDGED = frozenset({Pane.CONTRADICTIONS})
EVERYWHERE = frozenset(Pane)


@dataclass(frozen=True, slots=True)
class Deed:
    """A command as the room carries it out; `places` are the panes where it does something, `short` its words in the footer."""

    run: Callable[["Room"], None]
    places: frozenset[Pane] = EVERYWHERE
    short: str = ""
    needs: str = ""


def footer_keys(deeds: Mapping[str, Deed], keys: Mapping[str, tuple[str, ...]], pane: Pane) -> list[tuple[str, str]]:
    """Return key and words of the commands worth naming in a pane, in the registry's order, help last."""
    named = [
        (shown(keys[c.id][0]), deeds[c.id].short)
        for c in keymap.COMMANDS
        if c.id in deeds and deeds[c.id].short and pane in deeds[c.id].places and keys[c.id] and c.id != "help"
    ]
    return [*named, (shown(keys["help"][0]), "keys")] if keys["help"] else named


def shown(key: str) -> str:
    """Return a key as the footer and help give it."""
    return {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup"}.get(key, key)


def refusal(deed: Deed, pane: Pane) -> str:
    """Return why a command does nothing in a pane, "" if it does something."""
    if pane in deed.places:
        return ""
    return f"not in {pane}: {deed.needs}" if deed.needs else f"not in {pane}"
