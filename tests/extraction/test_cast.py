"""Who is meant: names, titles, surnames, acronyms, pronouns, descriptions."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("President Anna Berg visited the dam. Berg said it was full.", "it was full", "Anna Berg"),
        ("Anna Berg visited the dam. She said it was full.", "it was full", "Anna Berg"),
        (
            "Anna Berg met Paul Stone. “The dam is full,” said Mr Stone. He said the gates were stuck.",
            "the gates were stuck",
            "Paul Stone",
        ),
        ("Mrs Anna Berg met Mr Paul Stone. She said the dam was full.", "the dam was full", "Anna Berg"),
        (
            "The interior minister, Anna Berg, met Paul Stone. The minister said the dam was full.",
            "the dam was full",
            "Anna Berg",
        ),
        (
            "The Food Safety Board wrote to Norvale Hydro Inc. in May. The regulator said the dam was full.",
            "the dam was full",
            "Food Safety Board",
        ),
        (
            "The Evren Post has the letter. A report in Monday's Evren Post said the dam was full.",
            "the dam was full",
            "Evren Post",
        ),
        (
            "The interior minister, Anna Berg, left. The minister told Paul Stone. The minister said the dam was full.",
            "the dam was full",
            "Anna Berg",
        ),
        ("Norvale Hydro Inc. built the dam. The company said it was full.", "it was full", "Norvale Hydro Inc"),
        (
            "The World Food Programme left in May. The WFP said the camp was empty.",
            "the camp was empty",
            "World Food Programme",
        ),
        ("Its chairwoman, Anna Berg, said the dam was full.", "the dam was full", "Anna Berg"),
        (
            "Dr Anna Berg warned the board in May. “Nobody answered,” the surgeon said.",
            "Nobody answered",
            "Anna Berg",
        ),
        (
            "Paul Stone said the dam was full.\nFire chief Anna Berg keeps a plan. It ends at the bridge, the chief said.",
            "It ends at the bridge",
            "Anna Berg",
        ),
        ("Dr Anna Berg warned the board. The GP said nobody answered.", "nobody answered", "Anna Berg"),
        ("Henrik Dahl, who sits across from her, wants it gone. “It is old,” he said.", "It is old", "Henrik Dahl"),
        ("Anna Berg met Henrik Dahl on Monday. He said the dam was full.", "the dam was full", "Henrik Dahl"),
        ("Anna Berg was away. Her office said the dam was full.", "the dam was full", "Anna Berg's office"),
        ("Norvale Motors recalled the cars. The carmaker said they were safe.", "they were safe", "Norvale Motors"),
        (
            "Four farmers said the field was dry. One said the well was empty.",
            "the well was empty",
            "one of the four farmers",
        ),
        ("Two guards said the gate was open. “We saw it,” one of them said.", "We saw it,", "one of the two guards"),
        ("A fisherman said the dam was full. The fisherman added that nobody came.", "nobody came", "fisherman"),
        ("Two officials said the dam was full. They added that nobody came.", "nobody came", "Two officials"),
        (
            "Norvale Hydro blamed the weather. The Pilots’ Guild hit back within the hour. The gates had jammed, it said.",
            "The gates had jammed",
            "Pilots' Guild",
        ),
        (
            "A nurse said she had called. His daughter, Anna Berg, left the room. “He is reading,” she said.",
            "He is reading",
            "Anna Berg",
        ),
        (
            "Ms. Stone asked about the dam. The committee then heard Mrs. Anna Berg. She said that the dam was full.",
            "the dam was full",
            "Anna Berg",
        ),
        (
            "The court heard Colonel Henrik Dahl, commander of the Coast Regiment. The witness stated that the gate was open.",
            "the gate was open",
            "Henrik Dahl",
        ),
        (
            "Norvale’s consul in Kelm, Henrik Dahl, saw Mr Stone. Stone had a bandage, the consul reported.",
            "Stone had a bandage",
            "Henrik Dahl",
        ),
        (
            "A union, the Hospital Workers’ Alliance, says that the wards are empty.",
            "the wards are empty",
            "Hospital Workers' Alliance",
        ),
        (
            "Anna Berg stated that the dam had been full. She had opened the gates on the Monday.",
            "She had opened the gates on the Monday",
            "Anna Berg",
        ),
        (
            "Paul Stone said the dam was full.\nThe mayor of Kelm, Henrik Dahl, slept there. He would stay, he said.",
            "He would stay",
            "Henrik Dahl",
        ),
        (
            "A diplomat said the dam was full. The gate was shut, according to Dr Henrik Dahl, a surveyor. “I saw it,” he said.",
            "I saw it",
            "Henrik Dahl",
        ),
        ("Prince Henrik Dahl met Paul Stone. The prince said the dam was full.", "the dam was full", "Henrik Dahl"),
        (
            "The state weather service said it was dry. The fire was out, the forest service said.",
            "The fire was out",
            "forest service",
        ),
        (
            "The Water Board met. The dam had burst, according to the Water Board’s register.",
            "The dam had burst",
            "Water Board",
        ),
        (
            "Norvale Motors recalled the cars. Twelve were used by the Kelm Clinic. The company said they were safe.",
            "they were safe",
            "Norvale Motors",
        ),
        (
            "Henrik Dahl left. Two of his sergeants learned it in May. He says that the gate was open.",
            "the gate was open",
            "Henrik Dahl",
        ),
        ("The dam was full, Henrik Dahl said, citing a survey.", "The dam was full", "Henrik Dahl"),
        ("Henrik Dahl left. My aunt lives below the dam. She says it is full.", "it is full", "My aunt"),
        (
            "Henrik Dahl said the gate held. The landlord came at noon. The dam was full, he said.",
            "The dam was full",
            "landlord",
        ),
        (
            "Henrik Dahl said the gate held. Most of the farmers were in bed. They heard nothing, they said.",
            "They heard nothing",
            "Most of the farmers",
        ),
        (
            "The Kelm Board met on Monday. The Guild's engineers have seen the dam. In their view, it is full.",
            "it is full",
            "Guild's engineers",
        ),
        ("Kelm has a dam. A decree was signed on Monday. It says the dam is full.", "the dam is full", "decree"),
        (
            "Henrik Dahl led the club. “It is gone,” said Paul Stone. Henrik Dahl had no key, he said.",
            "Henrik Dahl had no key",
            "Paul Stone",
        ),
        ("The Registrar, Professor Anna Berg, said the dam was full.", "the dam was full", "Anna Berg"),
        (
            "Norvale Motors, a mining company, sold it. Kelm Ltd has run the dam since. The company says it is full.",
            "it is full",
            "Kelm Ltd",
        ),
        ("Colonel Henrik Dahl said by telephone that the dam was full.", "the dam was full", "Henrik Dahl"),
        ("The Registrar, Professor Henrik Dahl, said the dam was full.", "the dam was full", "Henrik Dahl"),
        ("The auctioneers, Harlow & Voss, said that the dam was full.", "the dam was full", "Harlow & Voss"),
        ("A baker who gave his name only as Pim said the dam was full.", "the dam was full", "Pim"),
        ("A nurse, who would give only her first name, Dunja, said the dam was full.", "the dam was full", "Dunja"),
        (
            "Anna Berg left. A former cleaner at the office could not recall a leak. “It was dry,” she said.",
            "It was dry",
            "former cleaner at the office",
        ),
        (
            "Anna Berg spoke first. The rubble shows that the dam was old.\nThe gate was shut, she said.",
            "The gate was shut",
            "Anna Berg",
        ),
        ("Norvale Hydro paid. The decree was signed. It says the dam was full.", "the dam was full", "decree"),
        (
            "The ministry paid. Two bakers had been told, they say, that the dam was full.",
            "Two bakers had been told",
            "Two bakers",
        ),
        ("An MP who sits on the board said the dam was full.", "the dam was full", "MP"),
        (
            "It was signed by Presidents Anna Berg and Paul Stone. Berg said the dam was full.",
            "the dam was full",
            "Anna Berg",
        ),
        (
            "A mining company called Umgrain built the dam. Norvale Motors paid for it. The company said it was full.",
            "it was full",
            "Norvale Motors",
        ),
        (
            "Umgrain, the water company Berg kept out, is gone. Mayor Anna Berg left. The company said it was full.",
            "it was full",
            "Umgrain",
        ),
    ],
)
def test_a_mention_is_given_to_whom_it_means(read, text, words, who):
    assert (read(text).who(words) or "").rstrip(".") == who


def test_one_person_is_one_entity_under_all_names(read):
    found = read("President Anna Berg visited the dam. Berg’s guards waited. Ms. Berg left.")
    assert len({n.entity for n in found.extract.names if "Berg" in n.text}) == 1


def test_names_are_told_without_titles_and_genitives_and_stand_exactly_there(read):
    found = read("Former Prime Minister Anna Berg’s house burned down.")
    (name,) = [n for n in found.extract.names if "Berg" in n.text]
    assert (name.text, found.source.text[name.start : name.end]) == ("Anna Berg", "Anna Berg")


def test_signs_of_emphasis_are_no_part_of_a_name(read):
    found = read("The raid rested on a call, *The Harrow Chronicle* reported on Friday, citing a review of the raid.")
    assert [n.text for n in found.extract.names] == ["Harrow Chronicle"]


def test_a_described_source_is_no_name(read):
    found = read("A person familiar with the talks said the deal was dead.")
    (name,) = found.extract.names
    assert (name.text, name.is_name) == ("person familiar with the talks", False)


def test_a_pronoun_that_means_nobody_known_makes_no_actor(read):
    found = read("He said the dam was full.")
    assert found.extract.names == ()


def test_days_and_months_are_nobody(read):
    found = read("On Monday in March the Dam burst.")
    assert not {n.text for n in found.extract.names} & {"Monday", "March"}


def test_he_is_whom_the_paragraph_is_about_and_not_who_spoke_before(read):
    found = read(
        "Paul Stone said the dam was full.\nHenrik Dahl keeps the plan in a drawer. It ends at the bridge, he said."
    )
    assert found.who("It ends at the bridge") == "Henrik Dahl"


def test_the_newspaper_is_the_one_whose_report_is_passed_on(read):
    text = "The dam is full, the Kelm Lantern reports. The newspaper says the gates are stuck."
    assert read(text, relays=("The Kelm Lantern",)).who("the gates are stuck") == "Kelm Lantern"


def test_a_question_does_not_make_will_a_first_name(read):
    found = read("Will Henrik go back? Henrik Dahl said the dam was safe.")
    assert "Will Henrik" not in {n.text for n in found.extract.names}


def test_a_name_that_the_tagger_takes_for_a_word_is_one_where_the_article_has_it_as_a_name(read):
    found = read("VPC, the state-owned operator, said on Monday that nothing had leaked. The head of VPC was away.")
    assert found.who("nothing had leaked") == "VPC"


def test_his_or_hers_is_named_after_whose_it_is_and_keeps_the_words_of_the_text(read):
    found = read("Anna Berg was away. Her office said the dam was full.")
    assert {"Anna Berg's office", "Her office"} <= {n.text for n in found.extract.names}


def test_a_word_with_a_capital_only_for_where_it_stands_is_no_name(read):
    found = read("Knocking was heard in the shaft. Warehouse 6 burned on 16 Aug. Union leader Ana Toro left.")
    assert {n.text for n in found.extract.names} == {"Ana Toro"}


def test_a_word_that_is_a_name_elsewhere_stays_one_where_a_sentence_begins(read):
    found = read("The guards met Emil Heron. Heron was tired.")
    assert {n.entity for n in found.extract.names if "Heron" in n.text} == {found.extract.names[0].entity}


def test_an_occupation_before_a_full_name_is_no_part_of_it(read):
    found = read("Miner Beto Salas came up by himself.")
    assert [n.text for n in found.extract.names] == ["Beto Salas"]


def test_a_genitive_opens_no_sentence(read):
    found = read("The Kelm Motorists’ League praised the recall.")
    assert "Kelm Motorists' League" in {n.text.replace("’", "'") for n in found.extract.names}


def test_a_capitalised_office_stands_for_whoever_is_in_it(read):
    found = read("Interior Minister Dalmar Osei opened the sitting.\nThe Minister said that the dam was sound.")
    assert found.who("the dam was sound") == "Dalmar Osei"


def test_an_office_within_a_name_stays_a_name(read):
    found = read("Dalmar Osei opened the sitting.\nThe Minister of Works said that the dam was sound.")
    assert found.who("the dam was sound") != "Dalmar Osei"


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Research firm Bluehaven raised its estimate. Bluehaven said it was sure.", "Bluehaven", "FIRM"),
        ("Kelm's importer, Umgrain, paid. Umgrain said so.", "Umgrain", "FIRM"),
        ("A tracking firm called Seaglass saw it.", "Seaglass", "FIRM"),
        ("The Ledgerline newsletter had it first.", "Ledgerline", "FIRM"),
        ("The firm of Anna Benz was paid. Benz said so.", "Benz", "PERSON"),
        ("Neighbouring Vall would not take them.", "Vall", "GPE"),
        ("Dean Fuller, a haulier from Marle, came.", "Marle", "GPE"),
        ("Kestrel Build was paid twice. A flaw was found by Kestrel Build in May.", "Kestrel Build", "ORG"),
        ("The fitter Zebedee Thorn broke the seal.", "Zebedee Thorn", "PERSON"),
        ("The road was shut. Firmin Gall, a carrier of 61, drove down it.", "Firmin Gall", "PERSON"),
        ("Cars stand under Monte Ruvo.", "Monte Ruvo", "GPE"),
        ("Nordalen's oil minister came. Nordalen's coast guard found a hole.", "Nordalen", "GPE"),
        ("It was said by Councillor Benz. The council heard Benz.", "Benz", "PERSON"),
        ("It was tested at the University of Pellen.", "University of Pellen", "ORG"),
        ("SANTA VESPRA, Ordesia (Borealis News) - Cars rolled into Santa Vespra.", "Santa Vespra", "GPE"),
        ("Kastria paid for it, and a Kastrian unit did it. Kastria denied it.", "Kastria", "GPE"),
        ("The tanker Amber Line ran aground. Amber Line is old.", "Amber Line", "VESSEL"),
        ("The vaccine Paluvane is kept cold.", "Paluvane", "THING"),
        ("They fought against the Stella Nova. He spoke for the Stella Nova.", "Stella Nova", "ORG"),
        ("The dealer Theo Grahn of Zarn wrote to him.", "Zarn", "GPE"),
        ("Governor Pyo Hyun-sook, who opened it, went home.", "Pyo Hyun-sook", "PERSON"),
    ],
)
def test_what_stands_beside_a_name_tells_what_it_is(read, text, name, label):
    assert {n.label for n in read(text).extract.names if n.text == name} == {label}


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("The note came from Housing Minister Anton Velde.", "Housing Minister"),
        ("They met on Good Friday in Bremen.", "Good"),
        ("The record is open to the regulator, Voss-Tremaine said.", "Tremaine"),
        ("Councillor Benz (Progress) spoke of it.", "Benz (Progress"),
        ("He saw Sexton Wendel Mack, and Prefect Aumann came.", "Sexton Wendel Mack"),
        ("As late as 21 January Quillfeather sent out invitations.", "January Quillfeather"),
        ("It lay in a vault of the Interior Ministry.", "Ministry"),
        ("The cross was made by a European, she said.", "European"),
        ("He was first seen on Easter Monday at the docks.", "Easter Monday"),
        ("“Museums that empty themselves serve no one,” says Clara Vost.", "Museums"),
        ("The President of the Court was asked.", "of the Court"),
        ("PAYMENT. The ministry stated that the cargo was unpaid.", "PAYMENT"),
        ("The Secretary-General left for Lisse.", "Secretary-General"),
        ("Cook Lisbet Aune told her sister of it.", "Cook Lisbet Aune"),
        ("Anna Berg (D-Nev.) wrote to it.", "D-Nev."),
        ("They met a pro-Kastria group in Kelm.", "pro-Kastria"),
        ("The law of the Anton Velde-era parliament holds.", "Anton Velde-era"),
        ("The mayor of Burlington, Vt., came to it.", "Vt."),
        ("Follow the feed. Jack LoadingShareLikeReplyAnn Pell wrote it.", "Jack LoadingShareLikeReplyAnn Pell"),
    ],
)
def test_an_office_before_a_name_and_a_word_of_a_holiday_are_no_names(read, text, none):
    assert none not in {n.text for n in read(text).extract.names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He wrote to Corbel & Dane of it.", "Corbel & Dane"),
        ("She runs the Harbour and Dock Federation (HDF).", "Harbour and Dock Federation"),
        ("The court heard Rosalind Achterkamp KC on Monday.", "Rosalind Achterkamp"),
        ("The Bakers' Guild had begged him.", "Bakers' Guild"),
        ("“It is not level,” said the Forum’s secretary, Eszter Halmos.", "Eszter Halmos"),
        ("President Kofa Mandela Issoro’s government hired them in 2021.", "Kofa Mandela Issoro"),
        ("The mayor of Kelm, Jose dela Rosa, wrote that it was late.", "Jose dela Rosa"),
        ("Qadir’s minister, Noura bint Salman, said Velibekov was not in the emirate.", "Noura bint Salman"),
    ],
)
def test_a_name_is_found_whole(read, text, name):
    found = {n.text for n in read(text).extract.names if n.is_name}
    assert name in found
    assert not found & set(name.split())


def test_the_us_is_a_country_and_not_us(read):
    found = read(
        "The US and the U.S. are far. Iran said the US had bombed the port. “Tell us,” said Anna Berg."
    ).extract
    assert [n.text for n in found.names if n.entity == found.names[0].entity] == ["US", "U.S.", "US"]
    said = next(d for d in found.drafts if "bombed" in d.text)
    assert {n.text for n in found.names if n.entity == said.holder} == {"Iran"}
    assert found.names[0].entity in said.entities


@pytest.mark.parametrize(
    "text",
    [
        "The daily Dagens Ekko has the sheet. The paper reports that two men were hurt.",
        "The news website Qamish has the sheet. The paper reports that two men were hurt.",
        "Politico has the sheet. The paper reports that two men were hurt.",
    ],
)
def test_the_paper_is_what_was_called_one_or_is_well_known_as_one(read, text):
    assert read(text).who("two men were hurt") in {"Dagens Ekko", "Qamish", "Politico"}


def test_a_firm_is_named_without_the_word_for_what_it_is_before_it(read):
    found = read("Banco Vertex denied it. Vertex said that it was late. He met Vertex in Lisbon.")
    assert found.who("it was late") == "Banco Vertex"


def test_a_short_form_in_brackets_stands_for_the_body_before_it_whatever_its_letters(read):
    found = read("Finansinspektionen (FI) met the bank. FI said that it was late. The bank told FI no.")
    assert found.who("it was late") == "Finansinspektionen"


def test_a_surname_that_looks_like_a_place_stays_with_the_first_name_before_it(read):
    found = read("The bank closed, but its governor, Ana Petrova, warned that it was late.")
    assert found.who("it was late") == "Ana Petrova"


def test_a_country_is_no_short_form_of_the_radio_named_for_it(read):
    found = read("Jana Molnar of Radio Ushtar found it. Ushtar’s envoy said the hall was shut.").extract.names
    assert len({n.entity for n in found if n.text in {"Radio Ushtar", "Ushtar"}}) == 2


def test_a_town_is_no_short_form_of_the_museum_in_it(read):
    found = read("It is for the National Museum in Dembe. Archives in Dembe show it.").extract.names
    assert "Dembe" in {n.text for n in found}
    assert not {n.entity for n in found if n.text == "Dembe"} & {n.entity for n in found if "Museum" in n.text}


def test_a_thing_that_shows_something_is_no_she(read):
    found = read(
        "Dr. Ana Toro was heard. On arrival the box had shown that it was warm, she said. She added that a seal was cracked."
    )
    assert found.who("a seal was cracked") == "Ana Toro"


@pytest.mark.parametrize(
    "text",
    ["This differentiated amnesty approach offers a way out.", "Enough of the compromised figures fear prosecution."],
)
def test_ideas_and_amounts_hold_nothing(read, text):
    found = read(f"Anna Berg visited the dam. {text}")
    assert [n.text for n in found.extract.names] == ["Anna Berg"]
    assert all(d.holder is None for d in found.extract.drafts)


@pytest.mark.parametrize(
    "text",
    ["Not one of the bakers said that it was full.", "Neither the bakers nor any other guild had asked for it."],
)
def test_nobody_holds_nothing(read, text):
    assert all(d.holder is None for d in read(text).extract.drafts)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Transport Minister Paul Stone will drain the lake, two of his aides said.",
            "Transport Minister Paul Stone will drain the lake",
            "two of the aides of Paul Stone",
        ),
        (
            "Anna Berg has sold the boat, three colleagues in her party said.",
            "Anna Berg has sold the boat",
            "three colleagues in Anna Berg's party",
        ),
        (
            "Norvale Hydro Inc. built the dam. A person close to the company said it was full.",
            "it was full",
            "person close to Norvale Hydro Inc.",
        ),
        (
            "Anna Berg runs the Harbour Office. An engineer at the office said it was full.",
            "it was full",
            "engineer at the Harbour Office",
        ),
        (
            "They flew over neighbouring Kastria, whose government said that it was full.",
            "it was full",
            "Kastria's government",
        ),
    ],
)
def test_whose_people_are_described_is_told_by_name(read, text, words, who):
    assert read(text).who(words) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Paul Stone left. A man with his dog said it was full.", "man with his dog"),
        ("Paul Stone left. The mayor and his wife said it was full.", "mayor and his wife"),
        ("The Kelm Bank is shut. A panel met. Three of its members said it was full.", "Three of its members"),
        ("Anna Berg met the press. An answer to the media said it was full.", "answer to the media"),
    ],
)
def test_whose_people_are_described_stays_as_it_is_where_that_is_not_clear(read, text, who):
    assert read(text).who("it was full") == who


def test_whose_somebody_is_may_be_a_name_to_the_parser(read):
    found = read("A doctor of the Navy said the cook was ill.")
    assert found.who("the cook was ill") == "doctor of the Navy"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("An analyst at Holt & Vane said the dam was full.", {"Holt & Vane": "ORG"}),
        ("A clerk showed Banco del Norte the log of the dam.", {"Banco del Norte": "ORG"}),
        ("The Farmers' Bloc met on Monday. It left on Tuesday.", {"Farmers' Bloc": "ORG"}),
        ("City Clerk Nora Quist says the dam is full.", {"Nora Quist": "PERSON"}),
        ("Maître Paul Stone says the dam is full.", {"Paul Stone": "PERSON"}),
        ("Norvale Copper, the mining group, denied that its dam was full.", {"Norvale Copper": "ORG"}),
        ("The gates were shut, a spokesman for Kelm Transit tells us.", {"Kelm Transit": "ORG"}),
        ("A former head of the fisheries office, Greta Salmi, who was ill, left.", {"Greta Salmi": "PERSON"}),
        ("They closed the works at Dunfold, a town by the sea.", {"Dunfold": "GPE"}),
        ("At the ford of Kali Berg the water is high.", {"Kali Berg": "GPE"}),
        ("The Courant says that the dam is full.", {"Courant": "ORG"}),
        ("The bank is shut. (Reporting by Ilka Strand)", {"Ilka Strand": "PERSON"}),
        ("Coups that fail, the saying goes, are elections by other means.", {}),
        ("Turnout of 71 percent speaks for itself.", {}),
        ("The dam is full #NordDamTalk", {}),
        ("Anti-Berg feeling is high.", {}),
    ],
)
def test_a_name_is_whole_and_nothing_else_is_one_and_what_is_said_of_it_tells_its_kind(read, text, labels):
    assert {n.text: n.label for n in read(text).extract.names if n.is_name} == labels


def test_what_stands_in_another_sentence_is_nobodys_role(read):
    text = "The cranes were tested by the labour inspectorate. Yelena Sorokin said they were safe."
    assert read(text).extract.roles == ()


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Berg runs the dam. Berg met Paul Berg on Monday. Berg said the gate was open.", "Anna Berg"),
        ("Anna Berg met Paul Berg on Monday. Berg said the gate was open.", "Berg"),
    ],
)
def test_a_surname_of_two_is_whose_it_was_when_it_first_stood_alone(read, text, who):
    assert read(text).who("the gate was open") == who
