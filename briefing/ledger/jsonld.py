"""An event as one line of JSON: a W3C Web Annotation in JSON-LD, with what the record has of it beyond that model.

https://www.w3.org/TR/annotation-model/ (2017): target, selectors, body, motivation, creator. What begins with `record:` is the row of
the event, from which the line can be made again to the letter; a line that says one thing to us and another to others is refused.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote
from uuid import UUID

from briefing.dossier import Act
from briefing.errors import Fault, InputError
from briefing.ledger.events import Row, is_sound

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"record": "urn:briefing:record:"}]
_MOTIVATION = {Act.TAG: "tagging", Act.NOTE: "commenting", Act.DISMISS: "moderating", Act.POINT: "linking"}
"""Motivations of the model's vocabulary; every other act is `assessing`."""
_KEPT = ("clock", "act", "target", "value", "before", "step", "undoes", "redoes", "seal")
_LONGEST_LINE = 4_000_000
"""Characters; the longest note that the room takes is far below."""
_LATEST_CLOCK = 1 << 53
"""The largest whole number that every reader of JSON keeps exactly; a clock beyond it would be the end of counting."""
_TOLD = 20
"""Faults that are told of one file."""


def line(row: Row) -> str:
    """Return the line of an event, without its end."""
    return json.dumps(_annotation(row), separators=(",", ":"))


def rows(path: Path) -> list[Row]:
    """Read a file of such lines. Raises InputError that names every line that is not as it was written, up to 20 of them."""
    faults: list[Fault] = []
    found: list[Row] = []
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, text in enumerate(_lines(file), 1):
                try:
                    found += [_row(text)] if text.strip() else []
                except ValueError as error:
                    faults.append(Fault(path, str(error), "export it again where it comes from", line=number))
                    if len(faults) == _TOLD:
                        break
    except OSError as error:
        faults.append(Fault(path, f"cannot be read: {error.strerror}", "name a file of `briefing ledger export`"))
    except UnicodeDecodeError:
        faults.append(Fault(path, "is not text in UTF-8", "name a file of `briefing ledger export`"))
    if faults:
        raise InputError(*faults)
    return found


def _lines(file: Any) -> Iterable[str]:
    while text := file.readline(_LONGEST_LINE):
        yield text


def _annotation(row: Row) -> dict[str, Any]:
    """Return the annotation of an event as an object for JSON."""
    whole: dict[str, Any] = {
        "@context": _CONTEXT,
        "id": UUID(row.uid).urn,
        "type": "Annotation",
        "created": row.at,
        "creator": {"type": "Person", "name": row.who},
        "motivation": _MOTIVATION.get(row.act, "assessing"),  # type: ignore[call-overload]
        "target": _targets(row),
    }
    if row.value is not None:
        said = row.target.partition("/")[2] if row.act == Act.TAG else row.value
        whole["body"] = {"type": "TextualBody", "value": said, "format": "text/plain"}
    return whole | {f"record:{name}": getattr(row, name) for name in _KEPT}


def _targets(row: Row) -> list[dict[str, Any]] | str:
    """Return the words that an event hangs on; a name for its target where it hangs on none."""
    targets = [_target(parts) for parts in json.loads(row.anchors)]
    return targets or f"urn:briefing:{quote(row.target, safe='', errors='surrogatepass')}"


def _target(parts: list[Any]) -> dict[str, Any]:
    file, words, prefix, suffix, *place = parts
    selectors: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": words, "prefix": prefix, "suffix": suffix}
    ]
    target: dict[str, Any] = {"source": quote(file, errors="surrogatepass"), "selector": selectors}
    if place:
        start, sha256 = place
        selectors.append({"type": "TextPositionSelector", "start": start, "end": start + len(words)})
        target["record:sha256"] = sha256
    return target


def _row(text: str) -> Row:
    """Return the row of a line. Raises ValueError that says what is wrong with it."""
    if len(text) >= _LONGEST_LINE:
        raise ValueError("is longer than any event")
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("is not JSON") from None
    try:
        row = _rebuilt(given)
        same = _annotation(row) == given
    except (KeyError, TypeError, ValueError, AttributeError):
        raise ValueError("is no event of a record") from None
    if not same:
        raise ValueError("says more than an event does, or contradicts itself")
    if not is_sound(row) or not 0 < row.clock < _LATEST_CLOCK:
        raise ValueError("is not as it was written: its seal is broken")
    return row


def _rebuilt(given: Mapping[str, Any]) -> Row:
    targets = [] if isinstance(given["target"], str) else given["target"]
    anchors = json.dumps([_parts(t) for t in targets], separators=(",", ":"))
    kept = {name: given[f"record:{name}"] for name in _KEPT}
    if datetime.fromisoformat(given["created"]).tzinfo is None:
        raise ValueError("a time without a zone")
    uid = UUID(given["id"]).hex
    return Row(number=0, uid=uid, at=given["created"], who=given["creator"]["name"], anchors=anchors, **kept)


def _parts(target: Mapping[str, Any]) -> list[Any]:
    words, *place = target["selector"]
    parts = [unquote(target["source"], errors="surrogatepass"), words["exact"], words["prefix"], words["suffix"]]
    return [*parts, place[0]["start"], target["record:sha256"]] if place else parts
