"""From the words of the command line to a command that is carried out."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from briefing.cli.complaint import complain
from briefing.cli.parser import COMMANDS, parser, with_command
from briefing.errors import InputError
from briefing.plaintext import visible

_INTERRUPTED = 130
_WHERE = {
    "room": "room:run",
    "serve": "serve:run",
    "analyse": "analyse:run",
    "explain": "explain:run",
    "compare": "compare:run",
    "export": "export:run_brief",
    "check": "checking:run_check",
    "diff": "checking:run_diff",
    "reading export": "export:run_reading",
    "reading import": "asking:run_import",
    "ledger export": "ledger:run_export",
    "ledger import": "ledger:run_import",
    "ledger conflicts": "ledger:run_conflicts",
    "agreement": "agreement:run",
    "verify": "verify:run",
    "ask": "asking:run_ask",
    "prompts": "asking:run_prompts",
    "doctor": "doctor:run",
    "completion": "completion:run",
}
"""Where each command stands; only the module of the command given is imported, so that none waits for another's libraries."""


def run(words: Sequence[str] | None) -> int:
    """Carry out the command that these words give, or those of the command line, and say what is wrong with its input."""
    try:
        return _command(list(sys.argv[1:] if words is None else words))()
    except InputError as error:
        for fault in error.faults:
            complain(visible(str(fault)))
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED


def _command(words: list[str]) -> Callable[[], int]:
    """Return what carries out a command, its modules read; ends the program where the words are wrong."""
    try:
        said = with_command(words)
        given = parser(said[:1] if said[0] in COMMANDS else None).parse_args(said)
        name = " ".join(filter(None, (given.command, getattr(given, "subcommand", None))))
        module, function = _WHERE[name].split(":")
        return partial(getattr(import_module(f"briefing.cli.{module}"), function), given)
    finally:
        gc.enable()
