"""Names compared without case and accents."""

from unicodedata import combining, normalize


def folded(text: str) -> str:
    """Return text without case and accents, for comparing names."""
    if text.isascii():
        return text.lower()
    parts = normalize("NFKD", text)
    for accent in filter(combining, set(parts)):
        parts = parts.replace(accent, "")
    return parts.casefold()
