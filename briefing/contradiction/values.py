"""Oppositions of value: one quantity, one time, one author of a deed, one scope, and two answers."""

from briefing.contradiction.side import Finding, Side
from briefing.dossier import Kind, Period, RelationType, Scope

_EXCLUSIVE = {
    frozenset({Scope.ALL, Scope.NONE}): 1.0,
    frozenset({Scope.MOST, Scope.NONE}): 1.0,
    frozenset({Scope.MANY, Scope.NONE}): 1.0,
    frozenset({Scope.SOME, Scope.NONE}): 1.0,
    frozenset({Scope.ALL, Scope.FEW}): 0.9,
    frozenset({Scope.MOST, Scope.FEW}): 0.9,
    frozenset({Scope.ALL, Scope.ONLY}): 0.8,
    frozenset({Scope.MANY, Scope.FEW}): 0.8,
}
"""Scopes that cannot both hold of the same things, and how flatly they clash."""


def number(a: Side, b: Side) -> Finding | None:
    """One measure, two values that exclude each other."""
    one, two = a.commitment.figure, b.commitment.figure
    if one is None or two is None or one.unit != two.unit or not _both_affirm(a, b):
        return None
    if not one.excludes(two):
        return None
    reason = f"{a.on}: {a.holder} put it at {one.text}, {b.holder} at {two.text}."
    return Finding(RelationType.CONTRADICTION, Kind.NUMBER, "values that cannot both be", 0.95, reason)


def time(a: Side, b: Side) -> Finding | None:
    """One event, two times that do not meet."""
    one, two = a.commitment.period, b.commitment.period
    if one is None or two is None or not _both_affirm(a, b) or _meet(one, two):
        return None
    reason = f"{a.on}: {a.holder} said {one.text}, {b.holder} {two.text}."
    return Finding(RelationType.CONTRADICTION, Kind.TIME, "one event at two times", 0.9, reason)


def _meet(one: Period, two: Period) -> bool:
    return _not_after(one.first, two.last) and _not_after(two.first, one.last)


def _not_after(first: str | None, last: str | None) -> bool:
    """Compare dates of different precision: within what both say."""
    if first is None or last is None:
        return True
    shared = min(len(first), len(last))
    return first[:shared] <= last[:shared]


def responsibility(a: Side, b: Side) -> Finding | None:
    """One deed, two who did it."""
    one, two = a.commitment.agent, b.commitment.agent
    if one is None or two is None or one == two or not _both_affirm(a, b):
        return None
    reason = f"{a.on}: {a.holder} said it was {one}, {b.holder} that it was {two}."
    return Finding(RelationType.CONTRADICTION, Kind.RESPONSIBILITY, "one deed, two who did it", 0.9, reason)


def scope(a: Side, b: Side) -> Finding | None:
    """Set two answers to how many of the same things against each other."""
    one, two = a.commitment.scope, b.commitment.scope
    if one is None or two is None or not _both_affirm(a, b):
        return None
    strength = _EXCLUSIVE.get(frozenset({one, two}))
    if strength is None:
        return None
    reason = f"{a.on}: {a.holder} said it of {one}, {b.holder} of {two}."
    return Finding(RelationType.CONTRADICTION, Kind.SCOPE, "scopes that exclude each other", strength, reason)


def _both_affirm(a: Side, b: Side) -> bool:
    return a.is_belief and b.is_belief and a.polarity == b.polarity
