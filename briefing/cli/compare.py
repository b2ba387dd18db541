"""`briefing compare`: what two sentences are to each other."""

import argparse
import codecs
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from briefing import config
from briefing.case.comparing import Comparer, unfit
from briefing.cli.complaint import complain
from briefing.cli.explain import show
from briefing.cli.opening import cache
from briefing.contradiction.derivation import derivation
from briefing.errors import Fault, InputError
from briefing.plaintext import one_line

_KEYS = (("a", "b"), ("premise", "hypothesis"), ("sentence1", "sentence2"))
"""The names that the two sentences of a line may have."""
Pair = tuple[object, str, str]
"""The id of a pair (its own, or the number of its line), and its sentences."""


def run(given: argparse.Namespace) -> int:
    """Compare two sentences, or every pair of a file."""
    one = given.a is not None and given.b is not None and given.pairs is None
    if not one and (given.pairs is None or given.a is not None):
        complain("compare takes two sentences, or --pairs FILE.jsonl")
        return 2
    comparer = Comparer(config.load(None, {}, cache()).config.language_model)
    return _pairs(comparer, given.pairs) if given.pairs is not None else _one(comparer, given)


def _one(comparer: Comparer, given: argparse.Namespace) -> int:
    dossier, relation = comparer.compare(given.a, given.b)
    if relation is not None:
        show(derivation(dossier, relation.id), as_json=given.json)
    elif given.json:
        sys.stdout.write('{\n "relation": "none"\n}\n')
    else:
        sys.stdout.write("none: no point was found on which both take a stand that clashes or agrees\n")
    return 0


def _pairs(comparer: Comparer, path: Path) -> int:
    """Print a line of JSON for every pair, as soon as it is compared; returns 1 if a line was skipped."""
    code = 0
    for read in pairs(path):
        if isinstance(read, Fault):
            complain(f"{one_line(str(read))}; skipped")
            code = 1
            continue
        pair_id, a, b = read
        dossier, relation = comparer.compare(a, b)
        line: dict[str, object] = {"id": pair_id, "relation": "none"}
        if relation is not None:
            line |= {
                "relation": relation.type,
                "kind": relation.kind,
                "point": dossier.points[relation.point].phrase,
                "rule": relation.rule,
                "explanation": relation.explanation,
                "score": relation.score,
            }
        sys.stdout.buffer.write(msgspec.json.encode(line) + b"\n")
        sys.stdout.buffer.flush()
    return code


def pairs(path: Path) -> Iterator[Pair | Fault]:
    """Read pairs line by line, blank lines aside; a Fault for a line that holds none. Raises InputError if the file cannot be read."""
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                said = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                if said.strip():
                    yield _pair(path, number, said)
    except OSError as error:
        raise InputError(Fault(path, f"cannot be read: {error.strerror}", "name a file of JSON lines")) from None


def _pair(path: Path, number: int, line: bytes) -> Pair | Fault:
    try:
        held = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Fault(path, f"is no JSON: {error}", line=number)
    if not isinstance(held, Mapping):
        return Fault(path, "is no JSON object", line=number)
    for one, other in _KEYS:
        a, b = held.get(one), held.get(other)
        if isinstance(a, str) and isinstance(b, str):
            if problem := unfit(a) or unfit(b):
                return Fault(path, f"a sentence {problem}", line=number)
            return held.get("id", number), a, b
    named = " or ".join(f'"{one}" and "{other}"' for one, other in _KEYS)
    return Fault(path, "has no two sentences", f"{named} hold them, as text", line=number)
