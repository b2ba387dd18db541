from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.dossier import ActorType, Source
from briefing.errors import InputError
from briefing.extraction import ALIAS_FILE, AliasEntry, Aliases, load_aliases
from briefing.extraction.actors import merge
from briefing.extraction.draft import Extract, Name
from briefing.extraction.naming import fold

NAMES = [
    "Ana Ruiz",
    "Ruiz",
    "Leo Ruiz",
    "the leader",
    "World Bank",
    "WB",
    "Bank",
    "Kelm",
    "U.S.",
    "America",
    "American",
    "Ana B. Ruiz",
    "Kremlin",
    "A.",
]


def case_of(*entities, order=None):
    """Articles that each have one entity, under all the names given for it."""
    sources, extracts = [], []
    for number, names in enumerate(entities):
        text = ". ".join(names)
        found, at = [], 0
        for name in names:
            found.append(Name(at, at + len(name), name, 0, "PERSON", is_name=not name.startswith("the ")))
            at += len(name) + 2
        sources.append(Source(f"s{number}", f"{number}.txt", "0" * 64, text))
        extracts.append(Extract(f"s{number}", tuple(found), ()))
    if order is not None:
        both = list(zip(sources, extracts, strict=True))
        order.shuffle(both)
        sources, extracts = [s for s, _ in both], [e for _, e in both]
    return sources, extracts


def actors(aliases, *entities):
    return merge(*case_of(*entities), aliases)[0]


def clusters(found):
    return sorted(sorted(map(fold, {a.name, *a.aliases})) for a in found)


def test_the_names_of_an_entry_are_one_actor_under_its_name_and_type():
    said = Aliases((AliasEntry("Ana M. Ruiz", ("Ana Ruiz", "the leader"), ActorType.GOVERNMENT),))
    (only,) = actors(said, ["Ana Ruiz", "Ruiz"], ["the leader"], ["the leader"])
    assert (only.name, only.type) == ("Ana M. Ruiz", ActorType.GOVERNMENT)
    assert set(only.aliases) == {"Ana Ruiz", "Ruiz", "the leader"}
    assert len(only.mentions) == 4


def test_names_kept_apart_are_parted_even_within_an_article():
    said = Aliases(apart=(("Ana Ruiz", "Ruiz"),))
    assert clusters(actors(said, ["Ana Ruiz", "Ruiz"], ["Ruiz"])) == [["ana ruiz"], ["ruiz"]]
    assert clusters(actors(Aliases(), ["Ana Ruiz", "Ruiz"], ["Ruiz"])) == [["ana ruiz", "ruiz"]]


def test_a_name_of_one_entry_leaves_an_actor_of_another():
    said = Aliases((AliasEntry("Ana Ruiz"), AliasEntry("Leo Ruiz", ("Ruiz",))))
    assert clusters(actors(said, ["Ana Ruiz", "Ruiz"])) == [["ana ruiz"], ["leo ruiz", "ruiz"]]


ENTITIES = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3), min_size=1, max_size=6)


@st.composite
def said_of_names(draw):
    names = draw(st.permutations(NAMES))
    cut = draw(st.integers(0, 4))
    entries = (AliasEntry(names[0], tuple(names[1:cut])),) if cut else ()
    entries += (AliasEntry(names[5], (names[6],)),) if draw(st.booleans()) else ()
    home = {fold(n): number for number, e in enumerate(entries) for n in (e.name, *e.aliases)}
    pairs = draw(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=3))
    good = [(a, b) for a, b in pairs if a != b and home.get(fold(a), -1) != home.get(fold(b), -2)]
    return Aliases(entries, tuple(good))


@given(ENTITIES, said_of_names(), st.randoms())
def test_what_the_analyst_says_holds_in_whatever_order_articles_come(entities, said, chance):
    found, owners = merge(*case_of(*entities), said)
    again, same = merge(*case_of(*entities, order=chance), said)
    assert sorted(found, key=lambda a: a.id) == sorted(again, key=lambda a: a.id)
    assert owners == same
    for actor in found:
        names = set(map(fold, (actor.name, *actor.aliases)))
        assert not any({fold(a), fold(b)} <= names for a, b in said.apart)
    for entry in said.entries:
        assert sum(bool(entry.keys & set(map(fold, (a.name, *a.aliases)))) for a in found) <= 1


def written(tmp_path: Path, text: str) -> Path:
    (tmp_path / ALIAS_FILE).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_file_is_read_and_none_says_nothing(tmp_path):
    text = "actors:\n  - name: Ana Ruiz\n    type: person\n    aliases: [Ruiz]\napart:\n  - [Ana Ruiz, Leo Ruiz]\n"
    said = load_aliases(written(tmp_path, text))
    assert said == Aliases((AliasEntry("Ana Ruiz", ("Ruiz",), ActorType.PERSON),), (("Ana Ruiz", "Leo Ruiz"),))
    assert load_aliases(tmp_path / "no") == Aliases()
    assert load_aliases(written(tmp_path, "# nothing yet\n")) == Aliases()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("actors:\n  - name: Ana Ruiz\n    alises: [Ruiz]\n", 3, "did you mean 'aliases'?"),
        ("actors:\n  - name: Ana\n    type: persn\n", 3, "did you mean 'person'?"),
        ("actors:\n  - name: Ana Ruiz\n  - name: Leo\n    aliases: [ANA RUIZ]\n", 4, "already belongs to 'Ana Ruiz'"),
        ("actors:\n  - {name: Ana, aliases: [Ruiz]}\napart:\n  - [Ruiz, Ana]\n", 4, "names of one actor"),
        ("apart:\n  - [Ana]\n", 2, "at least 2"),
        ("apart:\n  - [Ana, ANA]\n", 2, "the same name"),
        ("actors:\n  - name: the\n", 2, "is no name"),
        ("- Ana\n", 1, "must be keys"),
    ],
)
def test_a_mistake_names_its_line_and_what_to_do(tmp_path, text, line, said):
    with pytest.raises(InputError) as caught:
        load_aliases(written(tmp_path, text))
    assert caught.value.faults[0].line == line
    assert said in str(caught.value)
