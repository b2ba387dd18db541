"""Text and documents as Markdown that renders to exactly that text.

Follows CommonMark 0.31 and the table and strikethrough extensions of GFM; what other common viewers read into text (formulas
between dollar signs, `:names:` of emoji) is escaped too.
"""

import itertools
import re
from collections.abc import Iterable, Iterator

from briefing.brief.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Line,
    Paragraph,
    Quote,
    Section,
    Strong,
    Table,
    folded,
    plain,
)
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
    return _escaped(shown(text))


def _escaped(text: str) -> str:
    lines = [_line(line) for line in text.split("\n")]
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


def quotation(text: str) -> str:
    """Return a block that holds exactly the text and nothing else."""
    return "\n".join(f"> {line}" if line else ">" for line in escape(text).split("\n"))


def markdown(document: Document) -> str:
    """Return the document in Markdown (CommonMark 0.31)."""
    return "\n\n".join(_blocks(document)) + "\n"


def section_markdown(section: Section) -> str:
    """Return one section in Markdown."""
    return "\n\n".join([f"## {_heading(section.title)}", *map(block_markdown, section.blocks)])


def _blocks(document: Document) -> Iterator[str]:
    yield f"# {_heading(document.title)}"
    if document.draft:
        yield f"**DRAFT:** {escape('; '.join(document.draft))}"
    yield _list(document.facts)
    yield from map(section_markdown, document.sections)


def block_markdown(block: Block) -> str:
    """Return one block in Markdown."""
    match block:
        case Heading():
            return f"{'#' * block.level} {_heading(block.text)}"
        case Paragraph():
            return _inline(block.line)
        case Quote():
            return quotation(block.text)
        case Bullets():
            return _list(block.items)
        case Table():
            return f"{escape(block.caption)}:\n\n{_list(_row(block, row) for row in block.rows)}"


def _heading(text: str) -> str:
    return escape(folded(text)) or "…"


def _list(items: Iterable[Line]) -> str:
    return "\n".join("- " + _inline(item).replace("\n", "\n  ") for item in items)


def _row(table: Table, row: tuple[str, ...]) -> Line:
    """Return a row of a table as an item: CommonMark has no tables."""
    if len(row) == 2:
        return (f"{row[0]}: {row[1]}",)
    rest = "; ".join(f"{head}: {cell}" for head, cell in zip(table.head[1:], row[1:], strict=True) if cell)
    return (f"{row[0]} ({rest})" if rest else row[0],)


def _inline(line: Line) -> str:
    """Return a line whose strong words stand between asterisks.

    Private characters, of which `shown` leaves none, hold their places while the line is escaped as one.
    """
    parts = (f"{_OPEN}{shown(p.text)}{_CLOSE}" if isinstance(p, Strong) else shown(plain((p,))) for p in line)
    return _escaped("".join(parts)).replace(_OPEN, "**").replace(_CLOSE, "**")


_OPEN, _CLOSE = "\ue000", "\ue001"
