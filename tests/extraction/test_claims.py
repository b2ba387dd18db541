"""Sentences into claims: what becomes one, with which words, how firmly, with which figures."""

import pytest

from briefing.dossier import Certainty, Mode, Polarity


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
        (
            "The guard locked the gate, had taken their telephones and gives them two litres of water a day.",
            ["The guard locked the gate", "had taken their telephones", "gives them two litres of water a day"],
        ),
        (
            "Officials said the army left the city and was on its way home.",
            ["the army left the city", "was on its way home"],
        ),
        ("The dam broke at night or was opened by hand.", ["The dam broke at night or was opened by hand"]),
        ("He came and went.", ["He came and went"]),
        ("**The dam broke.**", ["The dam broke"]),
        (
            "Contact was lost while the boat was passing the cape.",
            ["Contact was lost while the boat was passing the cape"],
        ),
        ("The road was closed, the bus turned back.", ["The road was closed", "the bus turned back"]),
        ("Whichever road is open, the bus turned back.", ["Whichever road is open, the bus turned back"]),
        ("The old dam.", []),
        ("A grey morning in the old harbour.", []),
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
        ("Not one letter has reached the town.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Nor shall we pay the bill.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The idea crossed nobody's mind.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The firm had at no time been in contact with the thieves.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The judge has yet to see the letter.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The dam has failed.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("Anna Berg knew of no such visit.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Anna Berg left for no reason.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The hut had neither door nor window.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The mayor stopped short of blaming the council.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("There is absolutely no chance of rain.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Anna Berg has been a suspect since May.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The dam failed to hold.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Anna Berg was dismissed in May.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The mayor expected the dam to hold.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The dam is expected to hold.", Certainty.PROBABLE, Polarity.POSITIVE),
        ("The dam would hold, the mayor added.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The dam would hold if it were new, the mayor added.", Certainty.PROBABLE, Polarity.POSITIVE),
        ("A ship appeared on the lake.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The dam appears to hold.", Certainty.PROBABLE, Polarity.POSITIVE),
        ("The blast could be heard across the lake.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("Not every farmer signed the letter.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Not all of the boats came back.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("Not only the church burned down.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("No clerk has been dismissed.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The council dismissed the clerk in May.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The council dismissed the idea.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ("The court has ruled on the dam.", Certainty.CERTAIN, Polarity.POSITIVE),
        ("The court has ruled out a delay.", Certainty.CERTAIN, Polarity.NEGATIVE),
        ('"No boats and no bread," Anna Berg said.', Certainty.CERTAIN, Polarity.NEGATIVE),
    ],
)
def test_certainty_and_polarity_are_those_of_the_predicate(read, text, certainty, polarity):
    draft = read(text).extract.drafts[0]
    assert (draft.certainty, draft.polarity) == (certainty, polarity)


def test_a_claim_that_nor_joins_to_the_one_before_is_negated(read):
    found = read("No pay has been cut in the harbour, nor will it be next year.")
    assert found.claim("will it be next year").polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("At least 12 people died.", 12, None, "people"),
        ("More than 94 % of voters agreed.", 94, None, "percent"),
        ("The bank lost $3 million.", 3e6, 3e6, "USD"),
        ("The bank lost between $2 million and $3 million.", 2e6, 3e6, "USD"),
        ("Dozens of firms closed.", 24, None, ""),
        ("Up to 300 homes burned.", None, 300, ""),
        ("The book was sold for 20 euros in the town.", 20, 20, "EUR"),
        ("The town has between four and five seconds of notice.", 4, 5, "seconds"),
        ("The alarm left the town six seconds at the very most.", None, 6, "seconds"),
        ("Letters went to fewer than one in ten of the families.", None, 10, "percent"),
        ("The loss was put at a few hundred sacks.", 200, None, ""),
        ("The firm earned nearly three times the usual rate.", 2.7, 3, "times"),
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


@pytest.mark.parametrize(
    "text",
    [
        "The court sits again at 9.40 in the town.",
        "The alarm was seen at 04:11.",
        "Article 82 protects the town.",
        "The ship lies at berth 4 with her hatches closed.",
        "Nobody came before seven.",
        "The firm was founded two years ago.",
        "The water fell away in the town around four.",
        "The shell went through the roof of Ward Seven.",
    ],
)
def test_times_of_day_and_numbers_that_only_tell_which_are_no_figures(read, text):
    assert read(text).extract.drafts[0].figures == ()


def test_a_level_is_measured_by_the_number_behind_it(read):
    (figure,) = read("The fault was rated at Level 2.").extract.drafts[0].figures
    assert (figure.low, figure.measure) == (2, "level")


def test_a_predicate_that_shares_a_subject_is_about_that_subject(read):
    found = read("Anna Berg left the city on Friday and sold her house in Kelm.")
    (berg,) = {n.entity for n in found.extract.names if n.text == "Anna Berg"}
    assert berg in found.claim("sold her house in Kelm").entities
    assert found.claim("sold her house in Kelm").text == "[Anna Berg] sold her house in Kelm"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The permit is to be revoked and there will be no reopening, the minister said.",
            "there will be no reopening",
        ),
        ("The dam broke at night and the town was flooded.", "the town was flooded"),
    ],
)
def test_what_has_its_own_subject_is_shown_in_its_words_alone(read, text, words):
    assert read(text).claim(words).text == words


def test_a_relative_clause_that_somebody_says_keeps_what_it_is_about(read):
    found = read("The army defends a regime that analysts say has fallen.")
    assert found.who("a regime that analysts say has fallen") == "analysts"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The club dropped her in December.", "2025-12-01"),
        ("The club will drop her in December.", "2026-12-01"),
        ("The schools will open on Monday.", "2026-03-09"),
        ("The page is to open on Monday.", "2026-03-09"),
        ("The schools opened on Monday.", "2026-03-02"),
    ],
)
def test_the_tense_tells_which_of_two_days_is_meant(read, text, first):
    period = read(text).extract.drafts[0].period
    assert (period.first, period.inferred) == (first, True)


def test_the_time_before_an_entry_of_a_live_report_is_no_part_of_its_claims(read):
    found = read("09.40 Minister Anna Berg landed in Kelm.\n14:05 – A woman told us that the dam was full.")
    assert found.claims() == [(None, "Minister Anna Berg landed in Kelm"), ("woman", "the dam was full")]


@pytest.mark.parametrize(
    ("text", "words", "shown", "mode"),
    [
        ("The board's plan to close the school angered the town.", "The board's plan to close the school", "", Mode.HOPES),
        ("Anna Berg's refusal to pay the fine surprised the court.", "Anna Berg's refusal to pay the fine", "", Mode.REFUSES),
        ("Anna Berg called for help and had no plans to leave.", "had no plans to leave", "[Anna Berg] had no plans to leave", Mode.HOPES),
        ("Anna Berg went on to praise the court.", "Anna Berg went on to praise the court", "", Mode.ASSERTS),
        ("Anna Berg wrote to the farmers, who support the dam.", "support the dam", "[the farmers] support the dam", Mode.ASSERTS),
        ("Anna Berg described the night as follows.", "Anna Berg described the night as follows", "", Mode.ASSERTS),
        ("Anna Berg condemned the theft and left.", "Anna Berg condemned the theft", "", Mode.ASSERTS),
        ("Anna Berg visited the county she hopes to win.", "the county she hopes to win", "", Mode.HOPES),
        ("Groups backing the mayor spent heavily.", "Groups backing the mayor", "", Mode.ASSERTS),
        ("The plan was backed by three unions in May, which surprised the mayor.", "The plan was backed by three unions in May", "", Mode.ASSERTS),
        ("Anna Berg called for new boats in a letter on Thursday.", "Anna Berg called for new boats in a letter on Thursday", "", Mode.DEMANDS),
        ("Anna Berg promised “a gift” to every farmer.", "Anna Berg promised “a gift” to every farmer", "", Mode.OFFERS),
    ],
)  # fmt: skip
def test_what_somebody_wants_or_backs_is_told_with_what_it_hangs_on(read, text, words, shown, mode):
    claim = read(text).claim(words)
    assert (claim.text, claim.mode) == (shown or words, mode)


def test_what_a_cue_is_put_into_is_one_claim(read):
    found = read("Anna Berg came late. She was dancing, she said, with the dog.")
    assert ("Anna Berg", "She was dancing, she said, with the dog") in found.claims()


def test_how_somebody_in_a_clause_did_something_leaves_the_sentence_its_claim(read):
    words = "It is an insult to jail a woman who defended the mayor when his friends had left him"
    assert (None, words) in read(f"{words}.").claims()


def test_what_somebody_is_made_to_do_is_not_what_another_does(read):
    found = read("Anna Berg needs the council to back her.")
    assert (None, "Anna Berg needs the council to back her") in found.claims()


def test_what_somebody_fails_to_say_is_the_articles_claim(read):
    assert read("Anna Berg failed to condemn the attack.").claims() == [
        (None, "Anna Berg failed to condemn the attack")
    ]


@pytest.mark.parametrize(
    ("text", "words", "mode"),
    [
        ("Please do not drink the water.", "Please do not drink the water", Mode.DEMANDS),
        ('"Leave the harbour at once," Anna Berg said.', '"Leave the harbour at once,"', Mode.DEMANDS),
        ("Close the port and we shall all starve.", "Close the port and we shall all starve", Mode.ASSERTS),
        (
            "They date the hook to 1931, according to the paper, and show no sale since.",
            "show no sale since",
            Mode.ASSERTS,
        ),
        ('"Who pays for the dam?" Anna Berg said.', '"Who pays for the dam?"', Mode.ASKS),
        ('"The dam is safe," Anna Berg said.', '"The dam is safe,"', Mode.ASSERTS),
        ("The gate was locked; since when does a lock stop anyone?", "The gate was locked", Mode.ASSERTS),
        ("So who pays for the dam, and does it matter?", "who pays for the dam", Mode.ASKS),
    ],
)
def test_orders_and_questions_assert_nothing(read, text, words, mode):
    assert read(text).claim(words).mode is mode


def test_who_only_wants_no_name_used_claims_nothing(read):
    found = read("A nurse, who did not want her name used, said that six men had died.")
    assert found.claims() == [("nurse", "six men had died")]


def test_a_mark_that_opens_what_follows_is_no_part_of_a_claim(read):
    found = read("The book sold well. ''The dam will break,'' said Anna Berg.")
    assert found.claims()[0] == (None, "The book sold well")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The dam is old, and it will break," Anna Berg said.', ["The dam is old", "it will break"]),
        ("Anna Berg called the plan “a sad whim.”", ["Anna Berg called the plan “a sad whim.”"]),
        ("Anna Berg called the plan “one view among several”.", ["Anna Berg called the plan “one view among several”"]),
    ],
)
def test_both_marks_of_a_quotation_belong_to_a_claim_or_neither(read, text, words):
    assert [w for _, w in read(text).claims()] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "If the bridge stays shut, Anna Berg warned, the camps will be out of flour.",
            "If the bridge stays shut, Anna Berg warned, the camps will be out of flour",
        ),
        (
            "Money that was meant for flats had, Anna Berg said, gone on a racing stable.",
            "Money that was meant for flats had, Anna Berg said, gone on a racing stable",
        ),
        ("The dam was old, Anna Berg said, and the road was closed.", "The dam was old"),
    ],
)
def test_what_hangs_on_the_rest_of_its_sentence_is_one_claim_with_it(read, text, words):
    assert read(text).claims()[0] == ("Anna Berg", words)


def test_who_has_no_evidence_does_not_say_so(read):
    found = read("Anna Berg has no evidence that a ransom was paid.")
    assert found.claims() == [(None, "Anna Berg has no evidence that a ransom was paid")]
    assert found.claim("Anna Berg has no evidence that a ransom was paid").polarity is Polarity.NEGATIVE


def test_who_was_asked_asks_nothing(read):
    found = read("Asked about the harbour, Anna Berg said that it was closed.")
    assert ("Anna Berg", "it was closed") in found.claims()
    assert all(d.mode is not Mode.ASKS for d in found.extract.drafts)


def test_who_is_named_before_he_is_asked_asks_nothing(read):
    found = read("Anna Berg, asked about the harbour, told the judge that it was safe.")
    assert found.claims() == [("Anna Berg", "it was safe")]


def test_who_is_described_before_he_asks_something_asks_it(read):
    found = read("Anna Berg, the mayor, asked whether the harbour was safe, and left.")
    assert found.who("whether the harbour was safe") == "Anna Berg"


def test_what_somebody_might_find_is_not_what_he_says(read):
    found = read("Should the court find that nobody was hurt, the ship will be free.")
    assert found.claims() == [(None, "Should the court find that nobody was hurt, the ship will be free")]


def test_when_somebody_did_something_belongs_to_the_claim(read):
    found = read("Last month, the council warned the town to boil its water.")
    assert found.claims() == [("council", "Last month, the council warned the town to boil its water")]


def test_further_infinitives_belong_to_what_is_wanted(read):
    found = read("She wants to triple the size of the corps, grow the fleet and create a new reserve.")
    assert [w for _, w in found.claims()] == [
        "She wants to triple the size of the corps, grow the fleet and create a new reserve"
    ]


def test_who_has_no_doubt_holds_it(read):
    assert read("There is no doubt that the dam is safe.").extract.drafts[0].polarity is Polarity.POSITIVE


def test_who_welcomes_a_ruling_says_something(read):
    assert read("We welcome the ruling.").claims() == [(None, "We welcome the ruling")]


def test_a_shared_subject_of_a_passive_is_shown(read):
    found = read("The bridge was built in 1931 and was blown up twice.")
    assert [d.text for d in found.extract.drafts] == ["The bridge was built in 1931", "[The bridge] was blown up twice"]


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, Minister.",
        "Anna Berg, welcome.",
        "Here is what happened.",
        "Anna Berg issued the following statement today.",
        "(Laughter.)",
        "North Pier, week two.",
    ],
)
def test_what_tells_nothing_is_no_claim(read, text):
    assert read(f"The dam broke. {text}").claims() == [(None, "The dam broke")]


def test_a_heading_that_runs_in_is_no_claim(read):
    assert read("WHO KNEW. The board was told in May.").claims() == [(None, "The board was told in May")]
