"""Counts in words."""


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 claim, 2 claims; `many` where the plural is not made with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
