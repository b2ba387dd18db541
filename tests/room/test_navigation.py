"""Getting about in the room with the keyboard alone."""

import pytest
from textual import events

from briefing import keymap
from briefing.room.arrangement import PANES, Pane, on_screen
from briefing.room.deeds import DEEDS
from briefing.room.guiding import help_lines

SIZES = [(160, 48), (100, 30), (80, 24)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_is_reached_by_its_number_and_by_tab_and_shows_the_focus(sit, size):
    async with sit(size) as analyst:
        for number, pane in enumerate(PANES, 1):
            await analyst.press(str(number))
            assert_in_focus(analyst, pane)
        await analyst.press("1")
        for pane in (*PANES[1:], PANES[0]):
            await analyst.press("tab")
            assert_in_focus(analyst, pane)
        await analyst.press("shift+tab")
        assert_in_focus(analyst, PANES[-1])


@pytest.mark.parametrize("size", SIZES)
async def test_keys_that_come_at_once_lead_where_the_last_one_leads(sit, size):
    async with sit(size) as analyst:
        for key in ("5", "j", "enter"):
            analyst.room.post_message(events.Key(key, key if len(key) == 1 else None))
        await analyst.pilot.pause()
        await analyst.pilot.pause()
        assert_in_focus(analyst, Pane.READER)


def assert_in_focus(analyst, pane):
    widget = analyst.room.desk.panes[pane]
    assert widget.has_focus
    assert widget.region.area > 0
    assert pane.heading in analyst.screen


@pytest.mark.parametrize("size", SIZES)
async def test_case_counts_and_keys_are_always_on_screen(sit, size):
    async with sit(size) as analyst:
        lines = analyst.screen.splitlines()
        assert "briefing · kessel" in lines[0]
        assert "2 contradictions, 2 open" in lines[0]
        assert "3 Claims" in lines[1]
        assert "t tag" in lines[-1]
        assert "? keys" in lines[-1]
        assert all(len(line) <= size[0] for line in lines)


def test_wide_screens_have_three_columns_narrow_ones_one_pane():
    assert on_screen(160, Pane.CLAIMS, zoomed=False) == set(PANES)
    assert len(on_screen(100, Pane.CLAIMS, zoomed=False)) == 4
    assert on_screen(80, Pane.CLAIMS, zoomed=False) == {Pane.CLAIMS}
    assert on_screen(160, Pane.READER, zoomed=True) == {Pane.READER}


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_a_claim_at_its_words_and_escape_goes_back_to_its_row(sit, size):
    async with sit(size) as analyst:
        await analyst.press("3", "j", "j", "enter")
        room = analyst.room
        claim = room.dossier.claims[room.desk.reader.claim]
        assert claim.quote == "At least 40 families have left the town"
        assert room.focused_pane is Pane.READER
        assert "At least 40 families" in analyst.screen
        await analyst.press("escape")
        assert room.focused_pane is Pane.CLAIMS
        assert room.desk.panes[Pane.CLAIMS].current == claim.id


async def test_enter_on_a_contradiction_opens_one_side_and_enter_again_the_other(sit):
    async with sit() as analyst:
        room = analyst.room
        await analyst.press("5")
        relation = room.dossier.relations[room.desk.panes[Pane.CONTRADICTIONS].current]
        await analyst.press("enter")
        assert room.desk.reader.claim == relation.a
        await analyst.press("enter")
        assert room.desk.reader.claim == relation.b
        await analyst.press("escape")
        assert room.focused_pane is Pane.CONTRADICTIONS
        assert room.desk.panes[Pane.CONTRADICTIONS].current == relation.id


async def test_enter_on_sources_and_actors_opens_the_article(sit):
    async with sit() as analyst:
        await analyst.press("1", "j", "enter")
        assert analyst.room.desk.reader.source.name == "Strait Review"
        await analyst.press("escape", "2")
        await analyst.press("/")
        await analyst.type("ministry")
        await analyst.press("enter", "enter")
        assert analyst.room.focused_pane is Pane.READER
        assert analyst.room.desk.reader.source.name == "Interpress"


async def test_the_reader_goes_by_lines_and_by_claims(sit):
    async with sit() as analyst:
        reader = analyst.room.desk.reader
        await analyst.press("1", "enter", "g")
        seen = [analyst.room.dossier.claims[c].quote if (c := reader.claim) else None]
        for _ in range(3):
            await analyst.press("]")
            seen.append(analyst.room.dossier.claims[reader.claim].quote)
        assert seen[-1] == "At least 40 families have left the town"
        await analyst.press("]")
        assert any("last claim" in s for s in analyst.said)
        await analyst.press("k")
        assert reader.claim is None
        assert analyst.room.hand.kind == "source"
        await analyst.press("[")
        assert "warned in May" in analyst.room.dossier.claims[reader.claim].quote


async def test_a_contradiction_is_found_from_the_reader(sit):
    async with sit() as analyst:
        await analyst.press("3", "enter", "escape", "4", "enter")
        assert analyst.room.focused_pane is Pane.CONTRADICTIONS
        assert "the dam is safe" in analyst.screen


async def test_zoom_shows_one_pane_and_all_again(sit):
    async with sit() as analyst:
        sources = analyst.room.desk.panes[Pane.SOURCES]
        await analyst.press("3", "z")
        assert sources.region.area == 0
        assert analyst.room.desk.panes[Pane.CLAIMS].region.width > 150
        assert "3 Claims  7 · zoomed, z shows all panes" in analyst.screen
        await analyst.press("5")
        assert "open · zoomed, z" in analyst.screen
        await analyst.press("z")
        assert sources.region.area > 0
        assert "zoomed" not in analyst.screen


async def test_the_lines_at_top_and_bottom_are_as_wide_as_the_window_once_it_changes(sit):
    async with sit((160, 48)) as analyst:
        for width in (80, 160, 100):
            await analyst.pilot.resize_terminal(width, 30)
            await analyst.pilot.pause()
            lines = analyst.screen.splitlines()
            assert "2 contradictions" in lines[0]
            assert lines[-1].rstrip().endswith("? keys")
            assert len(lines[-1].rstrip()) >= width - 2


async def test_the_place_is_kept_when_the_window_changes(sit):
    async with sit() as analyst:
        await analyst.press("3", "G", "enter")
        held = analyst.room.desk.reader.claim
        await analyst.pilot.resize_terminal(80, 24)
        await analyst.until(lambda: analyst.room.size.width == 80)
        await analyst.pilot.pause()
        assert analyst.room.desk.reader.claim == held
        assert "Korvash" in analyst.screen


async def test_help_lists_every_command_with_its_key_and_why_it_does_nothing_here(sit):
    assert {c.id for c in keymap.COMMANDS} == set(DEEDS)
    async with sit() as analyst:
        await analyst.press("1")
        text = "\n".join(line.plain for line in help_lines(analyst.room))
        assert all(c.words in text for c in keymap.COMMANDS)
        assert "needs a contradiction (5)" in text
        await analyst.press("?")
        await analyst.until(lambda: "keys in sources" in analyst.screen)
        await analyst.press("escape")
        assert analyst.room.screen is analyst.room.desk


async def test_a_key_that_does_nothing_here_says_why(sit):
    async with sit() as analyst:
        await analyst.press("1", "v")
        assert any("needs a contradiction (5)" in s for s in analyst.said)


@pytest.mark.parametrize("typed", ["other colours", "theme"])
async def test_every_command_can_be_chosen_by_typing_its_words_or_its_name(sit, typed):
    async with sit() as analyst:
        await analyst.press("ctrl+p")
        await analyst.type(typed)
        await analyst.press("enter")
        assert analyst.room.theme == "briefing-light"


async def test_keys_of_the_configuration_take_the_place_of_the_defaults(sit):
    async with sit(keys={"zoom": "Z"}) as analyst:
        await analyst.press("1")
        assert "Z zoom" in analyst.screen
        await analyst.press("3", "z")
        assert analyst.room.desk.panes[Pane.SOURCES].region.area > 0
        await analyst.press("Z")
        assert analyst.room.desk.panes[Pane.SOURCES].region.area == 0


async def test_a_click_on_a_tab_goes_to_its_pane(sit):
    async with sit((80, 24)) as analyst:
        for words, pane in (("5 Contradictions", "contradictions"), ("2 Actors", "actors"), ("6 Detail", "detail")):
            x = analyst.screen.splitlines()[1].index(words)
            await analyst.pilot.click("#tabs", offset=(x, 0))
            await analyst.until(lambda pane=pane: analyst.room.focused_pane == pane)
        await analyst.pilot.click("#tabs", offset=(78, 0))
        await analyst.pilot.pause()
        assert analyst.room.focused_pane == "detail"


@pytest.mark.parametrize(("pane", "stays"), [("3", False), ("5", True)])
async def test_a_list_that_nobody_is_in_begins_with_the_best_whatever_came_first(sit, pane, stays):
    async with sit((160, 24)) as analyst:
        await analyst.press("O", pane)
        rows, d = analyst.room.desk.panes["contradictions"], analyst.room.dossier
        first, second = (i for i in rows.items if i in d.relations)
        best = d.relations[first]
        d.update_relations(removed=[first])
        analyst.room.keeper.fill_view()
        assert rows.current == second
        d.update_relations([best])
        await analyst.until(lambda: first in rows.items)
        assert rows.current == (second if stays else first)
        assert stays or rows.scroll_offset.y == 0
