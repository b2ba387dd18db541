"""Text as Markdown that renders to exactly that text, and the few blocks a brief is made of.

Follows CommonMark 0.31 and the table and strikethrough extensions of GFM; what other common viewers read into text (formulas
between dollar signs, `:names:` of emoji) is escaped too.
"""

import itertools
import re
from collections.abc import Iterable

from briefing.plaintext import visible

_SPECIAL = re.compile(
    r"""[\\`*_\[\]<~|#]
    | & (?= \#[0-9xX] | [A-Za-z][A-Za-z0-9]*; )
    | : (?= [a-z+-][a-z0-9_+-]*: )
    """,
    re.VERBOSE,
)
_OPENING = re.compile(
    r"""^(?: [=>]               # underline of a heading, quotation
    | [-+](?=\s|$)              # list
    | [-:](?=[-:\s]*$)          # rule, underline of a heading, underline of a table's head
    | ([0-9]{1,9})([.)])(?=\s|$) # numbered list
    )""",
    re.VERBOSE,
)
_MARGINS = re.compile(r"^\s+|\s+$")


def shown(text: str) -> str:
    """Return the text as a brief shows it: line breaks are line feeds, hidden characters and controls are visible codes."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "\t".join(visible(part) for part in lines.split("\t"))


def escape(text: str) -> str:
    """Return Markdown that renders, in one paragraph, to exactly the text as it is `shown`.

    It may have several lines; inside a quotation or a list each has to be indented alike.
    """
    lines = [_line(line) for line in shown(text).split("\n")]
    if text.count("$") > 1:
        lines = [line.replace("$", r"\$") for line in lines]
    joined = lines[0]
    for before, line in itertools.pairwise(lines):
        joined += ("\n" if before and line else "&#10;") + line
    return joined


def _line(text: str) -> str:
    inner = _MARGINS.sub("", text)
    escaped = _SPECIAL.sub(r"\\\g<0>", inner)
    if text[:1] == inner[:1]:
        escaped = _OPENING.sub(_escaped_opening, escaped)
    start = text.find(inner)
    return _references(text[:start]) + escaped + _references(text[start + len(inner) :])


def _escaped_opening(match: re.Match[str]) -> str:
    number, mark = match.groups()
    return f"{number}\\{mark}" if mark else f"\\{match[0]}"


def _references(blanks: str) -> str:
    return "".join(f"&#{ord(c)};" for c in blanks)


def inline(text: str) -> str:
    """Return Markdown for the text on one line, its white space folded."""
    return escape(" ".join(text.split()))


def quotation(text: str) -> str:
    """Return a block that holds exactly the text and nothing else."""
    return "\n".join(f"> {line}" for line in escape(text).split("\n"))


def bullets(items: Iterable[str]) -> str:
    """Return a list; each item is Markdown, of one line or several."""
    return "\n".join("- " + item.replace("\n", "\n  ") for item in items)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
