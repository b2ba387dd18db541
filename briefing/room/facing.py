"""A claim facing its companions, drawn by pure functions: the claim and what it is now against, and a row for each companion."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from briefing.case.offers import Offer, offer
from briefing.dossier import ARTICLE, Claim, Dossier, Relation, RelationType
from briefing.room.look import Look, beside, holder_of, inked, spread
from briefing.room.page import shown
from briefing.room.rows import short_date
from briefing.room.sheets import quoted, wrapped

ROW_LINES = 4
_QUOTE_LINES, _ROW_QUOTE_LINES = 4, 2


def claim_head(
    dossier: Dossier, look: Look, claim_id: str, companion_id: str | None, meant: str, width: int
) -> list[Text]:
    """Return the claim that is in hand: who says it where, its words, its point and stance, and what it is against."""
    claim = dossier.claims[claim_id]
    point = dossier.points.get(claim.point or "")
    on = f"on “{point.phrase}”" if point else "on no point yet"
    offered = offer(dossier, claim_id, companion_id) if companion_id else None
    return [
        _holder_line(dossier, look, claim, offered, meant, width),
        *_cut_lines(look, wrapped(quoted(dossier, look, claim, claim.words), width, 3), _QUOTE_LINES),
        inked("   " + look.cut(on, width - 5), look.palette.ink if point else look.palette.pale),
        *_against(dossier, look, claim, companion_id, width),
    ]


def companion_row(
    dossier: Dossier, look: Look, claim_id: str, companion_id: str, meant: str, width: int
) -> Sequence[Text]:
    """Draw a companion: who says it where, its words in two lines, and the point it is on or that they would meet on."""
    companion, claim = dossier.claims.get(companion_id), dossier.claims.get(claim_id)
    if companion is None or claim is None:
        return [Text()]
    offered = offer(dossier, claim_id, companion_id)
    words = _cut_lines(look, wrapped(quoted(dossier, look, companion, None), width, 3), _ROW_QUOTE_LINES)
    return [
        _holder_line(dossier, look, companion, offered, meant, width),
        *words,
        _meeting(dossier, look, claim, companion, offered, width),
    ]


def _holder_line(dossier: Dossier, look: Look, claim: Claim, offered: Offer | None, meant: str, width: int) -> Text:
    p, source = look.palette, dossier.sources[claim.source]
    stance = _stance(look, claim, offered)
    outlet = "in its own voice" if claim.holder == ARTICLE else source.name
    where = " · ".join(part for part in (outlet, short_date(source.published)) if part)
    left = inked(f" {look.glyphs.chosen if claim.id == meant else ' '} ", f"bold {p.accent}")
    room = beside(stance, width) - left.cell_len
    name = look.cut(holder_of(dossier, claim), max(8, room - min(len(where) + 2, room // 2)))
    left.append(name, style=f"bold {p.ink}").append("  ")
    left.append(look.cut(where, max(0, beside(stance, width) - left.cell_len)), style=p.pale)
    return spread(left, stance, width)


def _stance(look: Look, claim: Claim, offered: Offer | None) -> Text:
    """Return where a holder stands; in brackets and pale where he would stand by the words alone."""
    if claim.commitment is not None and (offered is None or claim.point == offered.point):
        return look.stand(claim.commitment)
    return inked(f"({offered.stands[claim.id]})" if offered else "", look.palette.pale)


def _meeting(dossier: Dossier, look: Look, claim: Claim, companion: Claim, offered: Offer, width: int) -> Text:
    p = look.palette
    if companion.point and companion.point == claim.point:
        found = next((r for r in dossier.relations_of(claim.id) if companion.id in (r.a, r.b)), None)
        said = f"{look.glyphs.relation[found.type]} {found.type} · {found.kind}" if found else "on the same point"
        return inked(f"   {look.cut(said, width - 5)}", f"bold {_colour(look, found)}")
    if companion.point:
        return inked(f"   {look.cut(f'on “{offered.phrase}”', width - 5)}", p.ink)
    if claim.point:
        said = "on no point yet; would join the claim on its point"
    else:
        whose = "these words" if offered.phrase == companion.text else "the claim's words"
        said = f"on no point yet; {whose} would make one"
    return inked(f"   {look.cut(said, width - 5)}", p.pale)


def _against(dossier: Dossier, look: Look, claim: Claim, companion_id: str | None, width: int) -> list[Text]:
    """Return what the claim is now against: the companion under the cursor before others; its rule and the decisive words."""
    found = [r for r in dossier.relations_of(claim.id) if r.type.is_conflict]
    if not found:
        return []
    relation = next((r for r in found if companion_id in (r.a, r.b)), found[0])
    others = len(found) - 1
    other = dossier.claims[relation.b if relation.a == claim.id else relation.a]
    who = f"{look.glyphs.relation[relation.type]} now against {holder_of(dossier, other)}"
    right = inked(f"and {others} more" if others else "", look.palette.pale)
    colour = f"bold {_colour(look, relation)}"
    room = beside(right, width) - 4
    line = inked(" " + look.cut(who, room), colour)
    line.append(look.cut(f" · {relation.rule}", room + 1 - line.cell_len), style=look.palette.ink)
    return [spread(line, right, width), _decisive(dossier, look, relation, width)]


def _decisive(dossier: Dossier, look: Look, relation: Relation, width: int) -> Text:
    sides = ((relation.a, relation.a_words), (relation.b, relation.b_words))
    texts = [shown(dossier.sources[dossier.claims[c].source].text[w[0] : w[1]]) for c, w in sides]
    half = (width - 20) // 2
    a, b = (f"“{look.cut(t, half)}”" for t in texts)
    return inked(f"   {a} against {b}", f"italic {look.palette.ink}")


def _colour(look: Look, relation: Relation | None) -> str:
    if relation is None or not relation.type.is_conflict:
        return look.palette.pale
    return look.palette.against if relation.type is RelationType.CONTRADICTION else look.palette.doubt


def _cut_lines(look: Look, lines: Sequence[Text], most: int) -> Sequence[Text]:
    if len(lines) <= most:
        return lines
    kept = list(lines[:most])
    kept[-1].right_crop(1)
    kept[-1].append(look.glyphs.ellipsis)
    return kept


def key_lines(look: Look, keys: Iterable[tuple[str, str]], width: int) -> list[Text]:
    """Return keys and what they do, in as many lines as they need."""
    p, lines = look.palette, [Text()]
    for key, words in keys:
        part = inked(f" {key}", f"bold {p.accent}").append(f" {words} ", style=p.pale)
        if lines[-1].cell_len + part.cell_len > width:
            lines.append(Text())
        lines[-1].append_text(part)
    return lines
