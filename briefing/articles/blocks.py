"""What a reader of one kind of file hands over: text, its blocks, and the facts the file states about itself."""

from msgspec import Struct, field

from briefing.dossier import PassageKind


class UnreadableError(Exception):
    """The file cannot be used; the message says why, and what to do, in plain words."""


class Block(Struct, frozen=True):
    """Characters `start` to `end` of a text that belong together: a paragraph, a heading, a list item.

    `kind` is set where the format itself tells what the block is. `aside` marks a paragraph set apart as a whole
    (italic), which articles use for notes about themselves.
    """

    start: int
    end: int
    kind: PassageKind | None = None
    aside: bool = False


INFERABLE = ("title", "publisher", "author", "published", "genre", "relays")
"""The facts that may be read off a text where its file does not state them."""


class Facts(Struct, frozen=True):
    """What is known about an article; `inferred` names the fields that its file does not state outright."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    genre: str | None = None
    relays: tuple[str, ...] | None = None
    inferred: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()
    """Lines of a page outside the article that may name whose page it is."""


class Extracted(Struct, frozen=True):
    """Text with its blocks in order, not overlapping, and the facts stated beside it."""

    text: str
    blocks: list[Block]
    facts: Facts = field(default_factory=Facts)


class TextBuilder:
    """Joins paragraphs to one text and keeps where each of them stands."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[Block] = []

    def add(self, paragraph: str, kind: PassageKind | None = None, *, aside: bool = False) -> None:
        """Append a paragraph, an empty line before it; white space only is left out."""
        words = paragraph.strip()
        if not words:
            return
        if self._parts:
            self._parts.append("\n\n")
            self._length += 2
        self.blocks.append(Block(self._length, self._length + len(words), kind, aside))
        self._parts.append(words)
        self._length += len(words)

    @property
    def length(self) -> int:
        """Characters so far."""
        return self._length

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._parts)
