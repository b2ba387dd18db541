"""What the analyst concludes, from what, and what stays open: the parts of a brief that are in the analyst's own words."""

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, fields

from briefing.dossier.annotation import Act, Record

BRIEF = "brief"
"""The target of what there is one of: title, bottom line, source summary."""


class Likelihood(StrEnum):
    """How likely, in the first row of terms of ICD 203 (2015), section D.6.e(2)(a)."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    EVEN = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"

    @property
    def range(self) -> tuple[int, int]:
        """The percentages that the term stands for, both ends included."""
        return _TERMS[self][0]

    @property
    def synonym(self) -> str:
        """The term of the other row, which a brief does not use."""
        return _TERMS[self][1]

    @property
    def bracketed(self) -> str:
        """The term with its range: "likely (55-80 %)", with an en dash."""
        return f"{self} ({self.range[0]}–{self.range[1]} %)"


_TERMS = {
    Likelihood.ALMOST_NO_CHANCE: ((1, 5), "remote"),
    Likelihood.VERY_UNLIKELY: ((5, 20), "highly improbable"),
    Likelihood.UNLIKELY: ((20, 45), "improbable"),
    Likelihood.EVEN: ((45, 55), "roughly even odds"),
    Likelihood.LIKELY: ((55, 80), "probable"),
    Likelihood.VERY_LIKELY: ((80, 95), "highly probable"),
    Likelihood.ALMOST_CERTAIN: ((95, 99), "nearly certain"),
}


class Confidence(StrEnum):
    """How well founded a judgment is."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"


class Rating(StrEnum):
    """What a piece of evidence is to a hypothesis (Heuer, Psychology of Intelligence Analysis, 1999, chapter 8)."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    NEUTRAL = "neutral"
    NOT_APPLICABLE = "not applicable"


class Judgment(Struct, frozen=True):
    """What the analyst holds to be so: `text` is what follows "We assess it is likely that".

    `reason` is the reason for the confidence, `would_change` what would change the judgment; judgments of one `group` exclude each
    other; `place` orders them. What is not said yet is "" or None.
    """

    id: str
    text: str
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    reason: str = ""
    would_change: str = ""
    group: str = ""
    place: int = 0


class Statement(Struct, frozen=True):
    """An assumption, an indicator, a gap or a hypothesis; `place` orders those of a kind."""

    id: str
    text: str
    place: int = 0


LISTED: Mapping[Act, str] = {
    Act.JUDGMENT: "j-",
    Act.ASSUMPTION: "a-",
    Act.INDICATOR: "i-",
    Act.GAP: "g-",
    Act.HYPOTHESIS: "h-",
}
"""The acts that put something into a list of the brief, with the beginning of the ids of what is listed."""
SINGLE = frozenset({Act.TITLE, Act.BOTTOM_LINE, Act.SOURCE_SUMMARY})
"""The acts that set what a brief has one of."""
TIED = frozenset({Act.EVIDENCE, Act.RATING})
"""The acts on a claim or relation and something listed together; their target is "claim-id/j-id"."""


def check(act: Act, target: str, value: str) -> None:
    """Raise ValueError if one of the acts above with that target and value means nothing."""
    if act in LISTED:
        if not target.startswith(LISTED[act]):
            raise ValueError(f"the target of '{act}' begins with '{LISTED[act]}', not '{target}'")
        unpacked(act, target, value)
    elif act in SINGLE and target != BRIEF:
        raise ValueError(f"the target of '{act}' is '{BRIEF}', not '{target}'")
    elif act in TIED and not all(target.partition("/")):
        raise ValueError(f"the target of '{act}' is 'claim/what it bears on', not '{target}'")
    elif act is Act.RATING:
        Rating(value)
    elif act is Act.EVIDENCE and value != "yes":
        raise ValueError(f"evidence is 'yes' or nothing, not '{value}'")


def packed(item: Judgment | Statement) -> str:
    """Return a judgment or statement as a value of the record: JSON, the same for the same item."""
    values = {k: v for k, v in asdict(item).items() if k == "text" or (k != "id" and v not in ("", None))}
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def unpacked(act: Act, target: str, value: str) -> Judgment | Statement:
    """Return the judgment or statement that a value of the record is. Raises ValueError if it is none."""
    given: object = json.loads(value)
    made = Judgment if act is Act.JUDGMENT else Statement
    if not isinstance(given, dict) or "text" not in given:
        raise ValueError(f"'{act}' is JSON with a text")
    known = {f.name for f in fields(made)} - {"id"}
    return made(target, **{k: _value(k, v) for k, v in given.items() if k in known})


_READ: dict[str, Callable[[Any], object]] = {"likelihood": Likelihood, "confidence": Confidence}


def _value(name: str, value: object) -> Any:
    if type(value) is not (int if name == "place" else str):
        raise ValueError(f"'{name}' cannot be {value!r}")
    return _READ[name](value) if name in _READ else value


def judgments(record: Record) -> list[Judgment]:
    """Return the judgments in their order."""
    return [j for j in items(record, Act.JUDGMENT) if isinstance(j, Judgment)]


def statements(record: Record, act: Act) -> list[Statement]:
    """Return the assumptions, indicators, gaps or hypotheses in their order."""
    return [s for s in items(record, act) if isinstance(s, Statement)]


def items(record: Record, act: Act) -> list[Judgment | Statement]:
    """Return what one of the `LISTED` acts has put into the brief, in its order."""
    made = (unpacked(act, a.target, a.value or "") for a in record.standing(act))
    return sorted(made, key=lambda item: (item.place, item.id))


def evidence(record: Record) -> dict[str, tuple[str, ...]]:
    """Return the claims and relations that each judgment rests on, by its id, in the order they were chosen."""
    found: dict[str, tuple[str, ...]] = {}
    for chosen, judgment in _ties(record, Act.EVIDENCE):
        found[judgment] = (*found.get(judgment, ()), chosen)
    return found


def ratings(record: Record) -> dict[tuple[str, str], Rating]:
    """Return how claims and relations were rated: by (claim or relation, hypothesis)."""
    return {tie: Rating(record.get(Act.RATING, "/".join(tie)) or "") for tie in _ties(record, Act.RATING)}


def _ties(record: Record, act: Act) -> Iterator[tuple[str, str]]:
    for annotation in record.standing(act):
        chosen, _, to = annotation.target.partition("/")
        yield chosen, to


def single(record: Record, act: Act) -> str:
    """Return the title, the bottom line or the source summary that the analyst wrote, or ""."""
    return record.get(act, BRIEF) or ""
