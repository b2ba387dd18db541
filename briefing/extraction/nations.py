"""Countries under their other names: what a demonym, a capital or a seat of government stands for (`lexicon/nations.txt`)."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

from briefing.extraction.naming import fold

_BODIES = ("government", "cabinet")


class Nation(Struct, frozen=True):
    """A country: its names (the usual one first), adjectives, people, capitals and seats of government, as the lexicon has them."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]

    @property
    def key(self) -> str:
        """The usual name folded."""
        return fold(self.names[0])


@cache
def nations() -> tuple[Nation, ...]:
    """Return the countries of the lexicon."""
    text = (files("briefing.extraction") / "lexicon" / "nations.txt").read_text("utf-8")
    rows = (line.split("|") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(Nation(*(tuple(_listed(cell)) for cell in row)) for row in rows)


def country(key: str) -> str:
    """Return the usual name, folded, of the country that a folded name or adjective means; "" if it means none."""
    return _countries().get(key, "")


def is_adjective(key: str) -> bool:
    """Tell whether a folded word is a country's adjective and no name."""
    return key in _adjectives()


def is_people(key: str) -> bool:
    """Tell whether a folded name is that of a country's people."""
    return key in _people()


def capital_of(key: str) -> str:
    """Return the country, folded, whose capital has a folded name; "" if none has."""
    return _capitals().get(key, "")


def government(key: str) -> str:
    """Return the country, folded, whose government a folded name means: a seat, or "X government"; "" if it means none."""
    return _governments().get(key, "")


@cache
def _countries() -> dict[str, str]:
    return {fold(word): n.key for n in reversed(nations()) for word in (*n.adjectives, *n.names)}


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(fold(w) for n in nations() for w in n.adjectives) - {fold(w) for n in nations() for w in n.names}


@cache
def _people() -> frozenset[str]:
    return frozenset(fold(word) for n in nations() for word in n.people)


@cache
def _capitals() -> dict[str, str]:
    return {fold(word): n.key for n in nations() for word in n.capitals if fold(word) not in _countries()}


@cache
def _governments() -> dict[str, str]:
    found = {fold(seat): n.key for n in nations() for seat in n.seats}
    for n in nations():
        for body in _BODIES:
            found |= {f"{fold(word)} {body}": n.key for word in (*n.adjectives, *n.names)}
            found |= {f"{body} of {fold(word)}": n.key for word in n.names}
    return found


def _listed(cell: str) -> Iterator[str]:
    return (word for part in cell.split(",") if (word := part.strip()))
