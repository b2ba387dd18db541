"""What a reading file may say, as pydantic models; docs/reading.schema.json is generated from them."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from briefing.dossier import ActorType, Certainty, Commitment, Mode, Polarity, Scope
from briefing.figures import parse_figure
from briefing.readings.periods import first_and_last, parse_period

_TIME_OF_DAY = re.compile(r"\d{4}-\d{2}-\d{2}[T ].+")


def _read_by(read: Callable[[str], object]) -> AfterValidator:
    """Return a check that a text can be read, which leaves it as it is."""

    def check(value: str) -> str:
        read(value)
        return value

    return AfterValidator(check)


def _written(value: str) -> None:
    if not value.strip():
        raise ValueError("is empty; write something, or remove the key")


def _published(value: str) -> None:
    if _TIME_OF_DAY.fullmatch(value):
        datetime.fromisoformat(value)
    else:
        first_and_last(value)


_BARE = WithJsonSchema({"type": ["string", "number"]})
"""YAML that other tools read has bare dates and figures as numbers."""

Genre = Literal["report", "digest", "blog", "opinion", "interview", "statement"]
GENRES: tuple[str, ...] = get_args(Genre)
Key = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=160)]
Words = Annotated[str, Field(max_length=20_000), _read_by(_written)]
Figure = Annotated[str, Field(max_length=20_000), _read_by(parse_figure), _BARE]
Time = Annotated[str, _read_by(parse_period), _BARE]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=False)


class SourceModel(_Model):
    """Facts about an article that its file does not state, or states wrongly."""

    file: str = Field(description="path of the article, relative to the case")
    publisher: Words | None = Field(None, description="who published it")
    published: Annotated[str, _read_by(_published), _BARE] | None = Field(
        None, description="ISO date, as precise as known: 2025, 2025-11 or 2025-11-28"
    )
    relays: list[Words] | None = Field(None, description="outlets whose reporting it passes on")
    origin: Words | None = Field(
        None, description="sources with the same origin go back to the same reporting and do not corroborate each other"
    )
    genre: Genre | None = Field(None, description="what kind of text it is")


class ActorModel(_Model):
    """Somebody who acts or speaks in the case."""

    id: Key = Field(description="key by which claims name the actor")
    name: Words = Field(description="the name to show")
    type: ActorType = Field(description="what it is")
    aliases: list[Words] = Field([], description="other names it goes by")


class PointModel(_Model):
    """What is at issue."""

    id: Key = Field(description="key by which claims name the point")
    phrase: Words = Field(description="a short declarative phrase that one can hold to be so or not so")
    aliases: list[Words] = Field([], description="other ways to say it")
    opposites: list[str] = Field([], description="points that are true exactly when this one is false")
    excludes: list[str] = Field([], description="points that cannot hold together with this one")
    requires: list[str] = Field([], description="points that must hold for this one to hold")


class ClaimModel(_Model):
    """Who says what, in which exact words, and where that puts them on a point."""

    source: str = Field(description="path of the article, relative to the case")
    quote: Words = Field(description="the exact words, as they stand in the article's text")
    occurrence: Annotated[int, Field(ge=1)] = Field(
        1, description="which one, when the words stand there more than once (1 = first)"
    )
    text: Words | None = Field(None, description="the proposition in one self-contained sentence; left out: the quote")
    holder: str = Field("article", description="key of the actor who stands behind it; article: the outlet itself")
    chain: list[Words] = Field(
        [], description="through whom it came, outermost first, the holder last; keys of actors, or names"
    )
    mode: Mode = Field(Mode.ASSERTS, description="what the holder does with the proposition")
    certainty: Certainty = Field(Certainty.CERTAIN, description="how firmly the holder says it")
    polarity: Polarity = Field(Polarity.POSITIVE, description="- if the proposition is itself a negation")
    time: Time | None = Field(
        None, description="when what is claimed happens: an ISO date, or a range 2024-07..2025-11"
    )
    figures: list[Figure] = Field([], description="quantities, as written in the text or close to it")
    actors: list[str] = Field([], description="keys of the actors it is about")
    point: str | None = Field(None, description="key of the point it is on")
    commitment: Annotated[str, _read_by(Commitment.parse)] | None = Field(
        None, description="where the holder stands on the point; left out with a value below: certain +"
    )
    words: Words | None = Field(None, description="the shortest words inside the quote that decide it")
    figure: Figure | None = Field(None, description="the value, where the point is a quantity")
    when: Time | None = Field(None, description="the value, where the point is a time")
    agent: Words | None = Field(
        None, description="the value, where the point is who did it: key of an actor, or a name"
    )
    scope: Scope | None = Field(None, description="the value, where the point is how many")


class ReadingModel(_Model):
    """A reading of a case: who says what in its articles, and on what they agree or not."""

    version: Literal["1"] = Field(
        alias="briefing-reading",
        description="version of the format",
        json_schema_extra={"enum": [1], "type": "integer"},
    )
    by: str = Field("", description="who made it")
    sources: list[SourceModel] = Field([], description="facts about articles; only those that need any")
    actors: list[ActorModel] = Field([], description="who acts and speaks")
    points: list[PointModel] = Field([], description="what is at issue")
    claims: list[ClaimModel] = Field([], description="who says what")
