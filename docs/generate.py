"""Make the generated parts of the documentation: the key table, the schema of reading files, tables within pages (`make docs`).

A generated part of a page stands between `<!-- generated: NAME -->` and `<!-- end -->`.
"""

import json
import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from pathlib import Path

from briefing import config, keymap, readings, resources
from briefing.articles.frontmatter_schema import SYNONYMS, FrontMatter
from briefing.dossier import ActorType, Certainty, Mode, Scope
from briefing.dossier.conditions import FIELDS
from briefing.extraction.alias_file import AliasModel
from briefing.extraction.lexicon_file import FrameModel
from briefing.readings.schema import ActorModel, ClaimModel, PointModel, SourceModel

DOCS = Path(__file__).parent
GROUPS = {
    "move": "Moving",
    "judge": "Judging",
    "find": "Finding",
    "look": "Looking from further off",
    "case": "The case and the room",
}


def keys() -> str:
    """Return the key table in Markdown, group by group."""
    lines = [
        "# Keys",
        "",
        "One meaning in every pane. `config.yaml` can give any command another key; `?` shows those in force.",
        "",
    ]
    for group, commands in groupby(keymap.COMMANDS, key=lambda c: c.group):
        lines += [
            f"## {GROUPS.get(group, group.capitalize())}",
            "",
            "| key | does | name in `config.yaml` |",
            "|---|---|---|",
        ]
        for command in commands:
            named = " ".join(f"`{key}`" for key in command.keys) or "(palette)"
            lines.append(f"| {named} | {command.words} | `{command.id}` |")
        lines.append("")
    return "\n".join(
        [
            *lines,
            *_panel("While a claim is put on a point", "point", keymap.POINTING),
            *_panel("While words are chosen", "add", keymap.CHOOSING),
            *_drafting(),
        ]
    )


def _drafting() -> list[str]:
    """Return what the keys do on the brief screen."""
    opens = next(c.keys[0] for c in keymap.COMMANDS if c.id == "brief")
    rows = [f"| {' '.join(f'`{key}`' for key in keys.split())} | {words} |" for keys, words in keymap.DRAFTING]
    return [f"## On the brief screen (`{opens}`)", "", "| key | does |", "|---|---|", *rows, ""]


def _panel(title: str, opener: str, taken: tuple[tuple[str, str, str], ...]) -> list[str]:
    """Return what the keys do in the panel that a command opens."""
    by_id = {c.id: c for c in keymap.COMMANDS}
    opens = " ".join(f"`{key}`" for key in by_id[opener].keys)
    rows = [
        f"| {' '.join(f'`{key}`' for key in by_id[command].keys)} | {words} | `{command}` |"
        for command, _, words in taken
    ]
    return [
        f"## {title} ({opens})",
        "",
        "| key | does | name in `config.yaml` |",
        "|---|---|---|",
        *rows,
        "",
    ]


def schema() -> str:
    """Return the JSON Schema of reading files."""
    return json.dumps(readings.json_schema(), indent=2, ensure_ascii=False) + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _words(words: Iterable[str]) -> str:
    return " ".join(f"`{word}`" for word in words) + "\n"


def _model(model: type[AliasModel | SourceModel | ActorModel | PointModel | ClaimModel]) -> str:
    fields = model.model_fields.items()
    rows = ((f"`{name}`", "yes" if f.is_required() else "", f.description or "") for name, f in fields)
    return _table(("key", "needed", "what it says"), rows)


def _front_matter() -> str:
    """Return the keys of front matter, each with the other names it goes by."""
    rows = (
        (f"`{name}`", _words(SYNONYMS.get(name, ())).strip(), field.description or "")
        for name, field in FrontMatter.model_fields.items()
    )
    return _table(("key", "or", "what it says"), rows)


PARTS: dict[str, Callable[[], str]] = {
    "front-matter-keys": _front_matter,
    "source-keys": partial(_model, SourceModel),
    "actor-keys": partial(_model, ActorModel),
    "point-keys": partial(_model, PointModel),
    "claim-keys": partial(_model, ClaimModel),
    "alias-keys": partial(_model, AliasModel),
    "frame-keys": partial(_model, FrameModel),
    "actor-types": lambda: _words(ActorType),
    "modes": lambda: _words(Mode),
    "certainties": lambda: _words(Certainty),
    "scopes": lambda: _words(Scope),
    "default-configuration": lambda: f"```yaml\n{resources.CONFIG.read_text(encoding='utf-8')}```\n",
    "environment": lambda: _table(("variable", "sets"), ((f"`{v}`", f"`{k}`") for k, v in config.VARIABLES.items())),
    "key-names": lambda: _words(keymap.NAMED),
    "filter-fields": lambda: _table(("field", "finds claims by"), ((f"`{n}:`", words) for n, words in FIELDS.items())),
}
PART = re.compile(r"(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def page(name: str) -> str:
    """Return a page with the parts between its marks made anew."""
    text = (DOCS / name).read_text(encoding="utf-8")
    return PART.sub(lambda part: part[1] + PARTS[part[2]]() + part[3], text)


GENERATED: dict[str, Callable[[], str]] = {
    "keys.md": keys,
    "reading.schema.json": schema,
    **{
        name: partial(page, name)
        for name in ("aliases.md", "articles.md", "configuration.md", "filters.md", "lexicon.md", "reading.md")
    },
}


def stale() -> list[str]:
    """Return the names of generated files that are not as they would be made now."""
    texts = {name: (DOCS / name).read_text("utf-8") if (DOCS / name).exists() else "" for name in GENERATED}
    return [name for name, make in GENERATED.items() if texts[name] != make()]


def main() -> None:
    """Make what is out of date."""
    for name in stale():
        (DOCS / name).write_text(GENERATED[name](), encoding="utf-8")


if __name__ == "__main__":
    main()
