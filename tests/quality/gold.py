"""A story read by the program and laid over its gold: which claim of the one is which claim of the other."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any

import yaml

from briefing import articles
from briefing.contradiction import Engine
from briefing.dossier import Claim, Dossier, Relation, Source, ranked
from briefing.extraction import Extract, assemble
from briefing.extraction.draft import Draft
from briefing.extraction.meanings import Encoder
from briefing.extraction.reader import Reader

Pair = frozenset[str]
"""Two gold claims that stand in different places; claims of one sentence without words of their own count as one, the first."""

_CONFLICT = {"contradiction", "tension"}
_OVERLAP = 0.5
"""Two stretches of text are the same claim if they share this part of the shorter one."""
_RELAYS = ("07", "08")
"""The numbers of the articles of a story with `relay.yaml` that only pass on what the others say."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Gold:
    """`pairs` tells for every pair what it is: conflict, weak (a matter of taste), trap, or another relation; `issues` what it disputes."""

    claims: dict[str, dict[str, Any]]
    pairs: dict[Pair, str]
    issues: dict[Pair, set[str]]
    found: dict[str, set[str]]
    """The program's claims in the place of each gold claim."""


@dataclass(frozen=True, slots=True)
class Story:
    """What the program read, with its relations best first, and the gold laid over it."""

    name: str
    sources: dict[str, Source]
    claims: tuple[Claim, ...]
    drafts: dict[str, Draft]
    relations: list[Relation]
    gold: Gold

    @property
    def conflicts(self) -> list[tuple[set[str], set[str]]]:
        """The program's claims on either side of every gold conflict."""
        both = (sorted(pair) for pair, label in self.gold.pairs.items() if label == "conflict")
        return [(self.gold.found[a], self.gold.found[b]) for a, b in both]


def read_story(folder: Path, reader: Reader, encoder: Encoder | None = None, *, relays: bool = True) -> Story:
    """Read a story; without `relays`, only the articles that say something of their own."""
    relayed = () if relays or not (folder / "relay.yaml").exists() else _RELAYS
    paths = [p for p in articles.candidates(folder) if p.suffix != ".yaml" and p.name[:2] not in relayed]
    read = articles.relate([articles.read(p, p.relative_to(folder).as_posix(), articles.Limits()) for p in paths])
    sources = [s for s in read if s.skipped is None]
    extracts = [reader.read(s) for s in sources]
    assembly = assemble(sources, extracts, encoder=encoder)
    dossier = Dossier()
    dossier.put_sources(read)
    dossier.replace_actors(assembly.actors)
    dossier.put_points(assembly.points)
    dossier.put_claims(assembly.claims)
    Engine(dossier).refresh()
    return Story(
        folder.name,
        {s.id: s for s in sources},
        assembly.claims,
        _drafts(assembly.claims, extracts),
        ranked(dossier.relations.values()),
        _gold(folder, sources, assembly.claims),
    )


def _drafts(claims: tuple[Claim, ...], extracts: list[Extract]) -> dict[str, Draft]:
    drafts: dict[str, Draft] = {}
    for extract in extracts:
        own = [c for c in claims if c.source == extract.source]
        drafts |= {c.id: d for c, d in zip(own, extract.drafts, strict=True)}
    return drafts


def _gold(folder: Path, sources: list[Source], claims: tuple[Claim, ...]) -> Gold:
    by_file = {s.file: s for s in sources}
    data = _written(folder, by_file)
    places = {c["id"]: (c["file"], *_place(c, by_file[c["file"]].text)) for c in data["claims"]}
    first: dict[tuple[str, int, int], str] = {}
    same = {claim: first.setdefault(place, claim) for claim, place in places.items()}
    pairs: dict[Pair, str] = {}
    issues: defaultdict[Pair, set[str]] = defaultdict(set)
    for one in data["relations"]:
        pair = frozenset((same[one["a"]], same[one["b"]]))
        if len(pair) == 2:
            label = _label(one)
            pairs[pair] = label if pairs.get(pair) != "conflict" else "conflict"
            if one["relation"] in _CONFLICT and one.get("issue"):
                issues[pair].add(one["issue"])
    pairs |= {frozenset((same[t["a"]], same[t["b"]])): "trap" for t in data["traps"]}
    found = {
        claim: {
            c.id for c in claims if c.source == by_file[file].id and _shared(c.start, c.end, start, end) >= _OVERLAP
        }
        for claim, (file, start, end) in places.items()
    }
    return Gold({c["id"]: c for c in data["claims"]}, pairs, dict(issues), found)


def _written(folder: Path, files: Collection[str]) -> dict[str, Any]:
    """Return claims, relations and traps of a story between these files, in the long form (`gold.yaml`) or the short one (`story.yaml`).

    In the short form every sentence of one side of an issue conflicts with every sentence of every other side; `relay.yaml` beside it
    lists sentences that only restate others, and stand where these stand, and `holders.yaml` who says what.
    """
    data: dict[str, Any] | None = _loaded(folder / "gold.yaml")
    if data is not None:
        return data
    data = _loaded(folder / "story.yaml")
    restated: defaultdict[str, list[str]] = defaultdict(list)
    for one in _loaded(folder / "relay.yaml") or ():
        for said in one["of"]:
            restated[said].append(one["new"])
    file = {name[:2]: name for name in files}
    sides = [
        (issue, *([q for said in side for q in (said, *restated[said]) if q[:2] in file] for side in two))
        for issue in data["issues"]
        for two in combinations(issue["sides"], 2)
    ]
    traps = [t for t in data["traps"] if t["a"][:2] in file and t["b"][:2] in file]
    relations = [
        {"a": x, "b": y, "relation": "contradiction", "strength": issue["strength"], "issue": issue["id"]}
        for issue, a, b in sides
        for x, y in product(a, b)
        if x != y
    ]
    said_by = _loaded(folder / "holders.yaml") or ()
    holders = {one["sentence"]: one["holder"] for one in said_by if one["sentence"][:2] in file}
    quoted = {one[end] for one in [*relations, *traps] for end in ("a", "b")} | holders.keys()
    claims = [
        {"id": q, "file": file[q[:2]], "sentence": q.split(": ", 1)[1]}
        | ({"form": "indirect", "holder": holders[q]} if q in holders else {})
        for q in sorted(quoted)
    ]
    return {"claims": claims, "relations": relations, "traps": traps}


def _loaded(path: Path) -> Any:
    return yaml.load(path.read_bytes(), yaml.CSafeLoader) if path.exists() else None


def _label(relation: dict[str, Any]) -> str:
    if not {relation["relation"], *(relation.get("accept") or [])} & _CONFLICT:
        return str(relation["relation"])
    return "weak" if relation.get("strength") == 1 else "conflict"


def _place(claim: dict[str, Any], text: str) -> tuple[int, int]:
    """Return where a gold claim stands, from its first word to its last; whatever is between the words may differ.

    Whole words that end a sentence come first if the claim ends one, so that the answer "No." is not found in "Nobody".
    (-1, -1) if the program left these words out, as boilerplate may be.
    """
    for words in (claim.get("span"), claim["sentence"]):
        if not words:
            continue
        said = r"[\W_]+".join(_WORD.findall(words))
        closing = r"\b(?=[.!?])" if re.search(r"[.!?]\W*$", words) else ""
        match = re.search(rf"\b{said}{closing}", text) or re.search(said, text)
        if match is not None:
            return match.span()
    return -1, -1


def _shared(a: int, b: int, c: int, d: int) -> float:
    return max(0, min(b, d) - max(a, c)) / max(1, min(b - a, d - c))
