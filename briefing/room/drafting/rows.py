"""The rows of the brief screen: every part of the brief that the analyst writes, numbered as in the export."""

from collections.abc import Iterator

from msgspec import Struct
from rich.text import Text

from briefing.brief import Material
from briefing.brief.alternatives import caption
from briefing.brief.matrix import inconsistencies
from briefing.dossier import Act, Claim, Judgment, Relation
from briefing.dossier.judgment import items, single, statements
from briefing.plurals import counted
from briefing.room.look import Look, holder_of, inked

_LABEL = 17
SECTIONS: tuple[tuple[Act, str], ...] = (
    (Act.JUDGMENT, "Key judgments"),
    (Act.HYPOTHESIS, "Alternatives considered"),
    (Act.ASSUMPTION, "Key assumptions"),
    (Act.INDICATOR, "Outlook and indicators"),
    (Act.GAP, "Gaps"),
)
_FIELDS = (
    ("likelihood", "likelihood"),
    ("confidence", "confidence"),
    ("reason", "reason"),
    ("would_change", "would change it"),
)


class Row(Struct, frozen=True):
    """A row: what it is labelled and says, the act that sets it, and the item, field or piece of evidence it stands for.

    `id` is the act's name for what there is one of and for the head of a section, the item's id for an item, and begins with the
    item's id for its parts.
    """

    id: str
    label: str
    text: str
    act: Act
    item: str = ""
    field: str = ""
    chosen: str = ""
    is_head: bool = False


def rows(material: Material) -> list[Row]:
    """Return the rows in the order of the brief."""
    return [*_singles(material), *_listed(material)]


def _singles(material: Material) -> Iterator[Row]:
    for act, label in ((Act.TITLE, "title"), (Act.BOTTOM_LINE, "bottom line"), (Act.SOURCE_SUMMARY, "source summary")):
        worked_out = "worked out by the program; enter edits it" if act is Act.SOURCE_SUMMARY else ""
        yield Row(str(act), label, single(material.record, act) or worked_out, act)


def _listed(material: Material) -> Iterator[Row]:
    for act, title in SECTIONS:
        is_empty = not items(material.record, act)
        yield Row(str(act), title, "none yet; a adds one" if is_empty else "", act, is_head=True)
        if act is Act.JUDGMENT:
            for judgment in material.judgments:
                yield from _judgment(judgment, material)
            continue
        for number, item in enumerate(statements(material.record, act), 1):
            label, text = material.numbers.get(item.id, str(number)), item.text
            if act is Act.HYPOTHESIS:
                count = inconsistencies(r for (_, h), r in material.ratings.items() if h == item.id)
                text = f"{text}  ({counted(count, 'inconsistency', 'inconsistencies')})"
            yield Row(item.id, label, text, act, item.id)


def _judgment(judgment: Judgment, material: Material) -> Iterator[Row]:
    act, item = Act.JUDGMENT, judgment.id
    yield Row(item, material.numbers[item], judgment.text, act, item, "text")
    for field, label in _FIELDS:
        value = getattr(judgment, field)
        said = judgment.likelihood.bracketed if field == "likelihood" and judgment.likelihood else str(value or "")
        yield Row(f"{item}:{field}", label, said, act, item, field)
    if judgment.group:
        yield Row(f"{item}:group", "excludes", judgment.group, act, item, "group")
    evidence: list[Claim | Relation] = [*material.claims_of(judgment), *material.relations_of(judgment)]
    for chosen in evidence:
        number, said = material.numbers[chosen.id], told(chosen, material)
        yield Row(f"{item}:{chosen.id}", number, said, act, item, "evidence", chosen.id)
    if not evidence:
        yield Row(f"{item}:evidence", "evidence", "", act, item, "evidence")


def told(chosen: Claim | Relation, material: Material) -> str:
    """Return what to know a piece of evidence by: who says what where, or who is against whom on what."""
    d = material.dossier
    if isinstance(chosen, Claim):
        return f"{material.source(chosen.source)} {holder_of(d, chosen)}: {caption(chosen, material)}"
    a, b = (holder_of(d, d.claims[c]) for c in (chosen.a, chosen.b))
    return f"{caption(chosen, material)}: {a} against {b}"


def draw(row: Row, look: Look, width: int) -> list[Text]:
    """Draw a row on one line."""
    p = look.palette
    if row.is_head:
        return [
            inked(f" {row.label}", f"bold {p.accent}").append(
                f"  {row.text}" if row.text else "", style=f"italic {p.pale}"
            )
        ]
    strong = row.field in {"", "text"}
    indent = "" if strong else "  "
    line = inked(f" {indent}{look.cell(row.label, _LABEL - len(indent))} ", f"bold {p.ink}" if strong else p.pale)
    said = look.cut(row.text, width - _LABEL - 3)
    return [
        line.append(
            said or ("none chosen yet; b chooses" if row.field == "evidence" else "not written yet"),
            style=p.ink if said else f"italic {p.doubt}",
        )
    ]
