"""How well articles are told from what stands around them, on the annotated stories beside this repository.

    python tests/quality/boilerplate_report.py [--set developed|aside|all] [--verbose]

Needs ../shared. A leak is a line of the annotators' boilerplate lists of which words end up in a body passage; a loss
is a claim's sentence that does not lie within one body passage. Every third story was set aside: looked at only when the
rules were finished.
"""

import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from briefing.articles import Limits, read
from briefing.dossier import PassageKind, Source

SHARED = Path(__file__).parents[2].parent / "shared"
_QUOTES = str.maketrans("“”‘’", "\"\"''")


@dataclass
class Figures:
    lines: int = 0
    sentences: int = 0
    leaks: list[str] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)
    facts: dict[str, list[int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", text.translate(_QUOTES)).strip(" *_")


def measure(folder: Path, gold: dict[str, Any], figures: Figures) -> None:
    sources = {s["file"]: read(folder / s["file"], s["file"], Limits()) for s in gold["sources"]}
    bodies = {
        file: [fold(s.text[p.start : p.end]) for p in s.passages if p.kind is PassageKind.BODY]
        for file, s in sources.items()
    }
    for item in gold["boilerplate"]:
        line = fold(item["line"])
        figures.lines += 1
        if any(line in body or (len(body) > 3 and body in line) for body in bodies[item["file"]]):
            figures.leaks.append(f"{folder.name}/{item['file']}: {item['line']}")
    for claim in gold["claims"]:
        figures.sentences += 1
        if not any(fold(claim["sentence"]) in body for body in bodies[claim["file"]]):
            figures.losses.append(f"{folder.name}/{claim['file']}: {claim['sentence']}")
    for wanted in gold["sources"]:
        check_facts(folder.name, sources[wanted["file"]], wanted, figures)


def check_facts(story: str, source: Source, wanted: dict[str, Any], figures: Figures) -> None:
    """Facts that the file states or lets be inferred; a fact the annotator took from elsewhere counts as missing."""
    found = {"title": source.title, "publisher": source.publisher, "published": source.published}
    gold = {"title": wanted.get("title"), "publisher": wanted.get("publisher"), "published": wanted.get("date")}
    for name, value in found.items():
        right, given, wrong = figures.facts.setdefault(name, [0, 0, 0])
        expected = str(gold[name] or "").removeprefix("-")
        is_right = (
            value is not None
            and expected != ""
            and (fold(value).lower() in fold(expected).lower() or fold(expected).lower() in fold(value).lower())
        )
        figures.facts[name] = [right + is_right, given + bool(expected), wrong + bool(value and not is_right)]
        if (value or expected) and not is_right:
            figures.wrong.append(f"{story}/{source.file} {name}: {value!r}, not {gold[name]!r}")


def seeds() -> Figures:
    figures = Figures()
    folder = SHARED / "seeds"
    for annotator in sorted((SHARED / "gold").iterdir()):
        listed = yaml.safe_load((annotator / "sources.yaml").read_text(encoding="utf-8"))
        for gold in listed if isinstance(listed, list) else listed["sources"]:
            source = read(folder / gold["file"], gold["file"], Limits())
            body = [fold(source.text[p.start : p.end]) for p in source.passages if p.kind is PassageKind.BODY]
            for item in gold["boilerplate"]:
                line = fold(item["first_words"] if isinstance(item, dict) else item)
                figures.lines += 1
                if any(line in b for b in body):
                    figures.leaks.append(f"seeds/{source.file}: {line}")
    return figures


def report(name: str, figures: Figures, *, verbose: bool) -> None:
    facts = ", ".join(f"{k} {r}/{n} ({w} wrong)" for k, (r, n, w) in figures.facts.items())
    print(
        f"{name}: leaks {len(figures.leaks)}/{figures.lines}, losses {len(figures.losses)}/{figures.sentences}; {facts}"
    )
    if verbose:
        for kind, items in (("LEAK", figures.leaks), ("LOSS", figures.losses), ("FACT", figures.wrong)):
            for item in items:
                print(f"  {kind} {item}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", choices=("developed", "aside", "all"), default="all")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    if not SHARED.is_dir():
        print(f"needs the annotated stories in {SHARED}", file=sys.stderr)
        return 1
    stories = sorted(path.parent for path in SHARED.glob("cases/*/gold.yaml"))
    for name in ("developed", "aside"):
        if options.set in {name, "all"}:
            figures = Figures()
            for number, folder in enumerate(stories):
                if (number % 3 == 2) == (name == "aside"):
                    measure(folder, yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8")), figures)
            report(name, figures, verbose=options.verbose)
    report("seeds", seeds(), verbose=options.verbose)
    return 0


if __name__ == "__main__":
    sys.exit(main())
