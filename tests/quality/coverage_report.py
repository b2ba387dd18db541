"""How many of the event words of news texts some entry of the frame lexicon covers, and the most frequent that none does.

    python tests/quality/coverage_report.py [SHARED]

SHARED holds the RTE-3 pairs and PolNeAR; it is `../shared` unless told. A corpus that is not there is skipped.
An event word is a verb or an event-like noun that is no auxiliary, no cue, no operator, no preposition ("according to") and no thing, place or body that ends like an event ("station").
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from spacy.tokens import Doc, Token

from briefing.extraction.entries import lexicon
from briefing.extraction.frames import _matches
from briefing.extraction.model import load

_EVENT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ery", "ism")
_THINGS = {"thing", "television", "information", "morning", "evening", "string", "wing", "ring", "moment"}
_PLACES = {"station", "section", "apartment", "location", "building", "entrance"}
_BODIES = {"nation", "government", "administration", "population", "organization", "institution", "audience", "king"}
_LIGHT = {"be", "do", "get", "give", "go", "have", "let", "make", "put", "take", "come", "become", "include", "use"}
_TEXTS = 60
_SHOWN = 120


def _listed(name: str) -> set[str]:
    lines = (files("briefing.extraction") / "lexicon" / name).read_text("utf-8").splitlines()
    rows = (line.partition(":")[2] for line in lines if not line.startswith("#"))
    return {word for row in rows for word in row.split()}


def _is_event(token: Token, known: set[str]) -> bool:
    lemma = token.lemma_.lower()
    if not lemma.isalpha() or lemma in known or token.dep_ == "prep" or token.ent_type_ in {"PERSON", "ORG", "GPE"}:
        return False
    return token.pos_ == "VERB" or (token.pos_ == "NOUN" and lemma.endswith(_EVENT_ENDINGS))


def _premises(shared: Path) -> Iterator[str]:
    seen: set[str] = set()
    for line in (shared / "pairs" / "rte3_dev.jsonl").read_text("utf-8").splitlines():
        premise = json.loads(line)["premise"]
        if premise not in seen:
            seen.add(premise)
            yield premise


def _articles(shared: Path) -> Iterator[str]:
    for path in sorted((shared / "polnear" / "train" / "text").iterdir())[:_TEXTS]:
        yield path.read_text("utf-8")


def _report(name: str, docs: Iterator[Doc], known: set[str]) -> None:
    found: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for doc in docs:
        covered = {t.i for s in doc.sents for _, tokens in _matches(s, lexicon()) for t in tokens}
        for token in doc:
            if _is_event(token, known):
                (found if token.i in covered else missed)[token.lemma_.lower()] += 1
    total = found.total() + missed.total()
    print(f"{name}: {found.total()} of {total} event words covered = {found.total() / total:.3f}")
    print("  " + " ".join(f"{word}:{count}" for word, count in missed.most_common(_SHOWN)))


def main() -> int:
    shared = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")
    known = _listed("cues.txt") | _listed("operators.txt") | _THINGS | _PLACES | _BODIES | _LIGHT
    language = load(None)
    for name, texts, needed in (
        ("RTE-3 premises", _premises, "pairs/rte3_dev.jsonl"),
        ("PolNeAR train", _articles, "polnear/train/text"),
    ):
        if (shared / needed).exists():
            _report(name, language.pipe(texts(shared)), known)
        else:
            print(f"{name}: skipped, {shared / needed} is not there")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
