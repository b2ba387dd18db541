"""The lines above a text that was kept as electronic mail: who sent it, about what, when."""

import re
from collections.abc import Sequence

from msgspec import Struct

from briefing.names import person

_HEADER = re.compile(
    r"(?P<name>from|to|cc|bcc|date|sent|subject|reply-to|list-[\w-]+|message-id|x-[\w-]+): *(?P<value>.*)",
    re.IGNORECASE,
)
_SENDER = re.compile(r"[\"“]?(?P<who>[^<>\"“”@]{2,60}?)[\"”]? *<[^<>]*@[^<>]*>")
_NOBODY = re.compile(
    r"\b(?:letters?|news\w*|team|desk|office|digest|briefing|notes|club|list|weekly|daily|review|service|editors?)\b",
    re.IGNORECASE,
)
"""What sends but is no person."""
_ANSWERED = re.compile(r"^(?:(?:re|fwd?|aw|wg): *)+", re.IGNORECASE)
_LEAST = 2


class Mail(Struct, frozen=True):
    """What the first `length` blocks state; `author` is a person, `publisher` is not."""

    length: int
    title: str | None = None
    author: str | None = None
    publisher: str | None = None


def read(blocks: Sequence[str]) -> Mail | None:
    """Return what the head of a message states in the first blocks of a text, or None if it does not begin with one.

    What is forwarded was written by another than its sender.
    """
    found: dict[str, str] = {}
    length = 0
    for block in blocks:
        headers = [_HEADER.fullmatch(line.strip()) for line in block.splitlines()]
        if not all(headers):
            break
        found.update((header["name"].lower(), header["value"].strip()) for header in headers if header)
        length += 1
    if len(found) < _LEAST or not any("@" in value for value in found.values()):
        return None
    subject = found.get("subject", "")
    title = _ANSWERED.sub("", subject)
    sender = _SENDER.fullmatch(found.get("from", "")) if title == subject else None
    who = sender["who"].strip() if sender else None
    named = person(who) if who and not _NOBODY.search(who) else None
    return Mail(length, title or None, named, None if named else who)
