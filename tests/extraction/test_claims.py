"""Sentences into claims: what becomes one, with which words, how firmly, with which figures."""

import pytest

from briefing.dossier import Certainty, Polarity


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The dam broke.", ["The dam broke"]),
        ("The dam burst and the town was flooded.", ["The dam burst", "the town was flooded"]),
        (
            "The army left the city, but the police stayed in the port.",
            ["The army left the city", "the police stayed in the port"],
        ),
        (
            "While the army left the city, the police stayed in the port.",
            ["the army left the city", "the police stayed in the port"],
        ),
        ("The road is open; the bridge remains closed.", ["The road is open", "the bridge remains closed"]),
        ("Officials said the dam burst and the town was flooded.", ["the dam burst", "the town was flooded"]),
        ("The old dam.", []),
        ("* * *", []),
    ],
)
def test_every_proposition_is_a_claim_in_its_own_words(read, text, words):
    assert [w for _, w in read(text).claims()] == words


@pytest.mark.parametrize(
    ("text", "certainty", "polarity"),
    [
        ("The dam broke.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The dam did not burst.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The dam may burst.", Certainty.POSSIBLE, Polarity.POSITIVE),
        ("The dam is unlikely to burst.", Certainty.PROBABLE, Polarity.NEGATIVE),
        ("The dam has reportedly burst.", Certainty.PROBABLE, Polarity.POSITIVE),
        ("The minister shows no sign of leaving.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Nobody was hurt.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The dam, which may not hold, was built in a year.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The minister does not refuse to leave.", Certainty.CERTAIN, Polarity.POSITIVE),
    ],
)
def test_certainty_and_polarity_are_those_of_the_predicate(read, text, certainty, polarity):
    draft = read(text).extract.drafts[0]
    assert (draft.certainty, draft.polarity) == (certainty, polarity)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("At least 12 people died.", 12, None, "people"),
        ("More than 94 % of voters agreed.", 94, None, "percent"),
        ("The bank lost $3 million.", 3e6, 3e6, "USD"),
        ("The bank lost between $2 million and $3 million.", 2e6, 3e6, "USD"),
        ("Dozens of firms closed.", 24, None, ""),
        ("Up to 300 homes burned.", None, 300, ""),
    ],
)
def test_figures_are_intervals_with_units(read, text, low, high, unit):
    (figure,) = read(text).extract.drafts[0].figures
    assert (figure.low, figure.high, figure.unit) == (low, high, unit)


def test_what_a_figure_counts_is_its_noun(read):
    (figure,) = read("Some 4,200 homes burned.").extract.drafts[0].figures
    assert figure.measure == "home"


def test_from_one_figure_to_another_is_two_and_no_interval(read):
    figures = read("Spending fell from $2.9 million to $1.7 million.").extract.drafts[0].figures
    assert [f.low for f in figures] == [2.9e6, 1.7e6]


def test_a_relative_date_is_worked_out_from_the_articles(read):
    period = read("The dam burst on Monday.").extract.drafts[0].period
    assert (period.first, period.inferred) == ("2026-03-02", True)


def test_each_claim_has_its_actors_and_content_words(read):
    found = read("Anna Berg closed the dam.")
    (draft,) = found.extract.drafts
    assert [found.names[e] for e in draft.entities] == ["Anna Berg"]
    assert {"close", "dam"} <= set(draft.lemmas)
