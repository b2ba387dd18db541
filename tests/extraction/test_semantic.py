import numpy as np
import pytest

from briefing.cache import Cache
from briefing.dossier import Claim, Maker, Passage, Source
from briefing.extraction import encoder
from briefing.extraction.companions import companions, neighbours, weights
from briefing.extraction.draft import Draft
from briefing.extraction.extra import installed
from briefing.extraction.meanings import MEANINGS, Meanings
from briefing.extraction.semantic import MiniLM
from briefing.extraction.surroundings import FAMILIES

MATTERS = ("dam", "reservoir"), ("vote", "ballot"), ("fire", "blaze")
"""Words that mean the same to the encoder of these tests."""


def by_matter(texts):
    """Put a text on the axis of its matter, or on one of its own."""
    rows = np.zeros((len(texts), 3 + len(texts)), np.float32)
    for n, text in enumerate(texts):
        matter = next((m for m, words in enumerate(MATTERS) if set(text.split()) & set(words)), 3 + n)
        rows[n, matter] = 1
    return rows


def by_no_matter(texts):
    """Put every text on an axis of its own."""
    return np.eye(len(texts), dtype=np.float32)


def near(*said, known=by_matter):
    """Return the companions of claims given as (source, words), by their words; all hold in their article's voice."""
    claims, drafts = [], {}
    for n, (source, words) in enumerate(said):
        claims.append(Claim(words, source, n, n + 1, words, words, source, by=Maker.RULES))
        common = (claims[-1].mode, claims[-1].polarity, claims[-1].certainty)
        drafts[words] = Draft(n, n + 1, words, None, (), None, *common, (), None, (), tuple(words.split()), ())
    sources = {s: Source(s, f"{s}.txt", "0" * 64, "", (Passage(0, 99),)) for s, _ in said}
    return companions(neighbours(claims, drafts, sources, Meanings(claims, known)))


SAID = (("a", "dam cracked"), ("b", "ballot rigged"), ("c", "reservoir sound"), ("d", "choir sang"))


def test_claims_of_one_matter_in_other_words_find_each_other_only_by_what_they_mean():
    assert near(*SAID)["dam cracked"][0] == "reservoir sound"
    assert near(*SAID, known=by_no_matter)["dam cracked"] == ()


def test_a_short_answer_is_found_by_what_stands_before_it():
    said = [
        ("a", "dam cracked"),
        ("a", "never"),
        ("b", "ballot rigged"),
        ("c", "blaze spread"),
        ("d", "reservoir sound"),
    ]
    assert near(*said)["never"][0] == "reservoir sound"


def test_what_stands_in_another_article_is_not_around_a_claim():
    claims = [Claim(w, s, n, n + 1, w, w, s, by=Maker.RULES) for n, (s, w) in enumerate(SAID)]
    own, around = Meanings(claims, by_matter).near(0)
    assert np.array_equal(own, around)


def test_no_claims_no_companions_and_one_claim_none():
    assert near() == {}
    assert near(("a", "dam cracked")) == {"dam cracked": ()}


def test_both_sets_of_weights_are_whole():
    for worth in (weights(), weights(semantic=True)):
        assert set(worth) == {*FAMILIES, "source", "holder", *MEANINGS}
        assert all(worth[name] >= 0 for name in (*FAMILIES, *MEANINGS))


def test_a_text_is_encoded_once_even_in_another_session(tmp_path, monkeypatch):
    encoded = []

    def encode(_, texts):
        encoded.extend(texts)
        return np.array([[0.6, len(text)] for text in texts], np.float32)

    monkeypatch.setattr(MiniLM, "_encoded", encode)
    first = MiniLM(Cache(tmp_path))(["one", "two", "one"])
    assert np.array_equal(MiniLM(Cache(tmp_path))(["one", "two", "one"]), first)
    assert encoded == ["one", "two"]


def test_without_the_extra_there_is_no_encoder():
    assert encoder(Cache(None)) is None


needs_the_extra = pytest.mark.skipif(
    not installed(), reason="needs the optional extra: pip install 'briefing[semantic]'"
)


@needs_the_extra
def test_a_vector_does_not_hang_on_what_else_is_encoded():
    texts = [f"Claim {n} " + "is long " * (n % 7) for n in range(50)]
    together = MiniLM(Cache(None))(texts)
    assert np.allclose(together[20:21], MiniLM(Cache(None))(texts[20:21]), atol=2e-3)


@needs_the_extra
def test_the_model_tells_what_claims_mean():
    one, same, other, _ = MiniLM(Cache(None))(
        ["The minister stepped down.", "The secretary has resigned.", "Barley prices rose in June.", "\ud800"]
    )
    assert np.linalg.norm(one) == pytest.approx(1, abs=0.01)
    assert one @ same > 0.4 > one @ other
