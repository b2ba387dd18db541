"""How well the program reads stories with gold: conflicts, traps, companions and holders.

    python -m tests.quality.stories [--semantic] [--no-relays] [FOLDER ...]

Without folders, the three stories kept beside this file. `--semantic`: with the optional extra. `--no-relays`: without the
articles that only pass on what the others say. `right`: of the conflicts reported the share that gold has, pairs of taste left
out; `first 10`: the same of the ten best; `issues`: disputed questions of which a pair is reported; `traps`: look-alikes reported;
`comp 10`: of all gold conflicts those of which one claim is among the first ten companions of the other; `holders`: credited claims whose
speaker is named alike.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from briefing.cache import Cache
from briefing.extraction import encoder
from briefing.extraction.naming import bare, fold, words
from briefing.extraction.reader import Reader
from tests.quality.gold import Story, read_story

CASES = Path(__file__).parent / "cases"
_COLUMNS = ("right", "first 10", "issues", "traps", "comp 10", "holders")
_CREDITED = {"indirect", "direct", "mixed"}
_NO_NAME = {
    "the", "a", "an", "of", "mr", "ms", "mrs", "dr", "president", "leader", "article", "s", "unnamed",
    "his", "her", "its", "their", "our", "my", "your", "this", "that", "them", "own",
}  # fmt: skip
"""Words that tell nobody from anybody: "his mother" is whose mother the article says."""

Score = Counter[tuple[str, str]]
"""For every column how many there were ("of") and how many of them met it ("met")."""


def score(story: Story) -> Score:
    result: Score = Counter()
    verdicts = [v for v in _verdicts(story) if v != "weak"]
    result["right", "met"], result["right", "of"] = verdicts.count("conflict"), len(verdicts)
    result["first 10", "met"], result["first 10", "of"] = verdicts[:10].count("conflict"), 10
    result["traps", "met"] = verdicts.count("trap")
    result["traps", "of"] = list(story.gold.pairs.values()).count("trap")
    result["issues", "met"], result["issues", "of"] = _issues(story)
    result["comp 10", "met"], result["comp 10", "of"] = companions_met(story), len(story.conflicts)
    for named, holder in _holders(story):
        result["holders", "of"] += 1
        result["holders", "met"] += _same_name(named, holder)
    return result


def companions_met(story: Story) -> int:
    """Return of how many gold conflicts one claim is among the companions of the other."""
    near = {claim.id: set(claim.companions) for claim in story.claims}
    return sum(any(x in near[y] or y in near[x] for x, y in product(*sides)) for sides in story.conflicts)


def _reported(story: Story) -> Iterator[set[frozenset[str]]]:
    """Yield the gold pairs, listed or not, that each conflict reported stands for, best first."""
    at: dict[str, set[str]] = {c.id: set() for c in story.claims}
    for gold, found in story.gold.found.items():
        for claim in found:
            at[claim].add(gold)
    for relation in story.relations:
        if relation.type.is_conflict:
            yield {frozenset(pair) for pair in product(at[relation.a], at[relation.b])}


def _verdicts(story: Story) -> Iterator[str]:
    for pairs in _reported(story):
        labels = {story.gold.pairs[p] for p in pairs if p in story.gold.pairs}
        yield next((v for v in ("conflict", "weak", "trap") if v in labels), "other")


def _issues(story: Story) -> tuple[int, int]:
    reported = {i for pairs in _reported(story) for p in pairs for i in story.gold.issues.get(p, ())}
    return len(reported), len({i for issues in story.gold.issues.values() for i in issues})


def _holders(story: Story) -> Iterator[tuple[str, str]]:
    """Yield whom program and gold credit, of every claim of the program that gold credits to somebody."""
    holder = {}
    for gold, found in story.gold.found.items():
        if story.gold.claims[gold].get("form") in _CREDITED:
            holder |= {claim: story.gold.claims[gold]["holder"] for claim in found if claim not in holder}
    return ((c.holder, holder[c.id]) for c in story.claims if c.id in holder)


def _same_name(a: str, b: str) -> bool:
    one, other = (set(re.findall(r"[\w'-]+", _untitled(name).lower())) - _NO_NAME for name in (a, b))
    return bool(one and other) and (one <= other or other <= one)


def _untitled(name: str) -> str:
    """Return a name without the titles before it and a genitive at its end; what only describes somebody stays whole."""
    plain = re.sub(r"['’]s?$", "", name).replace("’", "'")
    bared = plain[slice(*bare(plain))]
    return bared if bared[:1].isupper() and fold(bared) not in words("titles") | words("roles") else plain


def table(scores: dict[str, Score]) -> str:
    total: Score = sum(scores.values(), Counter())
    lines = [f"{'':18}" + "".join(f"{c:>16}" for c in _COLUMNS)]
    for name, one in [*scores.items(), ("all", total)]:
        cells = (f"{one[c, 'met']}/{one[c, 'of']} {one[c, 'met'] / max(1, one[c, 'of']):.2f}" for c in _COLUMNS)
        lines.append(f"{name:18}" + "".join(f"{cell:>16}" for cell in cells))
    return "\n".join(lines)


def main() -> None:
    named = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    folders = named or sorted(p for p in CASES.iterdir() if p.is_dir())
    by_meaning = encoder(Cache.of_user()) if "--semantic" in sys.argv else None
    reader = Reader()
    relays = "--no-relays" not in sys.argv
    print(table({f.name: score(read_story(f, reader, by_meaning, relays=relays)) for f in folders}))


if __name__ == "__main__":
    main()
