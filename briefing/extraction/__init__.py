"""A source is read by itself into an extract; the extracts of a case are assembled into actors, claims and points."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cache import Cache
from briefing.dossier import Source
from briefing.extraction.aliases import AliasEntry, Aliases
from briefing.extraction.draft import Assembly, Extract
from briefing.extraction.extra import installed as has_meanings
from briefing.extraction.own_frames import NO_FRAMES, OwnFrames
from briefing.files import is_file

if TYPE_CHECKING:
    from briefing.extraction.meanings import Encoder
    from briefing.extraction.semantic import MiniLM

__all__ = [
    "ALIAS_FILE", "LEXICON_FILE", "NO_FRAMES", "AliasEntry", "Aliases", "Assembly", "Extract", "OwnFrames", "assemble", "encoder",
    "has_meanings", "load_aliases", "load_frames",
]  # fmt: skip

ALIAS_FILE = "aliases.yaml"
"""The file beside the articles in which the analyst says who is who."""
LEXICON_FILE = "lexicon.yaml"
"""The file beside the articles in which the analyst says what is disputed, and in which words."""

# What assembles, and the reader in `briefing.extraction.reader`, are brought in on use: the room is on screen before.


def assemble(
    sources: Sequence[Source],
    extracts: Sequence[Extract],
    aliases: Aliases | None = None,
    encoder: "Encoder | None" = None,
) -> Assembly:
    """Put the extracts of these sources together, under the names the analyst gave; the same whatever their order."""
    from briefing.extraction.assembly import assemble as put_together  # noqa: PLC0415

    return put_together(sources, extracts, aliases or Aliases(), encoder)


def encoder(kept: Cache) -> "MiniLM | None":
    """Return what tells what claims mean, with the vectors it keeps; None without the optional extra `[semantic]`."""
    if not has_meanings():
        return None
    from briefing.extraction.semantic import MiniLM  # noqa: PLC0415

    return MiniLM(kept)


def load_aliases(folder: Path) -> Aliases:
    """Return what the alias file of a case says, nothing where there is none. Raises InputError with every fault found."""
    path = folder / ALIAS_FILE
    if not is_file(path):
        return Aliases()
    from briefing.extraction.alias_file import load_aliases as read  # noqa: PLC0415

    return read(path)


def load_frames(folder: Path) -> OwnFrames:
    """Return what the lexicon file of a case says, nothing where there is none. Raises InputError with every fault found."""
    path = folder / LEXICON_FILE
    if not is_file(path):
        return NO_FRAMES
    from briefing.extraction.lexicon_file import load_frames as read  # noqa: PLC0415

    return read(path)
