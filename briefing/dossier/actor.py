"""Those who act and speak in a case."""

from enum import StrEnum

from msgspec import Struct


class ActorType(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GOVERNMENT = "government"
    ARMED_GROUP = "armed-group"
    MEDIA = "media"
    PLACE = "place"
    GROUP = "group"
    UNNAMED = "unnamed"


class Mention(Struct, frozen=True):
    """One place where an actor is named: characters `start` to `end` of a source."""

    source: str
    start: int
    end: int


class Actor(Struct, frozen=True):
    """A person, body or group, under every name it goes by in the case."""

    id: str
    name: str
    type: ActorType
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
