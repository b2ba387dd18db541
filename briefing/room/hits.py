"""Marks words that were looked for in lines that are on screen."""

from rich.text import Text

from briefing.dossier.folding import folded


def spans(text: str, wanted: str) -> list[tuple[int, int]]:
    """Return (start, end) of every place where text has the folded words, whatever its case and accents."""
    pieces = [folded(char) for char in text]
    places = [n for n, piece in enumerate(pieces) for _ in piece]
    plain, found, at = "".join(pieces), [], 0
    while wanted and (at := plain.find(wanted, at)) >= 0:
        found.append((places[at], places[at + len(wanted) - 1] + 1))
        at += len(wanted)
    return found


def marked(line: Text, wanted: str) -> Text:
    """Return a line with the folded words marked, by reverse and underline so that it does not hang on colour."""
    found = spans(line.plain, wanted)
    if not found:
        return line
    line = line.copy()
    for start, end in found:
        line.stylize("reverse underline", start, end)
    return line
