"""Pairs of claims: which are put to the model, and what its answers may move."""

import json

import pytest
from model_server import claim_of
from msgspec.structs import replace

from briefing.dossier import Commitment, Maker, Point
from briefing.model import Store, Task, batches, claim_item, lay_over
from briefing.model.answers import check, schema
from briefing.model.store import Kept, Stand

SAFE = Kept("the dam is safe", (Stand("certain +", "safe"), Stand("certain -", "denied")))


@pytest.fixture
def two(claims):
    """The ministry's claim and the engineer's, each other's companions."""
    one, other = claims[0], claims[3]
    return [replace(one, companions=(other.id,)), replace(other, companions=(one.id,))]


@pytest.fixture
def store():
    return Store(None, "test-model")


def side(stand):
    return {"commitment": stand.commitment, "words": stand.words, "figure": stand.figure}


def test_companions_of_different_holders_are_judged_once(two, sources, store):
    (pair,) = lay_over(two, (), sources, store).pairs
    assert [w.claim for w in pair.sides] == [c.id for c in two]
    same = [replace(c, holder="one", source=two[0].source, start=0, end=0, quote="") for c in two]
    assert lay_over(same, (), sources, store).pairs == ()


def test_a_pair_that_is_judged_one_goes_on_a_common_point(two, sources, store):
    (pair,) = lay_over(two, (), sources, store).pairs
    (request,) = batches(Task.PAIRS, [pair], 5)
    said = {"id": "1", "point": SAFE.point, "a": side(SAFE.stands[0]), "b": side(SAFE.stands[1])}
    ((key, kept),) = check(request, json.dumps({"pairs": [said]})).taken
    store.put(key, kept)
    laid = lay_over(two, (), sources, store)
    assert {c.point for c in laid.claims} == {p.id for p in laid.points}
    assert [str(c.commitment) for c in laid.claims] == ["certain +", "certain -"]
    assert {c.pointed_by for c in laid.claims} == {Maker.MODEL}


def test_a_pair_needs_decisive_words_of_both_sides(two, sources, store):
    (pair,) = lay_over(two, (), sources, store).pairs
    (request,) = batches(Task.PAIRS, [pair], 5)
    swapped = {"id": "1", "point": SAFE.point, "a": side(SAFE.stands[1]), "b": side(SAFE.stands[0])}
    checked = check(request, json.dumps({"pairs": [swapped]}))
    assert checked.taken == ((pair.key, Kept()),)
    assert "decisive words" in checked.refused[0]


@pytest.mark.parametrize("maker", [Maker.READING, Maker.ANALYST])
def test_a_claim_that_a_person_pointed_is_never_moved(two, sources, store, maker):
    point = Point("p1", "the dam is sound")
    two[0] = replace(two[0], point="p1", commitment=Commitment(), pointed_by=maker)
    (pair,) = lay_over(two, [point], sources, store).pairs
    assert pair.sides[0].point == "the dam is sound"
    store.put(pair.key, SAFE)
    assert list(lay_over(two, [point], sources, store).claims) == two
    store.put(pair.key, replace(SAFE, point="The dam is SOUND"))
    first, second = lay_over(two, [point], sources, store).claims
    assert first == two[0]
    assert (second.point, second.pointed_by) == ("p1", Maker.MODEL)
    store.put(claim_item(two[0], sources[two[0].source]).key, Kept("the dam is new", (Stand("certain +", "safe"),)))
    assert lay_over(two, [point], sources, store).claims[0] == two[0]


def test_the_model_ranks_above_the_rules_but_its_silence_does_not(two, sources, store):
    point = Point("p1", "the dam is sound")
    two[0] = replace(two[0], point="p1", commitment=Commitment(), pointed_by=Maker.RULES, companions=())
    key = claim_item(two[0], sources[two[0].source]).key
    store.put(key, Kept())
    assert lay_over(two, [point], sources, store).claims[0] == two[0]
    store.put(key, Kept("the dam is safe", (Stand("certain +", "safe"),)))
    assert lay_over(two, [point], sources, store).claims[0].pointed_by is Maker.MODEL


def test_covered_claims_are_left_alone(two, sources, store):
    two[0] = replace(two[0], covered="c1")
    laid = lay_over(two, (), sources, store)
    assert laid.pairs == ()
    store.put(claim_item(two[0], sources[two[0].source]).key, Kept("the dam is safe", (Stand("certain +", "safe"),)))
    assert list(lay_over(two, (), sources, store).claims) == two


@pytest.mark.parametrize(
    "kept",
    [
        Kept("the dam is safe", ()),
        Kept("the dam is safe", (Stand("surely", "safe"),)),
        Kept("the dam is safe", (Stand("certain +", "unsafe"),)),
        Kept("the dam is safe", (Stand("certain +", "safe", "a quantity"),)),
    ],
)
def test_a_kept_answer_that_does_not_fit_is_passed_over(two, sources, store, kept):
    store.put(claim_item(two[0], sources[two[0].source]).key, kept)
    assert list(lay_over(two, (), sources, store).claims) == two


def test_a_figure_becomes_part_of_the_commitment(sources, store):
    source = next(s for s in sources.values() if s.file == "a.txt")
    claim = claim_of(source, "Forty families left the town")
    store.put(
        claim_item(claim, source).key, Kept("families left the town", (Stand("certain +", "left", "Forty families"),))
    )
    (laid,) = lay_over([claim], (), sources, store).claims
    assert (laid.commitment.figure.low, laid.commitment.figure.high) == (40, 40)


@pytest.mark.parametrize("task", Task)
def test_the_schema_is_one_that_strict_servers_take(task):
    def objects(part):
        if isinstance(part, dict):
            if part.get("type") == "object":
                yield part
            for value in part.values():
                yield from objects(value)
        elif isinstance(part, list):
            for value in part:
                yield from objects(value)

    found = list(objects(schema(task)))
    assert found
    assert all(o["additionalProperties"] is False and set(o["required"]) == set(o["properties"]) for o in found)
