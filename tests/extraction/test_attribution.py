"""Who is credited with what, construction by construction."""

import pytest

from briefing.dossier import Mode


@pytest.mark.parametrize(
    ("text", "holder", "words"),
    [
        ("The mayor said the bridge was safe.", "mayor", "the bridge was safe"),
        ("Officials said that the bridge was safe.", "Officials", "the bridge was safe"),
        ("The bridge was safe, officials said.", "officials", "The bridge was safe"),
        ("The bridge was safe, according to two engineers.", "two engineers", "The bridge was safe"),
        ("According to the ministry, the bridge was safe.", "ministry", "the bridge was safe"),
        ("“The bridge is safe,” said Anna Berg.", "Anna Berg", "The bridge is safe"),
        ("“The bridge is safe,” Anna Berg told reporters.", "Anna Berg", "The bridge is safe"),
        ("Company doctor Anna Berg: the bridge is unsafe.", "Anna Berg", "the bridge is unsafe"),
        (
            "The step is voluntary and precautionary, chief executive Anna Berg told reporters at the plant.",
            "Anna Berg",
            "The step is voluntary and precautionary",
        ),
        (
            "The fund would have been empty within nine days, the union’s treasurer, Anna Berg, told reporters.",
            "Anna Berg",
            "The fund would have been empty within nine days",
        ),
        (
            "There is no such man in the register of Upper Nam, the district chief, Anna Berg, has established.",
            "Anna Berg",
            "There is no such man in the register of Upper Nam",
        ),
        (
            "A ferry with 94 people aboard has disappeared from radar over the Sulan Strait, the port authority of Kelm reports.",
            "port authority of Kelm",
            "A ferry with 94 people aboard has disappeared from radar over the Sulan Strait",
        ),
        (
            "The bridge had been shut for a day, Deputy Anna Berg objected.",
            "Anna Berg",
            "The bridge had been shut for a day",
        ),
        ("Its head, the former minister Anna Berg, said that the bridge was safe.", "Anna Berg", "the bridge was safe"),
        (
            "The chief physician of the Central Hospital, Anna Berg, told reporters that the bridge was safe.",
            "Anna Berg",
            "the bridge was safe",
        ),
        ("In the view of the deputy, the fault lies with the minister.", "deputy", "the fault lies with the minister"),
        (
            "The ranks were closed again on Friday, in the words of Anna Berg.",
            "Anna Berg",
            "The ranks were closed again on Friday",
        ),
        (
            "The sample was swapped, Anna Berg said in a message on her channel, and the tube was another one.",
            "Anna Berg",
            "the tube was another one",
        ),
        ("Police: two men were held on the bridge.", "Police", "two men were held on the bridge"),
        (
            "The crack came from a repair in 1950, a spokeswoman, Anna Berg, said, and was confined to one plank.",
            "Anna Berg",
            "was confined to one plank",
        ),
        ("There was no guard, says Berg; the man had left by boat.", "Berg", "the man had left by boat"),
        (
            "The mayor has told us that it was unjust: her staff had found the papers.",
            "mayor",
            "her staff had found the papers",
        ),
        ("The ministry said in a written reply that the bridge had been shut.", "ministry", "the bridge had been shut"),
        ("The minister insists on 21 crowns a dose.", "minister", "The minister insists on 21 crowns a dose"),
        ("Anna Berg cautioned against haste.", "Anna Berg", "Anna Berg cautioned against haste"),
        (
            "The dam holds, on the engineers’ reckoning, a little over 400 tonnes of water.",
            "engineers",
            "The dam holds, on the engineers’ reckoning, a little over 400 tonnes of water",
        ),
        ("As the minister has made plain, no such paper was received.", "minister", "no such paper was received"),
        ("Paul Stone claims to have closed the bridge.", "Paul Stone", "Paul Stone claims to have closed the bridge"),
        ("The report found that the bridge was unsafe.", "report", "the bridge was unsafe"),
        ("Anna Berg, who argues that the bridge is unsafe, lives nearby.", "Anna Berg", "the bridge is unsafe"),
        ("Critics fear the bridge will collapse.", "Critics", "Critics fear the bridge will collapse"),
        ("The bridge, the mayor said, was built in 1931.", "mayor", "The bridge, the mayor said, was built in 1931"),
        (
            "Anna Berg described the bridge as a death trap.",
            "Anna Berg",
            "Anna Berg described the bridge as a death trap",
        ),
        (
            "The company was accused by the union of hiding the cracks.",
            "union",
            "The company was accused by the union of hiding the cracks",
        ),
        ("She repeated the minister’s claim that the bridge was safe.", "minister", "the bridge was safe"),
        (
            "In Kelm, a spokeswoman for the harbour office said it had heard of the leak from the newspapers.",
            "spokeswoman for the harbour office",
            "it had heard of the leak from the newspapers",
        ),
        (
            "The closure is costing Norvale 40 million crowns a day, the Chamber of Commerce estimates.",
            "Chamber of Commerce",
            "The closure is costing Norvale 40 million crowns a day",
        ),
        ("Anna Berg called for both gates to be shut.", "Anna Berg", "Anna Berg called for both gates to be shut"),
        ("Anna Berg also ruled out a quick return.", "Anna Berg", "Anna Berg also ruled out a quick return"),
        ("Anna Berg would like a higher wall.", "Anna Berg", "Anna Berg would like a higher wall"),
        ("Anna Berg expects a second flood.", "Anna Berg", "Anna Berg expects a second flood"),
        ("Anna Berg called the figure “a fantasy.”", "Anna Berg", "Anna Berg called the figure “a fantasy"),
        ("“The bridge is safe,” said one, Anna Berg.", "Anna Berg", "The bridge is safe"),
        ("The wall holds, says a firm called Deepwell.", "Deepwell", "The wall holds"),
        ("The paper quoted a guard as saying that the gate was open.", "guard", "the gate was open"),
        ("Anna Berg recommended boiling the water.", "Anna Berg", "Anna Berg recommended boiling the water"),
        ("Anna Berg, head of the Fire Service, who stressed that the wall held, left.", "Anna Berg", "the wall held"),
        ("Anna Berg blamed what she called confusion.", "Anna Berg", "Anna Berg blamed what she called confusion"),
        ("The ministry said in a one-line reply that it had learned of it.", "ministry", "it had learned of it"),
        ("The Minister, recalled, said that the bridge was safe.", "Minister", "the bridge was safe"),
        ("The bridge is closed, warns the mayor, Anna Berg.", "Anna Berg", "The bridge is closed"),
        (
            "The river is rising, somebody at the palace told the Standard.",
            "somebody at the palace",
            "The river is rising",
        ),
        (
            "He had had a fever, the army’s doctors noted, and had been cared for “as all are”.",
            "army's doctors",
            "had been cared for “as all are",
        ),
        (
            "“We lost,” one of her aides says over coffee; the court never said no.",
            "one of her aides",
            "the court never said no",
        ),
        ("Nothing will be moved, the mayor told us; the vote is to go ahead.", "mayor", "the vote is to go ahead"),
        (
            "The bank met the auditors. The bank sticks to its view that the loan was sound.",
            "bank",
            "the loan was sound",
        ),
        (
            "“No,” said Paul Stone. Anna Berg laughs out loud. The boat would have sunk. “You need a ship for that.”",
            "Anna Berg",
            "You need a ship for that",
        ),
        ("Anna Berg is firmly against a wall.", "Anna Berg", "Anna Berg is firmly against a wall"),
        ("The union is all for it.", "union", "The union is all for it"),
        ("Anna Berg would rather wait for the rain.", "Anna Berg", "Anna Berg would rather wait for the rain"),
        ("Anna Berg of the Harbour Office on the leak: “It has been shut.”", "Anna Berg", "It has been shut"),
        (
            "Two officers familiar with the talks said the deal was dead.",
            "Two officers familiar with the talks",
            "the deal was dead",
        ),
        (
            "The water board attributed the smell to old pipes.",
            "water board",
            "The water board attributed the smell to old pipes",
        ),
        ("The union put the number far higher.", "union", "The union put the number far higher"),
        (
            "The harbour office gave a figure of 40 boats.",
            "harbour office",
            "The harbour office gave a figure of 40 boats",
        ),
        ("Medics speak of more than thirty.", "Medics", "Medics speak of more than thirty"),
        ("Lenders read the ruling as a rebuke.", "Lenders", "Lenders read the ruling as a rebuke"),
        ("Lenders take the ruling to be a rebuke.", "Lenders", "Lenders take the ruling to be a rebuke"),
        (
            "The authorities have notified the Red Cross of 412 names.",
            "authorities",
            "The authorities have notified the Red Cross of 412 names",
        ),
        ("The mayor spoke of a scandal: the ship had sailed.", "mayor", "the ship had sailed"),
        ("The owner had another version: the gate was open.", "owner", "the gate was open"),
        ("The ministry’s position has not changed: it knew of no fire.", "ministry", "it knew of no fire"),
        (
            "The bank has sold the ferry since Monday, Anna Berg understands.",
            "Anna Berg",
            "The bank has sold the ferry since Monday",
        ),
        ("Her office calls that gossip.", "Her office", "Her office calls that gossip"),
        ("The baker Anna Berg saw no boat.", "Anna Berg", "The baker Anna Berg saw no boat"),
        ("A cleaner could not recall a key.", "cleaner", "A cleaner could not recall a key"),
        ("Inspectors found a hole in the hull.", "Inspectors", "Inspectors found a hole in the hull"),
        ("Anna Berg is confident of a repair by May.", "Anna Berg", "Anna Berg is confident of a repair by May"),
        ("The clerk let the parties know that no guest had come.", "clerk", "no guest had come"),
        ("The bank’s line is that the loan was sound.", "bank", "the loan was sound"),
        (
            "Her critics continue to speak of bad welding.",
            "Her critics",
            "Her critics continue to speak of bad welding",
        ),
        ("The plant is safe, or so the mayor says, who lives far off.", "mayor", "The plant is safe"),
        (
            "They crossed the river and, when called, ran, the guard reported.",
            "guard",
            "They crossed the river and, when called, ran",
        ),
        (
            "A guard said the bridge would hold “a bus at most”, and that no lorry had crossed.",
            "guard",
            "no lorry had crossed",
        ),
        ("I have it from his sister that the list was read out.", "his sister", "the list was read out"),
        ("Anna Berg came to the plant. The prime minister swears that it is safe.", "prime minister", "it is safe"),
        ("Anna Berg came to the plant. The plumber swears that it is safe.", "Anna Berg", "it is safe"),
        ("He said, when I asked about the wall, that the plan had its place.", None, "the plan had its place"),
        ("Officials I spoke to say the wall is old.", "Officials", "the wall is old"),
        ("Officials I spoke to had seen it.", None, "Officials I spoke to had seen it"),
        (
            "Anna Berg said that the union had complained about the cold.",
            "Anna Berg",
            "the union had complained about the cold",
        ),
        ("Anna Berg said that the union told her that it was cold.", "union", "it was cold"),
        (
            "The priest called on the mayor to publish the sum. “If a cheque was signed, show us the stub.”",
            "priest",
            "If a cheque was signed, show us the stub",
        ),
        ("The letter she got from the bank says that the loan was sound.", "bank", "the loan was sound"),
        ("A note the ministry sent to staff says that nobody came.", "ministry", "nobody came"),
        ("A report published by the agency says that nobody came.", "agency", "nobody came"),
        ("Nobody came, according to a survey that the pollster Clearview published.", "Clearview", "Nobody came"),
        ("The letter she was sent says that nobody came.", "letter", "nobody came"),
        ("The letter she got in May says that nobody came.", "letter", "nobody came"),
        (
            "A letter published by the Daily Courier says that nobody came.",
            "letter",
            "nobody came",
        ),
        ("The company sees no connection.", "company", "The company sees no connection"),
        ("The bank saw little need for a new tax.", "bank", "The bank saw little need for a new tax"),
        ("The year saw no need for a dam.", None, "The year saw no need for a dam"),
        ("We have it from two aides that he will resign.", "two aides", "he will resign"),
        ("She let it be known through friends that she would go.", None, "she would go"),
        ("Anna Berg let it be known through friends that she would go.", "Anna Berg", "she would go"),
        ("Anna Berg has hinted at a strike.", "Anna Berg", "Anna Berg has hinted at a strike"),
        ("The opposition says 900 million.", "opposition", "The opposition says 900 million"),
        ("The worst breach in thirty years, says Anna Berg.", "Anna Berg", "The worst breach in thirty years"),
        ("She had it from the start that he would lose.", None, "She had it from the start that he would lose"),
        ("A nurse there said the ward was empty.", "nurse", "the ward was empty"),
        ("Some of my neighbours say it is cruel.", "Some of my neighbours", "it is cruel"),
        ("The head of the plan, Academician Ida Lund, said it was late.", "Ida Lund", "it was late"),
        ("Minister of the Interior Jan Kossek said it was late.", "Jan Kossek", "it was late"),
        ("A Norvale driver who has since left admits that the bus was late.", "Norvale driver", "the bus was late"),
        ("Anna Berg, the owner, said on the stairs that she had seen the bus.", "Anna Berg", "she had seen the bus"),
        (
            "Measurements by the Sea Institute show that the wall has moved.",
            "Measurements by the Sea Institute",
            "the wall has moved",
        ),
        (
            "The wall is sound, most of it in stone, said Anna Berg, an engineer.",
            "Anna Berg",
            "The wall is sound, most of it in stone",
        ),
        ("The driver, a quiet man named Leo Ruiz, said that it was late.", "Leo Ruiz", "it was late"),
        ("Two drivers, Leo Ruiz and Anna Berg, said that it was late.", "Two drivers", "it was late"),
        (
            "Two drivers said it was late. One of them said the road was wet.",
            "one of the two drivers",
            "the road was wet",
        ),
        ("Two of the drivers said it was late. One said the road was wet.", "one of the drivers", "the road was wet"),
        (
            "Two drivers said it was late. “It rained,” said one of them, the tram driver Leo Ruiz.",
            "Leo Ruiz",
            "It rained",
        ),
        ("Some say that the road is wet.", "Some", "the road is wet"),
        (
            "Half of them voted for the tax, finds the Ostrel Institute, which asked 900 people.",
            "Ostrel Institute",
            "Half of them voted for the tax",
        ),
        ("The advisers are convinced that the wall will hold.", "advisers", "the wall will hold"),
        ("The fire service has no record of a call.", "fire service", "The fire service has no record of a call"),
        ("Anna Berg knows nothing of a sale.", "Anna Berg", "Anna Berg knows nothing of a sale"),
        ("The boat has no record of a call.", None, "The boat has no record of a call"),
        ("The bank sees no sign of a fall.", "bank", "The bank sees no sign of a fall"),
        (
            "Anna Berg raised the number of people known to have died to 17.",
            "Anna Berg",
            "Anna Berg raised the number of people known to have died to 17",
        ),
        (
            "The ministry put the number of people with pains at 37.",
            "ministry",
            "The ministry put the number of people with pains at 37",
        ),
        (
            "The club raised the price of a ticket to 40 crowns.",
            None,
            "The club raised the price of a ticket to 40 crowns",
        ),
        (
            "By the rangers’ reckoning about 30 km of coast has oil on it.",
            "rangers",
            "about 30 km of coast has oil on it",
        ),
        ("One who was inside says that the lamp was out.", "One", "the lamp was out"),
        (
            "The bridge, an engineer concedes in private, was never painted.",
            "engineer",
            "The bridge, an engineer concedes in private, was never painted",
        ),
        (
            "The town spends 3 million a year on salt, papers of the roads office show.",
            "papers of the roads office",
            "The town spends 3 million a year on salt",
        ),
        ("She denied having sold the boat.", None, "She denied having sold the boat"),
        ("Anna Berg denied having sold the boat to him.", "Anna Berg", "Anna Berg denied having sold the boat to him"),
        ("On the bank’s reading of the papers, the boats were sold.", "bank", "the boats were sold"),
        ("The bank put out a single line: no money was lost.", "bank", "no money was lost"),
        ("Anna Berg has the letter in a drawer: the boat was sold in May.", "Anna Berg", "the boat was sold in May"),
        ("The ministry corrected its report: the bridge was shut.", "ministry", "the bridge was shut"),
        (
            "Anna Berg showed reporters a photograph of the bridge.",
            "Anna Berg",
            "Anna Berg showed reporters a photograph of the bridge",
        ),
        ("The Gazette has printed a map of the wells.", "Gazette", "The Gazette has printed a map of the wells"),
        (
            "The ministry’s laboratory finds nothing.",
            "ministry's laboratory",
            "The ministry’s laboratory finds nothing",
        ),
        ("The office cannot find any letter.", "office", "The office cannot find any letter"),
        (
            "The hospital has treated 97 people for burns since Monday.",
            "hospital",
            "The hospital has treated 97 people for burns since Monday",
        ),
        ("The chamber arrives at 1,150 jobs.", "chamber", "The chamber arrives at 1,150 jobs"),
        ("We understand from two clerks that the list was read out.", "two clerks", "the list was read out"),
        ("The US said the bridge was safe.", "US", "the bridge was safe"),
        ("The U.S. said the bridge was safe.", "U.S.", "the bridge was safe"),
        ("Sheinbaum accused the mayor of lying.", "Sheinbaum", "Sheinbaum accused the mayor of lying"),
        (
            "The White House hailed the bridge as a success.",
            "White House",
            "The White House hailed the bridge as a success",
        ),
        (
            "The president on Sunday accused the mayor of lying.",
            "president",
            "The president on Sunday accused the mayor of lying",
        ),
        ("Prosecutors charged the mayor with fraud.", "Prosecutors", "Prosecutors charged the mayor with fraud"),
        ("Anna Berg pleaded not guilty.", "Anna Berg", "Anna Berg pleaded not guilty"),
        ("The minister touted the bridge as safe.", "minister", "The minister touted the bridge as safe"),
        (
            "The mayor rejected accusations that she had shut the bridge, saying the river had risen.",
            "mayor",
            "The mayor rejected accusations that she had shut the bridge",
        ),
        (
            "The mayor rejected accusations that she had shut the bridge, saying the river had risen.",
            "mayor",
            "the river had risen",
        ),
        (
            "The bridge had been sold, a charge the mayor denies.",
            "mayor",
            "The bridge had been sold, a charge the mayor denies",
        ),
        ("The bridge had been sold, a charge the mayor denies.", None, "The bridge had been sold"),
        (
            "Anna Berg said that the bridge had been sold, an account disputed by the mayor.",
            "Anna Berg",
            "the bridge had been sold",
        ),
        (
            "A spokesman, Brig. Gen. Omar Berg, denied that the bridge was shut.",
            "Omar Berg",
            "A spokesman, Brig. Gen. Omar Berg, denied that the bridge was shut",
        ),
        ("Dr. Anna Berg said people were scared: “They do not sleep.”", "Anna Berg", "They do not sleep"),
        ("Anna Berg, asked about the bridge, smiled and said: “It is safe.”", "Anna Berg", "It is safe"),
        (
            "Anna Berg said the ministry had responded “too late” to the flood.",
            "Anna Berg",
            "the ministry had responded “too late” to the flood",
        ),
        (
            "Israel says it struck a post, a claim Hamas has denied.",
            "Hamas",
            "it struck a post, a claim Hamas has denied",
        ),
        ("The bridge, said one engineer, is safe.", "one engineer", "The bridge, said one engineer, is safe"),
        ("Two men died, police said, and the mayor called for calm.", "mayor", "the mayor called for calm"),
        ("Iran fired, Israel said, and the U.S. urged restraint.", None, "the U.S. urged restraint"),
        (
            "Syria reported that two men were killed, while the Red Cross put the toll at five.",
            "Red Cross",
            "the Red Cross put the toll at five",
        ),
        ("Harbour police said on Tuesday they had shut the bridge.", "Harbour police", "they had shut the bridge"),
        ("A US newspaper reported that the bridge was shut.", "US newspaper", "the bridge was shut"),
        (
            "The mayor said the bridge was safe and that nobody had shut it.",
            "mayor",
            "nobody had shut it",
        ),
        (
            "The mayor said she had not planned to shut the bridge and that its piers have a life of no more than a year.",
            "mayor",
            "its piers have a life of no more than a year",
        ),
    ],
)
def test_a_claim_goes_to_whoever_the_sentence_credits(read, text, holder, words):
    found = read(text)
    assert any(h == holder and w.strip("“”,.") == words for h, w in found.claims()), found.claims()


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The bank denied that it had lost money.", Mode.DENIES),
        ("The union demanded that the mine be closed.", Mode.DEMANDS),
        ("The minister promised to rebuild the school.", Mode.OFFERS),
        ("The minister refused to resign.", Mode.REFUSES),
        ("Economists predicted that prices would fall.", Mode.PREDICTS),
        ("The panel recommended that the dam be drained.", Mode.PROPOSES),
        ("The mayor hopes to reopen the bridge.", Mode.HOPES),
        ("Investigators suspect that the fire was set.", Mode.SUPPOSES),
        ("The ministry warned the mayor against closing the bridge.", Mode.DEMANDS),
        ("Engineers doubt that the bridge is safe.", Mode.DENIES),
        ("Anna Berg is sceptical that the bridge will last.", Mode.DENIES),
        ("The engineers are not sure that the bridge is safe.", Mode.DENIES),
        ("The army rejected the claim that it had fired first.", Mode.DENIES),
        ("Anna Berg dismissed the report as fantasy.", Mode.DENIES),
        ("The union rejected the offer.", Mode.REFUSES),
        ("The opposition charged that the bridge was sold.", Mode.ASSERTS),
        ("Parliament rejected the report by five votes.", Mode.REFUSES),
        ("Officials were not surprised that the dam broke.", Mode.ASSERTS),
        ("Is the bridge safe?", Mode.ASKS),
        ("The bridge is safe.", Mode.ASSERTS),
    ],
)
def test_what_the_holder_does_is_the_mode(read, text, mode):
    assert [d.mode for d in read(text).extract.drafts] == [mode]


def test_the_articles_own_claim_stands_beside_a_subordinate_attribution(read):
    found = read("The bridge, which engineers say is unsafe, carries 9,000 cars a day.")
    assert {h for h, _ in found.claims()} == {None, "engineers"}


def test_an_attribution_chain_is_kept_outermost_first(read):
    found = read("The Harbour Gazette reported that two officials said the talks had failed.")
    assert found.chain("the talks had failed") == ["Harbour Gazette", "two officials"]


def test_whom_a_report_cites_holds_the_claim(read):
    found = read("The talks have failed, the Harbour Gazette reported, citing two officials.")
    assert found.chain("The talks have failed") == ["Harbour Gazette", "two officials"]


def test_what_only_leads_in_is_not_what_a_sentence_credits(read):
    found = read("But when the fund was cut two years later, Mexico said enough.")
    assert not any("when the fund was cut" in d.text for d in found.extract.drafts if d.attribution)


def test_what_somebody_did_not_say_is_not_put_into_their_mouth(read):
    found = read("The president has not said that he will resign.")
    assert "president" not in {h for h, _ in found.claims()}


def test_a_second_cue_goes_on_with_the_first_speaker(read):
    found = read("Anna Berg said the dam was full and warned that it would break.")
    assert found.who("the dam was full") == "Anna Berg"
    assert found.who("it would break") == "Anna Berg"


def test_spans_of_source_cue_and_content_are_exact(read):
    text = "On Friday, “the dam is full,” said Anna Berg."
    found = read(text)
    credit = next(d.attribution for d in found.extract.drafts if d.attribution)
    assert text[slice(*credit.source)] == "Anna Berg"
    assert text[slice(*credit.cue)] == "said"
    assert "“the dam is full,”" in " ".join(text[a:b] for a, b in credit.content)


def test_impersonal_hearsay_has_no_holder_but_is_marked_as_passed_on(read):
    (draft,) = read("The dam is expected to break.").extract.drafts
    assert (draft.holder, draft.mode) == (None, Mode.REPORTS)
    assert draft.attribution.source is None
    assert draft.attribution.cue is not None


def test_a_source_that_asks_for_anonymity_claims_nothing_by_it(read):
    found = read("Two officials, who asked not to be named, said the talks had failed.")
    assert [w for _, w in found.claims()] == ["the talks had failed"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg did not deny that the bridge was shut.",
        "The ministry would neither confirm nor deny the report.",
        "Anna Berg stopped short of saying that the bridge was shut.",
        "Anna Berg has yet to say whether the bridge is shut.",
        "Anna Berg is expected to say that the bridge is shut.",
        "Few engineers think the bridge is safe.",
        "Anna Berg never denied that she had shut the bridge.",
        "The bank credited the account with 20 euros.",
    ],
)
def test_what_somebody_has_not_said_or_denied_is_the_articles_to_tell(read, text):
    assert [h for h, _ in read(text).claims()] == [None]


def test_what_somebody_was_asked_is_no_claim(read):
    found = read("Asked whether she would seek approval for the bridge, Anna Berg said it was safe.")
    assert [(h, w) for h, w in found.claims()] == [("Anna Berg", "it was safe")]


def test_whom_a_report_cites_is_not_what_it_says(read):
    found = read("According to the Harbour Gazette, which cited people close to the mayor, the talks had failed.")
    assert [w for _, w in found.claims()] == ["the talks had failed"]


def test_an_accusation_that_somebody_rejects_is_not_put_into_their_mouth(read):
    found = read("The mayor rejected accusations that she had shut the bridge.")
    assert found.claims() == [("mayor", "The mayor rejected accusations that she had shut the bridge")]


def test_who_has_denied_something_has_the_word(read):
    found = read(
        "Omar Ruiz left. A spokesman, Anton Berg, denied on Friday that it was shut. He said that it was open."
    )
    assert found.who("it was open") == "Anton Berg"


def test_things_do_not_want(read):
    found = read("The plan seeks to cut taxes.")
    assert found.claims() == [(None, "The plan seeks to cut taxes")]


@pytest.mark.parametrize(
    "text",
    [
        "The evidence is against Anna Berg.",
        "The proceeds are all for the hospital.",
        "The council may be against the plan.",
        "It would rather spoil the day.",
        "If the mayor is against it, the plan will fail.",
    ],
)
def test_what_is_against_somebody_or_only_might_be_is_nobodys_stance(read, text):
    assert {h for h, _ in read(text).claims()} == {None}


def test_who_is_paid_to_count_does_the_counting(read):
    assert {h for h, _ in read("Anna Berg was paid by the state to count fish.").claims()} == {"Anna Berg"}


def test_liking_something_is_no_wish(read):
    assert read("Anna Berg likes the old wall.").claims() == [(None, "Anna Berg likes the old wall")]


def test_what_a_group_calls_itself_is_no_claim_of_its(read):
    found = read("A group calling itself the Lanterns claims the gates were open.")
    assert found.claims() == [("Lanterns", "the gates were open")]


def test_a_few_words_said_by_the_way_do_not_make_the_sentence_theirs(read):
    found = read("The mayor said the chime was shortened because the sales department found it annoying.")
    assert {h for h, _ in found.claims()} == {"mayor"}


def test_words_that_only_bring_in_what_somebody_says_are_no_claim_of_the_article(read):
    found = read("Her lawyer, Anna Berg, sounded milder, telling a court that a sealed deal could be had.")
    assert found.claims() == [("Anna Berg", "a sealed deal could be had")]


def test_whom_a_report_cites_holds_it_wherever_the_citing_stands(read):
    found = read("The newspaper notes that he is unlikely to accept, citing two officials.")
    assert found.claims() == [("two officials", "he is unlikely to accept")]


def test_what_a_thing_shows_within_what_somebody_says_is_his(read):
    found = read("The mayor, Anna Berg, said that the evidence showed that the wall had held.")
    assert found.claims() == [("Anna Berg", "the evidence showed that the wall had held")]


def test_a_document_that_is_cited_is_no_speaker(read):
    found = read("The Ledger reports that he is ill, citing a hospital rota.")
    assert found.claims() == [("Ledger", "he is ill")]


def test_whom_another_cites_is_not_cited_by_who_tells_of_it(read):
    found = read("The ministry said that the Kelm Post had reported, citing two officials, that the bridge was safe.")
    assert found.who("the Kelm Post had reported") == "ministry"


@pytest.mark.parametrize(
    "text",
    ["As the talks in Geneva began, the minister told reporters.", "When the river rose, the mayor warned residents."],
)
def test_what_only_leads_in_is_not_what_was_told(read, text):
    assert {h for h, _ in read(text).claims()} == {None}


def test_what_somebody_has_no_reason_to_doubt_is_not_the_reasons(read):
    found = read("Anna Berg met reporters. She said that she had no reason to doubt that the cables were real.")
    assert {h for h, w in found.claims() if "cables" in w} == {"Anna Berg"}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt, the mayor said, and police are looking for witnesses.",
    ],
)
def test_what_the_article_adds_behind_a_cue_stays_its_own(read, text):
    assert (None, "police are looking for witnesses") in read(text).claims()


def test_nobody_is_credited_with_what_no_one_says(read):
    assert {h for h, _ in read("No one in the service thought that she was a spy.").claims()} == {None}


@pytest.mark.parametrize(
    ("text", "words", "holder"),
    [
        (
            "Anna Berg was late. We spoke to a guard at the gate. The bridge was open, he said.",
            "The bridge was open",
            "guard",
        ),
        (
            "Paul Stone of Kelm left. The court in Lunz granted it. Three days are enough, it said.",
            "Three days are enough",
            "court in Lunz",
        ),
        ("Anna Berg said Kelm Marine refused to talk about money. “It is over,” she said.", "It is over", "Anna Berg"),
        (
            "Anna Berg asked her lawyers. They said it was legal.",
            "it was legal",
            "Anna Berg's lawyers",
        ),
        ("Paul Stone said he was late. His father had slept. “I had not,” he said.", "“I had not,”", "Paul Stone"),
        ("Minister Anna Berg left. The bridge was safe, the magistrate said.", "The bridge was safe", "magistrate"),
        ("Paul Stone of Stone Brothers, who built the bridge, left. He said it was safe.", "it was safe", "Paul Stone"),
    ],
)
def test_who_speaks_is_whom_the_words_before_can_mean(read, text, words, holder):
    assert read(text).who(words) == holder


@pytest.mark.parametrize(
    "text",
    [
        "The mayor is confident of himself.",
        "The leaders found little unity.",
        "The mayor opened the door: the room was empty.",
        "The mayor gave the keys to a clerk.",
        "The school has found a teacher for May.",
        "The court heard three witnesses.",
        "The town saw a strike in May.",
        "It is hard to believe in a coincidence.",
        "A reporter of this paper saw two boats.",
        "The mayor took the bus to be on time.",
        "The chest was found by the police.",
        "Ruiz, the man held over the theft, was released on Monday.",
        "The guard, an old unit that answers to General Ruiz, came from the east.",
        "The bus takes a toll on the roads, finance and insurance in 19 states.",
        "The mayor has had a letter: the bridge was shut.",
        "The mayor showed no interest.",
        "The mayor arrived at about nine.",
        "The town has treated its workers well.",
        "Ninety-seven people has the town treated since May.",
        "We hear from Lunz that the bridge was shut.",
    ],
)
def test_what_somebody_does_or_comes_by_is_the_articles_to_tell(read, text):
    assert {h for h, _ in read(text).claims()} == {None}


def test_the_articles_own_view_is_no_attribution(read):
    assert {h for h, _ in read("The bridge is, in our judgment, unsafe for the buses.").claims()} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said the hospital held 140 patients. It would go on working.",
        "“It was beside my bed,” Anna Berg said. She had eaten nothing but an apple.",
        "The repair would take a year, Anna Berg said. She did not know of any threat to the bridge.",
        "The date on the bridge is wrong, Anna Berg says. It is “a slip of the pen”.",
        "“The boys sit by the bridge, everyone knows that,” Anna Berg said, “so why not go there?”",
    ],
)
def test_what_was_said_goes_on_in_a_sentence_that_stands_back_in_time(read, text):
    assert {h for h, _ in read(text).claims()} == {"Anna Berg"}


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg said the hospital was full. She would not comment on the fire.",
        "Anna Berg said the hospital was full. The bank would not be drawn.",
        "Anna Berg said the hospital was full. The town would rather it had closed.",
        "Anna Berg said the hospital was full. The mayor left it “for a day or two”.",
        "Anna Berg said the hospital was full. If the gates had been opened, I would have seen them.",
    ],
)
def test_what_the_article_tells_of_a_speaker_does_not_go_on(read, text):
    assert None in {h for h, _ in read(text).claims()}


def test_the_cue_is_the_words_between_a_state_of_mind_and_its_verb_in_either_order(read):
    text = "In the interview Anna Berg told the Kelm Post on Thursday how surprised she is that the wall holds."
    found = read(text)
    cues = [d.attribution.cue for d in found.extract.drafts if d.attribution and d.attribution.cue]
    assert "surprised she is" in [text[slice(*cue)] for cue in cues]
