"""What is found by source, holder, actor and point is the same whether somebody has looked before or not."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.dossier import (
    Act,
    Actor,
    ActorType,
    Annotation,
    Claim,
    Dossier,
    Kind,
    Maker,
    Point,
    Query,
    Relation,
    RelationType,
    Source,
    ranked,
)

_MANY = 1_500
_SOURCES, _HOLDERS, _POINTS = ("s1", "s2"), ("Ada Lopez", "Bo", "Cy"), ("p1", "p2")

Deed = Callable[[Dossier], object]


def _claim(n: int, turn: int = 0) -> Claim:
    who = (n + turn) % len(_HOLDERS)
    return Claim(
        f"c{n}", _SOURCES[n % 2], n, n + 4, f"words {n}", f"words {n}", _HOLDERS[who], f"a{who}", (_HOLDERS[who],),
        actors=(f"a{(n + 1) % 3}",), point=_POINTS[n % 2] if n % 5 == 0 else None,
        by=Maker.ANALYST if n % 7 == 3 else Maker.RULES,
    )  # fmt: skip


def _empty() -> Dossier:
    dossier = Dossier()
    dossier.put_sources(Source(s, f"{s}.txt", "", "") for s in _SOURCES)
    dossier.replace_actors(Actor(f"a{n}", name, ActorType.PERSON) for n, name in enumerate(_HOLDERS))
    dossier.put_points(Point(p, f"{p} holds") for p in _POINTS)
    return dossier


def _act(what: Act, target: str, value: str | None) -> Deed:
    said = Annotation(1, "2026-03-04T00:00:00Z", "me", what, target, value)
    return lambda dossier: dossier.annotate([said])


_few = st.integers(0, 40)
_deeds = st.one_of(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 2)).map(
        lambda t: lambda d: d.put_claims(_claim(n, t[2]) for n in range(t[0], t[1]))
    ),
    st.integers(0, 2).map(lambda turn: lambda d: d.put_claims(_claim(n, turn) for n in range(_MANY))),
    st.lists(_few, unique=True).map(lambda ns: lambda d: d.remove_claims([f"c{n}" for n in ns])),
    st.just(lambda d: d.remove_claims([*d.claims])),
    st.tuples(_few, st.sampled_from(("p1", "p2", "", None))).map(lambda t: _act(Act.POINT, f"c{t[0]}", t[1])),
    st.tuples(_few, st.sampled_from((*_HOLDERS, None))).map(lambda t: _act(Act.CORRECT, f"c{t[0]}/holder", t[1])),
    st.sampled_from(("Bo", None)).map(lambda name: _act(Act.MERGE, "Cy", name)),
)


def _found(dossier: Dossier) -> object:
    return (
        [[c.id for c in dossier.claims_of_source(s)] for s in _SOURCES],
        [[c.id for c in dossier.claims_of_actor(f"a{n}")] for n in range(3)],
        [[c.id for c in dossier.claims_on_point(p)] for p in _POINTS],
        [c.id for c in dossier.added_claims()],
        dossier.holders(),
        dossier.all_claims(),
        {i: dossier.as_made(i) for i in dossier.claims},
    )


@settings(max_examples=20, deadline=None)
@given(st.lists(_deeds, max_size=7))
def test_what_is_found_does_not_hang_on_whether_somebody_looked_before(deeds):
    watched, unwatched, ahead = _empty(), _empty(), _empty()
    ways = [ahead.indexing()]
    for deed in deeds:
        deed(watched)
        _found(watched)
        deed(unwatched)
        deed(ahead)
        ways.append(ahead.indexing())
        for way in ways:
            next(way, None)
    for way in ways:
        for _ in way:
            pass
    assert _found(unwatched) == _found(watched) == _found(ahead)
    claims = watched.claims.values()
    for n, holder in enumerate(_HOLDERS):
        assert watched.holders().get(holder, 0) == sum(c.holder == holder for c in claims)
        assert {c.id for c in watched.claims_of_actor(f"a{n}")} == {
            c.id for c in claims if f"a{n}" in (*c.actors, c.holder_id)
        }


def test_what_was_done_before_the_claims_were_there_holds_of_each_of_many():
    dossier = _empty()
    _act(Act.POINT, "c1201", "p2")(dossier)
    _act(Act.CORRECT, "c1202/holder", "Dee")(dossier)
    dossier.put_claims(_claim(n) for n in range(_MANY))
    assert dossier.claims["c1201"].point == "p2"
    assert dossier.as_made("c1201").point is None
    assert "c1201" in [c.id for c in dossier.claims_on_point("p2")]
    assert dossier.claims["c1202"].holder == "Dee"
    assert dossier.holders()["Dee"] == 1
    assert dossier.as_made("c1202").holder == _claim(1202).holder
    assert list(dossier.claims) == [f"c{n}" for n in range(_MANY)]


@pytest.mark.parametrize("places", [(0, 5, 9, 0, 4, 8), (0, 9, 5, 0, 4, 8), (3, 5, 9, 9, 8, 0), (5, 5, 5, 6, 6, 6)])
@pytest.mark.parametrize("files", ["ab", "ba"])
def test_claims_are_read_by_file_and_place_however_they_come(places, files):
    dossier = Dossier()
    dossier.put_sources(Source(f"s{n}", file, "", "") for n, file in enumerate(files))
    claims = [Claim(f"c{n % 4}{n}", f"s{n // 3}", at, at + 1, "", "") for n, at in enumerate(places)]
    dossier.put_claims(claims)
    expected = sorted(claims, key=lambda c: (dossier.sources[c.source].file, c.start, c.id))
    assert dossier.all_claims() == expected
    assert dossier.all_claims() == expected
    for source in dossier.sources:
        assert dossier.claims_of_source(source) == [c for c in expected if c.source == source]


def test_an_edit_and_a_filter_before_anything_was_looked_up():
    dossier = _empty()
    dossier.put_claims(_claim(n) for n in range(_MANY))
    _act(Act.CORRECT, "c8/holder", "Dee")(dossier)
    assert [c.id for c in Query.parse("holder:dee").select(dossier)] == ["c8"]
    assert dossier.holders()["Dee"] == 1


def test_a_claim_that_is_altered_or_taken_out_while_words_are_folded_ahead_is_found_by_the_words_it_has_then():
    dossier = _empty()
    dossier.put_claims(_claim(n) for n in range(4))
    ahead = dossier.preparing()
    next(ahead)
    _act(Act.CORRECT, "c0/holder", "Dée")(dossier)
    _act(Act.CORRECT, "c3/holder", "Dée")(dossier)
    dossier.remove_claims(["c2"])
    for _ in ahead:
        pass
    assert [c.id for c in Query.parse("dee").select(dossier)] == ["c0", "c3"]
    assert {c.id for c in Query.parse("words").select(dossier)} == {"c0", "c1", "c3"}


def _relation(n: int) -> Relation:
    return Relation(
        f"r{n:05}",
        "c0",
        f"c{n}",
        RelationType.TENSION if n % 3 else RelationType.CORROBORATION,
        Kind.DENIAL,
        "p1",
        "",
        "",
        (0, 1),
        (0, 1),
        n % 7 / 7,
        independent=True,
    )


def test_what_is_ranked_ahead_is_ranked_as_at_once_and_what_comes_meanwhile_counts():
    dossier = _empty()
    dossier.update_relations(map(_relation, range(_MANY)))
    for _ in dossier.ranking():
        pass
    assert dossier.ranked_relations() == ranked(map(_relation, range(_MANY)))
    assert dossier.disputes() == ranked(_relation(n) for n in range(_MANY) if n % 3)
    dossier.update_relations([_relation(_MANY)])
    ahead = dossier.ranking()
    next(ahead)
    dossier.update_relations([_relation(_MANY + 1)], ["r00003"])
    for _ in ahead:
        pass
    left = [_relation(n) for n in range(_MANY + 2) if n != 3]
    assert dossier.disputes() == ranked(r for r in left if r.type is RelationType.TENSION)
    assert dossier.ranked_relations() == ranked(left)
