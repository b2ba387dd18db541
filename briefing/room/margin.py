"""What stands beside the lines of an article: the signs of the claims that begin on a line and, where there is room, their words."""

from collections.abc import Sequence

from rich.text import Text

from briefing.dossier import Act, Claim, Dossier, Relation, RelationType
from briefing.room.look import Look, holder_of, inked

SIGNS = 8
"""Cells of the margin: two tags, a note, and a count of contradictions, apart by a cell."""
WORDS = 26
"""Cells beyond the margin from which on there is room for words."""
_MOST_WORDS = 56


def signs(dossier: Dossier, look: Look, begun: Sequence[Claim]) -> Text:
    """Return tags, note and number of contradictions, each in its own column, in `SIGNS` cells; empty where there is none."""
    tags = list(dict.fromkeys(tag for c in begun for tag in dossier.record.tags(c.id)))
    noted = any(dossier.record.get(Act.NOTE, c.id) is not None for c in begun)
    conflicts = _conflicts(dossier, begun)
    margin = Text(" ")
    for tag in tags[:2]:
        margin.append_text(look.tag(tag))
    margin.append(look.glyphs.note if noted else "", style=look.palette.accent)
    if conflicts:
        margin.pad_right(4 - margin.cell_len)
        sign = look.dispute(r for r, _ in conflicts)
        margin.append_text(sign).append(f"{len(conflicts)}", style=str(sign.spans[0].style))
    margin.truncate(SIGNS)
    margin.pad_right(SIGNS - margin.cell_len)
    return margin


def words(dossier: Dossier, look: Look, begun: Sequence[Claim], width: int) -> Text:
    """Say who stands against the claims that begin on a line, or how they are tagged, in one line of at most that width."""
    p, room = look.palette, min(width, _MOST_WORDS)
    conflicts = _conflicts(dossier, begun)
    if conflicts:
        relation, claim = conflicts[0]
        other = dossier.claims[relation.b if relation.a == claim.id else relation.a]
        stance, more = look.stance(other), f", {len(conflicts) - 1} more" if len(conflicts) > 1 else ""
        name = look.cut(holder_of(dossier, other), max(6, room - stance.cell_len - len(more) - 2))
        line = inked(f"{name}  ", p.ink).append_text(stance).append(more, style=p.pale)
    else:
        tags = dict.fromkeys(tag for c in begun for tag in dossier.record.tags(c.id))
        notes = [note for c in begun if (note := dossier.record.get(Act.NOTE, c.id))]
        line = inked(look.cut(", ".join(tags) or " / ".join(notes), room), p.pale)
    line.truncate(room)
    return line


def _conflicts(dossier: Dossier, begun: Sequence[Claim]) -> list[tuple[Relation, Claim]]:
    """Return the contradictions and tensions of claims, each once, flat contradictions first."""
    found = {r.id: (r, c) for c in begun for r in dossier.relations_of(c.id) if r.type.is_conflict}
    return sorted(found.values(), key=lambda f: f[0].type is not RelationType.CONTRADICTION)
