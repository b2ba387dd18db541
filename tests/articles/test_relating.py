import random

from msgspec.structs import replace

from briefing.articles import relate
from briefing.dossier import Passage, Source

WORDS = [f"word{i}" for i in range(400)]


def article(number: int, words: list[str], **facts: object) -> Source:
    text = " ".join(words)
    return replace(Source(f"s{number}", f"{number}.txt", "", text, (Passage(0, len(text)),)), **facts)


def origins(*sources: Source) -> list[str]:
    return [s.origin for s in relate(sources)]


def shuffled(seed: int) -> list[str]:
    words = WORDS.copy()
    random.Random(seed).shuffle(words)
    return words


def test_second_of_two_same_texts_is_skipped():
    first, second = relate([article(1, WORDS), article(1, [*WORDS, "\n"], file="copy.md")])
    assert first.skipped is None
    assert second.skipped == "the same text as 1.txt"
    assert second.file == "copy.md"
    assert first.id != second.id


def test_near_duplicates_and_excerpts_share_an_origin():
    excerpt = [*WORDS[50:150], *shuffled(1)[:60]]
    a, b, c, d = origins(
        article(1, WORDS), article(2, ["new", *WORDS[:-20]]), article(3, excerpt), article(4, shuffled(2))
    )
    assert a == b == c != d


def test_sources_relaying_one_outlet_share_an_origin_with_it():
    relay = [article(1, shuffled(1), relays=("The Wall Street Journal",)), article(2, shuffled(2), relays=("WSJ",))]
    own = article(3, shuffled(3), publisher="Wall Street Journal")
    both = article(4, shuffled(4), relays=("WSJ", "CNN"))
    other = article(5, shuffled(5), relays=("CNN",))
    a, b, c, d, e = origins(*relay, own, both, other)
    assert a == b == c
    assert len({a, d, e}) == 3


def test_skipped_sources_stay_as_they_are():
    gone = Source("s9", "9.txt", "", skipped="empty")
    assert relate([gone, gone]) == [gone, gone]


def test_origins_do_not_depend_on_the_order():
    sources = [article(i, WORDS[i * 10 :]) for i in range(8)] + [article(20 + i, shuffled(i)) for i in range(5)]
    mixed = sources.copy()
    random.Random(0).shuffle(mixed)
    assert {s.id: s.origin for s in relate(sources)} == {s.id: s.origin for s in relate(mixed)}


def test_many_copies_of_one_story_take_no_square_of_time():
    sources = [article(i, [f"start{i}", *WORDS, *WORDS]) for i in range(1000)]
    assert len(set(origins(*sources))) == 1
