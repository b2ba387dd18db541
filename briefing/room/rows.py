"""The rows of the lists, drawn by pure functions: a dossier and an id in, lines of text out."""

from datetime import date

from rich.text import Text

from briefing.dossier import Act, Dossier
from briefing.plaintext import has_hidden
from briefing.room.look import Look, holder_of, spread

_SLIM, _ROOMY = 44, 76
"""Widths of a row in cells below which, and from which on, columns come and go."""


def short_date(published: str | None) -> str:
    """Return an ISO date as a reader says it: 3 Feb 2026, Feb 2026, 2026."""
    if not published:
        return ""
    parts = published[:10].split("-")
    if len(parts) == 1:
        return parts[0]
    day = date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    return f"{day.day} {day:%b %Y}" if len(parts) == 3 else f"{day:%b %Y}"


def source_row(dossier: Dossier, look: Look, source_id: str, width: int, *, chosen: bool = False) -> list[Text]:
    """Draw a source: grade, name, whom it relays, date, number of claims; or why it was skipped."""
    source = dossier.sources[source_id]
    p = look.palette
    grade = dossier.record.get(Act.RELIABILITY, source_id) or "·"
    left = Text(look.glyphs.chosen if chosen else " ", style=p.accent).append(
        f"{grade} ", style="bold" if grade != "·" else p.pale
    )
    if source.skipped is not None:
        left.append(look.cut(f"{source.file}  {source.skipped}", width - 3), style=f"{p.pale} italic")
        return [left]
    count = sum(c.covered is None for c in dossier.claims_of_source(source_id))
    right = Text(f"{short_date(source.published) if width >= 30 else ''} {count:>4}", style=p.pale)
    left.append(look.cut(source.name, max(8, width - right.cell_len - 5)))
    if has_hidden(source.text):
        left.append(" hidden characters", style=p.against)
    if source.relays:
        left.append(f" {look.glyphs.relays}", style=p.pale).append(
            look.cut(", ".join(source.relays), width), style=p.pale
        )
    return [spread(left, right, width)]


def actor_row(dossier: Dossier, look: Look, actor_id: str, width: int, *, chosen: bool = False) -> list[Text]:
    """Draw an actor: name, type, number of claims it holds or is in."""
    actor = dossier.actors[actor_id]
    count = sum(c.covered is None for c in dossier.claims_of_actor(actor_id))
    right = Text(f"{actor.type if width >= 32 else ''} {count:>4}", style=look.palette.pale)
    left = Text(look.glyphs.chosen if chosen else " ", style=look.palette.accent)
    left.append(look.cut(actor.name, max(8, width - right.cell_len - 2)))
    return [spread(left, right, width)]


def claim_row(dossier: Dossier, look: Look, claim_id: str, width: int) -> list[Text]:
    """Draw a claim: tags, holder, proposition, where its holder stands. The stance gives way first, then the holder's width."""
    claim = dossier.claims[claim_id]
    p = look.palette
    tags = Text()
    for name in dossier.record.tags(claim_id)[:2]:
        tags.append_text(look.tag(name))
    tags.pad_right(2 - tags.cell_len)
    seen = dossier.record.get(Act.NOTE, claim_id)
    proposed = look.glyphs.proposed if claim.by == "rules" else " "
    left = Text(proposed, style=p.pale).append_text(tags).append(look.glyphs.note if seen else " ", style=p.accent)
    name_width = 12 if width < _SLIM else 18 if width < _ROOMY else 22
    stand = look.stand(claim.commitment) if width >= _SLIM else Text()
    if dossier.is_dismissed(claim_id):
        stand = Text("dismissed", style=p.pale)
    stand.pad_left(max(0, 11 - stand.cell_len)) if stand.cell_len else None
    left.append(
        look.cell(holder_of(dossier, claim), name_width), style="bold" if claim.holder != "article" else p.pale
    ).append(" ")
    room = width - left.cell_len - stand.cell_len - 1
    style = f"strike {p.pale}" if dossier.is_dismissed(claim_id) else ""
    return [spread(left.append(look.cut(claim.text, room), style=style), stand, width)]


def relation_rows(dossier: Dossier, look: Look, relation_id: str, width: int, *, fresh: bool = False) -> list[Text]:
    """Draw a contradiction in four lines: its point and verdict, the two holders and where they stand, a blank one."""
    relation = dossier.relations[relation_id]
    p = look.palette
    verdict = dossier.record.get(Act.VERDICT, relation_id)
    right = Text(verdict or str(relation.kind), style=f"bold {p.accent}" if verdict else p.pale)
    if fresh:
        right = Text("new ", style=f"bold {p.doubt}").append_text(right)
    sign = look.glyphs.relation[relation.type]
    head = Text(f"{sign} ", style=f"bold {p.against if relation.type == 'contradiction' else p.doubt}")
    head.append(
        look.cut(dossier.points[relation.point].phrase, width - right.cell_len - 4), style=p.pale if verdict else "bold"
    )
    sides = (_side(dossier, look, claim, width) for claim in (relation.a, relation.b))
    return [spread(head, right, width), *sides, Text()]


def _side(dossier: Dossier, look: Look, claim_id: str, width: int) -> Text:
    claim = dossier.claims[claim_id]
    source = dossier.sources[claim.source]
    outlet = Text(look.cut(source.name, width // 3) if width >= _SLIM - 4 else "", style=look.palette.pale)
    left = Text("   ").append(look.cut(holder_of(dossier, claim), max(8, width // 2 - 4))).append("  ")
    left.append_text(look.stand(claim.commitment))
    return spread(left, outlet if claim.holder != "article" else Text(), width)
