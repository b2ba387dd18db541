"""Sentences of two short articles that plainly contradict each other, and such as do not."""

import pytest

from briefing.articles import Limits, read, relate
from briefing.contradiction import Engine
from briefing.dossier import Dossier
from briefing.extraction import assemble
from briefing.extraction.opposites import opposites_of
from briefing.extraction.reader import Reader


@pytest.fixture(scope="module")
def reader():
    return Reader()


@pytest.fixture
def conflicts(reader, tmp_path):
    def of(*texts):
        paths = [tmp_path / f"{n}.txt" for n in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(f"News\n\n{text}\n", encoding="utf-8")
        sources = relate([read(p, p.name, Limits()) for p in paths])
        made = assemble(sources, [reader.read(s) for s in sources])
        dossier = Dossier()
        dossier.put_sources(sources)
        dossier.replace_actors(made.actors)
        dossier.put_points(made.points)
        dossier.put_claims(made.claims)
        Engine(dossier).refresh()
        claims = {c.id: c.text for c in made.claims}
        return [{claims[r.a], claims[r.b]} for r in dossier.relations.values() if r.type.is_conflict]

    return of


@pytest.mark.parametrize(
    ("one", "two", "said", "against"),
    [
        (
            "The dam is safe, the ministry said.",
            "The dam above Tarn was inspected. The union said it was not safe.",
            "The dam is safe",
            "it was not safe",
        ),
        (
            "The reactor is safe, the operator said.",
            "The reactor is unsafe, inspectors said.",
            "The reactor is safe",
            "The reactor is unsafe",
        ),
        (
            "The border is open, the government said.",
            "The border is closed, drivers said.",
            "The border is open",
            "The border is closed",
        ),
        (
            "Relatives said guards beat the prisoners.",
            "The governor denied that guards beat the prisoners.",
            "guards beat the prisoners",
            "The governor denied that guards beat the prisoners",
        ),
        (
            "The senator will resign, the radio reported.",
            "The senator spoke. The report that she will resign is false, she said.",
            "The senator will resign",
            "The report that she will resign is false",
        ),
        (
            "The boy was 14 years old, the police said.",
            "The boy was 11 years old, his family said.",
            "The boy was 14 years old",
            "The boy was 11 years old",
        ),
        (
            "The plane crashed in the sea, the army said.",
            "The plane crashed in the mountains, villagers said.",
            "The plane crashed in the sea",
            "The plane crashed in the mountains",
        ),
        (
            "The poet died in 1987, her publisher said.",
            "The poet died in 1991, her son said.",
            "The poet died in 1987",
            "The poet died in 1991",
        ),
        (
            "The fire was started by children, the police said.",
            "The fire was started by a power line, the mayor said.",
            "The fire was started by children",
            "The fire was started by a power line",
        ),
        (
            "The museum will open in March, the city said.",
            "The museum will stay closed in March, the builder said.",
            "The museum will open in March",
            "The museum will stay closed in March",
        ),
        (
            "Soldiers shot at the crowd, residents said.",
            "The army did not shoot at the crowd, the general said.",
            "Soldiers shot at the crowd",
            "The army did not shoot at the crowd",
        ),
        (
            "The rebels will attend the talks, the mediator said.",
            "The rebels will boycott the talks, their spokesman said.",
            "The rebels will attend the talks",
            "The rebels will boycott the talks",
        ),
    ],
)
def test_what_plainly_opposes_another_article_is_found(conflicts, one, two, said, against):
    assert conflicts(one, two) == [{said, against}]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The dam is safe, the ministry said.", "The ministry said that the dam was safe."),
        ("The dam is safe, the ministry said.", "The dam is not unsafe, the union said."),
        ("Prices rose in May, the bank said.", "Prices fell in June, the ministry said."),
        ("The bridge was closed on Friday, police said.", "The bridge was not closed on Sunday, drivers said."),
        ("The union accepted the first offer, the airline said.", "The union rejected the second offer, pilots said."),
        ("Some patients recovered, doctors said.", "Other patients did not recover, nurses said."),
        ("The bridge was closed on Friday, police said.", "The northern bridge is open, drivers said."),
        ("All crossings except Ketmen are open, guards said.", "The Ketmen crossing is closed, drivers said."),
        ("The mayor was elected in 1990, and re-elected in 1995, records say.", "The mayor was re-elected in 1995."),
        ("The firm will stop selling the drug, the chairman said.", "The firm will not sell the drug any longer."),
        ("The bank sold the brewery, the mayor said.", "The brewery was bought by a rival, the union said."),
        ("No good will come of the takeover of the brewery, the union said.", "A fund takes over the brewery."),
        ("Envoys of 17 countries met, the host said.", "The envoys met, and the two countries made peace."),
        ("The office missed the date, the mayor said.", "The office dismissed the clerk, the union said."),
    ],
)
def test_what_is_said_of_something_else_or_of_another_time_is_not(conflicts, one, two):
    assert conflicts(one, two) == []


def test_a_denied_report_is_what_was_told_and_not_what_the_article_says_in_between(conflicts):
    text = "The newspaper reported that the bank had lost 30 million.\n\nThe bank has 90 branches.\n\nThe bank denied the report."
    assert conflicts(text, "The bank was founded in 1901.") == [
        {"the bank had lost 30 million", "The bank denied the report"}
    ]


def test_what_stands_before_a_word_turns_it_round():
    assert "unrealistic" in opposites_of("realistic")
    assert "unsafe" in opposites_of("safe")
    assert "closed" in opposites_of("open")
    assert not opposites_of("sat")
