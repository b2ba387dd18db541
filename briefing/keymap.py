"""The commands of the room and the keys that give them: the one table behind footer, help, palette and `config.yaml`.

Key names are Textual's: a printable character stands for itself ("j", "G", "?"), other keys have names ("escape", "f1"),
modifiers go before them ("ctrl+d", "shift+tab").
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from difflib import get_close_matches

from msgspec import Struct


class Command(Struct, frozen=True):
    """Something the analyst can do: the keys that do it (none: only by the palette), what it does, where help lists it."""

    id: str
    keys: tuple[str, ...]
    words: str
    group: str


class Clash(Struct, frozen=True):
    """One key that would give several commands."""

    key: str
    commands: tuple[str, ...]


QUIT = "quit"
"""The command without which the room cannot be left."""

COMMANDS: tuple[Command, ...] = (
    Command("down", ("j", "down"), "next row", "move"),
    Command("up", ("k", "up"), "previous row", "move"),
    Command("top", ("g", "home"), "first row", "move"),
    Command("bottom", ("G", "end"), "last row", "move"),
    Command("half-down", ("ctrl+d", "pagedown"), "half a page down", "move"),
    Command("half-up", ("ctrl+u", "pageup"), "half a page up", "move"),
    Command("next-pane", ("tab",), "next pane", "move"),
    Command("previous-pane", ("shift+tab",), "previous pane", "move"),
    Command("pane-1", ("1",), "sources", "move"),
    Command("pane-2", ("2",), "actors", "move"),
    Command("pane-3", ("3",), "claims", "move"),
    Command("pane-4", ("4",), "reader", "move"),
    Command("pane-5", ("5",), "contradictions", "move"),
    Command("pane-6", ("6",), "detail of what is in hand", "move"),
    Command("open", ("enter",), "open at the words, or from one side of a contradiction the other", "move"),
    Command("back", ("escape",), "back to the same row, or show all sources and actors again", "move"),
    Command("next-claim", ("]", "right"), "next claim in the reader", "move"),
    Command("previous-claim", ("[", "left"), "previous claim in the reader", "move"),
    Command("zoom", ("z",), "zoom the pane, or all panes again", "move"),
    Command("tag", ("t",), "tag or untag (then the tag's key), and on to the next row", "judge"),
    Command("repeat-tag", (".",), "repeat the last tag (and on to the next row)", "judge"),
    Command("note", ("n",), "write a note", "judge"),
    Command("verdict", ("v",), "verdict on a contradiction (then r, s, d or f), and on to the next", "judge"),
    Command("dismiss", ("x",), "dismiss a claim, or bring it back", "judge"),
    Command("point", ("p",), "put the claim on a point: its companions and their points", "judge"),
    Command("stance-yes", ("+",), "its holder says the point is so", "judge"),
    Command("stance-no", ("-",), "its holder says the point is not so", "judge"),
    Command("stance-unknown", ("0",), "its holder leaves the point open", "judge"),
    Command("stance", ("s",), "where its holder stands, from all there is", "judge"),
    Command("stance-proposed", ("=",), "its holder stands as its words have it", "judge"),
    Command("add", ("a",), "add a claim from words chosen in the reader", "judge"),
    Command(
        "correct",
        ("e",),
        "put right: a claim's holder, certainty, figure, time; your own point's words; merge its point",
        "judge",
    ),
    Command("actors", ("m",), "who is who: merge an actor, split an alias off, rename", "judge"),
    Command("reliability", ("r",), "reliability of the source (then A to F)", "judge"),
    Command("credibility", ("c",), "credibility of the claim (then 1 to 6)", "judge"),
    Command("into-brief", ("b",), "put it into the brief, or take it out", "judge"),
    Command("undo", ("u",), "undo", "judge"),
    Command("redo", ("ctrl+r",), "redo", "judge"),
    Command("restore", ("R",), "in the history: all as it was then, or an annotation on the words in hand", "judge"),
    Command("search", ("/",), "search in the pane", "find"),
    Command("search-again", ("ctrl+n",), "next row with the words searched for", "find"),
    Command("search-back", ("N",), "row before with the words searched for", "find"),
    Command("why", ("w",), "why: the whole derivation of a contradiction, or of where a claim stands", "find"),
    Command("order", ("o",), "order the list by a column (then its letter; the same again turns it round)", "find"),
    Command("group", ("O",), "contradictions together by point, or not", "find"),
    Command("choose", ("space",), "only this source or actor, or all again", "find"),
    Command("filter", ("f",), "filter the case", "find"),
    Command("saved-filters", ("F",), "saved filters: apply, save, delete", "find"),
    Command("clear-filter", ("f1",), "take all filters off", "find"),
    Command("point-view", ("P",), "who stands where on the point in hand", "look"),
    Command("chronology", ("C",), "what happened when, by whose word", "look"),
    Command("matrix", ("M",), "who is against whom: holders, or sources", "look"),
    Command("actors-view", ("A",), "the actors over time, and who appears beside whom", "look"),
    Command("history", ("U",), "everything that was done, where analysts differ, what has lost its words", "look"),
    Command("copy", ("y",), "copy the citation", "case"),
    Command("brief", ("B",), "the brief: judgments, evidence, alternatives, preview", "case"),
    Command("check", ("f9",), "what a reviewer would find in the brief", "case"),
    Command("brief-export", ("E",), "export the brief", "case"),
    Command("ask-model", (), "ask the language model, or stop asking", "case"),
    Command("theme", ("T",), "other colours: dark, light, high contrast, none", "case"),
    Command("help", ("?",), "the keys of this pane", "case"),
    Command("palette", ("ctrl+p",), "every command", "case"),
    Command(QUIT, ("q",), "leave (there is nothing to save)", "case"),
)

POINTING: tuple[tuple[str, str, str], ...] = (
    ("open", "put together", "put the claim on the companion's point; one is made of their words if there is none"),
    ("stance-yes", "so", "put together, and the holder that is marked says it is so"),
    ("stance-no", "not so", "put together, and the holder that is marked says it is not so"),
    ("stance-unknown", "left open", "put together, and the holder that is marked leaves it open"),
    ("stance-proposed", "as proposed", "put together, and both holders stand as it says in brackets"),
    ("stance", "other stance", "put together, and choose where the holder that is marked stands"),
    ("next-pane", "whose", "mark the other of the two holders"),
    ("next-claim", "next claim", "next claim, those likeliest to be disputed first"),
    ("previous-claim", "claim before", "the claim before"),
    ("search", "find a point", "find the claim's point by typing, or make one"),
    ("correct", "reword", "word the point anew, if it is your own"),
    ("undo", "undo", "undo"),
    ("redo", "redo", "redo"),
    ("back", "leave", "back to the room, with the claim in hand"),
)
"""The commands that its panel takes while a claim is put on a point, beside those that move in a list: in short, and what they do there."""

CHOOSING: tuple[tuple[str, str, str], ...] = (
    ("next-claim", "a word on", "the end of the words goes a word on"),
    ("previous-claim", "a word back", "the end of the words goes a word back"),
    ("down", "a sentence on", "it goes to the end of the next sentence"),
    ("up", "a sentence back", "it goes to the end of the sentence before"),
    ("next-pane", "other end", "the beginning of the words follows the keys, or the end again"),
    ("open", "take", "take the words, and choose by typing who says them"),
    ("back", "leave", "back to the reader"),
)
"""The commands that are taken while the words of a claim are chosen in the reader: in short, and what they do there."""

DRAFTING: tuple[tuple[str, str], ...] = (
    ("enter", "write what the row says; open evidence at its words"),
    ("a", "add a judgment, an alternative, an assumption, an indicator or a gap"),
    ("e", "write what the row says"),
    ("x", "take out what the row stands for"),
    ("J K", "move a judgment, or whatever is listed, down or up"),
    ("b", "choose what the judgment rests on"),
    ("o", "name a group of judgments that exclude each other"),
    ("h", "evidence against hypotheses (there: c, i, n, 0 rate, left and right change the hypothesis)"),
    ("tab", "read the preview, or back to the rows"),
    ("f9", "what a reviewer would find"),
    ("E", "export"),
    ("u ctrl+r", "undo, redo"),
    ("escape", "back to the room"),
)
"""The keys of the brief screen, and what they do there."""

_BY_ID = {c.id: c for c in COMMANDS}


def words(command: str) -> str:
    """Return what a command does."""
    return _BY_ID[command].words


def brief_words(command: str) -> str:
    """Return what a command does in so few words that a notice can name it: what stands before a colon or brackets."""
    return _BY_ID[command].words.partition(":")[0].partition(" (")[0]


NAMED = (
    "enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right", *(f"f{n}" for n in range(1, 13)),
)  # fmt: skip
_MODIFIED = re.compile(rf"(?:(?:ctrl|alt|shift)\+)*(?:{'|'.join(NAMED)})|(?:ctrl|alt)\+[a-z]")
_SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace"}
"""Keys that a terminal cannot tell from others."""


def is_key(name: str) -> bool:
    """Tell whether this is the name of a key that a terminal can send."""
    return (len(name) == 1 and name.isprintable() and name != " ") or _MODIFIED.fullmatch(name) is not None


def nearest_key(name: str) -> str | None:
    """Return the valid key name most like this one."""
    base, _, last = name.rpartition("+")
    prefix = f"{base.lower()}+" if base else ""
    if base.lower() == "shift" and len(last) == 1:
        return last.upper()
    spelt = {"esc": "escape", "return": "enter", "del": "delete", "pgup": "pageup", "pgdn": "pagedown"}
    near = [spelt.get(last.lower(), "") or next(iter(get_close_matches(last.lower(), NAMED, n=1)), last.lower())]
    return next((prefix + n for n in near if is_key(prefix + n)), None)


def nearest_command(command: str) -> str | None:
    """Return the id of the command most like this one."""
    return next(iter(get_close_matches(command, _BY_ID, n=1)), None)


def is_command(command: str) -> bool:
    """Tell whether there is a command with this id."""
    return command in _BY_ID


def effective(overrides: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the keys of every command; an override's keys, apart by spaces, take the place of all that the command had."""
    return {c.id: tuple(overrides[c.id].split()) if c.id in overrides else c.keys for c in COMMANDS}


def clashes(overrides: Mapping[str, str]) -> list[Clash]:
    """Return every key that would give more than one command."""
    owners: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for command, keys in effective(overrides).items():
        for key in keys:
            owners[_SAME_BYTE.get(key, key)][command] = None
    return [Clash(key, tuple(commands)) for key, commands in owners.items() if len(commands) > 1]
