"""The articles that come with the program, and the reading beside them."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

from briefing import articles, readings
from briefing.dossier import Certainty, Claim, PassageKind, Source
from briefing.readings import Reading

REPOSITORY = Path(__file__).parents[2]
SEEDS = REPOSITORY / "seeds"
FILES = sorted(p.name for p in SEEDS.glob("0*.md"))


@pytest.fixture(scope="module")
def sources() -> dict[str, Source]:
    read = [articles.read(p, p.name, articles.Limits()) for p in articles.candidates(SEEDS)]
    return {s.file: s for s in articles.relate(read)}


@pytest.fixture(scope="module")
def reading(sources: dict[str, Source]) -> Reading:
    """The reading as the program takes it: it refuses unknown names, words that are not there and stands it cannot read."""
    return readings.load(SEEDS / readings.FILE, sources)


def written() -> dict:
    return yaml.safe_load((SEEDS / readings.FILE).read_text(encoding="utf-8"))


def said_of(reading: Reading, file: str) -> list[Claim]:
    source = next(s for s in reading.sources if s.file == file)
    return [c for c in reading.claims if c.source == source.id]


def test_the_case_is_five_articles_and_nothing_else_is_taken_for_one(sources):
    assert sorted(sources) == FILES
    assert len(FILES) == 5
    assert [s.skipped for s in sources.values()] == [None] * 5


@pytest.mark.parametrize("file", FILES)
def test_every_article_says_what_it_is_and_that_it_is_retold(file):
    matter = yaml.safe_load((SEEDS / file).read_text(encoding="utf-8").split("---\n")[1])
    assert {"title", "publisher", "published", "relays", "genre", "retold", "inferred"} == matter.keys()
    assert matter["retold"] is True
    assert set(matter["inferred"]) < matter.keys()


@pytest.mark.parametrize("file", FILES)
def test_the_reader_takes_over_what_the_front_matter_says(file, sources):
    matter = yaml.safe_load((SEEDS / file).read_text(encoding="utf-8").split("---\n")[1])
    source = sources[file]
    assert (source.title, source.publisher, source.published) == (
        matter["title"],
        matter["publisher"],
        str(matter["published"]),
    )
    assert source.inferred == frozenset(matter["inferred"])


@pytest.mark.parametrize("claim", written()["claims"], ids=lambda c: f"{c['source'][:2]}-{c.get('point', 'plain')}")
def test_every_quote_and_its_decisive_words_stand_in_the_article(claim):
    text = (SEEDS / claim["source"]).read_text(encoding="utf-8")
    assert text.count(claim["quote"]) >= claim.get("occurrence", 1)
    assert claim.get("words", "") in claim["quote"]


def test_a_claim_is_marked_where_the_article_says_it_and_not_in_its_furniture(reading, sources):
    told = {PassageKind.BODY, PassageKind.HEADING}
    for file, source in sources.items():
        for claim in said_of(reading, file):
            assert source.text[claim.start : claim.end] == claim.quote
            passage = next(p for p in source.passages if p.start <= claim.start and claim.end <= p.end)
            assert passage.kind in told, claim.quote


def test_the_reading_is_as_large_as_an_analyst_would_make_it(reading):
    assert 180 <= len(reading.claims) <= 220
    assert 25 <= len(reading.points) <= 40
    assert min(len(said_of(reading, file)) for file in FILES) >= 20


def test_no_point_is_without_two_claims_that_meet_on_it_or_on_a_linked_one(reading):
    on = Counter(c.point for c in reading.claims if c.point)
    linked = Counter(r for p in reading.points for r in p.requires)
    assert [p.phrase for p in reading.points if on[p.id] + linked[p.id] < 2] == []


def test_a_claim_on_a_point_says_where_its_holder_stands_and_by_which_words(reading):
    pointed = [c for c in reading.claims if c.point]
    assert [c.quote for c in pointed if c.commitment is None] == []
    assert [c.quote for c in pointed if c.words is None] == []


def test_no_stand_is_firmer_than_the_words_it_rests_on(reading):
    firm = [Certainty.UNKNOWN, Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN]
    beliefs = [c for c in reading.claims if c.commitment and not c.commitment.attitude]
    assert [c.quote for c in beliefs if firm.index(c.commitment.certainty) > firm.index(c.certainty)] == []


def test_the_two_digests_of_one_report_are_one_origin(reading):
    origins = {s.file: s.origin for s in reading.sources}
    assert origins["01-no-soft-landing.md"] == origins["02-exile-tempts-little.md"]
    assert len(set(origins.values())) == 4


def test_the_articles_are_in_our_own_words(shared):
    tool = shared / "tools" / "overlap.py"
    done = subprocess.run([sys.executable, tool, REPOSITORY], capture_output=True, text=True, check=False)
    assert [line for line in done.stdout.splitlines() if line.startswith("seeds/")] == []
    assert done.stderr == ""


@pytest.mark.usefixtures("shared")
def test_the_contradictions_are_those_that_two_annotators_call_strong():
    done = subprocess.run(
        [sys.executable, "-m", "tests.quality.curated_vs_gold"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    figures = dict(re.findall(r"^(strong pairs found|traps hit) (\S+)", done.stdout, re.MULTILINE))
    found, wanted = map(int, figures["strong pairs found"].split("/"))
    assert found / wanted >= 0.85
    assert figures["traps hit"].startswith("0/")
