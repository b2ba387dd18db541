"""Names compared without case and accents."""

import unicodedata


def folded(text: str) -> str:
    """Return text without case and accents, for comparing names."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()
