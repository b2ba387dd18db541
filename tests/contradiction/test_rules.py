import pytest

from briefing.dossier import Commitment, Figure, Kind, Mode, Period, RelationType, Scope

CONTRADICTION, TENSION = RelationType.CONTRADICTION, RelationType.TENSION

PAIRS = [
    ("certain +", "certain -", CONTRADICTION, Kind.NEGATION),
    ("certain +", "probable -", TENSION, Kind.NEGATION),
    ("probable +", "probable -", TENSION, Kind.NEGATION),
    ("certain + if", "certain -", TENSION, Kind.NEGATION),
    ("possible +", "certain -", TENSION, Kind.MODALITY),
    ("possible -", "certain +", TENSION, Kind.MODALITY),
    ("fears", "certain -", TENSION, Kind.MODALITY),
    ("demands", "refuses", TENSION, Kind.STANCE),
    ("wants", "opposes", TENSION, Kind.STANCE),
    ("offers", "certain -", TENSION, Kind.STANCE),
    ("rejects", "certain +", TENSION, Kind.STANCE),
]


@pytest.mark.parametrize(("one", "other", "type_", "kind"), PAIRS, ids=str)
def test_opposed_stands_of_two_holders_are_found_whichever_comes_first(new_bench, one, other, type_, kind):
    for first, second in ((one, other), (other, one)):
        bench = new_bench()
        bench.claim("Wire", "Ada", first)
        bench.claim("Post", "Bea", second)
        relation = bench.only()
        assert (relation.type, relation.kind) == (type_, kind)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("possible +", "possible -"),
        ("unknown", "certain +"),
        ("wants", "offers"),
        ("demands", "certain +"),
        ("fears", "refuses"),
    ],
)
def test_what_can_stand_together_is_no_conflict(bench, one, other):
    bench.claim("Wire", "Ada", one)
    bench.claim("Post", "Bea", other)
    assert not any(r.type.is_conflict for r in bench.found())


def test_a_denial_is_called_one(bench):
    bench.claim("Wire", "Ada", "certain +")
    bench.claim("Post", "the ministry", "certain -", mode=Mode.DENIES)
    relation = bench.only()
    assert relation.kind is Kind.DENIAL
    assert "the ministry denied it" in relation.explanation


@pytest.mark.parametrize(
    ("low", "high", "clash"),
    [(94.0, None, True), (40.0, 60.0, False), (None, 50.0, False), (50.0, 50.0, False), (51.0, 51.0, True)],
)
def test_figures_clash_when_no_value_satisfies_both(bench, low, high, clash):
    bench.claim("Wire", "Ada", Commitment(figure=Figure("half", 50.0, 50.0, "%")))
    bench.claim("Post", "Bea", Commitment(figure=Figure("other", low, high, "%")))
    assert any(r.kind is Kind.NUMBER for r in bench.found()) is clash


def test_figures_of_different_units_are_not_compared(bench):
    bench.claim("Wire", "Ada", Commitment(figure=Figure("50 people", 50.0, 50.0, "people")))
    bench.claim("Post", "Bea", Commitment(figure=Figure("60 %", 60.0, 60.0, "%")))
    assert not any(r.type.is_conflict for r in bench.found())


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("2026-03-01", "2026-03-02", True),
        ("2026-03", "2026-03-02", False),
        ("2025", "2026", True),
        (None, "2026", False),
    ],
)
def test_times_clash_only_as_far_as_both_are_known(bench, one, other, clash):
    bench.claim("Wire", "Ada", Commitment(period=Period("then", one, one)))
    bench.claim("Post", "Bea", Commitment(period=Period("later", other, other)))
    assert any(r.kind is Kind.TIME for r in bench.found()) is clash


def test_two_who_did_it_and_two_scopes_clash(new_bench):
    for one, other, kind in (
        (Commitment(agent="a gang"), Commitment(agent="the army"), Kind.RESPONSIBILITY),
        (Commitment(scope=Scope.ALL), Commitment(scope=Scope.NONE), Kind.SCOPE),
    ):
        bench = new_bench()
        bench.claim("Wire", "Ada", one)
        bench.claim("Post", "Bea", other)
        assert bench.only().kind is kind


def test_opposite_points_turn_the_sign_round(bench):
    bench.point("open", "the bridge is open", opposites=("p",))
    bench.claim("Wire", "Ada", "certain +")
    bench.claim("Post", "Bea", "certain +", "open")
    relation = bench.only()
    assert (relation.type, relation.kind) == (CONTRADICTION, Kind.ANTONYM)
    assert "the bridge is open" in relation.explanation


def test_excluded_and_required_points_clash_and_nothing_else_does(bench):
    bench.point("toll", "cars pay on the bridge", excludes=("p",))
    bench.point("repair", "the bridge is repaired", requires=("p",))
    bench.claim("Wire", "Ada", "certain +")
    bench.claim("Post", "Bea", "certain +", "toll")
    assert bench.only().kind is Kind.IMPLICATION
    bench.claim("Mail", "Cy", "certain +", "repair")
    assert len(bench.found()) == 1
    bench.claim("Star", "Dee", "certain -")
    kinds = [r.kind for r in bench.found() if {r.a, r.b} == {"c3", "c4"}]
    assert kinds == [Kind.IMPLICATION]


def test_a_later_report_of_the_same_holder_replaces_the_earlier_one(bench):
    bench.source("Late", "2026-03-05")
    late = bench.claim("Late", "Ada", "certain -")
    early = bench.claim("Wire", "Ada", "certain +")
    relation = bench.only()
    assert relation.type is RelationType.SUPERSEDED
    assert (relation.a, relation.b) == (early, late)


def test_agreement_counts_as_independent_only_between_origins(new_bench):
    for origin, independent in (("wire", False), ("other", True)):
        bench = new_bench()
        bench.point()
        bench.source("Wire", origin="wire")
        bench.source("Post", origin=origin)
        bench.claim("Wire", "Ada", "certain +")
        bench.claim("Post", "Bea", "certain +")
        relation = bench.only()
        assert (relation.type, relation.independent) == (RelationType.CORROBORATION, independent)


def test_the_same_holder_on_both_sides_ranks_below_two_holders(new_bench):
    scores = []
    for holder in ("Ada", "Bea"):
        bench = new_bench()
        bench.claim("Wire", "Ada", "certain +")
        bench.claim("Wire", holder, "certain -")
        scores.append(bench.only().score)
    assert scores[0] < scores[1]


def test_the_decisive_words_are_those_given_or_those_that_deny(bench):
    given = bench.claim("Wire", "Ada", "certain +", words=(3, 7))
    bench.claim("Post", "Bea", "certain -")
    relation = bench.only()
    assert (relation.a_words if relation.a == given else relation.b_words) == (3, 7)
