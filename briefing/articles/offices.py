"""Words for what somebody is in a body: the offices that people hold there."""

import re

OFFICE = (
    r"(?:director|secretary|officer|executive|registrar|chair\w*|president|minister|commissioner|governor|mayor|senator|deputy|head|manager|prosecutor"
    r"|spokes\w+|administrator|marshal|moderator|principal|clerk|rector|bishop|treasurer|engineer)"
)
"""A part of a pattern, to be read without regard to capitals."""
_HELD = re.compile(
    rf"(?:the )?(?:(?:chief|acting|deputy|managing|medical|general|executive|principal|senior|public|permanent|prime|communications) )*{OFFICE}\b",
    re.IGNORECASE,
)


def begins(line: str) -> bool:
    """Tell whether a line begins with an office ("Acting Director of Works")."""
    return _HELD.match(line) is not None
