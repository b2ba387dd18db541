"""Ids that are the same for the same article on every machine."""

import hashlib

_LENGTH = 10


def stable_id(prefix: str, *parts: str | int) -> str:
    """Return a short id made from what identifies a thing: a letter for its kind, then ten hexadecimal digits."""
    joined = "\x1f".join(map(str, parts))
    return prefix + hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
