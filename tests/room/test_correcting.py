"""Putting right by keyboard: a claim's fields, and who is who; it shows, contradictions follow, and it can be taken back."""

from briefing.dossier.correction import Field


def claim(analyst, words):
    return next(c for c in analyst.room.dossier.claims.values() if words in c.quote)


async def choose(analyst, words):
    await analyst.type(words)
    await analyst.press("enter")


async def test_a_holder_is_put_right_by_typing_and_taken_back_as_it_was_read(sit):
    async with sit() as analyst:
        await analyst.press("3", "g", "e")
        assert "holder: Water Ministry" in analyst.screen
        await choose(analyst, "holder")
        await choose(analyst, "korvash")
        safe = claim(analyst, "Kessel dam is safe")
        assert safe.holder == "Lida Korvash"
        assert any("contradictions:" in s for s in analyst.said)
        assert "read as Water Ministry" in " ".join(analyst.screen.split())
        assert "± " in analyst.screen
        await analyst.press("f")
        await choose(analyst, "is:corrected")
        assert analyst.claims == ["The Kessel dam is safe"]
        await analyst.press("f1", "3", "g")
        await analyst.press("e")
        await choose(analyst, "holder")
        await choose(analyst, "a foreman")
        assert claim(analyst, "Kessel dam is safe").holder == "a foreman"
        await analyst.press("e")
        await choose(analyst, "holder")
        await choose(analyst, "as it was read")
        assert not analyst.room.dossier.record.corrections(safe.id)


async def test_certainty_is_chosen_and_a_figure_that_cannot_be_read_stays_to_be_mended(sit):
    async with sit() as analyst:
        await analyst.press("3", "g", "e")
        await choose(analyst, "certainty")
        await choose(analyst, "possible")
        assert str(claim(analyst, "Kessel dam is safe").commitment) == "possible +"
        await analyst.press("e")
        await choose(analyst, "figure")
        await choose(analyst, "lots of it")
        assert "lots of it" in analyst.screen
        assert "'lots of it' has no quantity in it" in analyst.screen
        await analyst.press("escape")
        assert Field.FIGURE not in analyst.room.dossier.record.corrections(claim(analyst, "Kessel dam is safe").id)


async def test_a_point_is_merged_with_one_that_is_the_same(sit):
    async with sit() as analyst:
        await analyst.press("3", "g")
        dossier = analyst.room.dossier
        safe = claim(analyst, "Kessel dam is safe")
        rained = analyst.room.case.analyst.put_on_new_point(
            next(c.id for c in dossier.claims.values() if c.point is None or c.point != safe.point), "it rained"
        )
        with_it = {c.id for c in dossier.claims_on_point(safe.point)}
        await analyst.press("e")
        await choose(analyst, "merge")
        assert "the same as:" in analyst.screen
        await choose(analyst, "it rained")
        assert with_it <= {c.id for c in dossier.claims_on_point(rained)}
        assert any("moved" in said for said in analyst.said)
        await analyst.press("u")
        assert dossier.claims[safe.id].point == safe.point


async def test_a_time_that_counts_from_the_article_says_the_days_it_comes_to(sit):
    async with sit() as analyst:
        await analyst.press("3", "g", "e")
        await choose(analyst, "time")
        await choose(analyst, "last week")
        assert analyst.said == ["time: last week (26 Jan-1 Feb 2026)"]
        await analyst.until(lambda: "last week (26 Jan-1 Feb 2026)" in analyst.screen)


async def test_what_was_read_is_no_correction_and_chosen_anew_takes_one_back(sit):
    async with sit() as analyst:
        safe, corrections = claim(analyst, "Kessel dam is safe"), analyst.room.dossier.record.corrections
        for field, read in (("holder", "water ministry"), ("certainty", "certain"), ("figure", "")):
            await analyst.press("3", "g", "e")
            await choose(analyst, field)
            await choose(analyst, read)
            assert not corrections(safe.id)
        for value, said in (("at least 3 people", "figure: at least 3 people"), ("", "figure: none, as it was read")):
            await analyst.press("e")
            await choose(analyst, "figure")
            await analyst.press("ctrl+u")
            await choose(analyst, value)
            assert analyst.said == [said]
        assert not corrections(safe.id)


async def test_an_actor_is_merged_the_chosen_view_follows_and_undo_parts_them(sit):
    async with sit() as analyst:
        room = analyst.room
        await analyst.press("3", "m")
        assert any("needs an actor (2)" in s for s in analyst.said)
        await analyst.press("2", "/")
        await choose(analyst, "osmani")
        osmani = room.desk.panes["actors"].current
        await analyst.press("space", "m")
        await choose(analyst, "same as another")
        await choose(analyst, "korvash")
        assert osmani not in room.dossier.actors
        korvash = next(a for a in room.dossier.actors.values() if a.name == "Lida Korvash")
        assert room.view.actor == korvash.id
        assert {room.dossier.claims[i].holder for i in room.desk.panes["claims"].items} >= {"Lida Korvash"}
        assert "Davit Osmani" in korvash.aliases
        assert room.desk.panes["actors"].current == korvash.id
        assert room.hand is not None
        assert "Davit Osmani" in "\n".join(room.desk.detail.texts)
        assert any(s.startswith("“Davit Osmani” is “Lida Korvash” now") for s in analyst.said)
        await analyst.press("u")
        assert osmani in room.dossier.actors
        assert analyst.said == ["undone: “Davit Osmani” is “Lida Korvash”"]


async def test_a_list_to_choose_from_is_no_higher_than_it_needs_and_keeps_its_height_while_one_types(sit):
    async with sit() as analyst:
        await analyst.press("2", "g", "m")
        box = analyst.room.screen.query_one("#chooser")
        height = box.region.height
        assert height < 14
        await analyst.type("another name")
        assert box.region.height == height


async def test_an_actor_is_renamed_and_a_hostile_name_is_shown_safely(sit):
    async with sit() as analyst:
        await analyst.press("2", "g", "m")
        await choose(analyst, "another name")
        await analyst.press(*["backspace"] * 30)
        await choose(analyst, "Engineer [b]K\x1b[31m")
        assert any(a.name.startswith("Engineer [b]K") for a in analyst.room.dossier.actors.values())
        assert "Engineer [b]K" in analyst.screen
        assert "\x1b[31m" not in analyst.screen
