"""What one article tells by itself, before the case as a whole is known: plain data that can be kept and put together later."""

from msgspec import Struct

from briefing.dossier import Actor, Attribution, Certainty, Claim, Figure, Mode, Period, Point, Polarity
from briefing.extraction.statements import Statement

STATE = "STATE"
"""The label of a capital that stands for its country's government ("Washington demanded")."""

THING, VESSEL, FIRM = "THING", "VESSEL", "FIRM"
"""The labels of what has a name but does nothing, of a ship or an aircraft, and of what an article says to be a firm, a body or an outlet."""


class Name(Struct, frozen=True):
    """A place where somebody or something is named or described: characters `start` to `end`.

    `text` is the name without article, title or genitive; `label` is the entity label that speaks for its type ("" for none);
    `is_name` tells a proper name from a description or pronoun; `entity` is the number of the thing within the article that it stands for, worked out by names, titles, appositions and pronouns.
    """

    start: int
    end: int
    text: str
    entity: int
    label: str
    is_name: bool


class FrameUse(Struct, frozen=True):
    """A contested kind of event or state that a claim speaks of.

    `frame` is its name in the lexicon, `phrase` says its positive pole, and `positive` which of the two poles is meant; `agent` and `theme` are entity numbers of
    those taking part, where they are known; `word` is the lemma of the theme, or of the agent, that is nobody known. Polarity, certainty and attitude are those of the whole chain of
    operators above it ("has not said it wants" is not "wants not"); `sure` tells whether every step of that chain was understood.
    """

    frame: str
    positive: bool
    start: int
    end: int
    agent: int | None = None
    theme: int | None = None
    word: str = ""
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    attitude: str = ""
    conditional: bool = False
    sure: bool = True
    phrase: str = ""


class Draft(Struct, frozen=True):
    """A claim as far as its article tells: characters `start` to `end`, held by a local entity, by a described holder, or by the article.

    `holder` is an entity number, None for the article itself; `chain` are the entity numbers through whom it came, outermost
    first, the holder last; `entities` those it is about; `lemmas` the content words, for finding companions; `statement` is what
    it plainly says, if it is plain.
    """

    start: int
    end: int
    text: str
    holder: int | None
    chain: tuple[int, ...]
    attribution: Attribution | None
    mode: Mode
    polarity: Polarity
    certainty: Certainty
    figures: tuple[Figure, ...]
    period: Period | None
    entities: tuple[int, ...]
    lemmas: tuple[str, ...]
    frames: tuple[FrameUse, ...] = ()
    statement: Statement | None = None


class Extract(Struct, frozen=True):
    """Everything that was read out of one source.

    `roles` tell which entities are called what beside their names ("interior minister"), `called` by which mere description the
    text takes up a name ("the company").
    """

    source: str
    names: tuple[Name, ...]
    drafts: tuple[Draft, ...]
    roles: tuple[tuple[int, str], ...] = ()
    called: tuple[tuple[int, str], ...] = ()


class Assembly(Struct, frozen=True):
    """What the machine reads out of a case."""

    actors: tuple[Actor, ...]
    claims: tuple[Claim, ...]
    points: tuple[Point, ...]
