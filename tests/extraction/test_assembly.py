import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.dossier import ARTICLE, ActorType, Attitude, Certainty, Figure, Maker, Mode, Polarity, Source
from briefing.extraction import disputes
from briefing.extraction.assembly import assemble
from briefing.extraction.draft import Draft, Extract, FrameUse, Name
from briefing.extraction.signs import NAMES
from briefing.extraction.trees import Trees


def source(number, text):
    return Source(id=f"s{number}", file=f"{number}.txt", sha256="0" * 64, text=text)


def name(text, within, entity=0, *, label="PERSON", is_name=True):
    start = within.index(text)
    return Name(start, start + len(text), text, entity, label, is_name)


def draft(text, *, holder=None, frames=(), entities=(), figures=(), lemmas=()):
    return Draft(
        0, len(text), text, holder, () if holder is None else (holder,), None, Mode.ASSERTS, Polarity.POSITIVE,
        Certainty.CERTAIN, figures, None, entities, lemmas, frames,
    )  # fmt: skip


def case_of(*articles):
    """Assemble articles given as (text, names, drafts)."""
    sources = [source(n, text) for n, (text, _, _) in enumerate(articles)]
    extracts = [
        Extract(s.id, tuple(names), tuple(drafts)) for s, (_, names, drafts) in zip(sources, articles, strict=True)
    ]
    return assemble(sources, extracts)


def named(*names, label="PERSON"):
    """Assemble articles that each name one somebody."""
    return [a.name for a in case_of(*((n, [name(n, n, label=label)], []) for n in names)).actors]


def test_a_surname_goes_to_the_only_full_name_that_ends_in_it():
    assert named("Ana Ruiz", "Ruiz") == ["Ana Ruiz"]


def test_a_first_name_goes_to_the_only_person_who_has_it():
    assert named("Dario Ngata", "Dario") == ["Dario Ngata"]
    assert len(named("Castara Herald", "Castara")) == 2


def test_a_place_that_a_body_is_of_is_not_the_body():
    assert len(named("Border Guard of Ardhan", "Ardhan", label="ORG")) == 2


def test_the_form_of_an_apostrophe_does_not_part_a_name():
    assert len(named("People’s Tribune", "People's Tribune", label="ORG")) == 1


def test_whose_ministry_it_is_may_stand_before_it_without_a_genitive():
    assert len(named("Lettmark's foreign ministry", "Lettmark foreign ministry", label="ORG")) == 1


def test_the_first_word_of_a_ministrys_name_is_nobodys_first_name():
    assert len(named("Sarovian health ministry", "Sarovian")) == 2


def test_the_legal_form_of_a_firm_does_not_part_it():
    assert len(named("Norrbahn", "Norrbahn AG", label="ORG")) == 1
    assert len(named("Tallow Pharma", "TALLOW PHARMA A/S", label="ORG")) == 1


def test_a_surname_that_two_full_names_share_stays_by_itself():
    assert sorted(named("Ana Ruiz", "Leo Ruiz", "Ruiz")) == ["Ana Ruiz", "Leo Ruiz", "Ruiz"]


def test_two_full_names_are_never_one_actor():
    assert sorted(named("Ana Ruiz", "Ana Reyes")) == ["Ana Reyes", "Ana Ruiz"]


def test_accents_and_capitals_do_not_part_an_actor():
    assert len(named("Nicolás Maduro", "NICOLAS MADURO")) == 1


def test_an_acronym_goes_to_the_only_name_it_stands_for():
    assert named("World Health Organization", "WHO", label="ORG") == ["World Health Organization"]
    assert len(named("World Health Organization", "Western Hydro Office", "WHO", label="ORG")) == 3


def test_newsrooms_and_ministries_are_told_by_their_names():
    types = {a.name: a.type for a in case_of(
        ("Corliss Courier", [name("Corliss Courier", "Corliss Courier", label="ORG")], []),
        ("Health Ministry", [name("Health Ministry", "Health Ministry", label="ORG")], []),
    ).actors}  # fmt: skip
    assert types == {"Corliss Courier": ActorType.MEDIA, "Health Ministry": ActorType.GOVERNMENT}


def resigns(text, *, holder=None, **use):
    at = text.index("resign")
    frame = FrameUse("LEAVE_OFFICE", True, at, at + len("resign"), theme=0, phrase="{theme} leaves office", **use)
    return text, [name("Ana Ruiz", text)], [draft(text, holder=holder, frames=(frame,), entities=(0,))]


def test_claims_of_one_event_of_one_actor_meet_on_a_point_with_their_stands():
    case = case_of(
        resigns("Ana Ruiz will resign."),
        resigns("Ana Ruiz will not resign.", polarity=Polarity.NEGATIVE),
        resigns("Ana Ruiz refuses to resign.", holder=0, attitude="refuses"),
    )
    assert [p.phrase for p in case.points] == ["Ana Ruiz leaves office"]
    assert {c.point for c in case.claims} == {case.points[0].id}
    assert [str(c.commitment) for c in case.claims] == ["certain +", "certain -", "refuses"]
    assert {c.pointed_by for c in case.claims} == {Maker.RULES}
    assert all(c.quote[slice(*c.words)] == "resign" for c in case.claims)


def test_the_negative_pole_turns_a_stand_round():
    text, names, [told] = resigns("Ana Ruiz will resign.")
    other = replace(told, frames=(replace(told.frames[0], positive=False, attitude="wants"),))
    case = case_of((text, names, [told]), (text, names, [other]))
    assert [c.commitment.attitude for c in case.claims] == [None, Attitude.OPPOSES]


def test_in_a_case_of_many_claims_only_those_that_agree_meet_on_the_point_of_an_event(monkeypatch):
    monkeypatch.setattr(disputes, "trees", lambda **_: Trees(NAMES, (-9.0,)))  # nothing is likely to be disputed
    sides = [resigns("Ana Ruiz will resign."), resigns("Ana Ruiz is to resign.")]
    other = resigns("Ana Ruiz will not resign.", polarity=Polarity.NEGATIVE)
    rest = [(f"It rained on day {n}.", [], [draft(f"It rained on day {n}.")]) for n in range(20)]
    case = case_of(*sides, other, *rest)
    assert len(case.points) == 1
    assert [str(c.commitment) for c in case.claims if c.point] == ["certain +", "certain +"]


def test_an_event_of_nobody_known_is_not_of_the_one_whose_name_begins_with_the():
    text = "The Guardian saw it. Somebody will resign."
    at = text.index("resign")
    nobody = FrameUse("LEAVE_OFFICE", True, at, at + len("resign"), phrase="{theme} leaves office")
    told = replace(draft(text, frames=(nobody,)), end=len(text))
    outlet = name("The Guardian", text, label="ORG")
    points = case_of((text, [outlet], [told]), (text, [outlet], [told])).points
    assert not any("Guardian" in p.phrase for p in points)


def test_what_the_rules_are_not_sure_of_gets_no_point():
    case = case_of(resigns("Ana Ruiz will resign."), resigns("Ana Ruiz did resign.", sure=False))
    assert case.points == ()
    assert [c.point for c in case.claims] == [None, None]


def test_a_point_that_everybody_talks_about_is_left_out():
    assert case_of(*(resigns(f"Ana Ruiz will resign, {n}.") for n in range(13))).points == ()


def test_figures_of_one_thing_in_two_sources_meet_on_a_point():
    told = [("The quake in Selm killed 40 people.", 40.0), ("In Selm, the quake left 90 people dead.", 90.0)]
    case = case_of(*(
        (text, [], [draft(text, figures=(Figure(f"{n:.0f}", n, n, "", "people"),), lemmas=("quake", "selm", "people"))])
        for text, n in told
    ))  # fmt: skip
    assert [p.phrase for p in case.points] == ["The quake in Selm killed … people."]
    assert [c.commitment.figure.low for c in case.claims] == [40.0, 90.0]


def test_figures_of_other_things_do_not_meet():
    told = [("The quake killed 40 people.", ("quake", "people")), ("The fair drew 90 people.", ("fair", "people"))]
    case = case_of(*(
        (text, [], [draft(text, figures=(Figure("40", 40, 40, "", "people"),), lemmas=lemmas)]) for text, lemmas in told
    ))  # fmt: skip
    assert case.points == ()


def counting(told):
    """A case of an article for each of these figures, which are of claims with these words."""
    return case_of(*(
        (text, [], [draft(text, figures=(Figure(n, float(n), float(n), "", "people"),), lemmas=lemmas)])
        for text, n, lemmas in told
    ))  # fmt: skip


def test_figures_meet_through_a_third_that_shares_words_with_both():
    case = counting([
        ("The quake in Selm killed 40 people.", "40", ("quake", "selm", "people")),
        ("The tremor in Varn killed 40 people.", "40", ("tremor", "varn", "people")),
        ("Tremor or quake, in Varn or Selm, killed 40 people.", "40", ("tremor", "quake", "varn", "selm", "people")),
    ])  # fmt: skip
    assert len({c.point for c in case.claims} - {None}) == 1
    assert all(c.point for c in case.claims)


def test_the_holder_of_a_claim_is_its_actor_or_the_article():
    text = "Ana Ruiz spoke."
    case = case_of((text, [name("Ana Ruiz", text)], [draft(text, holder=0), draft(text)]))
    assert [(c.holder, c.holder_id) for c in case.claims] == [("Ana Ruiz", case.actors[0].id), (ARTICLE, None)]
    assert len({c.id for c in case.claims}) == 2


WORDS = st.lists(st.sampled_from(["quake", "bridge", "selm", "order", "guard"]), max_size=4).map(tuple)


def test_one_outlet_under_two_names_passes_a_claim_on_once():
    names = ["The Kelm Lantern", "Lantern", "Anna Berg"]
    text = ", ".join(names)
    told = replace(draft(text, holder=2), chain=(0, 1, 2))
    case = case_of((text, [name(n, text, i, label="PERSON" if i == 2 else "ORG") for i, n in enumerate(names)], [told]))
    assert case.claims[0].chain == ("The Kelm Lantern", "Anna Berg")


@given(st.lists(st.tuples(WORDS, st.sampled_from(["Ana Ruiz", "Ruiz", "Leo Ruiz"])), max_size=8), st.randoms())
def test_a_case_is_the_same_in_whatever_order_its_articles_come(told, chance):
    sources = [source(n, f"{who} will resign.") for n, (_, who) in enumerate(told)]
    extracts = []
    for s, (words, _) in zip(sources, told, strict=True):
        _, names, [one] = resigns("Ana Ruiz will resign.")
        names = [name(s.text.split(" will")[0], s.text)]
        extracts.append(Extract(s.id, tuple(names), (replace(one, end=len(s.text), lemmas=words),)))
    expected = assemble(sources, extracts)
    chance.shuffle(sources)
    chance.shuffle(extracts)
    assert assemble(sources, extracts) == expected
    for claim in expected.claims:
        assert len(claim.companions) <= 10
        assert claim.id not in claim.companions


@pytest.mark.parametrize(
    "description",
    [
        "no method",
        "pure invention",
        "the pumping",
        "not one of them",
        "every engineer",
        "night-time lights",
        "gauge",
        "one of them",
        "next one",
        "party for",
        "log there",
        "her country",
        "printout from Westland",
        "number of 37",
    ],
)
def test_nobody_in_particular_and_mere_things_are_no_actors(description):
    text = f"We saw that {description} showed a fault."
    told = name(description, text, label="", is_name=False)
    case = case_of((text, [told], [draft(text, holder=0)]))
    assert case.actors == ()
    assert case.claims[0].holder == description


def test_who_issues_a_statement_is_no_outlet_and_two_who_write_together_are_two():
    text = "Norrbahn AG. By Ana Ruiz and Paul Stone."
    told = replace(source(0, text), publisher="Norrbahn AG", author="Ana Ruiz and Paul Stone", genre="press release")
    actors = {a.name: a.type for a in assemble([told], [Extract("s0", (), ())]).actors}
    assert actors == {
        "Norrbahn AG": ActorType.ORGANIZATION, "Ana Ruiz": ActorType.PERSON, "Paul Stone": ActorType.PERSON,
    }  # fmt: skip


def case_of_texts(*articles):
    """Return the actors of articles given as text with (words, label, is it a name)."""
    told = []
    for text, *names in articles:
        found = [name(w, text, n, label=label, is_name=proper) for n, (w, label, proper) in enumerate(names)]
        told.append((text, found, []))
    return case_of(*told).actors


def actors_of(*articles):
    """Return name and type of the actors of articles given as `case_of_texts` takes them."""
    return {a.name: a.type for a in case_of_texts(*articles)}


def test_a_body_that_is_only_described_is_one_in_the_case_and_the_named_one_if_there_is_but_one():
    police = ("Later the police said no.", ("police", "", False))
    assert actors_of(police, police) == {"police": ActorType.ORGANIZATION}
    board = ("National Elections Board met.", ("National Elections Board", "ORG", True))
    assert actors_of(board, ("Then the board left.", ("board", "", False))) == {
        "National Elections Board": ActorType.ORGANIZATION
    }


def test_an_office_that_an_article_only_names_is_who_the_case_says_is_in_it_if_it_is_one(read):
    told = "Interior Minister Marta Veil came.", "The interior minister said that nobody came."
    told = (*told, "The former minister Ida Lund left.")
    both = (*told, "Interior Minister Paul Stone left.")
    for texts, holder in ((told, "Marta Veil"), (both, "interior minister")):
        found = [read(text) for text in texts]
        sources = [source(n, text) for n, text in enumerate(texts)]
        extracts = [replace(one.extract, source=s.id) for one, s in zip(found, sources, strict=True)]
        assert {c.holder for c in assemble(sources, extracts).claims if c.text == "nobody came"} == {holder}


def test_the_company_that_the_other_articles_mean_is_meant_where_an_article_names_none(read):
    told = ("Luden Hydro runs the dam. The company said it was full.", "The company says that nobody came.")
    other = (*told, "Corda Power runs the wires. The company said they were old.")
    for texts, holder in ((told, "Luden Hydro"), (other, "company")):
        found = [read(text) for text in texts]
        sources = [source(n, text) for n, text in enumerate(texts)]
        extracts = [replace(one.extract, source=s.id) for one, s in zip(found, sources, strict=True)]
        assert {c.holder for c in assemble(sources, extracts).claims if c.text == "nobody came"} == {holder}


def test_a_body_of_which_the_case_has_two_is_neither_of_them_by_its_kind_alone():
    embassies = (
        "Kastria's embassy and Sorven's embassy",
        ("Kastria's embassy", "", False),
        ("Sorven's embassy", "", False),
    )
    assert len(actors_of(embassies, ("Then the embassy left.", ("embassy", "", False)))) == 3


def test_a_law_is_no_actor_whatever_it_is_of():
    assert named("Freedom of Information Act", "Ministry of Information", label="ORG") == ["Ministry of Information"]


def test_two_who_are_described_alike_without_the_are_two_and_nobody_if_they_say_nothing():
    police = ("Later a police force said no.", ("police force", "", False))
    officer = ("Later an officer said no.", ("officer", "", False))
    assert (
        len(case_of(*[(t, [name(w, t, label=label, is_name=n)], []) for t, (w, label, n) in (police, police)]).actors)
        == 2
    )
    speaking = [
        (t, [name(w, t, label=label, is_name=n)], [draft(t, holder=0)]) for t, (w, label, n) in (officer, officer)
    ]
    assert len(case_of(*speaking).actors) == 2
    silent = [(t, names, []) for t, names, _ in speaking]
    assert case_of(*silent).actors == ()


def test_a_description_that_ends_in_a_name_goes_by_it():
    assert list(
        actors_of(
            ("Vespratel", ("Vespratel", "ORG", True)), ("the operator Vespratel", ("operator Vespratel", "", False))
        )
    ) == ["Vespratel"]


def test_whose_ministry_it_is_may_stand_before_or_behind_it_and_makes_a_country_of_its_owner():
    assert actors_of(
        ("Foreign Ministry of Ostmark", ("Foreign Ministry of Ostmark", "ORG", True)),
        ("Ostmark's Foreign Ministry", ("Ostmark's Foreign Ministry", "ORG", True)),
        ("Ostmark", ("Ostmark", "PERSON", True)),
    ) == {"Foreign Ministry of Ostmark": ActorType.GOVERNMENT, "Ostmark": ActorType.PLACE}


def test_a_people_makes_a_country_of_the_name_it_comes_from():
    assert actors_of(("Lesanta", ("Lesanta", "PERSON", True)), ("Lesantans", ("Lesantans", "NORP", True))) == {
        "Lesanta": ActorType.PLACE, "Lesantans": ActorType.GROUP,
    }  # fmt: skip


def test_a_firm_is_told_without_what_kind_of_firm_it_is_where_an_article_has_both_and_it_is_no_place():
    both = "Tallyline Systems, or Tallyline"
    firm = name("Tallyline Systems", both, 0, label="ORG")
    short = Name(both.index("or Tally") + 3, len(both), "Tallyline", 1, "ORG", is_name=True)
    assert [a.name for a in case_of((both, [firm, short], [])).actors] == ["Tallyline Systems"]
    assert len(case_of((both, [firm, replace(short, label="GPE")], [])).actors) == 2


def test_the_word_with_which_a_firms_names_begin_is_a_firm_unless_it_is_somebodys():
    firms = (("Corda Holdings", ("Corda Holdings", "ORG", True)), ("Corda Minerals", ("Corda Minerals", "ORG", True)))
    assert actors_of(*firms, ("Corda", ("Corda", "PERSON", True)))["Corda"] is ActorType.ORGANIZATION
    people = (("Ada Corda", ("Ada Corda", "PERSON", True)), ("Ugo Corda", ("Ugo Corda", "PERSON", True)))
    assert actors_of(*firms, *people, ("Corda", ("Corda", "PERSON", True)))["Corda"] is ActorType.PERSON


def test_a_short_form_of_a_short_form_is_the_whole():
    both = "Stavely Crown Holdings, or Stavely Crown"
    firm = name("Stavely Crown Holdings", both, 0, label="ORG")
    short = Name(both.index("or ") + 3, len(both), "Stavely Crown", 1, "ORG", is_name=True)
    assert len(case_of((both, [firm, short], []), ("Crown", [name("Crown", "Crown", label="ORG")], [])).actors) == 1


def test_a_body_is_an_actor_though_it_is_mostly_told_by_its_kind():
    text = "The Polar Institute met. Then the institute left."
    names = [name("Polar Institute", text, label="ORG"), name("institute", text, label="", is_name=False)]
    again = [names[0], *(replace(names[1], start=n, end=n + 9) for n in (36, 37))]
    assert [a.name for a in case_of((text, again, [])).actors] == ["Polar Institute"]


def test_well_known_bodies_are_one_under_all_their_names_and_what_they_are():
    told = (
        ("Medecins Sans Frontieres", ("Medecins Sans Frontieres", "PERSON", True)),
        ("MSF", ("MSF", "GPE", True)),
        ("Daesh", ("Daesh", "PERSON", True)),
        ("West Bank", ("West Bank", "ORG", True)),
        ("Haaretz", ("Haaretz", "PERSON", True)),
    )
    assert actors_of(*told) == {
        "Medecins Sans Frontieres": ActorType.ORGANIZATION,
        "Daesh": ActorType.ARMED_GROUP,
        "West Bank": ActorType.PLACE,
        "Haaretz": ActorType.MEDIA,
    }


def test_a_countrys_army_is_one_by_the_countrys_name_and_by_its_adjective():
    by_name = ("Sudan's army fired.", ("Sudan's army", "", False))
    by_adjective = ("The Sudanese army fired.", ("Sudanese army", "", False))
    assert list(actors_of(by_name, by_adjective)) == ["Sudan's army"]


def test_articles_on_different_matters_have_each_a_government_of_their_own():
    def about(*names):
        text = f"{', '.join(names)} met. Then the government fell."
        return (text, *((n, "PERSON", True) for n in names), ("government", "", False))

    here = ("Ana Ruiz", "Omar Berg", "Ina Falk", "Jo Hale", "Bo Lind", "Eva Lunt", "Kim Dahl", "Tom Vane")
    there = ("Ida Lund", "Per Moe", "Liv Aas", "Una Roe", "Max Ost", "Lea Hult", "Jan Kerr", "Pia Noll")

    def governments(*articles):
        return len([a for a in case_of_texts(*articles) if a.name == "government"])

    assert governments(about(*here), about(*there)) == 2
    assert governments(about(*here), about("Ana Ruiz", *there)) == 1
    assert governments(about(*here), about(*there[:4])) == 1


def test_a_ministry_is_one_by_its_long_name_and_its_short_one():
    assert list(
        actors_of(
            ("Ministry of Foreign Affairs", ("Ministry of Foreign Affairs", "ORG", True)),
            ("Foreign Ministry", ("Foreign Ministry", "ORG", True)),
        )
    ) == ["Foreign Ministry"]


def test_a_ministry_is_the_one_its_article_speaks_of_and_not_the_only_one_named_elsewhere():
    elsewhere = ("Ushtar's foreign ministry", ("Ushtar's foreign ministry", "", False))
    here = "Then the interior ministry met. Later the ministry spoke."
    two = [name("interior ministry", here, 0, label="", is_name=False)]
    two += [Name(here.index("ministry spoke"), len(here) - 7, "ministry", 1, "", is_name=False)]
    told = [(elsewhere[0], [name(elsewhere[0], elsewhere[0], label="", is_name=False)], []), (here, two, [])]
    assert {len(a.mentions) for a in case_of(*told).actors if a.name == "interior ministry"} == {2}


def test_a_place_is_no_short_form_of_a_body_in_it_or_a_lake_beside_it():
    museum = ("Royal Museum of Port Lisse in Port Lisse", ("Royal Museum of Port Lisse", "ORG", True))
    assert len(actors_of((*museum, ("Port Lisse", "GPE", True)))) == 2
    assert len(actors_of(("Lake Jemba", ("Lake Jemba", "LOC", True)), ("Jemba", ("Jemba", "GPE", True)))) == 2


def test_what_comes_from_a_place_is_no_actor_by_itself_but_its_people_are():
    place = ("Brandia", ("Brandia", "GPE", True))
    assert list(actors_of(place, ("Brandian", ("Brandian", "ORG", True)))) == ["Brandia"]
    assert actors_of(place, ("Brandians", ("Brandians", "PERSON", True)))["Brandians"] is ActorType.GROUP


def test_a_word_that_no_full_name_has_is_a_place_where_some_articles_take_it_for_one():
    taken = [("Qesar", ("Qesar", label, True)) for label in ("PERSON", "PERSON", "GPE")]
    assert actors_of(*taken) == {"Qesar": ActorType.PLACE}
    assert actors_of(*taken, ("Ada Qesar", ("Ada Qesar", "PERSON", True))) == {"Ada Qesar": ActorType.PERSON}


def test_who_writes_is_told_without_his_title_and_where_he_writes():
    text = "By Dr Ana Ruiz in Port Lisse."
    told = replace(source(0, text), author="Dr Ana Ruiz in Port Lisse")
    assert [a.name for a in assemble([told], [Extract("s0", (), ())]).actors] == ["Ana Ruiz"]


def test_a_surname_goes_under_a_full_name_with_an_occupation_before_it():
    assert named("Sandy Flett", "Skipper Flett") == ["Sandy Flett"]


def test_what_one_article_says_is_a_ship_is_one_in_all():
    ship = [("Aurelie", ("Aurelie", label, True)) for label in ("PERSON", "PERSON", "VESSEL")]
    assert actors_of(*ship) == {"Aurelie": ActorType.PLACE}
    assert actors_of(*(("Paluvane", ("Paluvane", label, True)) for label in ("ORG", "THING"))) == {}


def test_the_last_word_of_a_longer_name_with_of_in_it_is_another():
    assert len(named("Friends of Bishop Anselm", "Anselm", label="ORG")) == 2
    assert len(actors_of(("Radio Lindau", ("Radio Lindau", "ORG", True)), ("Lindau", ("Lindau", "GPE", True)))) == 2


@pytest.mark.parametrize(
    ("names", "label", "left"),
    [
        (("Tallyline Systems", "Tallyline"), "ORG", ["Tallyline Systems"]),
        (("Tallyline Launch Systems", "Tallyline"), "ORG", ["Tallyline Launch Systems"]),
        (("Lindau Fund", "Lindau Gazette", "Lindau"), "ORG", ["Lindau", "Lindau Fund", "Lindau Gazette"]),
        (("Gavia's Fund", "Gavia"), "ORG", ["Gavia", "Gavia's Fund"]),
        (("National Audit Office", "Audit Office"), "ORG", ["National Audit Office"]),
        (("Lindau Audit Office", "Audit Office"), "ORG", ["Audit Office", "Lindau Audit Office"]),
        (("Energy Authority of Ostmark", "Energy Authority"), "ORG", ["Energy Authority of Ostmark"]),
        (("Republic of Ostmark", "Ostmark"), "GPE", ["Ostmark"]),
        (("Harbour Fund, Corporate Affairs", "Harbour Fund"), "ORG", ["Harbour Fund"]),
        (("Audit Office, Republic of Ostmark", "Audit Office of Ostmark"), "ORG", ["Audit Office of Ostmark"]),
        (("L. Gilroy", "Leonard Gilroy"), "PERSON", ["Leonard Gilroy"]),
        (("L. Gilroy", "Leonard Gilroy", "Lucas Gilroy"), "PERSON", ["L. Gilroy", "Leonard Gilroy", "Lucas Gilroy"]),
        (("Ana Maria Ruiz", "Ana Ruiz"), "PERSON", ["Ana Maria Ruiz"]),
        (("Don Ramiro", "Ramiro Ochoa"), "PERSON", ["Ramiro Ochoa"]),
        (("Mama Adjoa", "Femi Bello"), "PERSON", ["Femi Bello", "Mama Adjoa"]),
    ],
)
def test_the_short_form_of_a_name_is_the_long_one_where_no_other_can_be_meant(names, label, left):
    assert sorted(named(*names, label=label)) == left


def test_the_board_is_the_one_board_there_is_under_all_its_names():
    board = [
        ("Election Board", ("Election Board", "ORG", True)),
        ("Central Election Board", ("Central Election Board", "ORG", True)),
    ]
    assert list(actors_of(*board, ("Board", ("Board", "ORG", True)))) == ["Central Election Board"]


def test_a_surname_that_a_firm_has_too_is_neithers():
    both = (
        ("Henrik Norvale", ("Henrik Norvale", "PERSON", True)),
        ("Norvale Systems", ("Norvale Systems", "ORG", True)),
    )
    assert len(actors_of(*both, ("Norvale", ("Norvale", "PERSON", True)))) == 3


def test_a_body_is_an_actor_whatever_small_words_its_name_has():
    text = "School Authority of the Lower Kelm Valley District"
    assert named(text, label="ORG") == [text]


def test_two_names_that_a_hyphen_joins_are_nobody():
    pair = (("Jan Kos", ("Jan Kos", "PERSON", True)), ("Ada Berg", ("Ada Berg", "PERSON", True)))
    assert set(actors_of(*pair, ("Kos-Berg", ("Kos-Berg", "PERSON", True)))) == {"Ada Berg", "Jan Kos"}


def test_what_is_said_to_be_of_a_place_makes_it_one_wherever_it_is_named():
    place = ("Brandia", ("Brandia", "ORG", True))
    assert actors_of(place, ("a Brandian officer", ("Brandian officer", "", False)))["Brandia"] is ActorType.PLACE


def test_a_place_is_nobody_whose_name_begins_with_it():
    names = [("Kelm", ("Kelm", "GPE", True)), ("Kelmish", ("Kelmish", "NORP", True))]
    assert len(actors_of(*names, ("Kelm One", ("Kelm One", "PERSON", True)))) == 2


def test_a_body_that_writes_is_no_person():
    told = replace(source(0, "By Union of Nurses"), author="Union of Nurses")
    assert [a.type for a in assemble([told], [Extract("s0", (), ())]).actors] == [ActorType.ORGANIZATION]
