"""The facts an analyst states at the head of a text or Markdown file, between two lines of `---` (YAML) or `+++` (TOML)."""

import re
import tomllib
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct

from briefing.articles.blocks import Block, Extracted, Facts, UnreadableError
from briefing.dossier import PassageKind
from briefing.errors import InputError

_OPEN = re.compile(r"(?P<rule>---|\+\+\+)[^\S\r\n]*(?:\r\n|\r|\n)")
_CLOSES = {
    "---": re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[^\S\r\n]*(?:\r\n|\r|\n|$)"),
    "+++": re.compile(r"(?:^|(?<=[\r\n]))\+\+\+[^\S\r\n]*(?:\r\n|\r|\n|$)"),
}
_KEY = {
    "---": re.compile(r"[^\S\r\n]*(?:#|\[|[\w\"'-]+[^\S\r\n]*[:=])"),
    "+++": re.compile(r"(?:#[^\r\n]*\s+)*(?:\[|[\w.\"'-]+[^\S\r\n]*=)"),
}
_LINE = re.compile(r"([\w-]+:[ \t]+)(.*)")
_NO_PLAIN_TEXT = tuple("\"'[{|>&*!%@#`")
_AT_LINE = re.compile(r" \(at line (\d+), column \d+\)")
_MOST_BYTES = 1 << 20


class _Matter(Struct, frozen=True):
    """Characters `start` to `end` are YAML, or TOML; the closing line ends at `close`."""

    start: int
    end: int
    close: int
    is_toml: bool


def extract(text: str, file: str, blocks: Callable[[str, int], Iterable[Block]]) -> Extracted:
    """Read what the front matter of a text says, if it has any, and the `blocks` of the rest. Raises UnreadableError when it is wrong."""
    matter = _find(text)
    if matter is None:
        return Extracted(text, list(blocks(text, 0)))
    facts = _read(text[matter.start : matter.end], file, is_toml=matter.is_toml)
    head = Block(0, matter.close, PassageKind.BOILERPLATE)
    return Extracted(text, [head, *blocks(text, matter.close)], facts)


def _find(text: str) -> _Matter | None:
    """Return where the front matter is; None when the file has none (two rules around prose are none)."""
    head = _OPEN.match(text)
    tail = _CLOSES[head["rule"]].search(text, head.end()) if head else None
    if not head or not tail:
        return None
    inside = text[head.end() : tail.start()].lstrip()
    if inside and not _KEY[head["rule"]].match(inside):
        return None
    return _Matter(head.end(), tail.start(), tail.start() + len(tail[0].rstrip()), head["rule"] == "+++")


def _read(written: str, file: str, *, is_toml: bool) -> Facts:
    """Read front matter that begins on line 2 of its file. Raises UnreadableError with file, line and remedy.

    A title such as `The dam: what is known` need not be in quotes, as YAML wants it.
    """
    from briefing import yamlfile  # noqa: PLC0415  only a file with front matter needs YAML and pydantic
    from briefing.articles import frontmatter_schema  # noqa: PLC0415

    try:
        if is_toml:
            document = yamlfile.YamlText(file, _toml(written, file))
        else:
            document = yamlfile.load(_with_quotes(written), file, first_line=2, max_bytes=_MOST_BYTES)
        return frontmatter_schema.facts(document)
    except InputError as error:
        raise UnreadableError("; ".join(f"front matter, {fault}" for fault in error.faults)) from None


def _toml(written: str, file: str) -> dict[str, Any]:
    """Read what site generators put between two lines of `+++`, from line 2 of a file on. Raises UnreadableError with file, line and remedy."""
    try:
        return tomllib.loads(written.replace("\r\n", "\n").replace("\r", "\n"))
    except (ValueError, RecursionError) as error:
        at = _AT_LINE.search(str(error))
        place = f"{file}:{int(at[1]) + 1}" if at else file
        problem = _AT_LINE.sub("", str(error))
        raise UnreadableError(f"front matter, {place}: not valid TOML: {problem}; mend this line") from None


def _with_quotes(yaml_text: str) -> str:
    """Put values of plain text that have a colon in quotes."""
    return "".join(map(_quoted, yaml_text.splitlines(keepends=True)))


def _quoted(line: str) -> str:
    found = _LINE.match(line)
    value = found[2].strip() if found else ""
    if not found or value.startswith(_NO_PLAIN_TEXT) or " #" in value or not re.search(r":(?:[ \t]|$)", value):
        return line
    escaped = value.replace("'", "''")
    return f"{found[1]}'{escaped}'{line[len(line.rstrip()) :]}"
