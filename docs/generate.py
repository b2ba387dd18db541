"""Make the generated parts of the documentation: the key table and the schema of reading files (`make docs`)."""

import json
from itertools import groupby
from pathlib import Path

from briefing import keymap, readings

DOCS = Path(__file__).parent
GROUPS = {"move": "Moving", "judge": "Judging", "find": "Finding", "case": "The case and the room"}


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
    return "\n".join(lines)


def schema() -> str:
    """Return the JSON Schema of reading files."""
    return json.dumps(readings.json_schema(), indent=2, ensure_ascii=False) + "\n"


GENERATED = {"keys.md": keys, "reading.schema.json": schema}


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
