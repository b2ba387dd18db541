"""A derivation laid out for eyes: sections of labelled facts, the same for the command line and the room."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from briefing.contradiction.derivation import WHO, Derivation, Position, Stand
from briefing.plaintext import one_line, quoted


class Section(Struct, frozen=True):
    """A heading (perhaps "") and facts under it, each a label and a text that is safe to show."""

    heading: str
    facts: tuple[tuple[str, str], ...]


def told(explained: Derivation | Position) -> list[Section]:
    """Return the sections of a derivation: first what it comes to, then where each part comes from."""
    sections = _relation(explained) if isinstance(explained, Derivation) else _claim(explained)
    return [Section(s.heading, tuple((label, one_line(text)) for label, text in s.facts if text)) for s in sections]


def _relation(d: Derivation) -> list[Section]:
    f = d.factors
    product = " x ".join(
        f"{name} {value:g}"
        for name, value in (
            ("strength", f.strength),
            ("pointing", f.pointing),
            ("distance", f.distance),
            ("independence", f.independence),
        )
    )
    return [
        Section("", (("", d.summary),)),
        Section(f"{d.relation} ({d.kind})", (("id", d.id), *_issues(d))),
        Section("One side", tuple(_side(d.a))),
        Section("The other", tuple(_side(d.b))),
        Section(
            "Why",
            (
                ("rule", d.rule),
                ("it needs", d.needs),
                ("sources", d.origins),
                ("score", f"{d.score:g} = {product}; it orders findings and is no probability"),
            ),
        ),
    ]


def _issues(d: Derivation) -> Iterator[tuple[str, str]]:
    issues = {s.issue.id: s.issue for s in (d.a, d.b) if s.issue is not None}
    for issue in issues.values():
        yield "point", f"{issue.phrase} (made by {WHO[issue.made_by]})"


def _side(stand: Stand) -> Iterator[tuple[str, str]]:
    yield "holder", stand.holder
    yield "told by", " > ".join(stand.chain)
    yield "source", ", ".join((stand.outlet, stand.published or "no date", f"{stand.file}:{stand.start}-{stand.end}"))
    yield "passes on", ", ".join(stand.relays)
    yield "words", quoted(stand.quote)
    yield "decides", f"“{stand.words}”" if stand.words != stand.quote else "all of them"
    if stand.commitment is not None:
        yield "stands", f"{stand.stands} ({stand.commitment})"
    if stand.pointed_by is not None:
        yield "put there", f"by {WHO[stand.pointed_by]}"
    yield "read by", WHO[stand.by]


def _claim(p: Position) -> list[Section]:
    issue = p.stand.issue
    point = f"{issue.phrase} (made by {WHO[issue.made_by]})" if issue else "none yet"
    parts = [
        Section(
            r.type,
            (("id", r.relation), ("with", f"{r.holder}: {quoted(r.quote)} ({r.with_claim})"), ("why", r.explanation)),
        )
        for r in p.relations
    ]
    return [
        Section("", (("", p.summary),)),
        Section("claim", (("id", p.id), ("point", point), *_side(p.stand))),
        *parts,
    ]


def plain(sections: list[Section], width: int, wrap: Callable[[str, int], list[str]]) -> str:
    """Return sections as text of that width; `wrap` breaks a text into lines."""
    lines: list[str] = []
    for section in sections:
        lines += [""] if lines else []
        lines += [section.heading] if section.heading else []
        for label, text in section.facts:
            indent = 13 if label else 0
            first, *rest = wrap(text, width - indent) or [""]
            lines += [f"  {label:<11}{first}" if label else first, *(" " * indent + line for line in rest)]
    return "\n".join(lines) + "\n"
