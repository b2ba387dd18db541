import json
import re
from pathlib import Path

from briefing.cli.reading_json import as_json
from briefing.dossier import (
    Act,
    Actor,
    ActorType,
    Annotation,
    Attribution,
    Claim,
    Dossier,
    Figure,
    Kind,
    Mention,
    Period,
    Point,
    Relation,
    RelationType,
    Source,
)  # fmt: skip

DOCS = Path(__file__).parents[2] / "docs" / "json.md"


def dossier() -> Dossier:
    made = Dossier()
    made.put_sources([Source("s1", "a.txt", "00", "It rains.", inferred=frozenset({"title", "published"}))])
    made.replace_actors([Actor("a1", "Ada", ActorType.PERSON, ("Ms Ada",), (Mention("s1", 0, 2),))])
    made.put_points([Point("p1", "it rains")])
    claim = Claim(
        "c1", "s1", 0, 9, "It rains.", "It rains.", attribution=Attribution(None, (0, 2), ((0, 9),)),
        figures=(Figure("at least 12", 12.0),), period=Period("today", "2026-03-01", "2026-03-01"),
    )  # fmt: skip
    made.put_claims([claim])
    made.update_relations([
        Relation("r1", "c1", "c1", RelationType.TENSION, Kind.STANCE, "p1", "stance", "why", (0, 2), (3, 8), 1.0, False)
    ])  # fmt: skip
    return made


def test_the_documentation_names_exactly_the_keys_that_are_printed():
    printed = json.loads(as_json(dossier(), "case"))
    sections = re.split(r"^`(\w+)\[\]`$", DOCS.read_text("utf-8").split("\n# ")[0], flags=re.MULTILINE)
    for part, section in zip(sections[1::2], sections[2::2], strict=True):
        first_cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
        named = set(re.findall(r"`(\w+)`", " ".join(first_cells)))
        if part == "sources":
            named.add("inferred")
        assert named == set(printed[part][0]), part
    assert set(re.findall(r"^\| `(\w+)` \|", sections[0], flags=re.MULTILINE)) == set(printed)


def test_sets_are_printed_in_one_order():
    assert json.loads(as_json(dossier(), "case"))["sources"][0]["inferred"] == ["published", "title"]


def test_dismissed_claims_are_not_printed():
    made = dossier()
    made.annotate([Annotation(1, "2026-03-01T00:00:00Z", "me", Act.DISMISS, "c1", "misread")])
    assert json.loads(as_json(made, "case"))["claims"] == []
