"""What happens while a case is loaded, one plain value a step."""

from msgspec import Struct

from briefing.dossier import Actor, Claim, Point, Source
from briefing.errors import Fault


class Progress(Struct, frozen=True):
    """`done` of `total` pieces of work are behind us; `what` is in hand."""

    done: int
    total: int
    what: str


class Contents(Struct, frozen=True):
    """The whole of what is known of a case so far, to take the place of what was known before."""

    sources: tuple[Source, ...]
    actors: tuple[Actor, ...] = ()
    points: tuple[Point, ...] = ()
    claims: tuple[Claim, ...] = ()


class Failed(Struct, frozen=True):
    """Something is wrong with the input; the rest goes on."""

    fault: Fault


class Changed(Struct, frozen=True):
    """Files of the case came, went or have other contents, by their paths below its folder; they are read next."""

    added: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.altered or self.removed)

    def __str__(self) -> str:
        """Return it in words, up to three files a kind: "b.txt is new, a.txt and c.txt have changed"."""
        kinds = (
            (self.added, "is new", "are new"),
            (self.altered, "has changed", "have changed"),
            (self.removed, "is gone", "are gone"),
        )
        return ", ".join(f"{_files(files)} {one if len(files) == 1 else many}" for files, one, many in kinds if files)


_NAMED = 3


def _files(files: tuple[str, ...]) -> str:
    if len(files) > _NAMED:
        return f"{len(files)} files"
    *others, last = files
    return f"{', '.join(others)} and {last}" if others else last


class Finished(Struct, frozen=True):
    """Everything has been read."""


Step = Progress | Contents | Changed | Failed | Finished
