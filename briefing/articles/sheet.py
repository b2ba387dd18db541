"""A text as it lies before a reader: in lines above, in and below it, with what its file says of it."""

from collections.abc import Sequence

from msgspec import Struct

_FIRST_LINES, _LAST_LINES, _LONGEST_LINE = 40, 8, 16
_MOST_CHARACTERS = 1500
"""So much of a line or paragraph may tell who issues the text."""
_MARKS = " *_#`>\t"


class Sheet(Struct, frozen=True):
    """A text in lines without their marks."""

    head: Sequence[str]
    """Those above its first paragraph."""
    prose: Sequence[str]
    """Its paragraphs."""
    foot: Sequence[str]
    """The last of those behind its first paragraph."""
    publisher: str | None = None
    """Who has published it, by its file."""
    beside: Sequence[str] = ()
    """What its page says outside it, the page's title first."""
    is_called_so: bool = False
    """Whether its file calls it a statement."""
    top: str | None = None
    """What stands first above it, if that may be a name."""

    @property
    def short(self) -> list[str]:
        """The lines above that are no paragraphs."""
        return [line for line in self.head if is_short(line)]

    def first(self, paragraphs: int) -> list[str]:
        """Return so many first paragraphs, endless ones cut off."""
        return [paragraph[:_MOST_CHARACTERS] for paragraph in self.prose[:paragraphs]]

    @property
    def last(self) -> list[str]:
        """The last paragraph, if there is one."""
        return [paragraph[:_MOST_CHARACTERS] for paragraph in self.prose[-1:]]


def first_lines(pieces: Sequence[str]) -> list[str]:
    """Return the lines at the head of some pieces of a text, without marks."""
    return _lines(pieces[:_FIRST_LINES])[:_FIRST_LINES]


def last_lines(pieces: Sequence[str]) -> list[str]:
    """Return the lines at the foot of some pieces of a text, without marks."""
    return _lines(pieces[-_LAST_LINES:])[-_LAST_LINES:]


def _lines(pieces: Sequence[str]) -> list[str]:
    """Return lines without marks, endless ones cut off."""
    return [line[:_MOST_CHARACTERS] for piece in pieces for part in piece.splitlines() if (line := part.strip(_MARKS))]


def is_short(line: str) -> bool:
    """Tell whether a line may be but a name, or what a text is called."""
    return len(line.split()) <= _LONGEST_LINE
