"""Things that were in hand, while files come and go."""

from collections.abc import Mapping
from typing import TypeVar

from briefing.errors import Fault, InputError

Thing = TypeVar("Thing")


def present(things: Mapping[str, Thing], thing_id: str) -> Thing:
    """Return what was in hand. Raises InputError if it has gone meanwhile, with its file or the words of it."""
    found = things.get(thing_id)
    if found is None:
        raise gone()
    return found


def gone() -> InputError:
    """Return what to raise when something was to be done to what is not there any more."""
    return InputError(Fault("what this was about", "is not in the case any more", "bring its file back"))
