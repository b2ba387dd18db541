"""Text from outside made safe to show: nothing in it can act on the terminal.

Stored and exported text stays exact; this is only for eyes. C0 controls become their Unicode control pictures,
C1 controls, bidirectional overrides and other invisible format characters become a visible code in angle brackets.
Joiners that real scripts need (zero-width joiner and non-joiner, variation selectors) are kept.
"""

import unicodedata

_KEPT_FORMATS = frozenset("\u200c\u200d\ufe0e\ufe0f\u00ad")
_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "\u2421"


def _shown(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return _DELETE_PICTURE
    return f"<{code:04x}>"


def _is_hidden(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and char not in _KEPT_FORMATS


def visible(text: str, *, keep: str = "\n") -> str:
    """Return the text with every control and hidden format character made visible.

    `keep` lists control characters that the caller lays out itself (line feeds by default, and then a carriage return before
    one goes with it); tabs become spaces.
    """
    if text.isascii() and text.isprintable():
        return text
    spaced = text.replace("\t", "    ")
    if "\n" in keep:
        spaced = spaced.replace("\r\n", "\n")
    return "".join(_shown(c) if c not in keep and _is_hidden(c) else c for c in spaced)


def has_hidden(text: str) -> bool:
    """Tell whether the text has characters that a reader would not see: evidence in itself."""
    return any(_is_hidden(c) for c in text if c not in "\n\r\t\f\ufeff")


def one_line(text: str) -> str:
    """Return the text safe and on one line, runs of white space folded, for a row of a list."""
    return visible(" ".join(text.split()))


def clipped(text: str, width: int, ellipsis: str = "…") -> str:
    """Cut safe one-line text at a word so that it is at most `width` characters long, with an ellipsis if cut."""
    if len(text) <= width:
        return text
    if width <= len(ellipsis):
        return ellipsis[:width]
    head = text[: width - len(ellipsis)]
    at = head.rfind(" ")
    return (head[:at] if at > width // 2 else head).rstrip(" ,;:") + ellipsis


def marks(words: str) -> tuple[str, str]:
    """Return the quotation marks to set before and after words: none where they begin and end with their own, one where one of these is missing."""
    begins, ends = words.startswith("“"), words.endswith("”")
    unclosed = words.count("“") - words.count("”")
    if (begins and ends) or (words.startswith('"') and words.endswith('"') and words.count('"') % 2 == 0):
        return "", ""
    return "" if begins and unclosed > 0 else "“", "" if ends and unclosed < 0 else "”"


def quoted(words: str) -> str:
    """Return words between quotation marks; those that the words begin or end with themselves serve."""
    opening, closing = marks(words)
    return f"{opening}{words}{closing}"
