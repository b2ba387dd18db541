"""Who has the word in an interview: paragraphs that begin with a label ("Q.", "A:", "SMITH:")."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from briefing.dossier import PassageKind, Source

_LABEL = re.compile(
    r"[*_\s]*(?P<who>Q|A|[A-Z][A-Z0-9.&’' -]{1,30}?|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\s*[*_]{0,2}[.:][*_]{0,2}\s+(?=\S)"
)
_TURNS = 2
"""A label that comes so often is one; a capitalised word with a colon that comes once is no turn."""


class Segment(Struct, frozen=True):
    """A piece of a body passage that is read by itself: characters `start` to `end`; `label` is whose turn it is, if anybody's."""

    start: int
    end: int
    label: str = ""


def segments(source: Source) -> list[Segment]:
    """Return the body of a source in pieces, each turn of an interview without its label."""
    lines = [
        piece for p in source.passages if p.kind is PassageKind.BODY for piece in _lines(source.text, p.start, p.end)
    ]
    labels = Counter(m["who"] for a, b in lines if (m := _LABEL.match(source.text[a:b])))
    known = {who for who, n in labels.items() if n >= _TURNS}
    if len(known) < 2:
        return [Segment(p.start, p.end) for p in source.passages if p.kind is PassageKind.BODY]
    found: list[Segment] = []
    for start, end in lines:
        match = _LABEL.match(source.text[start:end])
        if match is not None and match["who"] in known:
            found.append(Segment(start + match.end(), end, match["who"]))
        else:
            found.append(Segment(start, end, ""))
    return found


def interviewee(found: Sequence[Segment]) -> str:
    """Return the label of the one who answers: "A", or who does not have the first turn; "" if it is no interview."""
    order = list(dict.fromkeys(s.label for s in found if s.label))
    if "A" in order:
        return "A"
    return order[1] if len(order) > 1 else ""


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Divide a passage before every line that begins with a label."""
    cuts = [start]
    cuts += [
        start + m.start() + 1
        for m in re.finditer(r"\n(?=\S)", text[start:end])
        if _LABEL.match(text[start + m.start() + 1 : end])
    ]
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], end], strict=True) if text[a:b].strip()]
