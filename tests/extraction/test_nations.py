import pytest

from briefing.dossier import ActorType
from briefing.extraction import nations
from briefing.extraction.actors import merge
from briefing.extraction.naming import fold

NATIONS = nations.nations()


def test_every_country_has_its_row():
    assert len(NATIONS) > 190
    assert len({n.key for n in NATIONS}) == len(NATIONS)


@pytest.mark.parametrize("nation", NATIONS, ids=lambda n: n.key)
def test_every_name_adjective_capital_and_seat_leads_to_its_country(nation):
    assert nations.country(nation.key) == nation.key
    shared = {fold(w) for n in NATIONS if n is not nation for w in (*n.names, *n.adjectives, *n.capitals)}
    for word in {*map(fold, (*nation.names, *nation.adjectives))} - shared:
        assert nations.country(word) == nation.key
    for capital in {*map(fold, nation.capitals)} - shared:
        assert nations.capital_of(capital) == nation.key
    for seat in nation.seats:
        assert nations.government(fold(seat)) == nation.key
    assert not any(nations.is_people(fold(word)) for word in nation.names)


def read_actors(read, text):
    got = read(text)
    return merge((got.source,), (got.extract,))[0]


def test_a_capital_that_wills_something_is_its_country_and_elsewhere_a_place(read):
    found = read_actors(
        read,
        "Washington demanded an answer from Venezuela.\nThe minister flew to Washington on Monday and slept there.",
    )
    kinds = {a.name: a.type for a in found}
    assert ActorType.GOVERNMENT in {a.type for a in found if "Washington" in {a.name, *a.aliases}}
    assert ActorType.PLACE in {a.type for a in found if "Washington" in {a.name, *a.aliases}}, kinds


def test_an_adjective_is_its_country_and_alone_is_nobody(read):
    found = read_actors(
        read, "Venezuela closed its border, and the Venezuelan border posts were empty.\nHe likes French food."
    )
    assert [a.name for a in found if "Venezuelan" in a.aliases] == ["Venezuela"]
    assert not any("French" in {a.name, *a.aliases} for a in found)


def test_a_seat_and_a_government_by_its_adjective_are_one_government(read):
    found = read_actors(
        read, "The Kremlin said the bridge was open.\nThe Russian government denied that the bridge was shut."
    )
    (one,) = [a for a in found if "Kremlin" in {a.name, *a.aliases}]
    assert one.type is ActorType.GOVERNMENT


def test_a_countrys_forces_are_one_actor_however_its_country_is_named(read):
    found = read_actors(read, "The Venezuelan armed forces left.\nNobody saw Venezuela's armed forces again.")
    (forces,) = [a for a in found if "armed forces" in a.name]
    assert len(forces.mentions) == 2
    assert forces.type is ActorType.ARMED_GROUP


def test_the_publisher_and_the_author_are_actors_of_their_kind(read):
    text = "Kelm Ledger\nBy Leo Brandt\nThe bridge was closed."
    got = read(text, publisher="Kelm Ledger", author="Leo Brandt")
    kinds = {a.name: a.type for a in merge((got.source,), (got.extract,))[0]}
    assert kinds == {"Kelm Ledger": ActorType.MEDIA, "Leo Brandt": ActorType.PERSON}


def test_an_initial_and_a_legal_form_do_not_part_an_actor(read):
    found = read_actors(
        read,
        "Dana L. Ruskin spoke.\nDana Ruskin left.\nTarnholm Systems AG paid.\nTarnholm Systems was sold by Dana Ruskin.",
    )
    assert sum("Ruskin" in a.name for a in found) == 1
    assert sum("Tarnholm" in a.name for a in found) == 1
