"""`briefing explain`: the whole derivation of a contradiction, or where a claim stands."""

import argparse
import sys
from difflib import get_close_matches
from pathlib import Path
from textwrap import wrap

import msgspec

from briefing.case import Case
from briefing.case.telling import plain, told
from briefing.cli.opening import cache, configured, folder, read
from briefing.contradiction.derivation import Derivation, Position, derivation, position
from briefing.dossier import Dossier
from briefing.errors import Fault, InputError

_WIDTH = 80
_NEAR = 5


def run(given: argparse.Namespace) -> int:
    """Read the case and explain one thing in it. Raises InputError."""
    if given.case is None and Path(given.id).is_dir():
        remedy = f"briefing explain {given.id} ID; `briefing analyse --json` lists them"
        raise InputError(Fault(given.id, "is a folder, and no id is named", remedy))
    with Case(folder(given), configured(given), cache(), use_reading=not given.no_reading) as case:
        code = read(case)
        show(explained(case.dossier, given.id), as_json=given.json)
    return code


def explained(dossier: Dossier, wanted: str) -> Derivation | Position:
    """Explain the relation or claim whose id begins like that. Raises InputError if there is none, or more than one."""
    ids = sorted((*dossier.relations, *dossier.claims))
    found = [wanted] if wanted in ids else [i for i in ids if wanted and i.startswith(wanted)]
    if len(found) != 1:
        near = found or get_close_matches(wanted, ids, n=_NEAR, cutoff=0.0)
        problem = f"is the beginning of {len(found)} ids" if found else "is the id of no relation and no claim"
        remedy = f"such as {', '.join(near[:_NEAR])}" if near else "the case has none; analyse --json lists them"
        raise InputError(Fault(f"'{wanted}'", problem, remedy))
    return derivation(dossier, found[0]) if found[0] in dossier.relations else position(dossier, found[0])


def show(what: Derivation | Position, *, as_json: bool) -> None:
    """Print an explanation, for eyes or for other tools."""
    if as_json:
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(what), indent=1) + b"\n")
    else:
        sys.stdout.write(plain(told(what), _WIDTH, wrap))
