"""A filter that reads like a sentence: `actor:machado holder:"miami herald" is:hedged since:2025-11 amnesty`.

Terms are joined by "and"; a minus before a term turns it round; words without a field are looked for in the claim's words,
its tidied text and its holder. Matching ignores case and accents and takes any part of a name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from itertools import islice
from typing import Self

from msgspec import Struct

from briefing.dossier.annotation import Act
from briefing.dossier.claim import Claim, Maker
from briefing.dossier.conditions import FIELDS, STATES, Term, condition
from briefing.dossier.dossier import Dossier
from briefing.dossier.folding import folded

_TERM = re.compile(
    r'(?P<minus>-?)(?:(?P<field>[A-Za-z]+):)?(?:"(?P<quoted>[^"]*)(?P<close>"?)|(?P<word>[^\s"]+))|(?P<bad>\S)'
)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


_PARTS = frozenset({"", "actor", "holder", "source", "point"})
"""The fields that any part of a name meets: a longer part finds no more."""


class QueryError(ValueError):
    """A filter that cannot be read; `at` is the character where it goes wrong."""

    def __init__(self, problem: str, at: int) -> None:
        super().__init__(problem)
        self.at = at


class Query(Struct, frozen=True):
    """Conditions that a claim meets all together."""

    terms: tuple[Term, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a filter. Raises QueryError with the place of what is wrong."""
        return cls(tuple(_term(match) for match in _TERM.finditer(text)))

    def select(self, dossier: Dossier, claims: list[Claim] | None = None) -> list[Claim]:
        """Return the claims that match, in reading order, of those given or of all.

        Dismissed and covered claims are left out unless a condition asks for that state.
        """
        found = dossier.all_claims() if claims is None else claims
        return next(self.sift(dossier, found, len(found)), [])

    def narrows(self, other: "Query") -> bool:
        """Tell whether every claim that this finds is found by the other too: it says the same and more."""
        return (
            len(self.terms) >= len(other.terms)
            and all(
                mine == its or (mine.field == its.field and mine.field in _PARTS and _is_longer(mine, its))
                for mine, its in zip(self.terms, other.terms, strict=False)
            )
            and not any(t.field == "is" for t in self.terms[len(other.terms) :])
        )

    def sift(self, dossier: Dossier, claims: Iterable[Claim], slice_of: int) -> Iterator[list[Claim]]:
        """Yield what `select` returns of each slice of so many claims, so that something else can be done in between.

        The conditions are those of the dossier at the first slice.
        """
        asked = {t.value for t in self.terms if t.field == "is"}
        all_in_view = "covered" in asked or dossier.count() == len(dossier.claims)
        dismissed = set() if "dismissed" in asked else {a.target for a in dossier.record.standing(Act.DISMISS)}
        conditions = [condition(dossier, term) for term in self.terms]
        left = iter(claims)
        while some := list(islice(left, max(1, slice_of))):
            if not all_in_view:
                some = [c for c in some if c.covered is None]
            if dismissed:
                some = [c for c in some if c.id not in dismissed]
            for sift in conditions:
                some = sift(some)
            yield some


def _is_longer(mine: Term, its: Term) -> bool:
    return not mine.negated and not its.negated and folded(its.value) in folded(mine.value)


def _term(match: re.Match[str]) -> Term:
    name, at = match["field"] or "", match.start()
    if match["bad"] or (match["quoted"] is not None and not match["close"]):
        raise QueryError("a quotation mark is not closed", at)
    value = match["quoted"] if match["quoted"] is not None else match["word"]
    value_at = match.start("quoted" if match["quoted"] is not None else "word")
    if name and name not in FIELDS:
        raise QueryError(f"there is no field '{name}'; {_right(name, tuple(FIELDS), 'fields')}", at)
    if value == "" or (not name and value.endswith(":") and value[:-1] in FIELDS):
        raise QueryError("a value is missing: a word, or several in quotation marks", match.end())
    if name == "is" and value not in STATES:
        raise QueryError(f"'{value}' is no state; {_right(value, tuple(STATES), 'states')}", value_at)
    if name == "by" and value not in set(Maker):
        raise QueryError(f"'{value}' makes no claims; it is one of {', '.join(Maker)}", value_at)
    if name == "credibility" and value not in set("123456"):
        raise QueryError("credibility is graded 1 to 6", value_at)
    if name in {"since", "until"} and not _is_date(value):
        raise QueryError("a date is written 2025, 2025-11 or 2025-11-07", value_at)
    return Term(name, value, bool(match["minus"]))


def _right(wrong: str, known: Sequence[str], what: str) -> str:
    near = get_close_matches(wrong.lower(), known, n=1, cutoff=0.7)
    return f"{f'did you mean {near[0]}? ' if near else ''}{what} are {', '.join(known)}"


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True
