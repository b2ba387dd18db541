"""The rows of the lists, drawn by pure functions: a dossier and an id in, lines of text out.

Columns give way as a row gets narrow, in this order: source: whom it relays (the sign stays), year, date; actor: type, which
a long name takes the place of; claim: outlet, words of the stance, holder; contradiction: outlet.
"""

from datetime import date
from pathlib import Path

from rich.text import Text

from briefing.dossier import ARTICLE, Act, Claim, Dossier, Kind, Maker, Relation, RelationType
from briefing.errors import Fault
from briefing.plaintext import has_hidden, one_line, quoted
from briefing.room.look import Look, beside, holder_of, inked, spread

_SLIM, _MIDDLING, _ROOMY, _WIDE = 44, 60, 76, 100
"""Widths of a row in cells below which, or from which on, columns come and go."""

_TYPED = 30
"""The width from which on an actor's type stands in its row."""

_OF_VALUES = frozenset({Kind.NUMBER, Kind.TIME, Kind.RESPONSIBILITY, Kind.SCOPE})
"""Kinds of contradiction between two values of one thing."""

_MANY = 50
"""Claims on a point from which on a twin is only looked for among the contradictions of the two claims themselves."""


def short_date(published: str | None, *, year: bool = True) -> str:
    """Return an ISO date as a reader says it: 3 Feb 2026, Feb 2026, 2026; 3 Feb without the year."""
    if not published:
        return ""
    parts = published[:10].split("-")
    if len(parts) == 1:
        return parts[0]
    day = date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    said = f"{day.day} {day:%b}" if len(parts) == 3 else f"{day:%b}"
    return f"{said} {day.year}" if year else said


def source_row(dossier: Dossier, look: Look, source_id: str, width: int, *, chosen: bool = False) -> list[Text]:
    """Draw a source: grade, name, whom it relays, date, number of claims; or why it was skipped."""
    source, p = dossier.sources[source_id], look.palette
    grade = dossier.record.get(Act.RELIABILITY, source_id)
    left = _chosen(look, chosen=chosen).append(f"{grade or '-'} ", style=f"bold {p.ink}" if grade else p.pale)
    if source.skipped is not None:
        return [
            spread(
                left.append(look.cut(f"{source.file}: {source.skipped}", width - 4), style=f"italic {p.pale}"),
                Text(),
                width,
            )
        ]
    when = short_date(source.published, year=width >= 40) if width >= 26 else ""
    count = dossier.count_of_source(source_id)
    right = inked(f"{when}  {count:>3}", p.pale)
    room = max(6, beside(right, width) - left.cell_len)
    hidden = f" {look.glyphs.fault}hidden" if has_hidden(source.text) else ""
    note = f" {look.glyphs.note}" if dossier.record.get(Act.NOTE, source_id) else ""
    sign = f" {look.glyphs.relays}" if source.relays else ""
    name = look.cut(source.name, room - len(hidden) - len(note) - len(sign))
    left.append(name, style=p.ink).append(hidden, style=f"bold {p.against}").append(note, style=p.accent)
    spare = beside(right, width) - left.cell_len
    if sign:
        whom = look.cut(f"{sign}{', '.join(source.relays)}", spare - 1)
        left.append(f" {whom}" if spare >= 8 else sign, style=p.pale)
    return [spread(left, right, width)]


def fault_row(look: Look, fault: Fault, width: int) -> list[Text]:
    """Draw something that is wrong with the case's files: the file's own name, the line, what is wrong."""
    place = Path(fault.file).name + (f":{fault.line}" if fault.line else "")
    said = f"{look.glyphs.fault} {place}: {fault.problem}"
    return [inked(f" {look.cut(said, width - 2)}", look.palette.against)]


def actor_row(dossier: Dossier, look: Look, actor_id: str, width: int, *, chosen: bool = False) -> list[Text]:
    """Draw an actor: name, type, number of claims it holds or is named in."""
    actor, p = dossier.actors[actor_id], look.palette
    count = f"{dossier.count_of_actor(actor_id) or '':>3}"
    note = f" {look.glyphs.note}" if dossier.record.get(Act.NOTE, actor_id) else ""
    right = inked(f"  {count}", p.pale)
    left = _chosen(look, chosen=chosen)
    left.append(look.cut(actor.name, max(6, beside(right, width) - left.cell_len - len(note))), style=p.ink)
    left.append(note, style=p.accent)
    typed = inked(f"{actor.type}  {count}", p.pale)
    return [spread(left, typed if width >= _TYPED and left.cell_len < beside(typed, width) else right, width)]


def claim_row(dossier: Dossier, look: Look, claim_id: str, width: int) -> list[Text]:
    """Draw a claim: what was done with it, holder, proposition, outlet, where its holder stands."""
    claim, p = dossier.claims[claim_id], look.palette
    dismissed = dossier.is_dismissed(claim_id)
    left = _claim_signs(dossier, look, claim)
    outlet = dossier.sources[claim.source].name
    own = claim.holder == ARTICLE
    name_width = 11 if width < _SLIM else 13 if width < _MIDDLING else 15 if width < _ROOMY else 22
    left.append(look.cell(holder_of(dossier, claim), name_width), style=p.pale if own else f"bold {p.ink}").append(" ")
    right = Text()
    if width >= _WIDE:
        right.append(look.cell("" if own else outlet, 16), style=p.pale).append(" ")
    if dismissed:
        right.append("dismissed", style=p.pale)
    elif width >= _SLIM:
        right.append(dossier.record.get(Act.CREDIBILITY, claim_id) or "", style=f"bold {p.ink}")
        right.append_text(_aligned(look.stance(claim, short=width < _MIDDLING), 7 if width < _MIDDLING else 11))
    style = f"strike {p.pale}" if dismissed else p.ink
    left.append(look.cut(claim.text, max(4, beside(right, width) - left.cell_len)), style=style)
    return [spread(left, right, width)]


def is_proposed(dossier: Dossier, claim: Claim) -> bool:
    """Tell whether a claim is the machine's and the analyst has done nothing with it yet."""
    if claim.by not in {Maker.RULES, Maker.MODEL} or claim.pointed_by is Maker.ANALYST:
        return False
    record = dossier.record
    said = (record.get(act, claim.id) for act in (Act.NOTE, Act.BRIEF, Act.CREDIBILITY))
    return not record.tags(claim.id) and not record.corrections(claim.id) and all(s is None for s in said)


def _claim_signs(dossier: Dossier, look: Look, claim: Claim) -> Text:
    p = look.palette
    if dossier.record.get(Act.BRIEF, claim.id):
        signs = inked(look.glyphs.brief, f"bold {p.accent}")
    elif claim.by is Maker.ANALYST or dossier.record.corrections(claim.id):
        signs = inked(look.glyphs.own, f"bold {p.accent}")
    else:
        signs = inked(look.glyphs.proposed if is_proposed(dossier, claim) else " ", p.pale)
    for name in dossier.record.tags(claim.id)[:2]:
        signs.append_text(look.tag(name))
    signs.pad_right(3 - signs.cell_len)
    return signs.append(look.glyphs.note if dossier.record.get(Act.NOTE, claim.id) else " ", style=p.accent)


def _aligned(stance: Text, width: int) -> Text:
    padded = Text(" " * max(0, width - stance.cell_len))
    return padded.append_text(stance)


def relation_rows(dossier: Dossier, look: Look, relation_id: str, width: int, *, fresh: bool = False) -> list[Text]:
    """Draw a contradiction in four lines: its point and verdict, the two holders and where they stand, a blank one.

    Where another would look the same, what either says stands in place of the blank line.
    """
    relation, p = dossier.relations[relation_id], look.palette
    verdict = dossier.record.get(Act.VERDICT, relation_id)
    right = inked("new " if fresh else "", f"bold {p.accent}")
    if dossier.record.get(Act.BRIEF, relation_id):
        right.append(f"{look.glyphs.brief} ", style=f"bold {p.accent}")
    if dossier.record.get(Act.NOTE, relation_id):
        right.append(f"{look.glyphs.note} ", style=p.accent)
    right.append(verdict or str(relation.kind), style=f"bold {p.accent}" if verdict else p.pale)
    head = inked(f" {look.glyphs.relation[relation.type]} ", f"bold {_colour(look, relation)}")
    room = max(4, beside(right, width) - head.cell_len)
    head.append(look.cut(dossier.points[relation.point].phrase, room), style=p.pale if verdict else f"bold {p.ink}")
    return [
        spread(head, right, width),
        _side(dossier, look, relation, relation.a, width),
        _side(dossier, look, relation, relation.b, width),
        _said(dossier, look, relation, width) if _has_twin(dossier, relation) else Text(),
    ]


def _has_twin(dossier: Dossier, relation: Relation) -> bool:
    """Tell whether another row would look the same: the same two holders are apart on the same point in other words too."""
    pair = _holders(dossier, relation)
    on_point = dossier.claims_on_point(relation.point)
    if len(on_point) > _MANY:
        on_point = [dossier.claims[relation.a], dossier.claims[relation.b]]
    beside = (r for c in on_point if c.holder in pair for r in dossier.relations_of(c.id))
    return any(
        r.id != relation.id and (r.point, r.type) == (relation.point, relation.type) and _holders(dossier, r) == pair
        for r in beside
    )


def _holders(dossier: Dossier, relation: Relation) -> set[str]:
    return {dossier.claims[c].holder for c in (relation.a, relation.b)}


def _said(dossier: Dossier, look: Look, relation: Relation, width: int) -> Text:
    """Draw the beginning of what either says, which tells a contradiction from others of the same two.

    Where that would be the same on both sides, it is from where they differ.
    """
    room = (width - 8) // 2 - 2
    texts = [one_line(dossier.claims[c].text) for c in (relation.a, relation.b)]
    if len({look.cut(text, room) for text in texts}) == 1:
        texts = _from_where_they_differ(texts, look.glyphs.ellipsis)
    said = " · ".join(quoted(look.cut(text, room)) for text in texts)
    return spread(inked(f"   {said}", look.palette.pale), Text(), width)


def _from_where_they_differ(texts: list[str], ellipsis: str) -> list[str]:
    words = [text.split(" ") for text in texts]
    same = next((n for n, (one, other) in enumerate(zip(*words, strict=False)) if one != other), 0)
    return [f"{ellipsis}{' '.join(rest[same:])}" for rest in words] if same else texts


def group_rows(look: Look, phrase: str, count: int, still_open: int, width: int) -> list[Text]:
    """Draw the head of the contradictions on one point: the point, how many there are, how many of them are open."""
    p = look.palette
    right = inked(f"{count} · {still_open} open", p.pale)
    head = inked(f" {look.glyphs.chosen} ", f"bold {p.accent}")
    head.append(look.cut(phrase, max(4, beside(right, width) - head.cell_len)), style=f"bold {p.accent}")
    return [Text(), spread(head, right, width), inked(" " + look.glyphs.line * max(0, width - 2), p.edge), Text()]


def _colour(look: Look, relation: Relation) -> str:
    p = look.palette
    return {RelationType.CONTRADICTION: p.against, RelationType.TENSION: p.doubt}.get(relation.type, p.pale)


def _side(dossier: Dossier, look: Look, relation: Relation, claim_id: str, width: int) -> Text:
    """Draw a holder and where it stands; with the value, where two values clash, for which both may stand alike."""
    claim, p = dossier.claims[claim_id], look.palette
    source = dossier.sources[claim.source]
    own = claim.holder == ARTICLE
    right = inked(look.cut(source.name, width // 3) if width >= _SLIM - 8 and not own else "", p.pale)
    stance = look.stance(claim)
    if relation.kind in _OF_VALUES:
        start, end = relation.a_words if claim_id == relation.a else relation.b_words
        stance.append("  ").append(look.cut(source.text[start:end], width // 3), style=p.ink)
    room = max(6, beside(right, width) - 5 - stance.cell_len)
    left = Text("   ").append(look.cut(source.name if own else claim.holder, room), style=p.pale if own else p.ink)
    return spread(left.append("  ").append_text(stance), right, width)


def _chosen(look: Look, *, chosen: bool) -> Text:
    return inked(look.glyphs.chosen if chosen else " ", f"bold {look.palette.accent}")
