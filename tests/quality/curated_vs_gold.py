"""The curated reading of the seeds, measured against what two annotators found in the originals.

Run from the repository: python -m tests.quality.curated_vs_gold (needs ../shared beside it). The seeds retell the originals
sentence by sentence, so that sentence n of one answers to sentence n of the other, and pairs are compared by sentence.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing import articles, readings
from briefing.contradiction import Engine
from briefing.dossier import Dossier, Relation, RelationType

REPOSITORY = Path(__file__).parents[2]
SEEDS = REPOSITORY / "seeds"
SHARED = REPOSITORY.parent / "shared"

Sentence = tuple[int, int]
"""Number of the article and number of the sentence in it, both from 0; headings and boilerplate count too."""

Pair = frozenset[Sentence]

_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“(]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr)|\b(?:[A-Z]\.)*[A-Z])\.$")
_LINE = re.compile(r".*\S.*")
_FRONT_MATTER = re.compile(r"---\n.*?\n---\n", re.DOTALL)


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where each sentence of an article stands, front matter left out; none runs over the end of a line."""
    matter = _FRONT_MATTER.match(text)
    return [s for line in _LINE.finditer(text, matter.end() if matter else 0) for s in _of_line(line)]


def _of_line(line: re.Match[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(line[0]):
        if not _ABBREVIATION.search(line[0][: end.start() + 1]):
            yield line.start() + start, line.start() + end.end()
            start = end.end()
    yield line.start() + start, line.end()


def curated(folder: Path = SEEDS) -> Dossier:
    """Return the case as its reading file has it, contradictions computed."""
    sources = articles.relate([articles.read(p, p.name, articles.Limits()) for p in articles.candidates(folder)])
    reading = readings.load(folder / readings.FILE, {s.file: s for s in sources})
    dossier = Dossier()
    dossier.put_sources(reading.sources)
    dossier.replace_actors(reading.actors)
    dossier.put_points(reading.points)
    dossier.put_claims(reading.claims)
    Engine(dossier).refresh()
    return dossier


def claim_sentences(dossier: Dossier) -> dict[str, Sentence]:
    """Return the sentence that each claim stands in, by the claim's id."""
    found = {}
    for number, source in enumerate(sorted(dossier.sources.values(), key=lambda s: s.file)):
        spans = sentences(source.text)
        for claim in dossier.claims_of_source(source.id):
            found[claim.id] = number, next(n for n, (start, end) in enumerate(spans) if start <= claim.start < end)
    return found


class Gold:
    """What the two annotators say of the originals, by sentence."""

    def __init__(self, shared: Path = SHARED) -> None:
        sys.path.insert(0, str(shared / "tools"))
        import score  # noqa: PLC0415  the scorer that is shared with other projects

        originals = sorted((shared / "seeds").glob("*.txt"))
        texts = {p.name: score.read_text(p) for p in originals}
        both = score.merge([score.load_gold(shared / "gold" / f"annotator_{n}", texts) for n in (1, 2)])
        self.lengths = [len(sentences(p.read_text(encoding="utf-8"))) for p in originals]
        self._places: dict[tuple[str, int], Sentence] = {}
        for number, path in enumerate(originals):
            self._place(number, path, texts[path.name], score.norm)
        self.strong = self._pairs(both["strong"])
        self.required = self._pairs(both["required"])
        self.named = self._pairs(both["acceptable"])
        self.traps = self._pairs(both["traps"])
        self.later = self._pairs(both["evolution"])

    def _place(self, number: int, path: Path, folded: str, norm: Any) -> None:
        raw, at = path.read_text(encoding="utf-8"), 0
        for order, (start, end) in enumerate(sentences(raw)):
            words = norm(raw[start:end])
            at = folded.index(words, at)
            self._places |= {(path.name, n): (number, order) for n in range(at, at + len(words))}

    def _pairs(self, pairs: Iterable[frozenset[tuple[str, int]]]) -> set[Pair]:
        return {frozenset(self._places[p] for p in pair) for pair in pairs}


@dataclass(frozen=True)
class Measure:
    """Pairs of sentences that the engine reports, beside those of the annotators."""

    found: set[Pair]
    superseded: set[Pair]
    gold: Gold

    @property
    def strong_found(self) -> float:
        """Share of the pairs both call strong."""
        return len(self.found & self.gold.strong) / len(self.gold.strong)


def measure(dossier: Dossier, gold: Gold) -> Measure:
    """Compare the relations of a dossier with the annotators' by sentence; two claims of one sentence are no pair."""
    at = claim_sentences(dossier)

    def pairs(relations: Iterable[Relation]) -> set[Pair]:
        return {p for r in relations if len(p := frozenset((at[r.a], at[r.b]))) == 2}

    later = [r for r in dossier.relations.values() if r.type is RelationType.SUPERSEDED]
    return Measure(pairs(dossier.conflicts()), pairs(later), gold)


def _report(dossier: Dossier, result: Measure) -> Iterator[str]:
    gold, at = result.gold, claim_sentences(dossier)
    texts: dict[Sentence, list[str]] = {}
    for claim in dossier.all_claims():
        texts.setdefault(at[claim.id], []).append(f"{claim.holder}: {claim.text}")

    def listed(title: str, pairs: set[Pair]) -> Iterator[str]:
        yield f"{title}: {len(pairs)}"
        for pair in sorted(map(sorted, pairs)):
            for number, place in enumerate(pair):
                said = " | ".join(texts.get(place, ["(no claim)"]))
                yield f"  {'-' if number == 0 else ' '} {place[0] + 1}.{place[1]} {said}"

    kinds = [r.type for r in dossier.relations.values()]
    yield f"claims {len(dossier.claims)}, points {len(dossier.points)}"
    yield ", ".join(f"{kind} {kinds.count(kind)}" for kind in RelationType)
    yield f"corroborations of different origin {sum(r.independent for r in dossier.relations.values() if r.type is RelationType.CORROBORATION)}"
    yield f"pairs of sentences in conflict {len(result.found)}, of them named by an annotator {len(result.found & gold.named)}"
    yield f"strong pairs found {len(result.found & gold.strong)}/{len(gold.strong)} ({result.strong_found:.2f})"
    yield f"required pairs found {len(result.found & gold.required)}/{len(gold.required)}"
    yield f"traps hit {len(result.found & gold.traps)}/{len(gold.traps)}"
    yield f"evolutions found as superseded {len(result.superseded & gold.later)}/{len(gold.later)}"
    yield from listed("strong pairs missed", gold.strong - result.found)
    yield from listed("other required pairs missed", gold.required - gold.strong - result.found)
    yield from listed("traps hit", result.found & gold.traps)
    yield from listed("pairs that neither annotator names", result.found - gold.named)


def main() -> int:
    """Print the comparison; 2 if ../shared is not there."""
    if not SHARED.is_dir():
        print("needs the folder ../shared beside the repository", file=sys.stderr)
        return 2
    dossier = curated()
    print("\n".join(_report(dossier, measure(dossier, Gold()))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
