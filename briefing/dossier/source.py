"""An article as it was read: its exact text, what is known of it, and how it is divided."""

from enum import StrEnum

from msgspec import Struct


class PassageKind(StrEnum):
    """What a passage is; only body passages carry claims."""

    BODY = "body"
    HEADING = "heading"
    BYLINE = "byline"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class Passage(Struct, frozen=True):
    """A paragraph of a source: characters `start` to `end` of its text."""

    start: int
    end: int
    kind: PassageKind = PassageKind.BODY


class Source(Struct, frozen=True):
    """One article. `text` is exact: every offset in the dossier counts its characters.

    `file` is relative to the case, with forward slashes; `published` is an ISO date, or date and time, as precise as
    known; `inferred` names the fields that the file does not state outright; `relays` are the outlets whose reporting
    it passes on; sources of one `origin` go back to the same reporting and do not corroborate each other; `skipped`
    is the reason why it was not read, and then there is no text.
    """

    id: str
    file: str
    sha256: str
    text: str = ""
    passages: tuple[Passage, ...] = ()
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    genre: str | None = None
    relays: tuple[str, ...] = ()
    origin: str = ""
    inferred: frozenset[str] = frozenset()
    skipped: str | None = None

    @property
    def name(self) -> str:
        """What to call it: its publisher, else its title, else its file."""
        return self.publisher or self.title or self.file
