import pytest
from msgspec.structs import replace

from briefing.brief.check import check
from briefing.dossier import Act, Confidence, Judgment, Likelihood, Statement
from briefing.dossier.judgment import packed

SOUND = Judgment(
    "j-1", "forty people were aboard", Likelihood.LIKELY, Confidence.LOW, "One captain, and the port office denies it.", "A list.",
)  # fmt: skip


@pytest.fixture
def write(analyst):
    def written(judgment, *evidence):
        analyst(Act.JUDGMENT, judgment.id, packed(judgment))
        for chosen in evidence:
            analyst(Act.EVIDENCE, f"{chosen}/{judgment.id}")

    return written


@pytest.fixture
def sound(write, analyst):
    """A brief in which nothing is to be found."""
    write(SOUND, "c2", "c4", "r1")
    analyst(Act.TITLE, "brief", "Forty were aboard")
    analyst(Act.BOTTOM_LINE, "brief", "Forty were likely (55–80 %) aboard.")
    for act, target in ((Act.HYPOTHESIS, "h-1"), (Act.ASSUMPTION, "a-1"), (Act.GAP, "g-1")):
        analyst(act, target, packed(Statement(target, "x")))
    analyst(Act.RELIABILITY, "s1", "C")
    analyst(Act.RELIABILITY, "s2", "B")


def found(dossier):
    return [(f.rule, f.target, f.text) for f in check(dossier)]


def rules(dossier):
    return [f.rule for f in check(dossier)]


def test_nothing_is_found_in_a_sound_brief(dossier, sound):
    assert found(dossier) == []


def test_an_empty_brief_lacks_its_parts(dossier):
    assert [f.target for f in check(dossier)] == ["bottom line", "title", "judgment"]


@pytest.mark.parametrize("missing", [Act.HYPOTHESIS, Act.ASSUMPTION, Act.GAP, Act.BOTTOM_LINE, Act.TITLE])
def test_each_part_is_missed(dossier, sound, analyst, missing):
    target = next(a.target for a in dossier.record.standing(missing))
    analyst(missing, target, None)
    assert [(f.rule, f.target) for f in check(dossier)] == [("part missing", str(missing))]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"likelihood": None}, "no likelihood"),
        ({"confidence": None}, "no confidence"),
        ({"reason": " "}, "no reason"),
        ({"would_change": ""}, "nothing would change it"),
        ({"text": "forty people may have been aboard"}, "hedge"),
        ({"text": "forty people were perhaps aboard"}, "hedge"),
        ({"text": "forty people were probably aboard"}, "vocabulary"),
        ({"text": "forty people were very likely aboard"}, "vocabulary"),
        ({"text": "we are confident that forty were aboard"}, "mixed"),
        ({"reason": "It is likely so, hence high confidence."}, "mixed"),
        ({"group": "alone"}, "exclusive"),
    ],
)
def test_each_fault_of_a_judgment_is_found_at_it(dossier, sound, write, change, rule):
    write(replace(SOUND, **change))
    assert [(f.rule, f.target, f.where) for f in check(dossier)] == [(rule, "j-1", "J1")]


@pytest.mark.parametrize(
    "text",
    [
        "forty people came aboard in May",
        "the captain said that “it could be forty”",
        "a remote village lost forty people",
    ],
)
def test_months_quotations_and_remote_villages_are_no_hedges(dossier, sound, write, text):
    write(replace(SOUND, text=text))
    assert found(dossier) == []


def test_a_judgment_without_evidence(dossier, sound, analyst):
    for chosen in ("c2", "c4", "r1"):
        analyst(Act.EVIDENCE, f"{chosen}/j-1", None)
    assert rules(dossier) == ["no evidence"]


def test_evidence_that_is_gone(dossier, sound, analyst):
    analyst(Act.EVIDENCE, "c99/j-1")
    assert rules(dossier) == ["evidence lost"]


def test_evidence_that_the_analyst_dismissed(dossier, sound, analyst):
    analyst(Act.DISMISS, "c4", "misread")
    assert "rests on E2, a claim that was dismissed" in [f.text for f in check(dossier)]


@pytest.mark.parametrize("change", [{"text": "Other words."}, {"sha256": ""}, {"sha256": "A" * 64}])
def test_a_citation_that_does_not_lead_to_its_words(dossier, sound, change):
    dossier.put_sources([replace(dossier.sources["s1"], **change)])
    assert [(f.rule, f.target, f.where) for f in check(dossier)] == [("citation broken", "c2", "E1")]


def test_one_origin_told_twice_must_be_said(dossier, sound, write):
    dossier.put_sources([replace(s, origin="o") for s in dossier.sources.values()])
    assert found(dossier) == [("single origin", "j-1", "rests on 2 sources of a single origin and does not say so")]
    write(replace(SOUND, reason="Both articles go back to one report."))
    assert found(dossier) == []


def test_a_contradiction_that_touches_the_evidence_must_be_named(dossier, sound, analyst, write):
    analyst(Act.EVIDENCE, "r1/j-1", None)
    text = "does not name X1 (open), which touches its evidence: forty people were aboard"
    assert found(dossier) == [("contradiction", "j-1", text)]
    write(replace(SOUND, reason="The port office denies it (X1)."))
    assert found(dossier) == []
    write(SOUND)
    analyst(Act.VERDICT, "r1", "false")
    assert found(dossier) == []


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ((Likelihood.LIKELY, Likelihood.LIKELY), "110 to 160"),
        ((Likelihood.UNLIKELY, Likelihood.VERY_UNLIKELY), "25 to 65"),
        ((Likelihood.LIKELY, Likelihood.UNLIKELY), None),
    ],
)
def test_judgments_that_exclude_each_other_add_up(dossier, sound, write, terms, said):
    for number, term in enumerate(terms, 1):
        write(replace(SOUND, id=f"j-{number}", likelihood=term, group="how many", place=number), "c2", "c4", "r1")
    texts = [f.text for f in check(dossier)]
    assert texts == ([f"exclude each other (“how many”) and add up to {said} %, not to 100 %"] if said else [])


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Forty were likely aboard.", "range"),
        ("Forty were likely (50–80 %) aboard.", "range"),
        ("Forty were Very Likely (80-95 %) aboard.", None),
        ("Forty were probably aboard.", "vocabulary"),
        ("It is highly probable (80–95 %).", "vocabulary"),
        ("It is likely (55–80 %), with moderate confidence.", "mixed"),
        ("It is likely (55–80 %). Our confidence is moderate.", None),
    ],
)
def test_the_bottom_line_keeps_to_the_vocabulary(dossier, sound, analyst, line, rule):
    analyst(Act.BOTTOM_LINE, "brief", line)
    assert [(f.rule, f.target) for f in check(dossier)] == ([(rule, "bottom line")] if rule else [])


def test_sources_without_a_grade_and_grades_without_ground(dossier, sound, analyst):
    analyst(Act.RELIABILITY, "s2", None)
    analyst(Act.CREDIBILITY, "c2", "1")
    assert [(f.rule, f.target, f.where) for f in check(dossier)] == [
        ("ungraded", "s2", "S2"),
        ("unconfirmed", "c2", "E1"),
    ]
