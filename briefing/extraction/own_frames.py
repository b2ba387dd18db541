"""Frames that the analyst adds to the lexicon for a case, and built-in ones that are not to count there."""

from msgspec import Struct


class OwnFrame(Struct, frozen=True):
    """A kind of event or state that is disputed: its name, the phrase of its positive pole, and the entries of both poles."""

    name: str
    phrase: str
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()


class OwnFrames(Struct, frozen=True):
    """What a lexicon file says: frames that are new or have more entries, and names of built-in frames that are not used."""

    frames: tuple[OwnFrame, ...] = ()
    without: tuple[str, ...] = ()


NO_FRAMES = OwnFrames()
"""What is said where there is no lexicon file."""
