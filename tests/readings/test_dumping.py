from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import readings
from briefing.dossier import (
    Act,
    Actor,
    ActorType,
    Annotation,
    Claim,
    Commitment,
    Dossier,
    Figure,
    Maker,
    Period,
    Point,
    Source,
    stable_id,
)
from briefing.readings import Reading

WIRE = Source("s1", "01-wire.txt", "0" * 64, "The bridge was closed. The bridge was closed, they said.", origin="s1")
CURATED = """\
briefing-reading: 1
by: Ines
actors: [{id: ministry, name: the ministry, type: government}]
points: [{id: closed, phrase: the bridge is closed}, {id: open, phrase: the bridge is open}]
claims:
  - {source: 01-wire.txt, quote: The bridge was closed, holder: ministry, point: closed, commitment: certain +}
  - {source: 01-wire.txt, quote: they said, point: open, commitment: certain -}
"""


@pytest.fixture
def again(tmp_path: Path) -> Callable[[Dossier], Reading]:
    """Write a dossier's reading out and load it, as a colleague would."""

    def load(dossier: Dossier) -> Reading:
        (tmp_path / "out.yaml").write_text(readings.dump(dossier, "Ines"), encoding="utf-8", newline="")
        return readings.load(tmp_path / "out.yaml", {s.file: s for s in dossier.sources.values()})

    return load


@pytest.fixture
def dossier(tmp_path: Path, opened: Callable[[Reading], Dossier]) -> Dossier:
    (tmp_path / readings.FILE).write_text(CURATED, encoding="utf-8")
    dossier = opened(readings.load(tmp_path / readings.FILE, {WIRE.file: WIRE}))
    dossier.replace_actors([*dossier.actors.values(), Actor("a0000000001", "Tom\nVerrill", ActorType.PERSON)])
    dossier.put_points([Point("p0000000001", "the mayor resigns"), Point("p0000000002", "never used")])
    start = WIRE.text.rindex("The bridge")
    dossier.put_claims(
        [
            machine("c1", start, start + 14, holder="Tom\nVerrill", holder_id="a0000000001", point="p0000000001"),
            machine("c2", start + 4, start + 21, holder="officials", chain=("the police", "officials")),
        ]
    )
    return dossier


def machine(identity: str, start: int, end: int, **more: object) -> Claim:
    quote = WIRE.text[start:end]
    return Claim(identity, WIRE.id, start, end, quote, quote, **more)


def did(dossier: Dossier, *acts: tuple[Act, str, str | None]) -> None:
    dossier.annotate(Annotation(n, "2026-03-01T00:00:00Z", "Ines", *act) for n, act in enumerate(acts))


def curated(dossier: Dossier, words: str) -> str:
    return next(c.id for c in dossier.claims.values() if c.quote == words and c.by is Maker.READING)


def test_the_machines_claims_stay_out_until_the_analyst_has_touched_them(dossier, again):
    assert len(again(dossier).claims) == 2
    assert "never used" in readings.dump(dossier, "")
    assert "resigns" not in readings.dump(dossier, "")
    did(dossier, (Act.TAG, "c1/key", "yes"))
    (found,) = (c for c in again(dossier).claims if c.holder == "Tom\nVerrill")
    assert (found.start, found.quote) == (dossier.claims["c1"].start, "The bridge was")
    assert found.holder_id == "a0000000001"
    assert found.point == "p0000000001"
    assert found.by is Maker.READING


def test_a_described_holder_and_a_link_of_the_chain_come_along(dossier, again):
    did(dossier, (Act.COMMIT, "c2", "certain +"), (Act.POINT, "c2", stable_id("p", "closed")))
    reading = again(dossier)
    (found,) = (c for c in reading.claims if c.holder == "officials")
    assert found.chain == ("the police", "officials")
    assert next(a for a in reading.actors if a.id == found.holder_id).type is ActorType.UNNAMED
    assert found.commitment == Commitment()


def test_points_stands_and_new_points_are_as_the_analyst_left_them(dossier, again):
    closed, said = curated(dossier, "The bridge was closed"), curated(dossier, "they said")
    did(
        dossier,
        (Act.NEW_POINT, "p0000000009", "the bridge is unsafe"),
        (Act.POINT, closed, "p0000000009"),
        (Act.COMMIT, closed, "possible - if"),
        (Act.POINT, said, ""),
    )
    reading = again(dossier)
    first, second = reading.claims
    assert first.point == "p0000000009"
    assert str(first.commitment) == "possible - if"
    assert (second.point, second.commitment) == (None, None)
    assert Point("p0000000009", "the bridge is unsafe") in reading.points


def test_dismissed_claims_are_left_out_and_the_other_on_the_same_words_stays(dossier, again):
    did(
        dossier, (Act.DISMISS, curated(dossier, "they said"), ""), (Act.TAG, "c1/key", "yes"), (Act.DISMISS, "c1", "no")
    )
    assert [c.quote for c in again(dossier).claims] == ["The bridge was closed"]


def test_what_the_format_cannot_say_is_left_out_rather_than_made_up(dossier, again):
    start = WIRE.text.rindex("The bridge")
    at = WIRE.text.rindex("e")
    dossier.put_claims(
        [
            machine(
                "c3", start, start + 21, figures=(Figure("many"), Figure("12", 12, 12)), period=Period("soon", None, None),
                words=(start + 9, start + 10), actors=("gone",), point="gone", commitment=Commitment(),
            ),
            machine("c4", start + 1, start + 9, words=(at, at + 1), period=Period("lately", "2026-01-01", "2026-02-28", inferred=True)),
        ]
    )  # fmt: skip
    did(dossier, (Act.TAG, "c3/key", "yes"), (Act.TAG, "c4/key", "yes"))
    third, fourth = again(dossier).claims[1:3]
    assert [f.text for f in third.figures] == ["12"]
    assert (third.period, third.actors, third.point) == (None, (), None)
    assert third.words == (start + 4, start + 10)
    assert (fourth.words, fourth.period) == (None, Period("2026-01-01..2026-02-28", "2026-01-01", "2026-02-28"))


def test_guesses_about_sources_are_not_written_as_facts(dossier, again):
    dossier.put_sources(
        [
            Source(
                "s2",
                "b.txt",
                "",
                "x",
                publisher="Guess",
                published="2026",
                inferred=frozenset({"publisher"}),
                origin="o",
            ),
            Source("s3", "c.txt", "", "x", genre="essay", origin="o", relays=("Wire",)),
            Source("s4", "d.txt", "", skipped="empty", publisher="P"),
        ]
    )
    said = yaml.safe_load(readings.dump(dossier, "Ines"))["sources"]
    assert said == [
        {"file": "b.txt", "published": "2026", "origin": "o"},
        {"file": "c.txt", "relays": ["Wire"], "origin": "o"},
    ]
    assert again(dossier).sources == tuple(dossier.sources.values())


# What is loaded, written out and loaded again is the same

TEXT = st.text(
    st.one_of(
        st.sampled_from("ab \n\r\t\x85\u2028\ufeff\x07:#'\"“”-{[&*!|>%@`"), st.characters(exclude_categories=["Cs"])
    ),
    min_size=1,
    max_size=40,
)
NAMES = st.one_of(
    st.sampled_from(["article", "Reuters", "reuters", "a-b", "X.a0123456789", "no", "1986", " x"]), TEXT
).filter(str.strip)
PLAIN_LINKS = st.sampled_from(["Reuters", "Two officers", "Article", "The Wall Street Journal"])
PERIODS = st.sampled_from(["2025", "2025-02", "2024-02-29", "2024..2025-03", "..2025", "2025-12-01.."])
FIGURES = st.sampled_from(["94 %", "at least 12 people", "$2 to 3 million", "dozens", "12"])
STANDS = st.sampled_from(["certain +", "probable -", "possible + if", "unknown", "unknown if", "wants", "refuses if"])


@st.composite
def written(draw) -> tuple[dict[str, str], dict[str, object]]:
    """Return texts of articles by file, and what a reading file says of them."""
    texts = {f"{n}.txt": draw(TEXT.filter(str.strip)) for n in range(2)}
    actors = [
        {"id": f"k{n}", "name": draw(NAMES), "type": draw(st.sampled_from(ActorType)).value, "aliases": draw(st.lists(NAMES, max_size=2))}
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    points: list[dict[str, object]] = [{"id": f"p{n}", "phrase": draw(NAMES)} for n in range(draw(st.integers(0, 3)))]
    for point in points:
        others = [p["id"] for p in points if p is not point]
        for link in ("opposites", "excludes", "requires"):
            point[link] = draw(st.lists(st.sampled_from(others), unique=True)) if others else []
    claims = [
        draw(_claim(texts, [a["id"] for a in actors], [p["id"] for p in points]))
        for _ in range(draw(st.integers(0, 5)))
    ]
    facts = [
        {"file": f, "publisher": draw(NAMES), "origin": draw(NAMES)}
        for f in draw(st.sets(st.sampled_from(sorted(texts))))
    ]
    return texts, {
        "briefing-reading": 1,
        "by": "x",
        "sources": facts,
        "actors": actors,
        "points": points,
        "claims": claims,
    }


@st.composite
def _claim(draw, texts, actors, points) -> dict[str, object]:
    file = draw(st.sampled_from(sorted(texts)))
    quote, start = draw(_piece(texts[file]))
    said: dict[str, object] = {"source": file, "quote": quote}
    said["occurrence"] = sum(texts[file].startswith(quote, at) for at in range(start + 1))
    said["words"], _ = draw(_piece(quote))
    optional = {"text": NAMES, "time": PERIODS, "figures": st.lists(FIGURES, max_size=2), "mode": st.just("denies")}
    if actors:
        said["actors"] = draw(st.lists(st.sampled_from(actors), unique=True))
        if draw(st.booleans()):
            said["holder"] = draw(st.sampled_from(actors))
            links = draw(st.lists(st.sampled_from(actors) | PLAIN_LINKS, max_size=2))
            said["chain"] = [*links, said["holder"]]
    if points:
        said["point"] = draw(st.sampled_from(points))
        optional |= {
            "commitment": STANDS,
            "figure": FIGURES,
            "when": PERIODS,
            "scope": st.just("most"),
            "agent": PLAIN_LINKS,
        }
    return said | draw(st.fixed_dictionaries({}, optional=optional))


@st.composite
def _piece(draw, text: str) -> tuple[str, int]:
    inside = draw(st.sampled_from([n for n, c in enumerate(text) if not c.isspace()]))
    start, end = draw(st.integers(0, inside)), draw(st.integers(inside + 1, len(text)))
    return text[start:end], start


@given(written())
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=150
)
def test_a_reading_written_out_and_loaded_again_is_the_same(tmp_path, opened, again, case):
    texts, said = case
    sources = {f: Source(stable_id("s", f), f, "", t, origin=stable_id("s", f)) for f, t in texts.items()}
    (tmp_path / readings.FILE).write_text(yaml.safe_dump(said), encoding="utf-8")
    first = readings.load(tmp_path / readings.FILE, sources)
    second = again(opened(first))
    assert second.sources == first.sources
    assert second.actors == first.actors
    assert second.points == first.points
    assert {c.id: c for c in second.claims} == {c.id: c for c in first.claims}


PROPER_NAMES = NAMES.filter(lambda name: name != "article")


@st.composite
def found(draw) -> tuple[list[Actor], list[Claim]]:
    """Return actors and claims as a machine may find them, under any names."""
    called = draw(st.lists(st.tuples(PROPER_NAMES, st.lists(NAMES, max_size=1)), max_size=3))
    actors = [Actor(f"a{n:010}", name, ActorType.GROUP, tuple(also)) for n, (name, also) in enumerate(called)]
    names = PROPER_NAMES | st.sampled_from([a.name for a in actors]) if actors else PROPER_NAMES
    claims = []
    for n in range(draw(st.integers(1, 4))):
        actor = draw(st.none() | st.sampled_from(actors)) if actors else None
        holder = actor.name if actor else draw(names)
        more = {
            "holder": holder,
            "holder_id": actor and actor.id,
            "chain": (*draw(st.lists(names, max_size=2)), holder),
        }
        stand = Commitment(agent=draw(st.none() | names))
        claims.append(machine(f"c{n}", n, n + 3, point="p0000000001", commitment=stand, **more))
    return actors, claims


@given(found())
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=150
)
def test_whatever_names_the_machine_finds_an_export_loads_and_keeps_them(again, case):
    actors, claims = case
    dossier = Dossier()
    dossier.put_sources([WIRE])
    dossier.replace_actors(actors)
    dossier.put_points([Point("p0000000001", "x")])
    dossier.put_claims(claims)
    did(dossier, *((Act.TAG, f"{c.id}/key", "yes") for c in claims))
    loaded = again(dossier).claims
    assert [(c.start, c.holder, c.chain, c.commitment.agent) for c in loaded] == [
        (c.start, c.holder, c.chain, c.commitment.agent) for c in claims
    ]
    assert all(new.holder_id == old.holder_id for new, old in zip(loaded, claims, strict=True) if old.holder_id)
