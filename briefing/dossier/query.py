"""A filter that reads like a sentence: `actor:machado holder:"miami herald" is:hedged since:2025-11 amnesty`.

Terms are joined by "and"; a minus before a term turns it round; words without a field are looked for in the claim's words,
its tidied text and its holder. Matching ignores case and accents and takes any part of a name.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from briefing.dossier.annotation import Act
from briefing.dossier.claim import Claim, Maker
from briefing.dossier.dossier import Dossier
from briefing.dossier.folding import folded
from briefing.dossier.point import Certainty

FIELDS = {
    "actor": "an actor the claim is about, or who holds it",
    "holder": "who stands behind it",
    "source": "the article's publisher, title or file",
    "point": "the point it is on",
    "tag": "a tag it carries",
    "credibility": "the analyst's grade: 1 to 6",
    "is": "a state (below)",
    "by": "who made it: rules, model, reading, analyst",
    "since": "the article appeared on this date or later",
    "until": "the article appeared on this date or earlier",
}

_TERM = re.compile(
    r'(?P<minus>-?)(?:(?P<field>[a-z]+):)?(?:"(?P<quoted>[^"]*)(?P<close>"?)|(?P<word>[^\s"]+))|(?P<bad>\S)'
)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class QueryError(ValueError):
    """A filter that cannot be read; `at` is the character where it goes wrong."""

    def __init__(self, problem: str, at: int) -> None:
        super().__init__(problem)
        self.at = at


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; an empty field looks for words."""

    field: str
    value: str
    negated: bool = False


def _is_hedged(_dossier: Dossier, claim: Claim) -> bool:
    return claim.certainty is not Certainty.CERTAIN


def _is_in_brief(dossier: Dossier, claim: Claim) -> bool:
    targets = (claim.id, *(r.id for r in dossier.relations_of(claim.id)))
    return any(dossier.record.get(Act.BRIEF, t) is not None for t in targets)


def _is_disputed(dossier: Dossier, claim: Claim) -> bool:
    return any(r.type.is_conflict for r in dossier.relations_of(claim.id))


STATES: dict[str, Callable[[Dossier, Claim], bool]] = {
    "tagged": lambda d, c: bool(d.record.tags(c.id)),
    "noted": lambda d, c: d.record.get(Act.NOTE, c.id) is not None,
    "dismissed": lambda d, c: d.is_dismissed(c.id),
    "pointed": lambda _, c: c.point is not None,
    "hedged": _is_hedged,
    "disputed": _is_disputed,
    "brief": _is_in_brief,
    "covered": lambda _, c: c.covered is not None,
}


@dataclass(frozen=True, slots=True)
class Query:
    """Conditions that a claim meets all together."""

    terms: tuple[Term, ...] = field(default=())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a filter. Raises QueryError with the place of what is wrong."""
        return cls(tuple(_term(match) for match in _TERM.finditer(text)))

    def matches(self, dossier: Dossier, claim: Claim) -> bool:
        """Tell whether a claim of that dossier meets every condition."""
        return all(_meets(dossier, claim, term) != term.negated for term in self.terms)

    def select(self, dossier: Dossier, claims: list[Claim] | None = None) -> list[Claim]:
        """Return the claims that match, in reading order, of those given or of all.

        Dismissed and covered claims are left out unless a condition asks for that state.
        """
        asked = {t.value for t in self.terms if t.field == "is"}
        return [
            c
            for c in (dossier.all_claims() if claims is None else claims)
            if (c.covered is None or "covered" in asked)
            and ("dismissed" in asked or not dossier.is_dismissed(c.id))
            and self.matches(dossier, c)
        ]


def _term(match: re.Match[str]) -> Term:
    name, at = match["field"] or "", match.start()
    if match["bad"] or (match["quoted"] is not None and not match["close"]):
        raise QueryError("a quotation mark is not closed", at)
    value = match["quoted"] if match["quoted"] is not None else match["word"]
    value_at = match.start("quoted" if match["quoted"] is not None else "word")
    if name and name not in FIELDS:
        raise QueryError(f"there is no field '{name}'; fields are {', '.join(FIELDS)}", at)
    if name == "is" and value not in STATES:
        raise QueryError(f"'{value}' is no state; states are {', '.join(STATES)}", value_at)
    if name == "by" and value not in set(Maker):
        raise QueryError(f"'{value}' makes no claims; it is one of {', '.join(Maker)}", value_at)
    if name == "credibility" and value not in set("123456"):
        raise QueryError("credibility is graded 1 to 6", value_at)
    if name in {"since", "until"} and not _DATE.fullmatch(value):
        raise QueryError("a date is written 2025, 2025-11 or 2025-11-07", value_at)
    return Term(name, value, bool(match["minus"]))


def _meets(dossier: Dossier, claim: Claim, term: Term) -> bool:
    source = dossier.sources[claim.source]
    match term.field:
        case "is":
            return STATES[term.value](dossier, claim)
        case "by":
            return claim.by == term.value
        case "tag":
            return term.value in dossier.record.tags(claim.id)
        case "since":
            return source.published is not None and source.published[: len(term.value)] >= term.value
        case "until":
            return source.published is not None and source.published[: len(term.value)] <= term.value
        case _:
            return any(folded(term.value) in folded(text) for text in _texts(dossier, claim, term.field))


def _texts(dossier: Dossier, claim: Claim, name: str) -> list[str]:
    source = dossier.sources[claim.source]
    match name:
        case "actor":
            ids = (*claim.actors, *([claim.holder_id] if claim.holder_id else []))
            actors = [dossier.actors[i] for i in ids if i in dossier.actors]
            return [claim.holder, *(name for a in actors for name in (a.name, *a.aliases))]
        case "holder":
            actor = dossier.actors.get(claim.holder_id or "")
            return [claim.holder, *claim.chain, *(actor.aliases if actor else ())]
        case "credibility":
            return [dossier.record.get(Act.CREDIBILITY, claim.id) or ""]
        case "source":
            return [source.name, source.title or "", source.file]
        case "point":
            point = dossier.points.get(claim.point or "")
            return [point.phrase, *point.aliases] if point else []
        case _:
            return [claim.quote, claim.text, claim.holder]
