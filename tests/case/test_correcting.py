"""What the analyst puts right lies on top of what was read: contradictions follow, undo takes it away, re-reading leaves it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import readings
from briefing.case import Case
from briefing.case.book import Book
from briefing.contradiction import Engine
from briefing.dossier import ARTICLE, Actor, ActorType, Certainty, Dossier, Maker, Mode, Polarity
from briefing.dossier.correction import Field
from briefing.errors import InputError


def loaded(case: Case) -> Case:
    for _ in case.load_all():
        pass
    return case


def claim(case: Case, words: str) -> str:
    found = sorted(case.dossier.claims.values(), key=lambda c: c.by is not Maker.READING)
    return next(c.id for c in found if words in c.quote)


def actor(case: Case, name: str) -> str:
    return next(a.id for a in case.dossier.actors.values() if a.name == name)


def disputed(case: Case, claim_id: str) -> bool:
    return any(claim_id in {r.a, r.b} for r in case.dossier.conflicts())


def test_each_field_is_put_right_alone_and_taken_back_alone(open_case):
    case = loaded(open_case())
    closed = claim(case, "was closed on Monday")
    read = case.dossier.claims[closed]
    case.analyst.correct(closed, Field.HOLDER, "Tom Verrill")
    case.analyst.correct(closed, Field.CERTAINTY, "possible")
    case.analyst.correct(closed, Field.MODE, "supposes")
    case.analyst.correct(closed, Field.FIGURE, "at least 12 people")
    case.analyst.correct(closed, Field.TIME, "2026-03-02")
    now = case.dossier.claims[closed]
    assert (now.holder, now.holder_id) == ("Tom Verrill", actor(case, "Tom Verrill"))
    assert (now.certainty, now.mode, now.commitment.certainty) == (
        Certainty.POSSIBLE,
        Mode.SUPPOSES,
        Certainty.POSSIBLE,
    )
    assert (now.figures[0].low, now.period.first) == (12, "2026-03-02")
    case.analyst.correct(closed, Field.CERTAINTY, None)
    assert case.dossier.claims[closed].certainty is read.certainty
    assert case.dossier.claims[closed].holder == "Tom Verrill"
    for field in Field:
        case.analyst.correct(closed, field, None)
    assert case.dossier.claims[closed] == read


def test_contradictions_follow_a_correction_at_once_and_its_undo(open_case):
    case = loaded(open_case())
    closed = claim(case, "was closed on Monday")
    assert disputed(case, closed)
    case.analyst.correct(closed, Field.POLARITY, "-")
    assert case.dossier.claims[closed].commitment.polarity is Polarity.NEGATIVE
    assert not disputed(case, closed)
    assert "polarity" in (case.undo() or "")
    assert disputed(case, closed)


def test_a_claim_of_the_machine_that_was_put_right_is_in_the_exported_reading(open_case, folder):
    (folder / "reading.yaml").unlink()
    case = loaded(open_case())
    assert "a lorry driver" not in readings.dump(case.dossier, "me")
    case.analyst.correct(claim(case, "Nobody was hurt"), Field.HOLDER, "a lorry driver")
    assert "a lorry driver" in readings.dump(case.dossier, "me")


def test_a_name_in_no_article_and_the_outlets_own_voice_can_be_the_holder(open_case):
    case = loaded(open_case())
    closed = claim(case, "was closed on Monday")
    case.analyst.correct(closed, Field.HOLDER, "a lorry driver")
    assert (case.dossier.claims[closed].holder, case.dossier.claims[closed].holder_id) == ("a lorry driver", None)
    case.analyst.correct(closed, Field.HOLDER, ARTICLE)
    assert (case.dossier.claims[closed].holder, case.dossier.claims[closed].chain) == (ARTICLE, ())


@pytest.mark.parametrize(
    ("field", "typed"), [(Field.CERTAINTY, "sure"), (Field.FIGURE, "lots"), (Field.TIME, "one day")]
)
def test_what_is_no_such_value_is_refused_and_nothing_happens(open_case, field, typed):
    case = loaded(open_case())
    closed = claim(case, "was closed on Monday")
    with pytest.raises(ValueError, match=r"\w"):
        case.analyst.correct(closed, field, typed)
    assert case.undo() is None


def test_a_correction_stays_on_its_words_when_the_file_changes(open_case, folder):
    (folder / "reading.yaml").unlink()
    case = loaded(open_case())
    case.analyst.correct(claim(case, "Nobody was hurt"), Field.CERTAINTY, "unknown")
    path = folder / "02-post.md"
    path.write_text(path.read_text("utf-8").replace("Mayor Tom", "Early today, Mayor Tom"), encoding="utf-8")
    again = loaded(open_case())
    assert again.dossier.claims[claim(again, "Nobody was hurt")].certainty is Certainty.UNKNOWN


def test_a_merged_actor_holds_what_both_held_and_undo_parts_them(open_case):
    case = loaded(open_case())
    verrill, ministry = actor(case, "Tom Verrill"), actor(case, "transport ministry")
    before = dict(case.dossier.claims), dict(case.dossier.actors), dict(case.dossier.relations)
    case.analyst.merge(verrill, ministry)
    assert verrill not in case.dossier.actors
    assert "Tom Verrill" in case.dossier.actors[ministry].aliases
    assert case.dossier.actor_now(verrill) == ministry
    denied = case.dossier.claims[claim(case, "denied that the Vasa")]
    assert (denied.holder, denied.holder_id) == ("transport ministry", ministry)
    again = loaded(open_case())
    assert again.dossier.claims == case.dossier.claims
    assert dict(again.dossier.relations) == dict(case.dossier.relations)
    assert "“Tom Verrill” is “transport ministry”" in (again.undo() or "")
    assert (dict(again.dossier.claims), dict(again.dossier.actors), dict(again.dossier.relations)) == before


def test_a_merge_is_split_again_by_the_alias(open_case):
    case = loaded(open_case())
    verrill, ministry = actor(case, "Tom Verrill"), actor(case, "transport ministry")
    case.analyst.merge(verrill, ministry)
    case.analyst.rename(ministry, "the road office")
    assert case.dossier.claims[claim(case, "denied that")].holder == "the road office"
    assert "Tom Verrill" in case.analyst.splittable(ministry)
    case.analyst.split(ministry, "Tom Verrill")
    assert case.dossier.claims[claim(case, "denied that")].holder == "Tom Verrill"
    case.analyst.rename(ministry, "transport ministry")
    assert not list(case.dossier.record.standing())


def test_a_merge_and_a_name_are_taken_back_however_the_actors_are_called_by_then(open_case):
    case = loaded(open_case())
    verrill, ministry = actor(case, "Tom Verrill"), actor(case, "transport ministry")
    case.analyst.merge(verrill, ministry)
    case.analyst.rename(ministry, "the office")
    read = case.dossier.naming.read
    case.dossier.replace_actors([
        replace(a, name=f"now {a.name}", aliases=(a.name, *a.aliases)) if a.id in {verrill, ministry} else a for a in read.values()
    ])  # fmt: skip
    assert case.dossier.actors[ministry].name == "the office"
    case.analyst.split(ministry, "Tom Verrill")
    assert case.dossier.actors[verrill].name == "now Tom Verrill"
    case.analyst.rename(ministry, "now transport ministry")
    assert not list(case.dossier.record.standing())


def test_an_alias_split_off_takes_the_claims_that_name_it(open_case):
    case = loaded(open_case())
    verrill = actor(case, "Tom Verrill")
    alias = next(a for a in case.analyst.splittable(verrill))
    case.analyst.split(verrill, alias)
    off = actor(case, alias)
    assert alias not in case.dossier.actors[verrill].aliases
    case.analyst.merge(off, verrill)
    assert off not in case.dossier.actors
    case.undo()
    case.undo()
    assert alias in case.dossier.actors[verrill].aliases


def test_a_holder_by_name_follows_a_later_merge(open_case):
    case = loaded(open_case())
    closed = claim(case, "was closed on Monday")
    case.analyst.correct(closed, Field.HOLDER, "Tom Verrill")
    case.analyst.merge(actor(case, "Tom Verrill"), actor(case, "transport ministry"))
    assert case.dossier.claims[closed].holder == "transport ministry"


def test_a_name_that_two_actors_bear_is_never_taken_for_the_other(open_case):
    case = loaded(open_case())
    people = [Actor("e", "Emeka Sloane", ActorType.PERSON, ("Sloane",)), Actor("s", "Sloane", ActorType.PERSON)]
    case.dossier.replace_actors([*case.dossier.actors.values(), *people])
    case.analyst.split("e", "Sloane")
    case.analyst.rename("s", "Ines Sloane")
    assert case.dossier.actors["s"].name == "Ines Sloane"
    off = next(a.id for a in case.dossier.actors.values() if a.name == "Sloane")
    with pytest.raises(InputError, match="bear every name"):
        case.analyst.merge(off, "e")


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("correct"), st.integers(0, 9), st.sampled_from(list(Field)), st.integers(0, 9)),
        st.tuples(st.sampled_from(["merge", "split", "rename"]), st.integers(0, 9), st.none(), st.integers(0, 9)),
        st.tuples(
            st.sampled_from(["credible", "brief", "dismiss", "stand"]), st.integers(0, 9), st.none(), st.integers(0, 9)
        ),
    ),
    max_size=12,
)
VALUES = {
    Field.HOLDER: ["Tom Verrill", "a driver", ARTICLE], Field.CERTAINTY: list(Certainty), Field.POLARITY: list(Polarity),
    Field.MODE: list(Mode), Field.FIGURE: ["12 people", ""], Field.TIME: ["2026-03", ""],
}  # fmt: skip


def step(case: Case, what: str, on: int, field: Field | None, value: int) -> bool:
    d, analyst = case.dossier, case.analyst
    claims, actors = sorted(d.claims), sorted(d.actors)
    one, who, other = claims[on % len(claims)], actors[on % len(actors)], actors[value % len(actors)]
    before = len(case.book.annotations())
    match what:
        case "correct" if field is not None:
            analyst.correct(one, field, str([*VALUES[field], None][value % (len(VALUES[field]) + 1)] or "") or None)
        case "merge" if who != other:
            analyst.merge(who, other)
        case "split" if analyst.splittable(who):
            analyst.split(who, analyst.splittable(who)[0])
        case "rename":
            analyst.rename(who, ["Nobody", d.actors[who].name, "The Old Man"][value % 3])
        case "credible":
            analyst.believe(one, "123456"[value % 6])
        case "brief":
            analyst.toggle_brief(one)
        case "dismiss":
            analyst.dismiss(one)
        case "stand":
            analyst.commit(one, "possible -")
        case "add":
            read = d.claims[one]
            analyst.add_claim(read.source, read.start, read.start + 4 + value, d.actors[who].name)
    return len(case.book.annotations()) > before


def state(dossier: Dossier) -> tuple[dict[str, object], ...]:
    return tuple(map(dict, (dossier.claims, dossier.actors, dossier.relations)))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_whatever_is_done_replay_is_what_is_seen_and_undoing_all_is_the_start(case_once, steps):
    case, start = case_once
    done = sum(step(case, *s) for s in steps)
    live = state(case.dossier)
    replayed = Dossier()
    engine = Engine(replayed)
    book = Book(case.book.path, replayed, engine, "tester")
    replayed.put_sources(case.dossier.sources.values())
    replayed.replace_actors(case.dossier.naming.read.values())
    replayed.put_points(case.dossier.points.values())
    replayed.put_claims(case.dossier.as_made(i) for i, c in case.dossier.claims.items() if c.by is not Maker.ANALYST)
    engine.refresh()
    book.settle()
    book.close()
    assert state(replayed) == live
    for _ in range(done):
        assert case.undo() is not None
    assert state(case.dossier) == start


@pytest.fixture
def case_once(open_case):
    case = loaded(open_case())
    case.dossier.replace_actors([
        *case.dossier.actors.values(), Actor("x1", "Nobody", ActorType.PERSON, ("the old man",))
    ])  # fmt: skip
    case.engine.refresh()
    return case, state(case.dossier)
