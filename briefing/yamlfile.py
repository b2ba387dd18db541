"""YAML from outside, read safely and with the line of every key, so that an error can name it.

Aliases are refused (a few lines of them can unfold to gigabytes), as are duplicate keys and anything but plain
scalars, lists and mappings.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from briefing.errors import Fault, InputError

if TYPE_CHECKING:
    from pydantic import ValidationError

Key = tuple[str | int, ...]
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlText:
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


def load(text: str, name: str, *, first_line: int = 1, max_bytes: int = 8 << 20) -> YamlText:
    """Read one YAML document; `first_line` is where it begins in its file. Raises InputError."""
    if len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        raise InputError(Fault(name, f"more than {max_bytes >> 20} MiB of YAML", "split it"))
    lines: dict[Key, int] = {}
    loader = _LOADER(text)
    try:
        _refuse_aliases(text, name, first_line)
        node = loader.get_single_node()
        data = _plain(node, loader, (), lines, name, first_line) if node is not None else None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + first_line if mark else None
        problem = str(getattr(error, "problem", None) or error)
        raise InputError(Fault(name, f"not valid YAML: {problem}", "mend this line", line)) from None
    except RecursionError:
        raise InputError(Fault(name, "YAML nested too deeply", "flatten it")) from None
    finally:
        loader.dispose()
    return YamlText(name, data, lines)


def load_file(path: Path, *, max_bytes: int = 8 << 20) -> YamlText:
    """Read a YAML file in UTF-8. Raises InputError."""
    try:
        if path.stat().st_size > max_bytes:
            raise InputError(Fault(path, f"larger than {max_bytes >> 20} MiB", "split it"))
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(Fault(path, f"cannot be read: {error.strerror}", "check the path and permissions")) from None
    except UnicodeDecodeError as error:
        raise InputError(Fault(path, f"not UTF-8 at byte {error.start}", "save it as UTF-8")) from None
    return load(text, str(path), max_bytes=max_bytes)


def faults(document: YamlText, error: "ValidationError", known: Sequence[str] = ()) -> list[Fault]:
    """Turn a pydantic error into faults with lines; an unknown key names the nearest of `known`."""
    found = []
    for item in error.errors(include_url=False, include_context=False):
        key = tuple(k for k in item["loc"] if isinstance(k, int) or not k.startswith(("function-", "literal[")))
        problem, remedy = item["msg"], ""
        if item["type"] == "extra_forbidden":
            near = get_close_matches(str(key[-1]), known, n=1)
            problem = "unknown key"
            remedy = f"did you mean '{near[0]}'?" if near else "remove it"
        elif item["type"] == "missing":
            problem, remedy = "missing", "add it"
        found.append(document.fault(key, problem[:1].lower() + problem[1:], remedy))
    return found


def _refuse_aliases(text: str, name: str, first_line: int) -> None:
    for token in yaml.scan(text, Loader=_LOADER):
        if isinstance(token, yaml.AliasToken):
            line = token.start_mark.line + first_line
            raise InputError(Fault(name, "YAML aliases (*name) are not read", "write the value out", line))


def _plain(node: yaml.Node, loader: Any, key: Key, lines: dict[Key, int], name: str, first: int) -> Any:
    lines.setdefault(key, node.start_mark.line + first)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key_node, value_node in node.value:
            part = str(key_node.value)
            line = key_node.start_mark.line + first
            if not isinstance(key_node, yaml.ScalarNode):
                raise InputError(Fault(name, "a key must be a word", "write it as text", line))
            if part in mapping:
                raise InputError(Fault(name, "the key stands twice", "remove one", line, part))
            lines[(*key, part)] = line
            mapping[part] = _plain(value_node, loader, (*key, part), lines, name, first)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(n, loader, (*key, i), lines, name, first) for i, n in enumerate(node.value)]
    try:
        return loader.construct_object(node)
    except (ValueError, OverflowError) as error:
        line = node.start_mark.line + first
        raise InputError(Fault(name, f"not a valid value: {error}", "put it in quotes", line)) from None
