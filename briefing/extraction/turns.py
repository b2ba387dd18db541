"""Who has the word in an interview: paragraphs that begin with a label ("Q.", "A:", "SMITH:")."""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from briefing.dossier import PassageKind, Source

_LABEL = re.compile(
    r"[*_\s]*(?P<who>Q|A|[A-Z][A-Z0-9.&’' -]{1,30}?|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})\s*[*_]{0,2}[.:][*_]{0,2}\s+(?=\S)"
)
_HEADED = re.compile(r"\W{0,4}[A-Z][\w’']*(?: [\w’']+){0,3}(?::[*_]{0,2}|[*_]{1,2}:) (?=\S)")
"""The few words with a colon that head a paragraph ("The money: ...", "**On rents:** ..."), as newsletters have them."""
_HEADINGS = 3
"""So many paragraphs of a text begin so, if it is its manner."""
_STAMP = re.compile(
    r"[*_]{0,2}(?:[A-Z][a-z]{2,8}\.? \d{1,2} [A-Z][a-z]{2,8},? )?(?:[01]?\d|2[0-4])[.:h][0-5]\d(?: ?[ap]\.?m\.?)?[*_]{0,2}(?: ?[:–—-])?[*_]{0,2}\s+(?=\S)"
)
"""The time of day before an entry of a live report ("09.40 ", "**14:05** – ")."""
_SPEAKS = re.compile(r"\b(?:sa(?:id|ys)|told|wr(?:ote|ites)|\w+ed|adds|asks|replies)\W*$")
_TURNS = 2
"""A label that comes so often is one; a capitalised word with a colon that comes once is no turn."""


class Segment(Struct, frozen=True):
    """A piece of a body passage that is read by itself: characters `start` to `end`; `label` is whose turn it is, if anybody's."""

    start: int
    end: int
    label: str = ""


def segments(source: Source) -> list[Segment]:
    """Return the body of a source in pieces, each turn of an interview without its label, each entry of a live report without its time."""
    return [_without_stamp(source.text, segment) for segment in _turns(source)]


def _without_stamp(text: str, segment: Segment) -> Segment:
    stamp = _STAMP.match(text, segment.start, segment.end)
    return Segment(stamp.end(), segment.end, segment.label) if stamp is not None else segment


def _turns(source: Source) -> list[Segment]:
    lines = [
        piece for p in source.passages if p.kind is PassageKind.BODY for piece in _lines(source.text, p.start, p.end)
    ]
    labels = Counter(m["who"] for a, b in lines if (m := _LABEL.match(source.text[a:b])))
    known = {who for who, n in labels.items() if n >= _TURNS}
    if len(known) < 2:
        return _without_headings(source)
    found: list[Segment] = []
    for start, end in lines:
        match = _LABEL.match(source.text[start:end])
        if match is not None and match["who"] in known:
            found.append(Segment(start + match.end(), end, match["who"]))
        else:
            found.append(Segment(start, end, ""))
    return found


def _without_headings(source: Source) -> list[Segment]:
    """Return the body passages of a text, each without the words that head it where that is the manner of the text."""
    body = [p for p in source.passages if p.kind is PassageKind.BODY]
    heads = {
        p.start: m[0] for p in body if (m := _HEADED.match(source.text[p.start : p.end])) and not _SPEAKS.search(m[0])
    }
    if not _HEADINGS <= len(heads) == len(set(heads.values())):
        heads = {}
    return [Segment(p.start + len(heads.get(p.start, "")), p.end) for p in body]


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
