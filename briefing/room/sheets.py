"""Everything that is known of one thing, as wrapped lines for the detail pane; pure functions of a dossier, an id and a width."""

from collections.abc import Iterable, Sequence

from rich import get_console
from rich.text import Text

from briefing.case.telling import Section
from briefing.contradiction.derivation import WHO
from briefing.dossier import ARTICLE, Act, Claim, Dossier, Maker, Relation
from briefing.dossier.correction import Field
from briefing.dossier.grades import CREDIBILITY, UNCONFIRMED
from briefing.plaintext import has_hidden, marks, one_line, visible
from briefing.plurals import counted
from briefing.room.fields import put_right, told
from briefing.room.look import Look, holder_of, inked, spread
from briefing.room.page import shown
from briefing.room.rows import is_proposed, short_date

_LABEL = 12
_FACING = 84
"""Width in cells from which on two quotes stand side by side."""
_BREAKS = frozenset("\n\t")
Sheet = list[Text]


def wrapped(text: Text, width: int, indent: int = 0) -> Sheet:
    """Return text in lines of a width, indented."""
    return [Text(" " * indent).append_text(line) for line in _lines(text, width - indent)]


def _lines(text: Text, width: int) -> Iterable[Text]:
    """Return text in lines that leave a cell of a width free."""
    width = max(8, width - 1)
    fits = text.cell_len <= width and not _BREAKS.intersection(text.plain)
    return [text] if fits else text.wrap(get_console(), width)


def hung(line: Text, width: int, indent: int) -> Sheet:
    """Return a line in lines of a width, those after the first indented to where its words begin."""
    if line.cell_len < width:
        return [line]
    first, *others = wrapped(line[indent:], width, indent)
    return [line[:indent].append_text(first[indent:]), *others]


def side_by_side(left: Sequence[Text], right: Sequence[Text], width: int) -> Sheet:
    """Return two sheets of half the width side by side."""
    half = width // 2
    rows = max(len(left), len(right))
    pairs = zip([*left, *[Text()] * (rows - len(left))], [*right, *[Text()] * (rows - len(right))], strict=True)
    return [spread(a, Text(), half + 1).append_text(b) for a, b in pairs]


def _fact(look: Look, label: str, said: str | Text, width: int) -> Sheet:
    text = said if isinstance(said, Text) else inked(said, look.palette.ink)
    name = inked(f" {label:<{_LABEL - 1}}", look.palette.pale)
    first, *others = _lines(text, width - _LABEL)
    return [name.append_text(first), *(Text(" " * _LABEL).append_text(line) for line in others)]


def _facts(look: Look, facts: Iterable[tuple[str, str | Text | None]], width: int) -> Sheet:
    return [line for label, said in facts if said for line in _fact(look, label, said, width)]


def _heading(look: Look, text: str, width: int) -> Sheet:
    return wrapped(inked(one_line(text), f"bold {look.palette.ink}"), width, 1)


def relation_sheet(dossier: Dossier, look: Look, relation_id: str, width: int) -> Sheet:
    """Return a contradiction: both quotes with their decisive words marked, who says them where, why it is one, and the verdict."""
    relation, p = dossier.relations[relation_id], look.palette
    origins = "independent origins" if relation.independent else "one origin"
    kind = f"{look.glyphs.relation[relation.type]} {relation.type} · {relation.kind} · {origins}"
    sides = _sides(dossier, look, relation, width)
    verdict = dossier.record.get(Act.VERDICT, relation_id)
    said = inked(verdict, f"bold {p.accent}") if verdict else inked("none yet", p.pale)
    facts: list[tuple[str, str | Text | None]] = [
        ("verdict", said),
        ("brief", "in the brief" if dossier.record.get(Act.BRIEF, relation_id) else None),
        ("rule", relation.rule),
        ("pointed by", _pointed_by(dossier, relation)),
        ("note", visible(dossier.record.get(Act.NOTE, relation_id) or "")),
    ]
    return [
        *_heading(look, dossier.points[relation.point].phrase, width),
        *wrapped(inked(kind, p.pale), width, 1),
        Text(),
        *sides,
        *wrapped(inked(one_line(relation.explanation), f"italic {p.ink}"), width, 1),
        Text(),
        *_facts(look, facts, width),
    ]


def _pointed_by(dossier: Dossier, relation: Relation) -> str:
    """Say who put the two claims on their point."""
    first, second = (_pointer(dossier.claims[c]) for c in (relation.a, relation.b))
    return first if first == second else f"{first} (the first), {second} (the second)"


def _pointer(claim: Claim) -> str:
    maker = claim.pointed_by or claim.by
    return f"the model {one_line(claim.model)}" if maker is Maker.MODEL and claim.model else WHO[maker]


def _sides(dossier: Dossier, look: Look, relation: Relation, width: int) -> Sheet:
    sides = ((relation.a, relation.a_words), (relation.b, relation.b_words))
    if width < _FACING:
        return [line for claim, words in sides for line in _side(dossier, look, claim, words, width)]
    left, right = (_side(dossier, look, claim, words, width // 2 - 1) for claim, words in sides)
    return side_by_side(left, right, width)


def _side(dossier: Dossier, look: Look, claim_id: str, words: tuple[int, int], width: int) -> Sheet:
    claim, p = dossier.claims[claim_id], look.palette
    stance = look.stance(claim)
    holder = Text(" ").append(look.cut(holder_of(dossier, claim), width - stance.cell_len - 4), style=f"bold {p.ink}")
    return [
        spread(holder, stance, width),
        *wrapped(inked(_where(dossier, claim), p.pale), width, 1),
        *wrapped(quoted(dossier, look, claim, words), width, 3),
        Text(),
    ]


def _where(dossier: Dossier, claim: Claim) -> str:
    """Say through whom a claim came, when, and how reliable its outlet is."""
    source = dossier.sources[claim.source]
    through = [source.name, *claim.chain[:-1]] if claim.holder != ARTICLE else ["in its own voice"]
    reliability = dossier.record.get(Act.RELIABILITY, source.id)
    credibility = dossier.record.get(Act.CREDIBILITY, claim.id)
    grades = [f"{w} {g}" for w, g in (("reliability", reliability), ("credibility", credibility)) if g]
    parts = [" > ".join(map(one_line, through)), short_date(source.published) or "no date"]
    return " · ".join([*parts, *grades])


def quoted(dossier: Dossier, look: Look, claim: Claim, words: tuple[int, int] | None) -> Text:
    """Return a claim's exact words, safe to show, the decisive ones marked."""
    text, p = dossier.sources[claim.source].text, look.palette
    start, end = (max(words[0], claim.start), min(words[1], claim.end)) if words else (claim.end, claim.end)
    start, end = (start, end) if start < end else (claim.end, claim.end)
    opening, closing = marks(claim.quote)
    quote = inked(opening + shown(text[claim.start : start]), p.ink)
    quote.append(shown(text[start:end]), style=p.decisive)
    return quote.append(shown(text[end : claim.end]) + closing, style=p.ink)


def claim_sheet(dossier: Dossier, look: Look, claim_id: str, width: int) -> Sheet:
    """Return a claim: its words, who stands behind it, its point and where he stands, who made it, and what speaks against it."""
    claim, record = dossier.claims[claim_id], dossier.record
    point = dossier.points.get(claim.point or "")
    tags = Text(" ").join(look.tag(t).append(f" {one_line(t)} ") for t in record.tags(claim_id))
    dismissed = record.get(Act.DISMISS, claim_id)
    proposed = f"proposed by {WHO[claim.by]}" if is_proposed(dossier, claim) else WHO[claim.by]
    facts: list[tuple[str, str | Text | None]] = [
        ("holder", inked(one_line(holder_of(dossier, claim)), f"bold {look.palette.ink}")),
        ("told by", _where(dossier, claim)),
        ("says it", f"{claim.mode}, {claim.certainty} {claim.polarity}"),
        ("point", one_line(point.phrase) if point else inked("on no point yet", look.palette.pale)),
        ("stands", look.stand(claim.commitment) if claim.commitment else None),
        ("pointed by", _pointer(claim) if claim.pointed_by is Maker.MODEL else None),
        ("figures", "; ".join(one_line(f.text) for f in claim.figures)),
        ("time", told(claim, Field.TIME) if claim.period else ""),
        ("made by", proposed),
        ("put right", inked(right, f"bold {look.palette.accent}") if (right := put_right(dossier, claim_id)) else None),
        ("tags", tags),
        ("credibility", _credibility(dossier, claim_id)),
        ("brief", "in the brief" if record.get(Act.BRIEF, claim_id) else None),
        ("dismissed", None if dismissed is None else visible(dismissed) or "without a reason"),
        ("note", visible(record.get(Act.NOTE, claim_id) or "")),
    ]
    return [
        *wrapped(quoted(dossier, look, claim, claim.words), width, 1),
        Text(),
        *_facts(look, facts, width),
        *_against(dossier, look, claim, width),
    ]


def _credibility(dossier: Dossier, claim_id: str) -> str | None:
    grade = dossier.record.get(Act.CREDIBILITY, claim_id)
    doubt = f" ({UNCONFIRMED})" if grade == "1" and not dossier.is_confirmed(claim_id) else ""
    return f"{grade} {CREDIBILITY[grade]}{doubt}" if grade else None


def _against(dossier: Dossier, look: Look, claim: Claim, width: int) -> Sheet:
    lines: Sheet = []
    for relation in dossier.relations_of(claim.id):
        other = dossier.claims[relation.b if relation.a == claim.id else relation.a]
        stance = look.stance(other)
        head = inked(f" {look.glyphs.relation[relation.type]} ", look.palette.ink)
        head.append(look.cut(holder_of(dossier, other), width - stance.cell_len - 7))
        lines += [spread(head, stance, width), *wrapped(inked(one_line(other.text), look.palette.pale), width, 3)]
    return [Text(), *lines] if lines else []


def derivation_sheet(look: Look, sections: Iterable[Section], width: int) -> Sheet:
    """Return the whole derivation of a contradiction or of where a claim stands."""
    lines: Sheet = []
    for section in sections:
        lines += [Text(), *_heading(look, section.heading, width)] if section.heading else []
        for label, text in section.facts:
            lines += _fact(look, label, text, width) if label else wrapped(inked(text, look.palette.ink), width, 1)
    return lines


def source_sheet(dossier: Dossier, look: Look, source_id: str, width: int) -> Sheet:
    """Return what is known of an article."""
    source, p = dossier.sources[source_id], look.palette
    grade = dossier.record.get(Act.RELIABILITY, source_id)
    siblings = [
        s.name for s in dossier.sources.values() if s.origin == source.origin and s.id != source_id and s.origin
    ]
    hidden = inked("characters that cannot be seen; the reader shows them as codes", f"bold {p.against}")
    facts: list[tuple[str, str | Text | None]] = [
        ("skipped", inked(one_line(source.skipped), p.against) if source.skipped else None),
        ("published", f"{one_line(source.publisher or 'not stated')}, {short_date(source.published) or 'no date'}"),
        ("author", one_line(source.author or "")),
        ("genre", one_line(source.genre or "")),
        ("relays", one_line(", ".join(source.relays))),
        ("one origin", one_line(f"with {', '.join(siblings)}") if siblings else ""),
        ("worked out", ", ".join(sorted(map(one_line, source.inferred)))),
        ("hidden", hidden if has_hidden(source.text) else None),
        ("grade", grade or inked("not graded", p.pale)),
        ("file", one_line(source.file)),
        ("note", visible(dossier.record.get(Act.NOTE, source_id) or "")),
    ]
    return [*_heading(look, source.title or source.name, width), Text(), *_facts(look, facts, width)]


def actor_sheet(dossier: Dossier, look: Look, actor_id: str, width: int) -> Sheet:
    """Return what is known of an actor, and what it stands for on every point."""
    actor = dossier.actors[actor_id]
    claims = [c for c in dossier.claims_of_actor(actor_id) if c.covered is None]
    held = [c for c in claims if c.holder_id == actor_id]
    naming = dossier.naming
    merged = [one for one, home in naming.homes.items() if home == actor_id]
    read = next(iter(naming.names_read(actor_id)), actor.name)
    facts = [
        ("type", str(actor.type)),
        ("also", one_line(", ".join(actor.aliases))),
        ("you merged", one_line(", ".join(naming.names_read(m)[0] for m in merged))),
        ("read as", one_line(read) if read != actor.name else None),
        ("holds", counted(len(held), "claim")),
        ("named in", f"{counted(len(claims) - len(held), 'claim')} of others"),
        ("mentions", f"{len(actor.mentions)}" if actor.mentions else ""),
        ("note", visible("\n".join(filter(None, (dossier.record.get(Act.NOTE, a) for a in (actor_id, *merged)))))),
    ]
    lines = [*_heading(look, actor.name, width), Text(), *_facts(look, facts, width)]
    stands = dict.fromkeys((c.point, str(look.stance(c))) for c in held if c.point and c.commitment)
    by_text = {(c.point, str(look.stance(c))): look.stance(c) for c in held if c.point and c.commitment}
    if stands:
        lines += [Text(), inked(" where it stands", look.palette.pale)]
    for point, said in stands:
        stance = by_text[point, said]
        phrase = look.cut(dossier.points[point or ""].phrase, width - stance.cell_len - 4)
        lines.append(spread(inked(f" {phrase}", look.palette.ink), stance, width))
    return lines
