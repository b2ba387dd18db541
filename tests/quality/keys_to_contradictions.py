"""How many keys lead from an unread story to its first ten right contradictions, pressed in a real room.

    python tests/quality/keys_to_contradictions.py [--verbose] [FOLDER ...]

An analyst who knows the annotated answers opens a claim's panel and goes from claim to claim as it offers them. Where he sees a
companion that the annotators set against the claim, on a question not yet found, he goes to it and says where the two stand; else he goes on.
A contradiction is right, and counts once for a question, if the room shows it and the annotators list the pair with a strength above 1.
Given are the keys to ten questions of his own beside those that the machine found, and to ten in all.
Without folders, the three stories kept beside this file.
"""

import argparse
import asyncio
import re
import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from textual.pilot import Pilot

from briefing import config
from briefing.cache import Cache
from briefing.case import Case
from briefing.case.agenda import companions
from briefing.case.offers import offer
from briefing.dossier import Commitment, Dossier
from briefing.room.app import Room
from briefing.room.overlays.beside import Beside

STORIES = sorted((Path(__file__).parent / "cases").glob("*/"))
WANTED, MOST_KEYS = 10, 1000
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_CONFLICT = {"contradiction", "tension"}

Answers = dict[frozenset[str], set[str]]
"""The questions that a pair of claims is on opposite sides of."""


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_QUOTES)).strip().lower()


def place(text: str, words: str) -> tuple[int, int]:
    at = text.find(fold(words))
    return at, at + len(fold(words))


def answers(dossier: Dossier, gold: dict[str, Any]) -> Answers:
    """Carry the annotators' pairs over to the claims that read the same words, by at least half of the shorter."""
    texts = {s.id: fold(s.text) for s in dossier.sources.values()}
    claims = defaultdict(list)
    for claim in dossier.claims.values():
        claims[dossier.sources[claim.source].file].append((claim.id, place(texts[claim.source], claim.quote)))
    by_file = {s.file: texts[s.id] for s in dossier.sources.values()}
    read: dict[str, set[str]] = {}
    for wanted in gold["claims"]:
        start, end = place(by_file[wanted["file"]], wanted.get("span") or wanted["sentence"])
        read[wanted["id"]] = {
            c
            for c, (a, b) in claims[wanted["file"]]
            if min(a, start) >= 0 and min(b, end) - max(a, start) >= 0.5 * min(b - a, end - start)
        }
    pairs: Answers = defaultdict(set)
    for relation in gold["relations"]:
        if relation["relation"] in _CONFLICT and relation.get("strength", 2) > 1:
            for a in read[relation["a"]]:
                for b in read[relation["b"]] - {a}:
                    pairs[frozenset((a, b))].add(relation["issue"])
    return pairs


def found(dossier: Dossier, pairs: Answers) -> set[str]:
    return {issue for r in dossier.conflicts() for issue in pairs.get(frozenset((r.a, r.b)), ())}


@dataclass
class Analyst:
    """Knows the answers, and counts what is pressed."""

    room: Room
    pilot: Pilot[None]
    pairs: Answers
    keys: list[str] = field(default_factory=list)

    async def press(self, *keys: str) -> None:
        self.keys += keys
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def work(self) -> tuple[int, list[int]]:
        """Go on until ten questions are found; returns how many the machine had, and the keys at each found by hand."""
        before, at = found(self.room.dossier, self.pairs), list[int]()
        known = set(before)
        await self.press("p")
        while len(at) < WANTED and len(self.keys) < MOST_KEYS:
            panel = self.room.screen
            assert isinstance(panel, Beside)
            claim = panel.claim
            row = self._row(claim, known)
            if row is not None:
                await self._judge(claim, *row)
                now = found(self.room.dossier, self.pairs)
                at += [len(self.keys)] * len(now - known)
                known |= now | self.pairs[frozenset((claim, row[1]))]
            else:
                await self.press("]")
                if panel.claim == claim:
                    break
        return len(before), at

    def _row(self, claim: str, known: set[str]) -> tuple[int, str] | None:
        rows = enumerate(companions(self.room.dossier, claim))
        return next(((n, c) for n, c in rows if self.pairs.get(frozenset((claim, c)), set()) - known), None)

    async def _judge(self, claim: str, row: int, companion: str) -> None:
        here = companions(self.room.dossier, claim).index(self.room.screen.companion or "")
        await self.press(*(["j"] * (row - here) if row >= here else ["k"] * (here - row)))
        offered = offer(self.room.dossier, claim, companion)
        signs = {c: Commitment.parse(s) for c, s in offered.stands.items()}
        other = companion if offered.moved == claim else claim
        if signs[claim].polarity != signs[companion].polarity:
            await self.press("=")
        else:
            await self.press("-" if signs[other].polarity == "+" else "+")


async def measure(story: Path, *, verbose: bool) -> tuple[int, int]:
    gold = yaml.safe_load((story / "gold.yaml").read_text(encoding="utf-8"))
    settings = config.load(None, {"analyst": "analyst"}, Cache(None)).config
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / story.name
        shutil.copytree(story, copy, ignore=shutil.ignore_patterns("gold.yaml", "__pycache__"))
        with Case(copy, settings, Cache(None)) as case:
            room = Room(case, settings)
            async with room.run_test(size=(160, 48)) as pilot:
                while not room.loading.done:
                    await pilot.pause(0.05)
                analyst = Analyst(room, pilot, answers(case.dossier, gold))
                machine, at = await analyst.work()
    own = at[-1] if len(at) >= WANTED else 0
    needed = max(0, WANTED - machine)
    in_all = at[needed - 1] if 0 < needed <= len(at) else 0
    print(
        f"{story.name:14} ten by hand {own or '-':>4} keys   ten in all, {machine} of them the machine's {in_all:>4} keys"
    )
    if verbose:
        print(f"  keys at each {at}\n  {' '.join(analyst.keys)}")
    return own, in_all


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("stories", nargs="*", default=STORIES, type=Path)
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args()
    counts = [asyncio.run(measure(story, verbose=given.verbose)) for story in given.stories]
    own, in_all = (sum(c[n] for c in counts) for n in (0, 1))
    print(f"{'together':14} ten by hand {own:>4} keys   ten in all {in_all:>4} keys")


if __name__ == "__main__":
    main()
