import ast
from math import prod
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing import contradiction
from briefing.contradiction.derivation import derivation, position
from briefing.contradiction.requirements import NEEDS
from briefing.contradiction.standing import in_words
from briefing.dossier import Act, Annotation, Attitude, Certainty, Commitment, Figure, Maker, Polarity


def test_both_sides_come_with_their_words_and_who_put_them_there(bench):
    a, b = bench.claim("Herald", "Mayor", "certain +", words=(2, 8)), bench.claim("Post", "Engineer", "certain -")
    explained = derivation(bench.dossier, bench.only().id)
    assert (explained.a.claim, explained.b.claim) == (a, b)
    assert explained.a.words == bench.dossier.sources["Herald"].text[2:8]
    assert explained.a.chain == ("Herald", "Mayor")
    assert (explained.a.stands, explained.b.stands) == ("holds that it is so", "holds that it is not so")
    assert explained.a.issue is not None
    assert explained.a.issue.made_by is explained.a.pointed_by is Maker.READING
    assert "The reading put both there; the sources are independent" in explained.summary
    assert explained.needs


@pytest.mark.parametrize("origin", ["one", ""])
@pytest.mark.parametrize("holder", ["Mayor", "Engineer"])
@pytest.mark.parametrize("stand", ["certain -", "probable -", "possible -"])
def test_the_factors_multiply_to_the_score_it_is_ranked_by(bench, origin, holder, stand):
    bench.source("Herald", origin=origin)
    bench.source("Post", origin=origin)
    bench.claim("Herald", "Mayor", "certain +")
    bench.claim("Post", holder, stand)
    relation = bench.only()
    factors = derivation(bench.dossier, relation.id).factors
    assert prod((factors.strength, factors.pointing, factors.distance, factors.independence)) == pytest.approx(
        relation.score, abs=1e-4
    )
    assert (factors.independence < 1) == bool(origin)
    assert (factors.distance < 1) == (holder == "Mayor")


@pytest.mark.parametrize(
    ("relays", "said"),
    [(("Wire",), "both pass on Wire"), ((), "one origin")],
)
def test_sources_that_are_not_independent_are_said_to_be_so_with_the_reason(bench, relays, said):
    for name in ("Herald", "Post"):
        bench.source(name, origin="one")
        bench.dossier.put_sources([replace(bench.dossier.sources[name], relays=relays)])
    bench.claim("Herald", "Mayor", "certain +")
    bench.claim("Post", "Engineer", "certain -")
    explained = derivation(bench.dossier, bench.only().id)
    assert not explained.independent
    assert said in explained.origins


def test_an_outlet_that_passes_on_the_other_is_named(bench):
    bench.source("Herald", origin="one")
    bench.source("Post", origin="one")
    bench.dossier.put_sources([replace(bench.dossier.sources["Post"], relays=("Herald",))])
    bench.claim("Herald", "Mayor", "certain +")
    bench.claim("Post", "Engineer", "certain -")
    assert "Post passes on Herald" in derivation(bench.dossier, bench.only().id).origins


def test_what_the_analyst_filled_in_is_said_to_be_his(bench):
    claim = bench.claim("Herald", "Mayor", "certain +")
    bench.claim("Post", "Engineer", "certain +")
    bench.dossier.annotate([Annotation(1, "2026-03-01T00:00:00Z", "ada", Act.COMMIT, claim, "certain -")])
    explained = derivation(bench.dossier, bench.only().id)
    assert explained.a.pointed_by is Maker.ANALYST
    assert "The analyst put the first there, the reading the second" in explained.summary


def test_a_claim_is_explained_with_every_relation_it_is_in(bench):
    claim = bench.claim("Herald", "Mayor", "certain +")
    bench.claim("Post", "Engineer", "certain -")
    bench.claim("Wire", "Priest", "certain +")
    found = {r.id for r in bench.found() if claim in (r.a, r.b)}
    explained = position(bench.dossier, claim)
    assert {part.relation for part in explained.relations} == found
    assert "1 claim stands against it, 1 agrees with it" in explained.summary


def test_a_claim_that_takes_no_stand_says_so(bench):
    claim = bench.claim("Herald", "Mayor", "certain +")
    bench.dossier.put_claims([replace(bench.dossier.claims[claim], point=None, commitment=None)])
    explained = position(bench.dossier, claim)
    assert explained.stand.issue is None
    assert "on no point" in explained.summary


def rules() -> set[str]:
    """The names that findings are made with, wherever the package makes one."""
    found = set()
    for path in Path(contradiction.__file__).parent.glob("*.py"):
        for call in (n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)):
            third = call.args[2:3] if getattr(call.func, "id", "") in {"Finding", "_clash"} else []
            given = [*third, *(k.value for k in call.keywords if k.arg == "rule")]
            found |= {n.value for n in given if isinstance(n, ast.Constant)}
    return found


def test_every_rule_says_what_it_needs():
    assert rules() == set(NEEDS)


@pytest.mark.parametrize(
    ("commitment", "said"),
    [
        (Commitment(Certainty.UNKNOWN), "leaves it open"),
        (Commitment(Certainty.PROBABLE, Polarity.NEGATIVE), "thinks it unlikely"),
        (Commitment(attitude=Attitude.DEMANDS, conditional=True), "demands it, on a condition"),
        (Commitment(figure=Figure("12 people", 12, 12)), "holds that it is so (12 people)"),
    ],
)
def test_where_a_holder_stands_is_said_in_plain_words(commitment, said):
    assert in_words(commitment) == said
