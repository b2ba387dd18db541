"""The words of the command line."""

import argparse
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeAlias, get_args

from briefing import __version__
from briefing.config import ThemeName

FORMATS = ("md", "html", "docx", "json", "csv")
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no public name

_CASE_HELP = "a folder of articles (default: the five articles that come with the program)"
_EXITS = "exit codes: 0 done, 1 something was skipped or is wrong with the input, 2 wrong usage"


def parser(names: Collection[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser of the whole command line, or one that knows these commands alone: it is there sooner."""
    top = argparse.ArgumentParser(
        prog="briefing",
        description="A terminal briefing room for analysts: who says what, how firmly, and where they contradict each other.",
        epilog=f"`briefing CASE` is short for `briefing room CASE`. {_EXITS}",
    )
    top.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, add in _COMMANDS.items():
        if names is None or name in names:
            add(commands)
    return top


def _room(commands: Commands) -> None:
    room = _command(commands, "room", "open the room on a case")
    room.add_argument("--theme", choices=get_args(ThemeName), help="colours")
    room.add_argument("--glyphs", choices=("unicode", "plain"), help="signs; plain for terminals without Unicode")


def _serve(commands: Commands) -> None:
    serve = _command(commands, "serve", "open the room in a browser (docs/browser.md)")
    serve.add_argument("--host", default="127.0.0.1", help="address to serve at (default: this machine only)")
    serve.add_argument("--port", type=_port, default=8000, help="port to serve at (default: 8000)")


def _port(said: str) -> int:
    if not said.isascii() or not said.isdigit() or not 0 < int(said) < 1 << 16:
        raise argparse.ArgumentTypeError(f"{said!r} is no port: 1 to 65535")
    return int(said)


def _analyse(commands: Commands) -> None:
    analyse = _command(commands, "analyse", "read a case without a screen")
    analyse.add_argument("--json", action="store_true", help="print everything as JSON (docs/json.md)")
    analyse.add_argument("--no-reading", action="store_true", help="leave a reading file aside: the machine alone")


def _explain(commands: Commands) -> None:
    explain = _command(commands, "explain", "show how a contradiction follows, or where a claim stands")
    explain.add_argument(
        "id", metavar="ID", help="id of a relation or a claim, or how it begins (analyse --json lists them)"
    )
    explain.add_argument("--json", action="store_true", help="print it as JSON (docs/json.md)")
    explain.add_argument("--no-reading", action="store_true", help="leave a reading file aside: the machine alone")


def _compare(commands: Commands) -> None:
    compare = commands.add_parser("compare", help="say what two sentences are to each other", epilog=_EXITS)
    compare.add_argument("a", nargs="?", metavar="A", help="a sentence")
    compare.add_argument("b", nargs="?", metavar="B", help="another")
    compare.add_argument("--json", action="store_true", help="print it as JSON (docs/json.md)")
    compare.add_argument(
        "--pairs", type=Path, metavar="FILE", help="compare every pair of a file of JSON lines instead"
    )


def _export(commands: Commands) -> None:
    export = _command(commands, "export", "write the brief (docs/brief.md)")
    export.add_argument(
        "--format", choices=FORMATS, help="the format (default: what the name of the file ends with, else md)"
    )
    export.add_argument("--template", type=Path, metavar="FILE", help="fill a Jinja2 template of your own instead")
    _output(export)


def _check(commands: Commands) -> None:
    _command(commands, "check", "say what a reviewer would find in the brief")


def _diff(commands: Commands) -> None:
    diff = _command(commands, "diff", "say what changed in the brief since an exported version")
    diff.add_argument("a", nargs="?", metavar="A", help="a version: v1, or an export in JSON (default: the last)")
    diff.add_argument("b", nargs="?", metavar="B", help="another, later one (default: the brief as it stands)")


def _reading(commands: Commands) -> None:
    reading = commands.add_parser("reading", help="reading files", description="Work with reading files.")
    reading_commands = reading.add_subparsers(dest="subcommand", metavar="COMMAND", required=True)
    reading_export = _command(reading_commands, "export", "write the case's current reading, corrections included")
    _output(reading_export)
    reading_import = reading_commands.add_parser(
        "import", help="take a language model's answers to `briefing prompts`", epilog=_EXITS
    )
    reading_import.add_argument("case", type=Path, help="the case that the requests are about")
    reading_import.add_argument(
        "answers", type=Path, metavar="ANSWERS.jsonl", help="lines of {id, content} (docs/model.md)"
    )


def _agreement(commands: Commands) -> None:
    _command(commands, "agreement", "say how far several analysts agree on each tag")


def _verify(commands: Commands) -> None:
    _command(commands, "verify", "see that files, quotes, record and exported briefs are as they were")


def _ask(commands: Commands) -> None:
    ask = _command(commands, "ask", "ask the language model of your configuration about the case (docs/model.md)")
    ask.add_argument("--yes", action="store_true", help="send without being asked first")


def _prompts(commands: Commands) -> None:
    _command(commands, "prompts", "print the language model's requests as JSON Lines, and send nothing")


def _doctor(commands: Commands) -> None:
    doctor = commands.add_parser("doctor", help="say what is installed and where things are")
    doctor.add_argument("case", nargs="?", type=Path, help=_CASE_HELP)


def _completion(commands: Commands) -> None:
    completion = commands.add_parser("completion", help="print a completion script for a shell")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"))


def _command(commands: Commands, name: str, words: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".", epilog=_EXITS)
    command.add_argument("case", nargs="?", type=Path, help=_CASE_HELP)
    return command


def _ledger(commands: Commands) -> None:
    ledger = commands.add_parser("ledger", help="the record", description="Work with the record of what analysts did.")
    ledger_commands = ledger.add_subparsers(dest="subcommand", metavar="COMMAND", required=True)
    _output(_command(ledger_commands, "export", "write every event as a W3C Web Annotation (docs/record.md)"))
    taken = ledger_commands.add_parser("import", help="take in the events of another record", epilog=_EXITS)
    taken.add_argument("case", type=Path, help="the case that they are about")
    taken.add_argument("file", type=Path, metavar="FILE", help="a file of `briefing ledger export`")
    _command(ledger_commands, "conflicts", "show where analysts say other things of one target")


def _output(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to; - is standard output")
    command.add_argument("--force", action="store_true", help="write over a file that is there")


_COMMANDS: dict[str, Callable[[Commands], None]] = {
    "room": _room,
    "serve": _serve,
    "analyse": _analyse,
    "explain": _explain,
    "compare": _compare,
    "export": _export,
    "check": _check,
    "diff": _diff,
    "reading": _reading,
    "ledger": _ledger,
    "agreement": _agreement,
    "verify": _verify,
    "ask": _ask,
    "prompts": _prompts,
    "doctor": _doctor,
    "completion": _completion,
}
COMMANDS = tuple(_COMMANDS)


def with_command(words: list[str]) -> list[str]:
    """Put "room" before words that name no command, so that `briefing CASE` opens the room."""
    first = next((w for w in words if not w.startswith("-")), None)
    asks = {"-h", "--help", "--version"} & set(words)
    return words if first in COMMANDS or (asks and first is None) else ["room", *words]
