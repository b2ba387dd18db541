"""What the views and the brief look at from further off, on a small case made by hand."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.contradiction import Engine
from briefing.dossier import (
    ARTICLE,
    Act,
    Actor,
    ActorType,
    Annotation,
    Claim,
    Commitment,
    Dossier,
    Mention,
    Passage,
    Period,
    Point,
    Source,
)
from briefing.overview import (
    SCALE,
    Axis,
    Cell,
    Link,
    Span,
    chronology,
    matrix,
    points_at_issue,
    presences,
    span,
    spoken,
    stands,
    times,
)

TEXT = "Korvash wrote to Osmani.\n\nOsmani answered.\n\nNobody came."


def source(name, published, publisher):
    return Source(
        name, f"{name}.txt", "", TEXT, (Passage(0, 24), Passage(26, 42), Passage(44, 56)), publisher=publisher,
        published=published, origin=name,
    )  # fmt: skip


def claim(name, where, holder, holder_id, stand=None, point="safe", when=None, start=0):
    return Claim(
        name, where, start, start + 7, TEXT[start : start + 7], TEXT[start : start + 7], holder, holder_id, point=point,
        commitment=Commitment.parse(stand) if stand else None, period=Period("then", *when) if when else None,
    )  # fmt: skip


@pytest.fixture
def dossier():
    d = Dossier()
    d.put_sources([source("s1", "2026-02-01", "Interpress"), source("s2", "2026-02-10", "Review")])
    d.replace_actors([
        Actor("korvash", "Korvash", ActorType.PERSON, (), (Mention("s1", 0, 7), Mention("s2", 0, 7))),
        Actor("osmani", "Osmani", ActorType.PERSON, (), (Mention("s1", 17, 23), Mention("s1", 26, 32))),
        Actor("town", "The town", ActorType.GROUP),
    ])  # fmt: skip
    d.put_points([Point("safe", "the dam is safe"), Point("empty", "nobody says this"), Point("left", "they left")])
    d.put_claims([
        claim("a", "s1", "Korvash", "korvash", "probable +", when=("2026-01-05", "2026-01-05")),
        claim("b", "s2", "Korvash", "korvash", "certain -", when=("2025-11", "2025-11")),
        claim("c", "s2", "Osmani", "osmani", "certain +", when=("2026-01-05", "2026-01-05"), start=26),
        claim("d", "s2", ARTICLE, None, "unknown", start=44),
        claim("e", "s1", "Osmani", "osmani", None, when=("2026-01-01", None)),
        claim("f", "s1", "The town", "town", "refuses", point="left"),
    ])  # fmt: skip
    Engine(d).refresh()
    return d


def dismiss(dossier, target):
    dossier.annotate([Annotation(1, "2026-02-11T10:00:00Z", "x", Act.DISMISS, target, "")])


def test_those_on_a_point_stand_from_certain_yes_to_certain_no_and_those_without_a_stance_last(dossier):
    found = [(s.claim, SCALE[s.place] if s.place is not None else None) for s in stands(dossier, "safe")]
    assert found == [("c", "certain +"), ("a", "probable +"), ("d", "open"), ("b", "certain -"), ("e", None)]


def test_by_time_they_stand_as_they_were_reported_and_whoever_moved_shows_from_where(dossier):
    by_time = stands(dossier, "safe", by_time=True)
    assert [s.reported for s in by_time] == sorted(s.reported for s in by_time)
    moved = next(s for s in by_time if s.claim == "b")
    assert moved.changes
    assert [SCALE[p] for p in moved.earlier] == ["probable +"]


@pytest.mark.parametrize(
    ("links", "stand", "follows"),
    [
        ({"opposites": ("left",)}, "certain -", (Link.OPPOSITE, "certain +")),
        ({"opposites": ("left",)}, "possible +", (Link.OPPOSITE, "possible -")),
        ({"opposites": ("left",)}, "unknown", (Link.OPPOSITE, "open")),
        ({"excludes": ("left",)}, "probable +", (Link.EXCLUDED, "probable -")),
        ({"excludes": ("left",)}, "certain -", None),
        ({"requires": ("left",)}, "certain -", (Link.REQUIRED, "certain -")),
        ({"requires": ("left",)}, "certain +", None),
        ({}, "certain +", None),
    ],
)
def test_who_stands_on_a_linked_point_stands_where_it_follows(dossier, links, stand, follows):
    dossier.put_points([Point("safe", "the dam is safe", **links)])
    dossier.put_claims([claim("f", "s1", "The town", "town", stand, point="left")])
    found = [(s.link, SCALE[s.place]) for s in stands(dossier, "safe") if s.claim == "f"]
    assert found == ([follows] if follows else [])


def test_links_hold_from_the_other_side_too(dossier):
    dossier.put_points([Point("safe", "the dam is safe", requires=("left",))])
    found = {s.claim: (s.link, SCALE[s.place]) for s in stands(dossier, "left") if s.link}
    assert found == {"a": (Link.REQUIRING, "probable +"), "c": (Link.REQUIRING, "certain +")}
    dossier.put_points([Point("safe", "the dam is safe", opposites=("left",))])
    assert {s.claim for s in stands(dossier, "left") if s.link is Link.OPPOSITE} == {"a", "b", "c", "d"}


def test_what_is_dismissed_stands_nowhere(dossier):
    dismiss(dossier, "c")
    assert "c" not in {s.claim for s in stands(dossier, "safe")}


def test_points_come_most_disputed_first_and_only_with_claims(dossier):
    found = points_at_issue(dossier)
    assert [p for p, *_ in found] == ["safe", "left"]
    assert found[0][2] > 0


def test_events_come_by_event_time_then_report_and_the_other_way_round(dossier):
    claims = dossier.all_claims()
    assert [e.claim for e in chronology(dossier, claims)] == ["b", "e", "a", "c"]
    assert [e.claim for e in chronology(dossier, claims, by_report=True)] == ["e", "a", "b", "c"]


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2025-11-21", "2025-11-21", "21 Nov 2025"),
        ("2025-11", "2025-11", "Nov 2025"),
        ("2024", "2024", "2024"),
        ("2017", "2021-12-31", "2017-2021"),
        ("2025-11-27", "2025-12-30", "27 Nov-30 Dec 2025"),
        ("2025-12-30", "2026-01-02", "30 Dec 2025-2 Jan 2026"),
        ("2025-07", "2025-12", "Jul-Dec 2025"),
        ("2025-12-01", None, "1 Dec 2025"),
    ],
)
def test_a_time_is_said_as_short_as_it_can_be(first, last, said):
    assert spoken(span(Period("", first, last))) == said


def test_what_is_no_date_is_no_time():
    assert span(Period("soon")) is None
    assert span(Period("", "next year", "2025-13-01")) is None


@given(st.dates(), st.dates())
def test_a_span_is_never_turned_round_and_can_always_be_said(one, two):
    found = span(Period("", one.isoformat(), two.isoformat()))
    assert found is not None
    assert found.first == one
    assert found.last == max(one, two)
    assert spoken(Span(min(one, two), max(one, two)))


def test_the_matrix_counts_what_is_between_two_whichever_is_named_first(dossier):
    found = matrix(dossier, dossier.relations.values(), Axis.HOLDERS)
    assert found.names["korvash"] == "Korvash"
    assert found.cell("korvash", "osmani") == found.cell("osmani", "korvash") != Cell()
    assert sum(found.counts.values()) == len(dossier.relations)


def test_the_matrix_of_sources_has_sources_on_both_sides(dossier):
    found = matrix(dossier, dossier.relations.values(), Axis.SOURCES)
    assert set(found.names.values()) <= {"Interpress", "Review"}
    for relation in dossier.relations.values():
        sources = (dossier.claims[c].source for c in (relation.a, relation.b))
        assert found.cell(*sources) != Cell()


def test_a_pair_has_its_own_relations_and_no_others(dossier):
    found = matrix(dossier, dossier.relations.values(), Axis.HOLDERS)
    pair = found.pair("osmani", "korvash")
    mine = [r for r in dossier.relations.values() if pair.has(dossier, r)]
    cell = found.cell("osmani", "korvash")
    assert len(mine) == cell.conflicts + cell.agreements + cell.replaced
    assert pair.name == "Korvash and Osmani"


def test_actors_are_counted_in_their_time_and_beside_each_other(dossier):
    over = times(dossier, 10)
    assert (over.first, over.last) == (date(2026, 2, 1), date(2026, 2, 10))
    first, *others = presences(dossier, over, "korvash")
    assert (first.actor, first.mentions[0], first.mentions[-1], first.held) == ("korvash", 1, 1, 2)
    beside = {p.actor: p.together for p in others}
    assert beside == {"osmani": 1, "town": 1}


def test_a_corpus_without_dates_has_actors_all_the_same():
    d = Dossier()
    d.put_sources([source("s1", None, "Interpress")])
    d.replace_actors([Actor("korvash", "Korvash", ActorType.PERSON, (), (Mention("s1", 0, 7),))])
    (only,) = presences(d, times(d, 4))
    assert (only.mentions, only.total) == ((0, 0, 0, 0), 1)
