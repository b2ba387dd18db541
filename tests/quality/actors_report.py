"""How well the actors of the five originals and of the stories beside this repository are read: recall, splits, merges, types, junk.

    python tests/quality/actors_report.py [-v]

The eight stories set aside are given as totals only; -v lists what was missed, split and mistyped elsewhere.
"""

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from briefing.articles import Limits, candidates, read, relate
from briefing.dossier import Actor, ActorType, Claim
from briefing.extraction import assemble
from briefing.extraction.reader import Reader

SHARED = Path(__file__).parents[3] / "shared"
ASIDE = frozenset(
    ["beit_sorran", "corvala_tapes", "flight_417", "kessing_dam", "luwezi_border", "minister", "port_saro", "velmora_vote"]
)  # fmt: skip
TYPES = {
    "person": {"person"}, "spokesperson": {"person", "unnamed"}, "organization": {"organization", "government", "armed-group"},
    "publisher": {"media"}, "media": {"media"}, "country": {"place", "government"}, "government": {"government", "place"},
    "place": {"place"}, "facility": {"place", "organization"}, "group": {"group", "unnamed", "armed-group"},
    "anonymous": {"unnamed"}, "armed-group": {"armed-group", "group"}, "armed_group": {"armed-group", "group"},
}  # fmt: skip
"""What of ours counts as a type of theirs."""


@dataclass
class Tally:
    """Counts over one or more stories, and what to list."""

    wanted: int = 0
    found: int = 0
    split: int = 0
    merged: int = 0
    typed: int = 0
    typed_right: int = 0
    notes: list[str] = field(default_factory=list)

    def __add__(self, other: "Tally") -> "Tally":
        names = ("wanted", "found", "split", "merged", "typed", "typed_right")
        return Tally(*(getattr(self, n) + getattr(other, n) for n in names), self.notes + other.notes)

    def line(self, name: str) -> str:
        recall, types = self.found / max(1, self.wanted), self.typed_right / max(1, self.typed)
        return (
            f"{name:16} recall {recall:.3f} ({self.found}/{self.wanted})  split {self.split}  merged {self.merged}  "
            f"types {types:.3f} ({self.typed_right}/{self.typed})"
        )


def plain(text: str) -> str:
    """Return a name as it is compared: quotes made straight, no article, no case."""
    text = unicodedata.normalize("NFC", text).translate(str.maketrans("’‘“”", "''\"\"")).lower()
    return " ".join(re.sub(r"^(?:the|an?)\s+", "", text).split())


def wanted(golds: list[Path]) -> dict[str, tuple[set[str], str]]:
    """Return the actors that every gold names: canonical name, all names, type."""
    votes: Counter[str] = Counter()
    names: defaultdict[str, set[str]] = defaultdict(set)
    types: dict[str, str] = {}
    for path in golds:
        data: Any = yaml.safe_load(path.read_text("utf-8"))
        for row in data["actors"] if isinstance(data, dict) else data:
            key = plain(row.get("canonical") or row["name"])
            given = [a["alias"] if isinstance(a, dict) else a for a in row.get("aliases", [])]
            votes[key] += 1
            names[key] |= {key, *map(plain, given)}
            types[key] = str(row.get("type", ""))
    return {k: (names[k], types[k]) for k, n in votes.items() if n == len(golds)}


def judge(actors: tuple[Actor, ...], gold: dict[str, tuple[set[str], str]], place: str) -> Tally:
    """Compare the actors read with those of a gold; a split counts full names only, as one surname may have two bearers."""
    ours = [(a, {plain(n) for n in (a.name, *a.aliases)}) for a in actors]
    tally = Tally(wanted=len(gold))
    for key, (names, kind) in gold.items():
        own = [(a, n) for a, n in ours if n & names]
        if not own:
            tally.notes.append(f"{place}: missed {key} ({kind}): {sorted(names - {key})[:5]}")
            continue
        tally.found += 1
        parts = [a for a, n in own if n & {x for x in names if " " in x or x == key}]
        if len(parts) > 1:
            tally.split += len(parts) - 1
            tally.notes.append(f"{place}: split {key}: {[a.name for a in parts]}")
        best = max(own, key=lambda o: (len(o[1] & names), len(o[0].mentions)))[0]
        if kind in TYPES:
            tally.typed += 1
            tally.typed_right += best.type in TYPES[kind]
            if best.type not in TYPES[kind]:
                tally.notes.append(f"{place}: type of {key}: {best.type}, not {kind}")
    for actor, names in ours:
        here = [k for k in gold if k in names]
        if len(here) > 1:
            tally.merged += len(here) - 1
            tally.notes.append(f"{place}: merged {here} in {actor.name}")
    return tally


def actors_of(folder: Path, reader: Reader) -> tuple[tuple[Actor, ...], tuple[Claim, ...]]:
    """Return the actors and claims the machine reads out of a folder."""
    sources = relate([read(p, p.relative_to(folder).as_posix(), Limits()) for p in candidates(folder)])
    readable = [s for s in sources if s.skipped is None]
    found = assemble(readable, [reader.read(s) for s in readable])
    return found.actors, found.claims


def main() -> int:
    if not SHARED.is_dir():
        print(f"no gold at {SHARED}: nothing to compare with")
        return 0
    reader, verbose = Reader(), "-v" in sys.argv
    golds = sorted((SHARED / "gold").glob("*/actors.yaml"))
    actors, _ = actors_of(SHARED / "seeds", reader)
    five = judge(actors, wanted(golds), "five")
    print(five.line("five"))
    print(f"{'':16} {len(actors)} actors: {dict(Counter(a.type.value for a in actors))}")
    near, aside = Tally(), Tally()
    for gold in sorted((SHARED / "cases").glob("*/gold.yaml")):
        tally = judge(actors_of(gold.parent, reader)[0], wanted([gold]), gold.parent.name)
        if gold.parent.name in ASIDE:
            aside += tally
        else:
            near += tally
    print(near.line("16 stories"))
    print(aside.line("8 set aside"))
    if verbose:
        print(*five.notes, *near.notes, sep="\n")
        for kind in ActorType:
            print(kind, "|", "; ".join(f"{a.name} {len(a.mentions)}" for a in actors if a.type is kind))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
