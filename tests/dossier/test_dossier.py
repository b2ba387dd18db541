import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier import (
    Act,
    Actor,
    ActorType,
    Annotation,
    Attitude,
    Certainty,
    Change,
    Claim,
    Commitment,
    Dossier,
    Maker,
    Part,
    Point,
    Polarity,
    Query,
    QueryError,
    Source,
)  # fmt: skip


def claim(claim_id: str, **more: object) -> Claim:
    made = {
        "source": "s1",
        "start": 0,
        "end": 4,
        "quote": "It rains",
        "text": "It rains in Élan",
        "holder": "Ada Lopez",
    } | more
    return Claim(claim_id, **made)


@pytest.fixture
def dossier() -> Dossier:
    made = Dossier()
    made.put_sources(
        [Source("s1", "a.txt", "", "It rains", publisher="Wire", published="2026-03-04"), Source("s2", "b.txt", "")]
    )
    made.replace_actors([Actor("a1", "Ada Lopez", ActorType.PERSON, ("the mayor",))])
    made.put_points([Point("p1", "it rains", ("rain falls",))])
    made.put_claims(
        [
            claim("c1", holder_id="a1", point="p1", commitment=Commitment()),
            claim("c2", source="s2", holder="Bo", certainty=Certainty.POSSIBLE),
        ]
    )
    return made


def act(number: int, what: Act, target: str, value: str | None) -> Annotation:
    return Annotation(number, "2026-03-04T00:00:00Z", "me", what, target, value)


def test_claims_are_found_by_source_actor_point_and_tag(dossier):
    dossier.annotate([act(1, Act.TAG, "c2/key", "yes")])
    ids = [[c.id for c in found] for found in (
        dossier.claims_of_source("s1"), dossier.claims_of_actor("a1"), dossier.claims_on_point("p1"),
        dossier.claims_with_tag("key"), dossier.claims_of_source("nowhere"),
    )]  # fmt: skip
    assert ids == [["c1"], ["c1"], ["c1"], ["c2"], []]


def test_the_analysts_point_and_stance_stand_over_what_was_made_until_taken_back(dossier):
    dossier.annotate([act(1, Act.POINT, "c2", "p1"), act(2, Act.COMMIT, "c2", "certain -")])
    assert dossier.claims["c2"].pointed_by is Maker.ANALYST
    assert [c.id for c in dossier.claims_on_point("p1")] == ["c1", "c2"]
    assert dossier.claims["c2"].commitment == Commitment(polarity=Polarity.NEGATIVE)
    dossier.annotate([act(3, Act.POINT, "c2", None), act(4, Act.COMMIT, "c2", None)])
    assert dossier.claims["c2"] == dossier.as_made("c2")


def test_an_annotation_holds_for_a_claim_that_comes_later(dossier):
    dossier.annotate([act(1, Act.POINT, "c9", "p1")])
    dossier.put_claims([claim("c9")])
    assert dossier.claims["c9"].point == "p1"


def test_listeners_are_told_what_changed_and_no_longer_after_they_leave(dossier):
    told: list[Change] = []
    leave = dossier.subscribe(told.append)
    dossier.remove_source("s1")
    assert Change(Part.CLAIMS, frozenset(), frozenset({"c1"})) in told
    assert Change(Part.SOURCES, frozenset(), frozenset({"s1"})) in told
    leave()
    told.clear()
    dossier.put_points([Point("p2", "it snows")])
    assert not told


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("", ["c1", "c2"]),
        ("rains", ["c1", "c2"]),
        ("élan ELAN", ["c1", "c2"]),
        ("holder:bo", ["c2"]),
        ('actor:"the mayor"', ["c1"]),
        ("source:wire", ["c1"]),
        ("point:falls", ["c1"]),
        ("-point:falls", ["c2"]),
        ("is:hedged", ["c2"]),
        ("-is:pointed", ["c2"]),
        ("by:rules", ["c1", "c2"]),
        ("since:2026-03", ["c1"]),
        ("until:2025", []),
        ("holder:ada is:hedged", []),
    ],
)
def test_a_filter_selects(dossier, text, ids):
    assert [c.id for c in Query.parse(text).select(dossier)] == ids


def test_dismissed_claims_are_seen_only_when_asked_for(dossier):
    dossier.annotate([act(1, Act.DISMISS, "c1", "misread")])
    assert [c.id for c in Query.parse("").select(dossier)] == ["c2"]
    assert [c.id for c in Query.parse("is:dismissed").select(dossier)] == ["c1"]


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("rain colour:red", 5, "no field"),
        ("is:wet", 3, "no state"),
        ("since:March", 6, "a date"),
        ('x "open', 2, "not closed"),
        ("by:me", 3, "makes no"),
    ],
)
def test_a_faulty_filter_says_where(text, at, said):
    with pytest.raises(QueryError, match=said) as error:
        Query.parse(text)
    assert error.value.at == at


@given(st.text())
def test_any_text_is_a_filter_or_a_query_error(text):
    place = 0
    try:
        Query.parse(text)
    except QueryError as error:
        place = error.at
    assert 0 <= place <= len(text)


commitments = st.one_of(
    st.builds(
        Commitment,
        st.sampled_from([Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE]),
        st.sampled_from(Polarity),
        conditional=st.booleans(),
    ),
    st.builds(
        lambda a, c: Commitment(polarity=a.polarity, attitude=a, conditional=c),
        st.sampled_from(Attitude),
        st.booleans(),
    ),
)


@given(commitments)
def test_a_commitment_is_read_as_it_is_written(commitment):
    assert Commitment.parse(str(commitment)) == commitment


@pytest.mark.parametrize("text", ["", "certain", "maybe +", "wants +", "certain + when"])
def test_other_words_are_no_commitment(text):
    with pytest.raises(ValueError, match="no commitment"):
        Commitment.parse(text)


def test_the_dossier_needs_nothing_but_python():
    program = "import sys, briefing.dossier\nassert not {'textual', 'spacy', 'pydantic', 'yaml'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


@given(
    st.sampled_from(
        [
            "a",
            "it",
            "it r",
            "is:hedged",
            "holder:a",
            "-bo",
            "-holder:bo",
            "actor:ada",
            "source:w",
            "by:rules",
            "tag:key",
        ]
    ),
    st.sampled_from(
        [
            "it r",
            "it rains",
            "it rains is:hedged",
            "holder:ada",
            "a by:rules",
            "holder:ada -bo",
            "-boo",
            "source:wire",
            "actor:a",
        ]
    ),
)
def test_a_filter_that_narrows_another_finds_nothing_that_the_other_does_not(broad, narrow):
    d = Dossier()
    d.put_sources([Source("s1", "a.txt", "", publisher="Wire"), Source("s2", "b.txt", "")])
    d.put_claims([
        claim("c1", holder="Bo"), claim("c2", source="s2", certainty=Certainty.POSSIBLE), claim("c3", source="s2", holder="Boon"),
    ])  # fmt: skip
    if Query.parse(narrow).narrows(Query.parse(broad)):
        found = {c.id for c in Query.parse(broad).select(d)}
        assert {c.id for c in Query.parse(narrow).select(d)} <= found


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("dam acter:x", 4, "did you mean actor"),
        ("is:hedge", 3, "did you mean hedged"),
        ("dam actor:", 10, "a value is missing"),
        ('holder:""', 9, "a value is missing"),
        ("since:2025-13", 6, "2025-11"),
        ('dam "two', 4, "not closed"),
    ],
)
def test_an_error_points_at_the_spot_and_says_what_would_be_right(text, at, said):
    with pytest.raises(QueryError, match=said) as raised:
        Query.parse(text)
    assert raised.value.at == at
