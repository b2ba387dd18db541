"""YAML from outside, read safely and with the line of every key, so that an error can name it.

Aliases are refused (a few lines of them can unfold to gigabytes), as are duplicate keys and anything but plain
scalars, lists and mappings.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from difflib import get_close_matches
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from briefing.errors import Fault, InputError

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

Key = tuple[str | int, ...]
Shape = TypeVar("Shape", bound="BaseModel")
MAX_BYTES = 8 << 20
_MAX_DEPTH = 100
_MAX_FAULTS = 100
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNREADABLE = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_OPENING = (
    yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken, yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken,
)  # fmt: skip
_SENTENCES = {
    "missing": ("missing", "add it"),
    "extra_forbidden": ("unknown key", ""),
    "model_type": ("must be keys with values", "write 'key: value'"),
    "dict_type": ("must be keys with values", "write 'key: value'"),
    "list_type": ("must be a list", "write '- item' lines or [item, item]"),
    "string_type": ("must be text", "put it in quotes"),
    "int_type": ("must be a whole number", ""),
    "int_parsing": ("must be a whole number", ""),
    "int_from_float": ("must be a whole number", ""),
    "float_type": ("must be a number", ""),
    "float_parsing": ("must be a number", ""),
    "string_too_short": ("is empty", "write something, or remove the key"),
}
"""What is wrong and what to do, by the type of a pydantic error, where its own message would not help."""
_CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


class YamlText(Struct, frozen=True):
    """Plain data and, for every key path in it, the line (1 = first) where it stands."""

    name: str
    data: Any
    lines: dict[Key, int] = field(default_factory=dict)

    def line(self, key: Sequence[str | int]) -> int | None:
        """Return the line of a key path, or of the nearest enclosing one that has a line."""
        path = tuple(key)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)

    def fault(self, key: Sequence[str | int], problem: str, remedy: str = "") -> Fault:
        """Return a fault at a key path."""
        return Fault(self.name, problem, remedy, self.line(key), ".".join(map(str, key)))


def load(text: str, name: str, *, first_line: int = 1, max_bytes: int = MAX_BYTES, as_text: bool = False) -> YamlText:
    """Read one YAML document; `first_line` is where it begins in its file. Raises InputError.

    With `as_text` every scalar stays the text it was written as: `no`, `1986` and `2025-11-28` are words, not values.
    """
    if len(text) > max_bytes or len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise InputError(Fault(name, f"more than {max_bytes >> 20} MiB of YAML", "split it"))
    if (at := _UNREADABLE.search(text)) is not None:
        line = text.count("\n", 0, at.start()) + first_line
        raise InputError(Fault(name, f"a character that YAML does not allow: U+{ord(at[0]):04X}", "take it out", line))
    reading = _Reading(name, first_line, as_text)
    try:
        return YamlText(name, reading.plain(text), reading.lines)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = mark.line + first_line if mark is not None else None
        problem = " ".join(str(getattr(error, "problem", None) or error).split())
        raise InputError(Fault(name, f"not valid YAML: {problem}", "mend this line", place)) from None


def load_bytes(data: bytes, name: str, *, max_bytes: int = MAX_BYTES, as_text: bool = False) -> YamlText:
    """Read the bytes of a YAML file in UTF-8. Raises InputError."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(Fault(name, f"not UTF-8 at byte {error.start}", "save it as UTF-8", line)) from None
    return load(text, name, max_bytes=max_bytes, as_text=as_text)


def load_file(path: Path, *, max_bytes: int = MAX_BYTES, as_text: bool = False) -> YamlText:
    """Read a YAML file in UTF-8. Raises InputError."""
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise InputError(Fault(path, f"cannot be read: {error.strerror}", "check the path and permissions")) from None
    if len(data) > max_bytes:
        raise InputError(Fault(path, f"larger than {max_bytes >> 20} MiB", "split it"))
    return load_bytes(data, str(path), max_bytes=max_bytes, as_text=as_text)


Known = Sequence[str] | Callable[[Key], Sequence[str]]


def fitted(document: YamlText, shape: "type[Shape]", known: Known = ()) -> "Shape":
    """Return what a document holds in a pydantic shape; `known` as in `faults`. Raises InputError with every fault found.

    A key of a list with nothing after it has no items.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - many a file has no shape

    try:
        return shape.model_validate(document.data if document.data is not None else {})
    except ValidationError as error:
        empty = [e["loc"] for e in error.errors() if e["type"] == "list_type" and e["input"] in (None, "")]
        if not empty:
            raise InputError(*first_of(faults(document, error, known))) from None
    return fitted(replace(document, data=_with_empty_lists(document.data, empty)), shape, known)


def _with_empty_lists(data: Any, places: Iterable[Key]) -> Any:
    data = deepcopy(data)
    for *path, last in places:
        reduce(getitem, path, data)[last] = []
    return data


def first_of(found: Sequence[Fault]) -> Sequence[Fault]:
    """Return no more faults than somebody mends at a time, and how many there are beside them."""
    if len(found) <= _MAX_FAULTS:
        return found
    rest = Fault(found[0].file, f"and {len(found) - _MAX_FAULTS} more faults", "mend these first")
    return [*found[:_MAX_FAULTS], rest]


def faults(document: YamlText, error: "ValidationError", known: Known = ()) -> list[Fault]:
    """Turn a pydantic error into faults with lines.

    An unknown key names the nearest of `known`: all keys, or a function from the place to the keys that may stand there.
    """
    found = [_fault(document, item, known) for item in error.errors(include_url=False)]
    return sorted(found, key=lambda f: f.line or 0)


def _fault(document: YamlText, item: "ErrorDetails", known: Known) -> Fault:
    key = tuple(k for k in item["loc"] if isinstance(k, int) or not k.startswith(("function-", "literal[")))
    problem, remedy = _SENTENCES.get(item["type"], (item["msg"].removeprefix("Value error, "), ""))
    if item["type"] == "extra_forbidden":
        remedy = _nearest(str(key[-1]), known(key[:-1]) if callable(known) else known) or "remove it"
    elif item["type"] in {"literal_error", "enum"}:
        remedy = _nearest(str(item["input"]), re.findall(r"'([^']*)'", item["ctx"]["expected"]))
    elif item["type"] in {"too_short", "too_long"}:
        least, most = (item["ctx"].get(bound) for bound in ("min_length", "max_length"))
        problem = "must not be empty" if least == 1 else f"must have at {f'least {least}' if least else f'most {most}'}"
    problem = problem.replace("Input should", "must").replace("String should", "must")
    return document.fault(key, problem[:1].lower() + problem[1:], remedy)


def _nearest(word: str, known: Sequence[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"did you mean '{near[0]}'?" if near else ""


class _Reading(Struct):
    """One document on its way to plain data."""

    name: str
    first_line: int
    as_text: bool
    lines: dict[Key, int] = field(default_factory=dict)

    def plain(self, text: str) -> Any:
        self._check_tokens(text)
        loader = _LOADER(text)
        try:
            node = loader.get_single_node()
            return None if node is None else self._plain(node, loader, ())
        finally:
            loader.dispose()

    def _check_tokens(self, text: str) -> None:
        depth = 0
        token: Any
        for token in yaml.scan(text, Loader=_LOADER):
            if isinstance(token, yaml.AliasToken):
                raise self._error(token, "YAML aliases (*name) are not read", "write the value out")
            depth += int(isinstance(token, _OPENING)) - int(isinstance(token, _CLOSING))
            if depth > _MAX_DEPTH:
                raise self._error(token, f"nested more than {_MAX_DEPTH} deep", "flatten it")

    def _error(self, where: yaml.Node | yaml.Token, problem: str, remedy: str, key: str = "") -> InputError:
        return InputError(Fault(self.name, problem, remedy, where.start_mark.line + self.first_line, key))

    def _plain(self, node: yaml.Node, loader: Any, key: Key) -> Any:
        self.lines.setdefault(key, node.start_mark.line + self.first_line)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loader, key)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(n, loader, (*key, i)) for i, n in enumerate(node.value)]
        if self.as_text:
            return node.value
        try:
            return loader.construct_object(node)
        except (ValueError, OverflowError) as error:
            raise self._error(node, f"not a valid value: {error}", "put it in quotes") from None

    def _mapping(self, node: yaml.MappingNode, loader: Any, key: Key) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._error(key_node, "a key must be a word", "write it as text")
            part = str(key_node.value)
            if part in mapping:
                raise self._error(key_node, "the key stands twice", "remove one", ".".join(map(str, (*key, part))))
            self.lines[(*key, part)] = key_node.start_mark.line + self.first_line
            mapping[part] = self._plain(value_node, loader, (*key, part))
        return mapping
