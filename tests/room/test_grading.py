"""Credibility and the brief: shown on the row and in the detail, found by a filter, kept, and taken back."""

from briefing.cache import Cache
from briefing.case import Case
from briefing.dossier import Act


def claim(analyst, words):
    return next(c.id for c in analyst.room.dossier.claims.values() if words in c.quote)


async def filter_by(analyst, text):
    await analyst.press("f")
    await analyst.type(text)
    await analyst.press("enter")


async def test_a_claim_and_a_contradiction_go_into_the_brief_and_out_again(sit):
    async with sit() as analyst:
        first = claim(analyst, "dam is safe")
        record = analyst.room.dossier.record
        await analyst.press("3", "g", "b")
        assert record.get(Act.BRIEF, first) == "yes"
        assert "§" in analyst.screen
        assert "in the brief" in analyst.screen
        await filter_by(analyst, "is:brief")
        assert analyst.claims == ["The Kessel dam is safe"]
        await analyst.press("f1", "3", "g", "b")
        assert record.get(Act.BRIEF, first) is None
        assert "§" not in analyst.screen
        await analyst.press("5", "b")
        (into,) = record.standing(Act.BRIEF)
        assert into.target in analyst.room.dossier.relations
        assert "§" in analyst.screen
        await analyst.press("u")
        assert not list(record.standing(Act.BRIEF))
        assert any(s.startswith("undone: into the brief: ") for s in analyst.said)


async def test_what_cannot_go_into_the_brief_says_what_can(sit):
    async with sit() as analyst:
        await analyst.press("1", "b")
        assert any("needs a claim (3) or contradiction (5)" in s for s in analyst.said)
        await analyst.press("c")
        assert analyst.said == ["“credibility of the claim” needs a claim (3)"]


async def test_a_credibility_is_a_key_shown_filtered_and_kept(sit):
    async with sit() as analyst:
        first = claim(analyst, "dam is safe")
        await analyst.press("3", "g", "r", "B")
        assert analyst.room.dossier.record.get(Act.CREDIBILITY, first) is None
        await analyst.press("c")
        assert "6 cannot be judged" in analyst.screen.splitlines()[-1]
        await analyst.press("2", "g")
        assert "2 probably true" in analyst.screen
        await filter_by(analyst, "credibility:2")
        assert analyst.claims == ["The Kessel dam is safe"]
        with Case(analyst.room.case.folder, analyst.room.case.config, Cache(None)) as again:
            assert again.dossier.record.get(Act.CREDIBILITY, first) == "2"
        await analyst.press("f1", "3", "g", "c", "-")
        assert analyst.room.dossier.record.get(Act.CREDIBILITY, first) is None


async def test_a_one_without_a_second_origin_is_taken_and_said_to_be_unconfirmed(sit):
    async with sit() as analyst:
        first = claim(analyst, "dam is safe")
        await analyst.press("3", "g", "c", "1")
        assert analyst.room.dossier.record.get(Act.CREDIBILITY, first) == "1"
        assert any("two independent origins" in s for s in analyst.said)
        await analyst.press("g")
        assert "no claim of another origin" in " ".join(analyst.screen.split())
