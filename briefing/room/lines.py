"""The two lines at the top and the one at the bottom, drawn by pure functions."""

from collections.abc import Sequence

from msgspec import Struct
from rich.text import Text

from briefing.plaintext import one_line
from briefing.plurals import counted
from briefing.room.arrangement import PANES, Pane
from briefing.room.look import Look, beside, inked, spread

_BAR = 8
_TABS = 38
"""Cells kept for the panes' numbers beside a filter."""
_TITLE = 16
"""Cells that the title of a question keeps."""
_WORDY = 110
"""Width from which on the lines at the top take their time."""


class Activity(Struct, frozen=True):
    """What the machine is doing: `done` of `total`, and on what; nothing when `what` is empty."""

    done: int = 0
    total: int = 0
    what: str = ""


class State(Struct, frozen=True):
    """What the top line says at the right: what goes on, how many files are wrong, and the language model while it is on."""

    activity: Activity = Activity()
    faults: int = 0
    model: str = ""


class Counts(Struct, frozen=True):
    """How much there is in a case, and how many files of it could not be read."""

    sources: int = 0
    origins: int = 0
    actors: int = 0
    claims: int = 0
    conflicts: int = 0
    still_open: int = 0
    skipped: int = 0


def top_line(counts: Counts, look: Look, case: str, state: State, width: int) -> Text:
    """Draw the case's name, its counts, and what the machine is doing, or what is wrong; counts give way from the left, the contradictions last."""
    p, c = look.palette, counts
    right = _doing(look, state.activity, width) if state.activity.what else _wrong(look, state.faults, c.skipped)
    if state.model:
        right = _model(look, state.model, width).append_text(right)
    left = inked(" briefing", f"bold {p.accent}").append(f" · {one_line(case)}", style=f"bold {p.ink}")
    conflicts = f"{counted(c.conflicts, 'contradiction')}, {c.still_open} open"
    origins = f"{counted(c.sources, 'source')} · {counted(c.origins, 'origin')}"
    said = [origins, counted(c.actors, "actor"), counted(c.claims, "claim"), conflicts]
    gap = " " * (4 if width >= _WORDY else 2)
    while len(said) > 1 and left.cell_len + sum(len(gap + s) for s in said) > beside(right, width):
        del said[0]
    for count in said:
        left.append(gap + count, style=p.pale)
    return spread(left, right, width)


def _model(look: Look, model: str, width: int) -> Text:
    return inked(f" model: {look.cut(model, 40 if width >= _WORDY else 16)} ", f"bold {look.palette.doubt}")


def _doing(look: Look, activity: Activity, width: int) -> Text:
    p = look.palette
    full = round(_BAR * activity.done / max(1, activity.total))
    bar = look.glyphs.full * full + look.glyphs.empty * (_BAR - full)
    said = f"{look.cut(activity.what, 34 if width >= _WORDY else 20)} {activity.done}/{activity.total} "
    return inked(said, p.pale).append(bar, style=p.accent)


def _wrong(look: Look, faults: int, skipped: int) -> Text:
    p = look.palette
    said = [f"{count} {what}" for count, what in ((faults, "wrong"), (skipped, "skipped")) if count]
    style = f"bold {p.against}" if faults else f"bold {p.doubt}"
    return inked(f"{look.glyphs.fault} {', '.join(said)}, see sources", style) if said else Text()


def second_line(look: Look, tabs: tuple[Pane, frozenset[Pane]], filters: Text, width: int) -> Text:
    """Draw the panes by number (the one in focus, and those on screen, stand out), and at the right what is filtered.

    Where there is no room for both, panes other than the one in focus have only their numbers.
    """
    line = _tabs(look, *tabs, short=False)
    if line.cell_len + filters.cell_len + 1 > width - 1:
        line = _tabs(look, *tabs, short=True)
    return spread(line, filters, width)


def tab_at(line: str, x: int) -> Pane | None:
    """Return the pane whose number or name stands at a cell of the second line, None beside them."""
    begin, found = 0, None
    for number, pane in enumerate(PANES, 1):
        begin = line.find(f" {number}", begin)
        if begin < 0 or begin > x:
            break
        name = pane.heading if line.startswith(pane.heading, begin + 1) else str(number)
        begin += len(name) + 1
        found = pane if x <= begin else None
    return found


def _tabs(look: Look, focused: Pane, shown: frozenset[Pane], *, short: bool) -> Text:
    p, line = look.palette, Text()
    for number, pane in enumerate(PANES, 1):
        name = str(number) if short and pane is not focused else pane.heading
        style = f"bold underline {p.accent}" if pane is focused else p.ink if pane in shown else p.pale
        line.append(" ").append(name, style=style).append(" ")
    return line


def filter_words(look: Look, filters: Sequence[str], shown: int, total: int, clear: str, width: int) -> Text:
    """Say which filters are in force, what they leave, and the key that takes them off."""
    p = look.palette
    if not filters:
        seen = "the claim" if total == 1 else f"all {total} claims"
        return inked(f"{seen} in view" if total and width >= _WORDY else "", p.pale)
    right = inked(f"  {shown} of {total}", p.pale).append(f"  {clear}", style=f"bold {p.accent}")
    right.append(" clear", style=p.pale)
    room = max(8, (width * 2 // 5 if width >= _WORDY else width - _TABS) - right.cell_len)
    return inked("only ", p.pale).append(look.cut("  ".join(filters), room), style=f"bold {p.doubt}").append_text(right)


def fits_in_full(title: str, choices: Sequence[tuple[str, str]], width: int) -> bool:
    """Tell whether a question's title and all words of its answers stand on one line of a width."""
    return sum(len(key) + len(words) + 3 for key, words in choices) + len(title) + 3 < width


def question_line(look: Look, title: str, choices: Sequence[tuple[str, str]], width: int) -> Text:
    """Draw what is asked, the keys that answer it and what they say: every key is named, words give way, those of the title last."""
    for most in range(max(len(words) for _, words in choices), 0, -1):
        said = [(key, look.cut(words, most)) for key, words in choices]
        room = width - 1 - sum(len(key) + len(words) + 3 for key, words in said)
        if room - 2 >= min(len(title), _TITLE):
            return bottom_line(look, [("", look.cut(title, room - 2)), *said], width, last=1)
    return bottom_line(look, choices, width, last=1)


def bottom_line(look: Look, keys: Sequence[tuple[str, str]], width: int, last: int = 2) -> Text:
    """Draw keys and what they do; those that do not fit are left out from the end, but so many of the last always stand at the right."""
    p = look.palette
    parts = [
        inked(f" {one_line(key)}" if key else "", f"bold {p.accent}").append(f" {one_line(words)} ", style=p.pale)
        for key, words in keys
    ]
    line, standing = Text(), Text().join(parts[-last:])
    for part in parts[:-last]:
        if line.cell_len + part.cell_len + standing.cell_len > width - 1:
            break
        line.append_text(part)
    return spread(line, standing, width)
