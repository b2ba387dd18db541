"""What is at issue, and where somebody stands on it."""

from enum import StrEnum
from typing import Self

from msgspec import Struct


class Certainty(StrEnum):
    """How firmly a proposition is held (the modal axis of Sauri and Pustejovsky's FactBank, 2009)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Polarity(StrEnum):
    """For or against."""

    POSITIVE = "+"
    NEGATIVE = "-"

    @property
    def opposite(self) -> "Polarity":
        """The other one."""
        return Polarity.NEGATIVE if self is Polarity.POSITIVE else Polarity.POSITIVE


class Attitude(StrEnum):
    """What somebody wants of a point, rather than holds true of it."""

    WANTS = "wants"
    OFFERS = "offers"
    DEMANDS = "demands"
    SUPPORTS = "supports"
    REFUSES = "refuses"
    REJECTS = "rejects"
    OPPOSES = "opposes"
    FEARS = "fears"

    @property
    def polarity(self) -> Polarity:
        """Whether it is for the point or against it."""
        against = {Attitude.REFUSES, Attitude.REJECTS, Attitude.OPPOSES, Attitude.FEARS}
        return Polarity.NEGATIVE if self in against else Polarity.POSITIVE


class Scope(StrEnum):
    """How many of those concerned."""

    ALL = "all"
    MOST = "most"
    MANY = "many"
    SOME = "some"
    FEW = "few"
    NONE = "none"
    ONLY = "only"


_LEAST_DIGITS = 2
"""A figure of fewer significant digits is not taken for another one rounded."""


class Figure(Struct, frozen=True, omit_defaults=True, gc=False):
    """A quantity as an interval: `low` to `high`, ends included, None where it is open; `text` as it was written.

    "at least 12" is 12 to None. Values are in the unit named (percent, people, USD, days ...); `measure` says what is
    counted, in the words of the text.
    """

    text: str
    low: float | None = None
    high: float | None = None
    unit: str = ""
    measure: str = ""

    def excludes(self, other: "Figure") -> bool:
        """Tell whether both cannot be: the intervals do not meet, and neither value is the other one rounded."""
        apart = _below(self.high, other.low) or _below(other.high, self.low)
        return apart and not (_rounds_to(self, other) or _rounds_to(other, self))


def _below(high: float | None, low: float | None) -> bool:
    return high is not None and low is not None and high < low


def _rounds_to(finer: Figure, rounder: Figure) -> bool:
    """Tell whether a single value, written with the significant digits of another, two at least, is the other (1.38 and 1.4)."""
    one, two = finer.low, rounder.low
    if one is None or two is None or one != finer.high or two != rounder.high:
        return False
    digits = len(f"{two:.12e}".lstrip("-").partition("e")[0].replace(".", "").rstrip("0"))
    return digits >= _LEAST_DIGITS and float(f"{one:.{digits - 1}e}") == float(f"{two:.{digits - 1}e}")


class Period(Struct, frozen=True, omit_defaults=True, gc=False):
    """When something happens: ISO dates `first` to `last`, both included; `inferred` if worked out from the article's date."""

    text: str
    first: str | None = None
    last: str | None = None
    inferred: bool = False


class Commitment(Struct, frozen=True, omit_defaults=True, gc=False):
    """Where a holder stands on a point: a belief (certainty and polarity), or an attitude; with a value where the point has one.

    With an attitude, certainty says how firmly the attitude is reported and polarity is the attitude's own.
    """

    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    attitude: Attitude | None = None
    conditional: bool = False
    figure: Figure | None = None
    period: Period | None = None
    agent: str | None = None
    scope: Scope | None = None

    def __str__(self) -> str:
        if self.attitude:
            stand = str(self.attitude)
        elif self.certainty is Certainty.UNKNOWN:
            stand = str(self.certainty)
        else:
            stand = f"{self.certainty} {self.polarity}"
        return f"{stand} if" if self.conditional else stand

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "certain +", "possible -", "unknown", "demands", each with " if" after it or not. Raises ValueError."""
        words = text.split()
        conditional = len(words) > 1 and words[-1] == "if"
        match words[:-1] if conditional else words:
            case ["unknown"]:
                return cls(Certainty.UNKNOWN, conditional=conditional)
            case [attitude] if attitude in set(Attitude):
                stance = Attitude(attitude)
                return cls(polarity=stance.polarity, attitude=stance, conditional=conditional)
            case [certainty, polarity] if certainty in set(Certainty) - {Certainty.UNKNOWN} and polarity in set(
                Polarity
            ):
                return cls(Certainty(certainty), Polarity(polarity), conditional=conditional)
        raise ValueError(
            f"'{text}' is no commitment; write 'certain +', 'possible -', 'unknown', 'wants', 'refuses' ..."
        )


class Point(Struct, frozen=True):
    """What is at issue, as a short declarative phrase that one can hold to be so or not so.

    `opposites` are true exactly when this is false, `excludes` cannot hold together with it, `requires` must hold for it
    to hold; each lists ids of points. Opposites and exclusions work both ways, whichever side states them.
    """

    id: str
    phrase: str
    aliases: tuple[str, ...] = ()
    opposites: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
