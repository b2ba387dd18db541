"""The order of the lists: by any column, either way, and contradictions by point; pure functions of a dossier and ids."""

from collections.abc import Callable, Sequence

from msgspec import Struct, field

from briefing.dossier import Act, Certainty, Claim, Commitment, Dossier
from briefing.dossier.folding import folded
from briefing.plaintext import one_line
from briefing.room.arrangement import Pane
from briefing.room.glyphs import Glyphs
from briefing.room.look import holder_of

Key = Callable[[Dossier, str], tuple[object, ...]]
"""What a row is put in order by."""

GROUP = "group:"
"""What the id of a row that heads a group begins with; the id of its point follows."""


class Column(Struct, frozen=True):
    """Something a list can be put in order by; without a key, the order in which the list comes. `most_first`: from the highest down."""

    name: str
    key: Key | None = None
    most_first: bool = False


class Order(Struct, frozen=True):
    """By the column of a letter, from the end if `backwards`."""

    letter: str
    backwards: bool = False


def _claim(said: Callable[[Dossier, Claim], str]) -> Key:
    return lambda d, i: (folded(said(d, d.claims[i])),)


def _date(dossier: Dossier, source: str) -> str:
    return dossier.sources[source].published or "9999"


_FIRMNESS = tuple(Certainty)


def _stand(dossier: Dossier, claim_id: str) -> tuple[object, ...]:
    """Return beliefs before what is wanted, the firmest first; without a point, how firmly the claim itself is made."""
    claim = dossier.claims[claim_id]
    stand = claim.commitment or Commitment(claim.certainty, claim.polarity)
    return stand.attitude or "", _FIRMNESS.index(stand.certainty), stand.polarity


def _both(said: Callable[[Dossier, Claim], str]) -> Key:
    def key(d: Dossier, i: str) -> tuple[object, ...]:
        return tuple(sorted(folded(said(d, d.claims[c])) for c in (d.relations[i].a, d.relations[i].b)))

    return key


COLUMNS: dict[Pane, dict[str, Column]] = {
    Pane.SOURCES: {
        "f": Column("file"),
        "n": Column("name", lambda d, i: (folded(d.sources[i].name),)),
        "d": Column("date", lambda d, i: (_date(d, i),)),
        "g": Column("grade", lambda d, i: (d.record.get(Act.RELIABILITY, i) or "~",)),
        "c": Column("claims", lambda d, i: (-d.count_of_source(i),), most_first=True),
    },
    Pane.ACTORS: {
        "c": Column("claims", most_first=True),
        "n": Column("name", lambda d, i: (folded(d.actors[i].name),)),
        "t": Column("type", lambda d, i: (d.actors[i].type, folded(d.actors[i].name))),
    },
    Pane.CLAIMS: {
        "f": Column("file and place"),
        "h": Column("holder", _claim(holder_of)),
        "s": Column("source", _claim(lambda d, c: d.sources[c.source].name)),
        "d": Column("date", lambda d, i: (_date(d, d.claims[i].source),)),
        "c": Column("certainty", _stand),
        "w": Column("words", _claim(lambda _, c: c.text)),
    },
    Pane.CONTRADICTIONS: {
        "r": Column("rank", most_first=True),
        "p": Column("point", lambda d, i: (folded(d.points[d.relations[i].point].phrase),)),
        "a": Column("actors", _both(holder_of)),
        "t": Column(
            "time", lambda d, i: (max(_date(d, d.claims[c].source) for c in (d.relations[i].a, d.relations[i].b)),)
        ),
    },
}
"""The columns of each list by their letters, the order in which it comes first."""


class Ordering(Struct):
    """The order in force in each list, and whether contradictions stand together by point."""

    orders: dict[Pane, Order] = field(default_factory=dict)
    grouped: bool = False

    def choose(self, pane: Pane, letter: str) -> None:
        """Put a list in order by a column; from the end, if it is by that column already."""
        old = self.orders.get(pane, Order(next(iter(COLUMNS[pane]))))
        self.orders[pane] = Order(letter, old == Order(letter))

    def ordered(self, dossier: Dossier, pane: Pane, ids: Sequence[str]) -> list[str]:
        """Return the ids in the order in force, contradictions with heads of groups where they stand together."""
        order = self.orders.get(pane)
        found = list(ids)
        if order is not None:
            key = COLUMNS[pane][order.letter].key
            if key is not None:
                found.sort(key=lambda i: key(dossier, i), reverse=order.backwards)
            elif order.backwards:
                found.reverse()
        return _grouped(dossier, found) if self.grouped and pane is Pane.CONTRADICTIONS else found

    def said(self, pane: Pane, glyphs: Glyphs) -> str:
        """Return the order in force in words, "" for the one in which the list comes."""
        order, first = self.orders.get(pane), Order(next(iter(COLUMNS[pane])))
        said = ["together by point"] if self.grouped and pane is Pane.CONTRADICTIONS else []
        if order is not None and order != first:
            column = COLUMNS[pane][order.letter]
            down = order.backwards is not column.most_first
            said.append(f"{column.name} {glyphs.downwards if down else glyphs.upwards}")
        return ", ".join(said)


def _grouped(dossier: Dossier, ids: Sequence[str]) -> list[str]:
    groups: dict[str, list[str]] = {}
    for i in ids:
        groups.setdefault(dossier.relations[i].point, []).append(i)
    return [row for point, members in groups.items() for row in (GROUP + point, *members)]


def members(dossier: Dossier, rows: Sequence[str], head: str) -> tuple[str, int, int]:
    """Return the point of a head of a group, the contradictions listed under it, and how many of them have no verdict."""
    point = head.removeprefix(GROUP)
    found = [r for r in rows if r in dossier.relations and dossier.relations[r].point == point]
    undecided = sum(dossier.relations[r].type.is_conflict and dossier.record.get(Act.VERDICT, r) is None for r in found)
    phrase = dossier.points[point].phrase if point in dossier.points else ""
    return one_line(phrase), len(found), undecided
