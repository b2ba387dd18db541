import pytest


@pytest.mark.parametrize(
    ("sentence", "event", "thing"),
    [
        ("The harbour office did not close the northern bridge.", "close", "bridge"),
        ("No sailor touched the ransom.", "touch", "ransom"),
        ("The mayor never signed the lease.", "sign", "lease"),
        ("The factory no longer sells the drug.", "sell", "drug"),
        ("The mayor refused to sign the lease.", "sign", "lease"),
        ("There was no strike at the harbour.", "strike", "harbour"),
        ("The council has made no payment to the builder.", "payment", "builder"),
    ],
)
def test_what_a_negation_reaches_is_denied_with_what_takes_part_in_it(read, sentence, event, thing):
    denials = read(sentence).claim(sentence).denials
    assert any(event in denial.event and thing in denial.things for denial in denials), denials


@pytest.mark.parametrize(
    "sentence",
    [
        "The investigators no longer suspect the mayor of the theft.",
        "The owners do not expect the strike to end.",
        "The mayor does not believe the drug is safe.",
        "The council closed the bridge.",
        "The council closed the bridge that the mayor had never opened.",
    ],
)
def test_a_negated_attitude_and_a_negation_elsewhere_deny_nothing(read, sentence):
    assert read(sentence).claim(sentence).denials == ()


def test_what_somebody_is_said_to_deny_is_denied_though_its_words_affirm_it(read):
    found = read("The mayor, Ada Brook, denied that the council had sold the bridge.").extract.drafts
    assert [denial.event for d in found for denial in d.denials] == [("sell",)]


def test_a_denial_without_words_of_its_own_names_no_event(read):
    found = read("The mayor, Ada Brook, denied it.").extract.drafts
    assert all(d.denials == () for d in found)
