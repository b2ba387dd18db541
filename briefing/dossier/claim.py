"""Who says what, through whom, how firmly, in which exact words."""

from enum import StrEnum

from msgspec import Struct

from briefing.dossier.point import Certainty, Commitment, Figure, Period, Polarity

ARTICLE = "article"
"""The holder of what an article says in its own voice."""


class Mode(StrEnum):
    """What the holder does with the proposition."""

    ASSERTS = "asserts"
    REPORTS = "reports"
    DENIES = "denies"
    PREDICTS = "predicts"
    DEMANDS = "demands"
    OFFERS = "offers"
    REFUSES = "refuses"
    PROPOSES = "proposes"
    HOPES = "hopes"
    ASKS = "asks"
    SUPPOSES = "supposes"


class Maker(StrEnum):
    """Who made a claim, or put it on its point; the analyst's word wins over a reading's, a reading's over a machine's."""

    RULES = "rules"
    MODEL = "model"
    READING = "reading"
    ANALYST = "analyst"


class Attribution(Struct, frozen=True, gc=False):
    """The words that credit a claim to its holder, as (start, end) in the source: speaker, cue, and what is said."""

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]


class Claim(Struct, frozen=True, omit_defaults=True, gc=False):
    """One proposition with its exact words: `quote` is the text of `source` from `start` to `end`, always.

    `text` may be tidied for reading. `holder` is the name of who stands behind it (`ARTICLE` for the outlet's own voice),
    `holder_id` that actor's id where it is known, `chain` the names through whom it came, outermost first, the holder last.
    `words` are the shortest decisive words, (start, end) in the source. `actors` are ids. `companions` are ids of claims
    that may share its point, best first. `sure` tells how probably the rules put it on the right point, from 0 to 1, where they know. `model` names the language model where `pointed_by` is `Maker.MODEL`. `covered` is the id of a curated claim that reads the same words; a covered claim is
    kept but stands back.
    """

    id: str
    source: str
    start: int
    end: int
    quote: str
    text: str
    holder: str = ARTICLE
    holder_id: str | None = None
    chain: tuple[str, ...] = ()
    attribution: Attribution | None = None
    mode: Mode = Mode.ASSERTS
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    figures: tuple[Figure, ...] = ()
    period: Period | None = None
    actors: tuple[str, ...] = ()
    point: str | None = None
    commitment: Commitment | None = None
    words: tuple[int, int] | None = None
    by: Maker = Maker.RULES
    pointed_by: Maker | None = None
    sure: float | None = None
    model: str | None = None
    companions: tuple[str, ...] = ()
    covered: str | None = None
