"""How well one colour can be read on another, as WCAG 2 has it; colours are "#rrggbb"."""


def contrast(a: str, b: str) -> float:
    """Return the contrast of two colours: 1 (the same) to 21 (black and white)."""
    low, high = sorted((_luminance(a), _luminance(b)))
    return (high + 0.05) / (low + 0.05)


def mixed(a: str, b: str, share: float) -> str:
    """Return a colour with a share (0 to 1) of another."""
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(_parts(a), _parts(b), strict=True))


def _parts(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _luminance(colour: str) -> float:
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (s / 12.92 if s <= 0.03928 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
