"""What became of a brief since an exported version of it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from briefing.brief.document import folded
from briefing.brief.material import Material
from briefing.brief.version import Version, VersionContradiction, VersionJudgment, VersionSource
from briefing.dossier import Act, Judgment
from briefing.dossier.judgment import single
from briefing.plurals import counted


class State(Struct, frozen=True):
    """What is compared of a brief, by id."""

    title: str
    bottom_line: str
    judgments: dict[str, VersionJudgment]
    contradictions: dict[str, VersionContradiction]
    sources: dict[str, VersionSource]


def state_of_version(version: Version) -> State:
    """Return what an exported version said."""
    return State(
        version.title,
        version.bottom_line,
        {j.id: j for j in version.judgments},
        {c.id: c for c in version.contradictions},
        {s.file: s for s in version.sources},
    )


def state_of(material: Material) -> State:
    """Return what the brief says as it stands."""
    record, numbers, d = material.record, material.numbers, material.dossier
    relations = [*material.told, *material.open]
    return State(
        folded(single(record, Act.TITLE)),
        single(record, Act.BOTTOM_LINE),
        {j.id: _judgment(j, material) for j in material.judgments},
        {
            r.id: VersionContradiction(
                id=r.id, number=numbers[r.id], point=d.points[r.point].phrase, verdict=material.verdict(r)
            )
            for r in relations
        },
        {
            s.file: VersionSource(id=s.id, file=s.file, reliability=record.get(Act.RELIABILITY, s.id))
            for s in material.read
        },
    )


def _judgment(j: Judgment, material: Material) -> VersionJudgment:
    return VersionJudgment(
        id=j.id,
        number=material.numbers[j.id],
        text=j.text,
        likelihood=j.likelihood,
        confidence=j.confidence,
        reason=j.reason,
        evidence=[*(c.id for c in material.claims_of(j)), *(r.id for r in material.relations_of(j))],
    )


def change_of(judgment: Judgment, material: Material, last: Version) -> str:
    """Return what became of a judgment since a version, in words that end with a full stop."""
    before = next((j for j in last.judgments if j.id == judgment.id), None)
    if before is None:
        return "not in it."
    return f"{'; '.join(_changed(before, _judgment(judgment, material))) or 'none'}."


def changes(material: Material, last: Version) -> list[str]:
    """Return what became of the brief since a version, a sentence each."""
    return list(difference(state_of_version(last), state_of(material)))


def difference(a: State, b: State) -> Iterator[str]:
    """Yield what changed from one state of a brief to another, a sentence each."""
    if a.title != b.title:
        yield f"Title: “{b.title or 'none'}” (was “{a.title or 'none'}”)."
    if a.bottom_line != b.bottom_line:
        yield f"The bottom line reads otherwise; it was: “{a.bottom_line or 'nothing'}”."
    for judgment in b.judgments.values():
        before = a.judgments.get(judgment.id)
        if before is None:
            yield f"Judgment {judgment.number} was not there: “{judgment.text}”."
        elif changed := "; ".join(_changed(before, judgment)):
            yield f"Judgment {judgment.number}: {changed}."
    for gone in a.judgments.keys() - b.judgments.keys():
        yield f"A judgment is gone: “{a.judgments[gone].text}” ({a.judgments[gone].number})."
    yield from _contradictions(a, b)
    yield from _sources(a, b)


def _changed(a: VersionJudgment, b: VersionJudgment) -> Iterator[str]:
    if a.likelihood != b.likelihood:
        yield f"likelihood {b.likelihood or 'none'} (was {a.likelihood or 'none'})"
    if a.confidence != b.confidence:
        yield f"confidence {b.confidence or 'none'} (was {a.confidence or 'none'})"
    if a.text != b.text:
        yield f"worded otherwise (was “{a.text}”)"
    if a.reason != b.reason:
        yield "another reason for the confidence"
    more, fewer = (len(set(x.evidence) - set(y.evidence)) for x, y in ((b, a), (a, b)))
    if more:
        yield f"{counted(more, 'item')} of evidence more"
    if fewer:
        yield f"{counted(fewer, 'item')} of evidence fewer"


def _contradictions(a: State, b: State) -> Iterator[str]:
    new = [c for i, c in b.contradictions.items() if i not in a.contradictions]
    gone = [c for i, c in a.contradictions.items() if i not in b.contradictions]
    for words, found in (("came up", new), ("is no longer found" if len(gone) == 1 else "are no longer found", gone)):
        if found:
            yield f"{counted(len(found), 'contradiction')} {words}: {_named(c.point for c in found)}."
    for i, now in b.contradictions.items():
        before = a.contradictions.get(i)
        if before is not None and before.verdict != now.verdict:
            yield f"Contradiction {now.number} ({now.point}): {now.verdict or 'open'} (was {before.verdict or 'open'})."


_NAMED = 5
"""Contradictions named in one sentence; the rest is counted."""


def _named(points: Iterable[str]) -> str:
    phrases = list(dict.fromkeys(points))
    rest = len(phrases) - _NAMED
    return "; ".join(phrases[:_NAMED]) + (f"; and {counted(rest, 'point')} more" if rest > 0 else "")


def _sources(a: State, b: State) -> Iterator[str]:
    for file, now in b.sources.items():
        before = a.sources.get(file)
        if before is None:
            yield f"A source is new: {file}."
        elif before.id != now.id:
            yield f"A source has other words than before: {file}."
        elif before.reliability != now.reliability:
            yield f"{file}: reliability {now.reliability or 'not graded'} (was {before.reliability or 'not graded'})."
    for file in a.sources.keys() - b.sources.keys():
        yield f"A source is gone: {file}."
