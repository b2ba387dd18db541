"""An added claim stays on its words whatever becomes of the file, and takes part in everything."""

from briefing.case import Case
from briefing.case.agenda import companions
from briefing.dossier import Act, Certainty, Maker, Polarity
from briefing.dossier.correction import Field

WORDS = "The Vasa bridge was closed on Monday"


def loaded(case: Case) -> Case:
    for _ in case.load_all():
        pass
    return case


def add(case: Case, words: str, holder: str) -> str:
    source = next(s for s in case.dossier.sources.values() if words in s.text)
    at = source.text.index(words)
    return case.analyst.add_claim(source.id, at, at + len(words), holder)


def test_it_is_there_after_reopening_with_what_was_said_of_it_and_disputes_others(open_case):
    case = loaded(open_case())
    mine = add(case, "a bus slid off the road", "Tom Verrill")
    closed = next(c for c in case.dossier.claims.values() if c.by is Maker.READING and "denied" in c.quote)
    case.analyst.toggle_tag(mine, "key")
    case.analyst.correct(mine, Field.HOLDER, "police")
    case.analyst.put_on_point(mine, closed.point)
    case.analyst.commit(mine, "certain +")
    assert any({r.a, r.b} == {mine, closed.id} for r in case.dossier.conflicts())
    again = loaded(open_case())
    assert again.dossier.claims == case.dossier.claims
    assert dict(again.dossier.relations) == dict(case.dossier.relations)
    assert again.dossier.record.tags(mine) == ("key",)
    assert again.dossier.claims[mine].by is Maker.ANALYST
    assert not again.orphans
    for _ in range(4):
        again.undo()
    assert again.dossier.claims[mine].holder == "Tom Verrill"
    assert "added claim “" in (again.undo() or "")
    assert mine not in again.dossier.claims
    assert not any(mine in {r.a, r.b} for r in again.dossier.relations.values())
    assert "added claim" in (again.redo() or "")
    assert mine in again.dossier.claims


def test_it_follows_its_words_and_is_listed_when_they_are_gone_and_back_with_them(open_case, folder):
    case = loaded(open_case())
    mine = add(case, "a bus slid off the road", "police")
    path = folder / "01-wire.txt"
    text = path.read_text("utf-8")
    path.write_text(text.replace("HALDEN,", "HALDEN, late,"), encoding="utf-8")
    moved = loaded(open_case())
    claim = moved.dossier.claims[mine]
    assert moved.dossier.sources[claim.source].text[claim.start : claim.end] == claim.quote == "a bus slid off the road"
    path.write_text(text.replace("a bus slid", "a car slid"), encoding="utf-8")
    lost = loaded(open_case())
    assert mine not in lost.dossier.claims
    assert [a.act for a in lost.orphans] == [Act.ADD]
    path.write_text(text, encoding="utf-8")
    assert mine in loaded(open_case()).dossier.claims


def test_it_has_the_companions_of_what_was_read_in_its_words_or_nearest_to_them_and_is_theirs(open_case, folder):
    (folder / "reading.yaml").unlink()
    case = loaded(open_case())
    d = case.dossier
    read = next(c for c in d.claims.values() if c.quote.startswith("At least 12 people"))
    assert read.companions
    within = add(case, "a bus slid off the road", "police")
    assert d.claims[within].companions == read.companions
    assert within in companions(d, read.companions[0])
    beside = add(case, "HALDEN, 3 March", "the outlet")
    nearest = next(c for c in d.claims.values() if c.quote.startswith("The Vasa bridge was closed"))
    assert companions(d, beside) == [i for i in companions(d, nearest.id) if i not in {beside, within}]
    assert loaded(open_case()).dossier.claims[within] == d.claims[within]


def test_it_is_held_as_its_words_say_until_the_analyst_says_otherwise(open_case, folder):
    words = "nobody told the engineers, perhaps because the dam was thought to be empty"
    (folder / "09-late.txt").write_text(f"Late\n\nIn the end {words}.\n", encoding="utf-8")
    case = loaded(open_case())
    source = next(s for s in case.dossier.sources.values() if words in s.text)

    def stands(quote: str) -> tuple[Polarity, Certainty]:
        at = source.text.index(quote)
        claim = case.dossier.claims[case.analyst.add_claim(source.id, at, at + len(quote), "police")]
        return claim.polarity, claim.certainty

    assert stands("nobody told the engineers") == (Polarity.NEGATIVE, Certainty.CERTAIN)
    assert stands("perhaps because the dam was thought to be empty") == (Polarity.POSITIVE, Certainty.POSSIBLE)
    read = next(c for c in case.dossier.claims_of_source(source.id) if c.by is Maker.RULES)
    assert stands(read.quote.removesuffix(" empty")) == (read.polarity, read.certainty)
