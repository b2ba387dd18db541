import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier import Act, Annotation, Confidence, Judgment, Likelihood, Record, Statement
from briefing.dossier.judgment import check, evidence, judgments, packed, statements


def recorded(*deeds):
    record = Record()
    for number, (act, target, value) in enumerate(deeds, 1):
        record.apply(Annotation(number, "2026-01-01T00:00:00+00:00", "Ana", act, target, value))
    return record


places = st.integers(-5, 10**6)
any_judgment = st.builds(
    Judgment, st.just("j-1"), st.text(), st.none() | st.sampled_from(Likelihood), st.none() | st.sampled_from(Confidence),
    st.text(), st.text(), st.text(), places,
)  # fmt: skip


@given(any_judgment)
def test_a_judgment_comes_out_of_the_record_as_it_went_in(judgment):
    check(Act.JUDGMENT, judgment.id, packed(judgment))
    assert judgments(recorded((Act.JUDGMENT, judgment.id, packed(judgment)))) == [judgment]


@given(st.text(), places)
def test_a_statement_comes_out_of_the_record_as_it_went_in(text, place):
    gap = Statement("g-1", text, place)
    assert statements(recorded((Act.GAP, gap.id, packed(gap))), Act.GAP) == [gap]


@pytest.mark.parametrize(
    ("act", "target", "value"),
    [
        (Act.JUDGMENT, "j-1", "not json"),
        (Act.JUDGMENT, "j-1", "[]"),
        (Act.JUDGMENT, "j-1", '{"place":1}'),
        (Act.JUDGMENT, "j-1", '{"text":"x","likelihood":"probable"}'),
        (Act.JUDGMENT, "j-1", '{"text":"x","confidence":"very high"}'),
        (Act.JUDGMENT, "j-1", '{"text":"x","place":true}'),
        (Act.JUDGMENT, "g-1", '{"text":"x"}'),
        (Act.GAP, "g-1", '{"text":7}'),
        (Act.RATING, "c1/h-1", "mostly"),
        (Act.RATING, "c1", "neutral"),
        (Act.EVIDENCE, "/j-1", "yes"),
        (Act.EVIDENCE, "c1/j-1", "no"),
        (Act.TITLE, "c1", "A title"),
    ],
)
def test_what_means_nothing_is_refused(act, target, value):
    with pytest.raises(ValueError):
        check(act, target, value)


def test_what_a_later_version_adds_to_a_judgment_is_left_aside():
    record = recorded((Act.JUDGMENT, "j-1", '{"text":"x","mood":["dark"]}'))
    assert judgments(record) == [Judgment("j-1", "x")]


def test_evidence_is_listed_by_judgment_in_the_order_it_was_chosen():
    record = recorded(
        (Act.EVIDENCE, "c2/j-1", "yes"), (Act.EVIDENCE, "c1/j-1", "yes"), (Act.EVIDENCE, "c1/j-2", "yes"),
        (Act.EVIDENCE, "c1/j-2", None),
    )  # fmt: skip
    assert evidence(record) == {"j-1": ("c2", "c1")}


def test_the_terms_leave_no_gap_from_1_to_99_percent():
    ranges = [term.range for term in Likelihood]
    assert [r[0] for r in ranges[1:]] == [r[1] for r in ranges[:-1]]
    assert (ranges[0][0], ranges[-1][1]) == (1, 99)
