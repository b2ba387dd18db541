"""What completion offers for a filter that is half typed."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.dossier import Actor, ActorType, Claim, Dossier, Point, Query, QueryError, Source
from briefing.room.completing import completions


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    d = Dossier()
    d.put_sources([
        Source("s1", "a.txt", "", publisher="Miami Herald", published="2025-11-03"),
        Source("s2", "b.txt", "", publisher="Wire \x1b[31m", published="2025-12"),
    ])  # fmt: skip
    d.replace_actors([
        Actor("a1", "Nicolás Maduro", ActorType.PERSON),
        Actor("a2", "Ana Nicolau", ActorType.PERSON, ('the "boss" of Nicosia',)),
    ])  # fmt: skip
    d.put_points([Point("p1", "the bridge holds")])
    d.put_claims([Claim("c1", "s1", 0, 1, "x", "x", "Bo"), Claim("c2", "s2", 0, 1, "x", "x", "Nicolás Maduro")])
    return d


def offered(dossier, text, at=None):
    return [c.words for c in completions(dossier, ["key", "follow up"], text, len(text) if at is None else at)]


def taken(dossier, text, at=None):
    return completions(dossier, ["key", "follow up"], text, len(text) if at is None else at)[0].text


def test_fields_are_offered_for_words_and_values_for_fields(dossier):
    assert offered(dossier, "ho") == ["holder:"]
    assert offered(dossier, "holder:") == ["Bo", "Nicolás Maduro"]
    assert offered(dossier, "is:h") == ["hedged"]
    assert offered(dossier, "by:")[0] == "rules"
    assert offered(dossier, "tag:fo") == ["follow up"]
    assert offered(dossier, "point:bri") == ["the bridge holds"]
    assert offered(dossier, "since:2025-1") == ["2025-11", "2025-12", "2025-11-03"]
    assert offered(dossier, "") == []


def test_what_begins_so_comes_before_what_only_has_it_whatever_the_accents(dossier):
    assert offered(dossier, "actor:nicola") == ["Nicolás Maduro", "Ana Nicolau"]


def test_what_is_taken_is_quoted_where_it_must_be_and_keeps_the_rest(dossier):
    assert taken(dossier, "dam -tag:fo") == 'dam -tag:"follow up" '
    assert taken(dossier, 'actor:"nicolás m') == 'actor:"Nicolás Maduro" '
    assert taken(dossier, "holder:b is:hedged", 8) == "holder:Bo is:hedged"
    assert taken(dossier, "actor:boss") == 'actor:"of Nicosia" '


def test_hidden_characters_are_not_offered(dossier):
    assert offered(dossier, "source:wire") == []


@example('""is:a')
@given(st.text(st.sampled_from('ab:-" noisactrhdl'), max_size=14))
def test_whatever_is_taken_can_be_read_up_to_there(dossier, text):
    for offer in completions(dossier, ["key"], text, len(text)):
        if not offer.words.endswith(":"):
            try:
                Query.parse(text[: text.rfind(" ") + 1])
            except QueryError:
                continue
            Query.parse(offer.text)
