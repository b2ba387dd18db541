"""The line at the top and the line at the bottom, drawn by pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text

from briefing.dossier import Act, Dossier
from briefing.plaintext import one_line
from briefing.room.look import Look, spread

_BAR = 8


@dataclass(frozen=True, slots=True)
class Activity:
    """What the machine is doing: `done` of `total`, and on what; nothing when `what` is empty."""

    done: int = 0
    total: int = 0
    what: str = ""


def top_line(dossier: Dossier, look: Look, case: str, activity: Activity, width: int) -> Text:
    """Draw the case's name, its counts, and how far the machine is."""
    p = look.palette
    read = [s for s in dossier.sources.values() if s.skipped is None]
    conflicts = dossier.conflicts()
    still_open = sum(dossier.record.get(Act.VERDICT, r.id) is None for r in conflicts)
    shown = sum(c.covered is None and not dossier.is_dismissed(c.id) for c in dossier.claims.values())
    counts = [
        f"{len(read)} sources · {len({s.origin for s in read})} origins",
        f"{len(dossier.actors)} actors",
        f"{shown} claims",
        f"{len(conflicts)} contradictions, {still_open} open",
    ]
    left = Text(" briefing", style=f"bold {p.accent}").append(f" · {one_line(case)}", style=f"bold {p.ink}")
    for count in counts if width >= 110 else counts[-1:]:
        left.append(f"   {count}", style=p.pale)
    return spread(left, _progress(look, activity), width)


def _progress(look: Look, activity: Activity) -> Text:
    if not activity.what:
        return Text()
    full = round(_BAR * activity.done / max(1, activity.total))
    bar = look.glyphs.full * full + look.glyphs.empty * (_BAR - full)
    return Text(f"{look.cut(activity.what, 34)} {activity.done}/{activity.total} ", style=look.palette.pale).append(
        f"{bar} ", style=look.palette.accent
    )


def filter_line(look: Look, filters: Sequence[str], shown: int, total: int, clear: str, width: int) -> Text:
    """Draw the filters in force and the key that takes them off."""
    p = look.palette
    left = Text(" only ", style=p.pale).append("   ".join(map(one_line, filters)), style=f"bold {p.doubt}")
    left.append(f"   {shown} of {total} claims", style=p.pale)
    return spread(left, Text(f"{clear} clear ", style=p.pale), width)


def bottom_line(look: Look, keys: Sequence[tuple[str, str]], width: int) -> Text:
    """Draw keys and what they do; those that do not fit are left out from the end, the last one always stands."""
    p = look.palette
    parts = [
        Text(f" {one_line(key)}", style=f"bold {p.accent}").append(f" {one_line(words)} ", style=p.pale)
        for key, words in keys
    ]
    if not parts:
        return Text()
    line, last = Text(), parts.pop()
    for part in parts:
        if line.cell_len + part.cell_len + last.cell_len > width:
            break
        line.append_text(part)
    return spread(line, last, width)
