"""What the analyst did, said in words; and the points a claim may belong on."""

from collections.abc import Sequence

from msgspec.structs import replace

from briefing.dossier import Act, Anchor, Annotation, Dossier, Point
from briefing.dossier.correction import Field, figure_of, period_of
from briefing.dossier.folding import folded
from briefing.dossier.judgment import LISTED, SINGLE, TIED, Judgment, Statement, items, unpacked
from briefing.ledger import Conflict
from briefing.plaintext import clipped, one_line, quoted

_NAMED = 48
"""Characters of a claim that are enough to know it by."""
_TOLD = ("likelihood", "confidence", "reason", "would_change", "group")
"""What a judgment says beside its text."""
_GONE = "something no longer there"
_MOST_TOLD = 4
"""So many deeds of one step are told; of more their number is."""
_TELLING = 4
"""Words shorter than this say little about what a point is on."""


def in_words(annotations: Sequence[Annotation], dossier: Dossier) -> str:
    """Say what was done in a step, for one line on the screen; a point that a claim is put on is named with the claim."""
    named = {p for a in annotations if a.act is Act.POINT for p in (a.value, a.before)}
    told = [a for a in annotations if a.act is not Act.NEW_POINT or a.target not in named]
    said = [_sentence(a, dossier) for a in told[:_MOST_TOLD]]
    return "; ".join([*said, f"and {len(told) - _MOST_TOLD} more"] if len(told) > _MOST_TOLD else said)


def undone_in_words(annotations: Sequence[Annotation], dossier: Dossier) -> str:
    """Say what had been done that a step of undo took back: what is gone is what one looks for."""
    return in_words([replace(a, value=a.before, before=a.value) for a in annotations], dossier)


def _sentence(annotation: Annotation, dossier: Dossier) -> str:
    value = one_line(annotation.value or "")
    on = _named(annotation.target.split("/", 1)[0], dossier) or _quoted(annotation.anchors) or _GONE
    taken_back = annotation.value is None
    match annotation.act:
        case Act.TAG:
            words = f"tag “{one_line(annotation.target.split('/', 1)[1])}” {'off' if taken_back else 'on'} {on}"
        case Act.NOTE:
            words = f"note taken off {on}" if taken_back else f"note “{clipped(value, _NAMED)}” on {on}"
        case Act.DISMISS:
            words = f"back in view: {on}" if taken_back else f"dismissed: {on}"
        case Act.POINT:
            words = f"{on} on {_point(annotation.value, dossier)}"
        case Act.COMMIT:
            words = f"{on} as it was read" if taken_back else f"{on}: {value or 'no stance'}"
        case Act.BRIEF:
            words = f"{'out of' if taken_back else 'into'} the brief: {on}"
        case Act.CORRECT | Act.MERGE | Act.SPLIT | Act.RENAME | Act.ADD:
            words = _put_right(annotation, on)
        case Act.NEW_POINT:
            words = "the new point is gone" if taken_back else f"new point “{value}”"
        case act if act in LISTED or act in SINGLE or act in TIED:
            words = _of_brief(annotation, on, dossier)
        case _:
            words = f"{annotation.act} {value or 'none'} for {on}"
    return words


def _put_right(annotation: Annotation, on: str) -> str:
    """Say what became of a field of a claim, of who is who, or of a claim that the analyst added."""
    name, value = one_line(annotation.target), one_line(annotation.value or "")
    said = {
        Act.MERGE: (f"“{name}” is “{value}”", f"“{name}” is apart again"),
        Act.SPLIT: (f"“{name}” is not “{value}”", f"“{name}” is an alias again"),
        Act.RENAME: (f"“{name}” is called “{value}”", f"“{name}” under the name it was read with"),
        Act.ADD: (f"added claim {on}", "the added claim is gone"),
    }
    if annotation.act is Act.CORRECT:
        field = name.partition("/")[2]
        return f"{field} of {on}: {_corrected(field, annotation.value)}"
    return said[annotation.act][annotation.value is None]


def _corrected(field: str, value: str | None) -> str:
    if value is None:
        return "as it was read"
    read = {Field.FIGURE: figure_of, Field.TIME: period_of}.get(Field(field))
    found = read(value) if read else None
    return one_line(found.text if found else value) or "none"


def _of_brief(annotation: Annotation, on: str, dossier: Dossier) -> str:
    """Say what became of something in the brief."""
    act, value = annotation.act, annotation.value
    item = _listed(annotation.target.partition("/")[2], dossier)
    if act is Act.EVIDENCE:
        return f"{item} {'rests on' if value else 'no longer rests on'} {on}"
    if act is Act.RATING:
        return f"{on} is {value or 'not rated'}: {item}"
    if value is None:
        if act not in LISTED or annotation.before is None:
            return f"no {act}"
        gone = unpacked(act, annotation.target, annotation.before).text
        return f"{act} “{clipped(one_line(gone), _NAMED)}” taken out"
    if act not in LISTED:
        return f"{act} “{clipped(one_line(value), _NAMED)}”"
    now = unpacked(act, annotation.target, value)
    said = f"{act} “{clipped(one_line(now.text), _NAMED)}”"
    before = unpacked(act, annotation.target, annotation.before) if annotation.before is not None else None
    changed = [f for f in _TOLD if before is not None and getattr(now, f, "") != getattr(before, f, "")]
    return "; ".join([said, *(f"{f.replace('_', ' ')}: {_field(now, f) or 'not stated'}" for f in changed)])


def _field(item: Judgment | Statement, name: str) -> str:
    return clipped(one_line(str(getattr(item, name, None) or "")), _NAMED)


def value_in_words(annotation: Annotation, value: str | None, dossier: Dossier) -> str:
    """Say what a value is that stands, or stood, where an annotation is; "" for nothing."""
    if value is None:
        return ""
    if annotation.act in LISTED:
        item = unpacked(annotation.act, annotation.target, value)
        told = [f"{f.replace('_', ' ')}: {said}" for f in _TOLD if (said := _field(item, f))]
        return "; ".join([f"“{clipped(one_line(item.text), _NAMED)}”", *told])
    if annotation.act is Act.POINT:
        return _point(value, dossier)
    if annotation.act is Act.CORRECT:
        return _corrected(annotation.target.partition("/")[2], value)
    return one_line(value)


def _listed(item_id: str, dossier: Dossier) -> str:
    found = (i for act in LISTED for i in items(dossier.record, act) if i.id == item_id)
    item = next(found, None)
    return f"“{clipped(one_line(item.text), _NAMED)}”" if item else "what is no longer there"


def _point(value: str | None, dossier: Dossier) -> str:
    if value is None:
        return "the point it was read on"
    point = dossier.points.get(value)
    return f"“{one_line(point.phrase)}”" if point else "no point"


def _named(target: str, dossier: Dossier) -> str:
    if target in dossier.claims:
        return quoted(clipped(one_line(dossier.claims[target].text), _NAMED))
    if target in dossier.relations:
        return f"“{clipped(one_line(dossier.points[dossier.relations[target].point].phrase), _NAMED)}”"
    if target in dossier.sources:
        return one_line(dossier.sources[target].name)
    if target in dossier.actors:
        return one_line(dossier.actors[target].name)
    return ""


def suggestions(dossier: Dossier, claim_id: str) -> list[Point]:
    """Return points for a claim, likeliest first: those of its companions, then by words and actors in common; all others last."""
    claim = dossier.claims[claim_id]
    companions = [dossier.claims[c].point for c in claim.companions if c in dossier.claims]
    near = {point: rank for rank, point in reversed(list(enumerate(companions))) if point}
    words = _words(claim.text) | _words(claim.quote)

    def order(point: Point) -> tuple[int, int, int, str]:
        shared = len(words & set().union(*(_words(p) for p in (point.phrase, *point.aliases))))
        used = len(dossier.claims_on_point(point.id))
        return (near.get(point.id, len(companions)), -shared, -used, point.phrase)

    return sorted(dossier.points.values(), key=order)


def _words(text: str) -> set[str]:
    return {w for w in folded(text).split() if len(w) >= _TELLING}


def side_by_side(conflict: Conflict) -> tuple[str, list[tuple[str, str]]]:
    """Return what analysts differ on, in the words it was said on, and what each says; the last holds."""
    words = next((a.anchors for a in reversed(conflict.said) if a.anchors), ())
    tag = f" “{one_line(conflict.target.partition('/')[2])}”" if conflict.act is Act.TAG else ""
    said = [(one_line(a.who), clipped(one_line(a.value or "none"), _NAMED)) for a in conflict.said]
    return f"{conflict.act}{tag} on {_quoted(words) or one_line(conflict.target)}", said


def of_conflict(conflict: Conflict) -> str:
    """Return what analysts say of one target, a line for each."""
    what, said = side_by_side(conflict)
    width = max(len(who) for who, _ in said)
    times = (f"{a.at[:16].replace('T', ' ')} UTC" for a in conflict.said)
    lines = [f"  {who:<{width}}  {at}  {value}" for (who, value), at in zip(said, times, strict=True)]
    return "\n".join([what, *lines[:-1], f"{lines[-1]}  (holds)"])


def _quoted(words: Sequence[Anchor]) -> str:
    return " and ".join(quoted(clipped(one_line(w.quote), _NAMED)) if w.quote else one_line(w.file) for w in words)


def of_lost(orphan: Annotation) -> str:
    """Say what an annotation says whose words are no longer found, and which words those were."""
    quotes = _quoted(orphan.anchors)
    tag = f" “{one_line(orphan.target.partition('/')[2])}”" if orphan.act is Act.TAG else ""
    said = "" if orphan.act is Act.TAG else f" “{clipped(one_line(orphan.value or ''), _NAMED)}”"
    return f"{orphan.act}{tag}{said} of {one_line(orphan.who)} has lost its words{f': {quotes}' if quotes else ''}"
