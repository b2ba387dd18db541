"""Statements that plainly oppose each other: one denies what the other says, says its opposite, or gives another value of the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from msgspec import Struct

from briefing.dossier import Actor, Certainty, Claim, Mode
from briefing.extraction.actors import Local
from briefing.extraction.draft import Draft
from briefing.extraction.opposites import are_listed, are_opposite, opposites_of
from briefing.extraction.statements import LOOSE, Statement
from briefing.extraction.things import EXCEPT, Thing

NEGATION, OPPOSITE, FIGURE, DEED, TIME, PLACE = "negation", "opposite", "figure", "deed", "time", "place"
"""The ways in which one statement plainly excludes another."""
_SURE = {NEGATION: 0.95, OPPOSITE: 0.9, FIGURE: 0.85, DEED: 0.6, TIME: 0.6, PLACE: 0.6}
_BY_PRONOUN = 0.9
"""So much as sure is what hangs on what a pronoun means."""
_MODES = frozenset({Mode.ASSERTS, Mode.REPORTS, Mode.DENIES, Mode.PREDICTS, Mode.OFFERS, Mode.REFUSES})
_MOST = 40
"""A predicate that more claims than this use is too common to compare them all."""
_PLACES = frozenset({"in", "at", "near", "off", "outside", "inside", "into", "on", "over"})
_MUTUAL = frozenset({"meet", "marry", "divorce"})
"""What each of two does with the other."""
_DONE_TO = {"open": frozenset({"close", "shut"}), "closed": frozenset({"open", "reopen"})}
"""Qualities that something loses by what is done to it, or by what it does."""
_ANYBODY = frozenset({"", "man", "woman", "people", "person", "somebody", "official", "one", "other"})
_SORTS: Mapping[str, frozenset[str]] = {
    "vessel": frozenset({"ship", "tanker", "ferry", "boat", "freighter", "trawler", "yacht", "liner", "barge"}),
    "ship": frozenset({"tanker", "ferry", "freighter", "liner", "frigate", "destroyer"}),
    "aircraft": frozenset({"plane", "helicopter", "jet", "airliner", "drone"}),
    "plane": frozenset({"jet", "airliner", "aircraft"}),
    "police": frozenset({"officer", "policeman"}),
    "army": frozenset({"soldier", "troop"}),
    "vehicle": frozenset({"car", "lorry", "truck", "bus", "van"}),
}
"""Words for what was named before by a narrower one."""


class Plain(Struct, frozen=True):
    """Two claims that plainly oppose each other, in what way, and how surely; `a` says what is denied, or has the pole named first."""

    a: Claim
    b: Claim
    sort: str
    sure: float


def plainly_opposed(
    claims: Sequence[Claim], drafts: Mapping[str, Draft], owners: Mapping[Local, Actor]
) -> Iterator[Plain]:
    """Yield the pairs of claims that plainly oppose each other, by different holders or in different sources."""
    by_predicate: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.source, c.start, c.end, c.id)):
        statement = drafts[claim.id].statement
        if statement is not None and claim.mode in _MODES and claim.certainty is Certainty.CERTAIN:
            by_predicate[statement.predicate].append(claim)
    match = _Match(owners)
    for predicate, group in sorted(by_predicate.items()):
        if len(group) <= _MOST:
            yield from _opposed(combinations(group, 2), drafts, match, opposite=False)
        for other in sorted(opposites_of(predicate) & by_predicate.keys()):
            if max(len(group), len(by_predicate[other])) <= _MOST:
                pairs = ((a, b) for a in group for b in by_predicate[other])
                yield from _opposed(pairs, drafts, match, opposite=True)


def _opposed(
    pairs: Iterator[tuple[Claim, Claim]], drafts: Mapping[str, Draft], match: "_Match", *, opposite: bool
) -> Iterator[Plain]:
    for a, b in pairs:
        if (a.source, a.holder) == (b.source, b.holder):
            continue
        one, two = drafts[a.id].statement, drafts[b.id].statement
        if one is None or two is None:
            continue
        if one.pronoun and two.pronoun and not match.is_known(a, one, b, two):
            continue
        sort = match.opposites(a, one, b, two) if opposite else match.sort(a, one, b, two)
        if sort:
            first, second = (b, a) if one.negative and sort == NEGATION else (a, b)
            yield Plain(first, second, sort, round(_SURE[sort] * (_BY_PRONOUN if one.pronoun or two.pronoun else 1), 4))


@cache
def _deeds() -> frozenset[str]:
    text = (files("briefing.extraction") / "lexicon" / "deeds.txt").read_text("utf-8")
    return frozenset(w for line in text.splitlines() if not line.startswith("#") for w in line.split())


class Apart:
    """Tells of claims that seem opposed whether they plainly speak of different things, times or places, or say the same."""

    def __init__(self, drafts: Mapping[str, Draft], owners: Mapping[Local, Actor]) -> None:
        self._drafts = drafts
        self._match = _Match(owners)

    def are(self, a: Claim, b: Claim) -> bool:
        """Tell whether two claims use one predicate, or opposite ones, each of something else, of another time or another place.

        So do those of which one denies the opposite of what the other says ("not unsafe", "safe").
        """
        one, two = self._drafts[a.id].statement, self._drafts[b.id].statement
        if one is None or two is None:
            return False
        opposite = are_opposite(one.predicate, two.predicate)
        if opposite and one.negative != two.negative:
            return True
        if self._match.sort(a, one, b, two) or not (opposite or one.predicate == two.predicate):
            return False
        return (
            (not one.tenses & two.tenses and bool(one.when or two.when))
            or _times_apart(one, two)
            or _places_apart(one, two)
            or _kinds_apart(one.who, two.who)
            or _kinds_apart(one.whom, two.whom)
        )


class _Match:
    """Tells whether two statements speak of one thing; `owners` are the actors of the case by their numbers in each source."""

    def __init__(self, owners: Mapping[Local, Actor]) -> None:
        self._owners = owners

    def is_known(self, a: Claim, one: Statement, b: Claim, two: Statement) -> bool:
        """Tell whether it is known whom the pronouns of both mean."""
        actors = [{self._actor(c, t) for t in (*s.who, *s.whom)} - {None} for c, s in ((a, one), (b, two))]
        return bool(actors[0] & actors[1])

    def sort(self, a: Claim, one: Statement, b: Claim, two: Statement) -> str:
        """Return how two uses of a predicate exclude each other; "" if they do not."""
        if not one.tenses & two.tenses:
            return ""
        alike = self._same_doer(a, one, b, two), self._same_party(a, one.whom, b, two.whom)
        if one.predicate in _MUTUAL and not all(alike):
            alike = self._same_party(a, one.who, b, two.whom), self._same_party(a, one.whom, b, two.who)
        if one.negative != two.negative:
            negative, positive = (one, two) if one.negative else (two, one)
            within = self._is_within(negative, positive)
            nothing = _is_one_of(one.whom, two.whom)
            return NEGATION if alike[0] and (alike[1] or nothing) and within else ""
        if one.negative or one.manner != two.manner:
            return ""
        return self._by_value(a, one, b, two, alike)

    def opposites(self, a: Claim, one: Statement, b: Claim, two: Statement) -> str:
        """Tell whether two opposite predicates are said of the same."""
        if one.is_state == two.is_state:
            same = self._same_doer(a, one, b, two) and self._same_party(a, one.whom, b, two.whom)
        else:
            parties = [s.whom if not s.who else s.who if not s.whom else () for s in (one, two)]
            state, done = (one, two) if one.is_state else (two, one)
            same = done.predicate in _DONE_TO.get(state.predicate, ()) and bool(parties[0])
            same = same and self._same_party(a, parties[0], b, parties[1])
        if not (one.is_state and two.is_state) and not are_listed(one.predicate, two.predicate):
            return ""
        if one.negative or two.negative or not same or not one.tenses & two.tenses:
            return ""
        return OPPOSITE if one.manner == two.manner and self._no_conflict(one, two) else ""

    def _by_value(self, a: Claim, one: Statement, b: Claim, two: Statement, alike: tuple[bool, bool]) -> str:
        """Return which single value sets apart what two statements say alike otherwise."""
        apart = _times_apart(one, two), _behind_apart(one, two)
        amounts = one.amount and two.amount and one.amount != two.amount
        if all(alike) and not any(apart) and (amounts or _figures_apart(a, b)):
            return FIGURE
        if one.predicate not in _deeds() or not one.tenses & two.tenses - {"now"}:
            return ""
        if all(alike) and apart == (True, False) and not _times_apart(one, two, LOOSE):
            return TIME
        if all(alike) and apart == (False, True) and _places_apart(one, two):
            return PLACE
        return DEED if alike[1] and one.whom and not any(apart) and self._are_two(a, one.who, b, two.who) else ""

    def _same_doer(self, a: Claim, one: Statement, b: Claim, two: Statement) -> bool:
        """Tell whether who does something may be the same; the passive need not tell, where it tells to whom."""
        untold = bool(one.whom and two.whom) and not (one.who and two.who)
        return untold or self._same_party(a, one.who, b, two.who)

    def _are_two(self, a: Claim, some: Sequence[Thing], b: Claim, others: Sequence[Thing]) -> bool:
        """Tell whether two who did something are surely not the same."""
        if len(some) != 1 or len(others) != 1 or some[0].head in _ANYBODY or others[0].head in _ANYBODY:
            return False
        return not self._same(a, some[0], b, others[0]) and some[0].head != others[0].head

    def _same_party(self, a: Claim, some: Sequence[Thing], b: Claim, others: Sequence[Thing]) -> bool:
        """Tell whether two parties may be the same; where nobody is named on either side they are."""
        if not some or not others:
            return not some and not others
        return any(self._same(a, x, b, y) for x in some for y in others)

    def _same(self, a: Claim, x: Thing, b: Claim, y: Thing) -> bool:
        one, two = self._actor(a, x), self._actor(b, y)
        if one is not None and one == two and not (x.vague or y.vague):
            return True
        if not x.head or not y.head or x.vague or y.vague:
            return False
        if x.head == y.head and x.counted and y.counted:
            return True
        if x.head == y.head and not (x.counted or y.counted):
            return x.more <= y.more or y.more <= x.more
        return _takes_up(x, y) or _takes_up(y, x)

    def _actor(self, claim: Claim, thing: Thing) -> str | None:
        actor = self._owners.get((claim.source, thing.entity)) if thing.entity is not None else None
        return actor.id if actor is not None else None

    def _is_within(self, negative: Statement, positive: Statement) -> bool:
        """Tell whether a negation denies no more than what is affirmed."""
        where, when = dict(positive.where), dict(positive.when)
        narrower = all(p in where and _is_head(where[p], t) for p, t in negative.where)
        timed = all(when.get(kind) == value for kind, value in negative.when)
        return narrower and timed and negative.manner <= positive.manner and _is_wider(negative, positive)

    def _no_conflict(self, one: Statement, two: Statement) -> bool:
        where, when = dict(one.where), dict(one.when)
        alike = all(p not in where or _is_head(where[p], t) for p, t in two.where)
        return alike and all(when.get(kind, value) == value for kind, value in two.when)


def _is_wider(negative: Statement, positive: Statement) -> bool:
    """Tell whether the object of a negation is not narrower than that of what it negates."""
    return not negative.whom or any(n.more <= p.more for n in negative.whom for p in positive.whom)


def _is_head(one: Thing, two: Thing) -> bool:
    return one.head == two.head and (one.more <= two.more or two.more <= one.more)


def _takes_up(general: Thing, named: Thing) -> bool:
    """Tell whether a noun means what was named with it ("the tanker" of "the tanker Orla") or by a narrower word ("the vessel")."""
    if general.more or general.name:
        return False
    names = {named.head, *(named.more if named.name else ())}
    return general.head in names or bool(_SORTS.get(general.head, frozenset()) & names)


def _times_apart(one: Statement, two: Statement, kinds: str = "") -> bool:
    """Tell whether two times of a kind are not the same; only those whose kind begins as given count."""
    when = dict(one.when)
    return any(kind.startswith(kinds) and when.get(kind, value) != value for kind, value in two.when)


def _behind_apart(one: Statement, two: Statement) -> bool:
    """Tell whether two things behind prepositions are not the same."""
    return _places_apart(one, two) or any(p == q and not _is_head(t, u) for p, t in one.where for q, u in two.where)


def _places_apart(one: Statement, two: Statement) -> bool:
    """Tell whether two places are given by words of one sort, both names or both none."""
    first, second = ([t for p, t in s.where if p in _PLACES] for s in (one, two))
    if not (len(first) == len(second) == 1):
        return False
    return first[0].head != second[0].head and first[0].name == second[0].name


def _is_one_of(some: Sequence[Thing], others: Sequence[Thing]) -> bool:
    """Tell whether one of a kind is meant on both sides: who did nothing to "a player" did nothing to any."""
    return any(x.single and y.single and _is_head(x, y) for x in some for y in others)


def _kinds_apart(some: Sequence[Thing], others: Sequence[Thing]) -> bool:
    """Tell whether two things of one name are told apart by other words ("the first offer", "the second offer")."""
    if len(some) != 1 or len(others) != 1 or some[0].head != others[0].head:
        return False
    one, two = some[0], others[0]
    if EXCEPT in one.more ^ two.more:
        return True
    return (one.vague and two.vague) or (bool(one.more and two.more) and not one.more & two.more)


def _figures_apart(a: Claim, b: Claim) -> bool:
    return (
        len(a.figures) == len(b.figures) == 1
        and a.figures[0].unit == b.figures[0].unit
        and a.figures[0].excludes(b.figures[0])
    )
