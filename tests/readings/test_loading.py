import subprocess
import sys

import msgspec
import pytest
from msgspec.structs import replace

from briefing.dossier import (
    ARTICLE,
    ActorType,
    Attitude,
    Certainty,
    Commitment,
    Maker,
    Mode,
    Period,
    Polarity,
    Scope,
    stable_id,
)
from briefing.errors import InputError
from briefing.readings import Reading

HEAD = """\
briefing-reading: 1
by: Ines
actors:
  - {id: ministry, name: the ministry, type: government}
  - {id: verrill, name: Tom Verrill, type: person, aliases: [Mayor Tom Verrill, the mayor]}
points:
  - {id: closed, phrase: the bridge is closed, opposites: [open]}
  - {id: open, phrase: the bridge is open, aliases: [traffic flows], requires: [safe], excludes: [closed]}
  - {id: safe, phrase: the bridge is safe}
claims:
"""
FIRST_CLAIM = HEAD.count("\n") + 1


@pytest.fixture
def claim(load):
    """Load one claim, given as the text of its keys."""

    def load_it(keys: str):
        (found,) = load(f"{HEAD}  - {{source: 01-wire.txt, {keys}}}\n").claims
        return found

    return load_it


@pytest.fixture
def complaints(load):
    def faults(text: str) -> list[str]:
        with pytest.raises(InputError) as refused:
            load(text)
        return [f"{f.line}: {f.key}: {f.problem} — {f.remedy}" for f in refused.value.faults]

    return faults


def test_a_claim_says_everything_that_the_file_says(claim, sources):
    found = claim(
        "quote: The Vasa bridge was closed on Monday, text: The bridge is closed., holder: verrill, "
        "chain: [the ministry, Reuters, verrill], mode: denies, certainty: probable, polarity: '-', time: 2025-11, "
        "figures: [at least 12 people], actors: [ministry], point: closed, commitment: possible - if, words: was closed"
    )
    source = sources["01-wire.txt"]
    assert source.text[found.start : found.end] == found.quote == "The Vasa bridge was closed on Monday"
    assert source.text[slice(*found.words)] == "was closed"
    assert found.text == "The bridge is closed."
    assert (found.holder, found.holder_id) == ("Tom Verrill", stable_id("a", "reading", "verrill"))
    assert found.chain == ("the ministry", "Reuters", "Tom Verrill")
    assert (found.mode, found.certainty, found.polarity) == (Mode.DENIES, Certainty.PROBABLE, Polarity.NEGATIVE)
    assert found.period == Period("2025-11", "2025-11-01", "2025-11-30")
    assert [(f.low, f.high, f.unit) for f in found.figures] == [(12, None, "people")]
    assert found.actors == (stable_id("a", "reading", "ministry"),)
    assert found.point == stable_id("p", "closed")
    assert found.commitment == Commitment(Certainty.POSSIBLE, Polarity.NEGATIVE, conditional=True)
    assert (found.by, found.pointed_by) == (Maker.READING, Maker.READING)


def test_what_is_left_out_has_its_usual_value(claim):
    found = claim("quote: At least 12 people were hurt.")
    assert (found.text, found.holder, found.holder_id, found.chain) == (found.quote, ARTICLE, None, ())
    assert (found.mode, found.certainty, found.polarity) == (Mode.ASSERTS, Certainty.CERTAIN, Polarity.POSITIVE)
    assert (found.point, found.commitment, found.pointed_by, found.words) == (None, None, None, None)


def test_values_of_a_point_stand_with_its_commitment(claim):
    found = claim(
        "quote: At least 12, point: closed, commitment: wants, figure: more than 94 %, when: 2024-07..2025-11, "
        "agent: the mayor, scope: most"
    )
    stand = found.commitment
    assert (stand.attitude, stand.figure.low, stand.figure.unit) == (Attitude.WANTS, 94, "percent")
    assert (stand.period.first, stand.period.last) == ("2024-07-01", "2025-11-30")
    assert (stand.agent, stand.scope) == ("Tom Verrill", Scope.MOST)
    assert claim("quote: At least 12, point: closed, figure: 12").commitment.certainty is Certainty.CERTAIN
    assert claim("quote: At least 12, point: closed").commitment is None


def test_the_same_words_are_found_where_the_occurrence_says(claim, sources):
    text = sources["01-wire.txt"].text
    places = [claim(f"quote: bridge was closed, occurrence: {n}").start for n in (1, 2, 3)]
    assert places == sorted(set(places))
    assert all(text.startswith("bridge was closed", at) for at in places)


def test_two_claims_on_the_same_words_are_two(load):
    one = "  - {source: 01-wire.txt, quote: The bridge was closed}\n"
    first, second = load(HEAD + one + one).claims
    assert (first.start, first.end) == (second.start, second.end)
    assert first.id != second.id


def test_words_that_look_like_values_are_words(load):
    reading = load("briefing-reading: 1\nactors:\n  - {id: no, name: 1986, type: group}\n")
    assert [(a.id, a.name) for a in reading.actors] == [(stable_id("a", "reading", "no"), "1986")]


def test_points_and_actors_have_the_ids_of_their_keys_and_links(load):
    reading = load(HEAD + "  []\n")
    closed, opened, safe = reading.points
    assert (closed.opposites, opened.excludes, opened.requires) == ((opened.id,), (closed.id,), (safe.id,))
    assert opened.aliases == ("traffic flows",)
    assert reading.actors[1].type is ActorType.PERSON
    assert reading.actors[1].aliases == ("Mayor Tom Verrill", "the mayor")


def test_facts_about_a_source_take_the_place_of_its_own(load, sources):
    first = "01-wire.txt"
    sources[first] = replace(sources[first], publisher="Guess", author="A", inferred=frozenset({"publisher", "author"}))
    reading = load(
        "briefing-reading: 1\nsources:\n"
        f"  - {{file: {first}, publisher: Wire, published: 2025-11, relays: [Post], origin: o, genre: report}}\n"
    )
    corrected, *others = reading.sources
    assert (corrected.publisher, corrected.published, corrected.relays) == ("Wire", "2025-11", ("Post",))
    assert (corrected.origin, corrected.genre, corrected.text) == ("o", "report", sources[first].text)
    assert (corrected.author, corrected.inferred) == ("A", {"author"})
    assert others == [s for f, s in sources.items() if f != first]


def test_a_reading_is_found_again_in_the_cache_as_it_was(load):
    reading = load(HEAD + "  - {source: 01-wire.txt, quote: At least 12, point: closed, figure: 12, when: 2025}\n")
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading


def quoting(source: str, quote: str) -> str:
    return f"{HEAD}  - source: {source}\n    quote: {quote}\n"


@pytest.mark.parametrize(
    ("quote", "remedy"),
    [
        ("The  Vasa bridge", 'only white space or quotation marks differ; write exactly "The Vasa bridge"'),
        ("the vasa Bridge", 'only capitals differ; write exactly "The Vasa bridge"'),
        (
            "The Vasa bridge was open",
            'it has "The Vasa bridge was", and goes on " closed on Monday, the ministry said.\\nA',
        ),
        ("Nothing of the kind", "copy them from the article, character for character"),
    ],
)
def test_a_quote_that_is_not_there_says_what_is(complaints, quote, remedy):
    (fault,) = complaints(quoting("01-wire.txt", quote))
    assert fault.startswith(f"{FIRST_CLAIM + 1}: claims.0.quote: these words do not stand in the article — {remedy}")


@pytest.mark.parametrize(
    ("quote", "exact"),
    [
        ('denied that "the bridge" was', "denied that “the bridge” was"),
        ("others that it never", "others that\\nit never"),
        ("was closed. Some", "was closed.\\r\\nSome"),
    ],
)
def test_exact_characters_are_given_to_copy(complaints, load, quote, exact):
    (fault,) = complaints(quoting("02-post.txt", quote))
    assert fault.endswith(f'write exactly "{exact}"')
    assert load(quoting("02-post.txt", f'"{exact}"')).claims


FAULTS = [
    ("holder: ministri", "holder: there is no actor 'ministri' — did you mean 'ministry'?"),
    ("holder: the mayor", "holder: there is no actor 'the mayor' — write its key 'verrill'"),
    ("actors: [ministry, x]", "actors.1: there is no actor 'x' — known are ministry, verrill"),
    ("holder: verrill, chain: [ministry]", "chain: must end in the holder 'verrill' — put 'verrill' last"),
    ("chain: [ministry]", "chain: what the article says itself comes through nobody — name the holder"),
    ("holder: verrill, chain: [minstry, verrill]", "chain.0: there is no actor 'minstry' — did you mean 'ministry'?"),
    ("point: closd", "point: there is no point 'closd' — did you mean 'closed'?"),
    ("commitment: certain +", "commitment: stands without a point — name the point it is on, or remove it"),
    ("figure: 12", "figure: stands without a point — name the point it is on, or remove it"),
    ("occurrence: 2", "quote: these words stand in the article only once — 'occurrence' is at most 1"),
    ("occurrence: 0", "occurrence: must be greater than or equal to 1 — "),
    (
        "words: was open",
        "words: these words do not stand in the quote — copy them from the article, character for character",
    ),
    (
        "point: closed, commitment: certainly",
        "commitment: 'certainly' is no commitment; write 'certain +', 'possible -', ",
    ),
    ("mode: denys", "mode: must be 'asserts', 'reports', 'denies', "),
    ("holdr: verrill", "holdr: unknown key — did you mean 'holder'?"),
    ("time: 2025-13", "time: month must be in 1..12 — "),
    ("time: 2025-11..2025-10", "time: '2025-11..2025-10' ends before it begins — "),
    ("figures: [many]", "figures.0: 'many' has no quantity in it; write '94 %', "),
    ("text: ''", "text: is empty; write something, or remove the key — "),
]


@pytest.mark.parametrize(("keys", "start"), FAULTS, ids=[k for k, _ in FAULTS])
def test_what_is_wrong_with_a_claim_is_said_where_it_stands(complaints, keys, start):
    (fault,) = complaints(f"{HEAD}  - {{source: 01-wire.txt, quote: The Vasa bridge was closed, {keys}}}\n")
    assert fault.startswith(f"{FIRST_CLAIM}: claims.0.{start}")


def test_everything_that_is_wrong_is_said_at_once_in_order(complaints):
    text = HEAD.replace("[open]", "[opn, closed]") + (
        "  - {source: 1-wire.txt, quote: x, holder: ministri}\n"
        "  - {source: 1-wire.txt, quote: x}\n"
        "  - {source: 03-scan.txt, quote: x}\n"
        "  - {source: 02-post.txt, quote: nowhere, point: closd, actors: [verill]}\n"
    )
    assert [f.split(" — ")[0] for f in complaints(text)] == [
        "7: points.0.opposites.0: there is no point 'opn'",
        "7: points.0.opposites.1: a point cannot be linked to itself",
        "11: claims.0.source: there is no article '1-wire.txt' in the case; 2 claims on it left out",
        "11: claims.0.holder: there is no actor 'ministri'",
        "13: claims.2.source: the article '03-scan.txt' was not read: empty; 1 claim on it left out",
        "14: claims.3.quote: these words do not stand in the article",
        "14: claims.3.actors.0: there is no actor 'verill'",
        "14: claims.3.point: there is no point 'closd'",
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("briefing-reading: 2\n", "1: briefing-reading: must be '1'"),
        ("by: me\n", "1: briefing-reading: missing"),
        ("", "None: briefing-reading: missing"),
        ("- a\n", "1: : must be keys with values"),
        (
            HEAD.replace("id: safe, phrase", "id: open, phrase").replace("requires: [safe], ", "") + "  []\n",
            "9: points.2.id: 'open' stands twice",
        ),
        (
            HEAD.replace("id: verrill", "id: article") + "  []\n",
            "5: actors.1.id: 'article' stands for the outlet's own",
        ),
        (HEAD.replace("person", "human") + "  []\n", "5: actors.1.type: must be 'person', "),
        (
            "briefing-reading: 1\nsources:\n  - {file: 01-wire.txt, published: May}\n",
            "3: sources.0.published: 'May' is no",
        ),
    ],
)
def test_a_file_that_is_no_reading_says_why(complaints, text, start):
    assert complaints(text)[0].startswith(start)


def test_sources_found_to_go_back_to_one_origin_stay_together_unless_the_reading_says_otherwise(load, sources):
    for file, source in sources.items():
        sources[file] = replace(source, origin="found")
    head = "briefing-reading: 1\nsources:\n  - {file: 01-wire.txt, origin: o}\n"
    assert [s.origin for s in load(head).sources] == ["o", "o", "o"]
    assert [s.origin for s in load(head + "  - {file: 02-post.txt, origin: p}\n").sources[:2]] == ["o", "p"]


def test_importing_the_room_of_readings_loads_neither_pydantic_nor_yaml():
    program = "import sys, briefing.readings\nassert not {'pydantic', 'yaml'} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_hangs_on_an_article_that_is_not_there_is_left_out_and_told_and_the_rest_holds(load):
    gone = (
        "  - {source: 1-wire.txt, quote: x}\n  - {source: 1-wire.txt, quote: y}\n  - {source: 03-scan.txt, quote: x}\n"
    )
    reading = load(HEAD + "  - {source: 01-wire.txt, quote: The Vasa bridge was closed}\n" + gone)
    assert [c.quote for c in reading.claims] == ["The Vasa bridge was closed"]
    assert [(left.line, left.key, left.problem, left.remedy) for left in reading.left_out] == [
        (
            12,
            "claims.1.source",
            "there is no article '1-wire.txt' in the case; 2 claims on it left out",
            "did you mean '01-wire.txt'?",
        ),
        (14, "claims.3.source", "the article '03-scan.txt' was not read: empty; 1 claim on it left out", ""),
    ]
