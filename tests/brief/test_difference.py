import pytest
from msgspec.structs import replace

from briefing import brief
from briefing.brief.difference import difference, state_of
from briefing.dossier import Act, Judgment, Likelihood
from briefing.dossier.judgment import packed


@pytest.fixture
def since(dossier, annotated):
    """Say what changed since the annotated dossier, after some more was done."""
    before = state_of(brief.Material(dossier))
    return lambda: list(difference(before, state_of(brief.Material(dossier))))


def test_nothing_changed(since):
    assert since() == []


def test_a_judgment_that_is_gone_is_named_in_its_words(since, analyst):
    analyst(Act.JUDGMENT, "j-2", None)
    assert since() == ["A judgment is gone: “the ferry was older than stated” (J2)."]


def test_every_change_of_a_judgment_is_in_its_sentence(since, analyst):
    analyst(Act.JUDGMENT, "j-1", packed(Judgment("j-1", "fifty were aboard", Likelihood.EVEN)))
    analyst(Act.EVIDENCE, "c3/j-1")
    analyst(Act.EVIDENCE, "c2/j-1", None)
    (said,) = since()
    assert said == (
        "Judgment J1: likelihood roughly even chance (was likely); confidence none (was low); "
        "worded otherwise (was “forty people were aboard when the ferry sank.”); another reason for the confidence; "
        "1 item of evidence more; 1 item of evidence fewer."
    )


def test_contradictions_that_come_go_and_are_judged(since, dossier, analyst):
    analyst(Act.VERDICT, "r1", "false")
    assert since() == ["Contradiction X1 (forty people were aboard): false (was real)."]
    dossier.update_relations(added=[replace(dossier.relations["r1"], id="r2")], removed=["r1"])
    assert since()[1:] == [
        "1 contradiction came up: forty people were aboard.",
        "1 contradiction is no longer found: forty people were aboard.",
    ]


def test_sources_that_come_go_change_and_are_graded(since, dossier, analyst):
    analyst(Act.RELIABILITY, "s1", "C")
    assert since() == ["ferry.md: reliability C (was not graded)."]
    dossier.remove_source("s2")
    dossier.put_sources(
        [replace(dossier.sources["s1"], id="s9", file="new.md"), replace(dossier.sources["s1"], id="s8")]
    )
    said = since()
    assert "A source is new: new.md." in said
    assert "A source is gone: port.txt." in said
