from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.contradiction import Engine
from briefing.dossier import Act, Annotation, Claim, Commitment, Dossier, Point, Relation, Source

POINTS = [
    Point("p0", "a"),
    Point("p1", "b", opposites=("p0",)),
    Point("p2", "c", excludes=("p1",)),
    Point("p3", "d", requires=("p0",)),
]
STANDS = ["certain +", "certain -", "possible +", "demands", "refuses", "unknown"]


def dossier() -> Dossier:
    made = Dossier()
    made.put_sources(
        Source(f"s{n}", f"{n}.txt", "", "x" * 99, published=f"2026-0{n + 1}-01", origin=f"o{n % 2}") for n in range(3)
    )
    made.put_points(POINTS)
    return made


def claim(number: int, point: int | None, stand: str, holder: int) -> Claim:
    return Claim(
        f"c{number}", f"s{number % 3}", number, number + 5, "xxxxx", "text", f"h{holder}",
        point=f"p{point}" if point is not None else None, commitment=Commitment.parse(stand),
    )  # fmt: skip


claims = st.builds(claim, st.integers(0, 9), st.none() | st.integers(0, 3), st.sampled_from(STANDS), st.integers(0, 2))
edits = st.one_of(
    st.tuples(st.just("put"), claims),
    st.tuples(st.just("remove"), st.integers(0, 9)),
    st.tuples(st.just("dismiss"), st.integers(0, 9), st.sampled_from(["", None])),
    st.tuples(st.just("point"), st.integers(0, 9), st.sampled_from(["p0", "p1", "p2", "p3", "", None])),
    st.tuples(st.just("commit"), st.integers(0, 9), st.sampled_from([*STANDS, "", None])),
)


def apply(made: Dossier, engine: Engine, edit: tuple, number: int) -> None:
    match edit:
        case ("put", new):
            made.put_claims([new])
            engine.refresh([new.id])
        case ("remove", which):
            made.remove_claims([f"c{which}"])
            engine.refresh([f"c{which}"])
        case (act, which, value):
            made.annotate([Annotation(number, "2026-01-01", "me", Act(act), f"c{which}", value)])
            engine.refresh([f"c{which}"])


def at_one_look(made: Dossier) -> dict[str, Relation]:
    fresh = dossier()
    fresh.put_claims(made.as_made(c) for c in made.claims)
    fresh.annotate(made.record.standing())
    Engine(fresh).refresh()
    return dict(fresh.relations)


@settings(max_examples=150, deadline=None)
@given(st.lists(edits, max_size=25))
def test_edit_by_edit_gives_what_a_full_look_gives(history):
    made = dossier()
    engine = Engine(made)
    for number, edit in enumerate(history, 1):
        apply(made, engine, edit, number)
    assert dict(made.relations) == at_one_look(made)


@settings(max_examples=150, deadline=None)
@given(st.lists(claims, max_size=12), st.lists(st.tuples(st.integers(0, 3), edits), max_size=8))
def test_edits_in_the_pauses_of_a_full_look_are_not_lost(there, history):
    made = dossier()
    made.put_claims(there)
    engine = Engine(made)
    pauses = enumerate(engine.refreshing())
    for number, (after, edit) in enumerate(history, 1):
        next((n for n, _ in pauses if n >= after), None)
        apply(made, engine, edit, number)
    for _ in pauses:
        pass
    assert dict(made.relations) == at_one_look(made)


def test_dismissed_and_covered_claims_take_no_part():
    made = dossier()
    made.put_claims([claim(0, 0, "certain +", 0), claim(1, 0, "certain -", 1)])
    engine = Engine(made)
    engine.refresh()
    assert len(made.relations) == 1
    made.annotate([Annotation(1, "2026-01-01", "me", Act.DISMISS, "c0", "")])
    engine.refresh(["c0"])
    assert not made.relations


def test_a_claim_on_a_point_that_is_gone_is_left_out():
    made = dossier()
    made.put_claims([claim(0, 0, "certain +", 0)])
    made.annotate([Annotation(1, "2026-01-01", "me", Act.POINT, "c0", "gone")])
    Engine(made).refresh()
    assert not made.relations
