"""What a command of the room is: what it does, what it needs in hand, and why it does nothing without."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from textual.events import Key

if TYPE_CHECKING:
    from briefing.room.app import Room


class Kind(StrEnum):
    """What can be in hand: the row under the cursor of the pane in focus."""

    SOURCE = "source"
    ACTOR = "actor"
    CLAIM = "claim"
    CONTRADICTION = "contradiction"


class Thing(Struct, frozen=True):
    """A source, actor, claim or contradiction by its id."""

    kind: Kind
    id: str


ANYTHING = frozenset(Kind)
_PANES = {Kind.SOURCE: "pane-1", Kind.ACTOR: "pane-2", Kind.CLAIM: "pane-3", Kind.CONTRADICTION: "pane-5"}


class Deed(Struct, frozen=True):
    """A command as the room carries it out; `on` are the kinds of things it needs in hand (empty: none), `short` its words in the footer."""

    run: Callable[["Room"], None]
    on: frozenset[Kind] = frozenset()
    short: str = ""


READING_KEYS = {"next-claim": "next claim", "add": "add claim"}
"""What is worth naming in the reader, beside what is in hand there."""


def footer_keys(
    deeds: Mapping[str, Deed], keys: Mapping[str, tuple[str, ...]], hand: Thing | None, first: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return key and words of the commands worth naming with that in hand, most wanted first, leaving and help last.

    `first` are commands, with their words, that come right after the very first.
    """
    named = [
        (command, (shown(keys[command][0]), deed.short))
        for command, deed in deeds.items()
        if deed.short and command not in first and keys[command] and not refusal(deed, keys, hand)
    ]
    named[1:1] = [(command, (shown(keys[command][0]), words)) for command, words in first.items() if keys[command]]
    ends = ("quit", "help")
    return [said for command, said in named if command not in ends] + [
        said for command, said in named if command in ends
    ]


def key_name(event: Key) -> str:
    """Return a key by its name in the keymap."""
    return event.character if event.character and event.is_printable and event.character != " " else event.key


def shown(key: str) -> str:
    """Return a key as the footer and help give it."""
    return {"escape": "esc", "pagedown": "pgdn", "pageup": "pgup"}.get(key, key)


def refusal(deed: Deed, keys: Mapping[str, tuple[str, ...]], hand: Thing | None) -> str:
    """Return why a command does nothing with that in hand, "" if it does something."""
    if not deed.on or (hand is not None and hand.kind in deed.on):
        return ""
    ways = [f"{kind} ({keys[_PANES[kind]][0]})" for kind in Kind if kind in deed.on and keys[_PANES[kind]]]
    wanted = " or ".join(ways) or "row"
    return f"needs {'an' if wanted[0] in 'aeiou' else 'a'} {wanted}"
