"""Lists in any order: the place stays, the head says so, contradictions stand together by point."""

import pytest

from briefing.room.arrangement import Pane
from briefing.room.ordering import COLUMNS


async def test_a_list_is_put_in_order_by_a_column_and_turned_round_and_the_place_stays(sit):
    async with sit() as analyst:
        claims, d = analyst.room.desk.panes[Pane.CLAIMS], analyst.room.dossier
        await analyst.press("3", "g", "o")
        assert "h holder" in analyst.screen.splitlines()[-1]
        here = claims.current
        await analyst.press("h")
        holders = [d.claims[i].holder for i in claims.items]
        assert holders[0] == "article" or sorted(holders[1:]) == holders[1:]
        assert claims.current == here
        assert "holder ↑" in analyst.screen
        await analyst.press("o", "h")
        assert claims.current == here
        assert "holder ↓" in analyst.screen
        assert list(claims.items) != sorted(claims.items)
        await analyst.press("o", "f")
        assert "holder ↓" not in analyst.screen


async def test_what_is_most_certain_and_what_has_most_comes_first_and_the_arrow_says_so(sit):
    async with sit() as analyst:
        d, panes = analyst.room.dossier, analyst.room.desk.panes
        claims = list(d.claims)
        for claim, stand in zip(claims, ("possible +", "probable -", "certain +", "unknown", "wants"), strict=False):
            analyst.room.case.analyst.put_on_new_point(claim, "the dam is safe")
            analyst.room.case.analyst.commit(claim, stand)
        await analyst.press("3", "o", "c")
        stands = [str(d.claims[i].commitment) for i in panes[Pane.CLAIMS].items if i in claims[:5]]
        assert stands == ["certain +", "probable -", "possible +", "unknown", "wants"]
        analyst.room.case.analyst.grade(next(iter(d.sources)), "B")
        await analyst.press("1", "o", "g")
        assert panes[Pane.SOURCES].items[0] == next(iter(d.sources))
        await analyst.press("o", "c")
        assert "claims ↓" in analyst.screen


@pytest.mark.parametrize(
    ("key", "pane"), [("1", Pane.SOURCES), ("2", Pane.ACTORS), ("3", Pane.CLAIMS), ("5", Pane.CONTRADICTIONS)]
)
async def test_every_column_of_every_list_keeps_all_rows(sit, key, pane):
    async with sit() as analyst:
        rows = sorted(analyst.room.desk.panes[pane].items)
        await analyst.press(key)
        for letter in COLUMNS[pane]:
            await analyst.press("o", letter, "o", letter)
            assert sorted(analyst.room.desk.panes[pane].items) == rows


async def test_contradictions_stand_together_by_point_under_heads_with_counts(sit):
    async with sit() as analyst:
        pane = analyst.room.desk.panes[Pane.CONTRADICTIONS]
        await analyst.press("5", "g")
        here = pane.current
        await analyst.press("O")
        assert pane.current == here
        assert "1 · 1 open" in analyst.screen
        assert "by point" in analyst.screen
        assert len(pane.items) == 4
        await analyst.press("O")
        assert len(pane.items) == 2


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_the_cursor_passes_over_heads_of_groups_so_that_every_row_can_be_judged(sit, size):
    async with sit(size) as analyst:
        room, pane = analyst.room, analyst.room.desk.panes[Pane.CONTRADICTIONS]
        await analyst.press("5", "O")
        _, first, _, second = pane.rows
        for key, row in (
            ("g", first),
            ("k", first),
            ("j", second),
            ("j", second),
            ("k", first),
            ("G", second),
            ("ctrl+u", first),
        ):
            await analyst.press(key)
            assert pane.current == row, key
        assert pane.scroll_offset.y == 0
        assert room.hand is not None
        await analyst.press("v")
        assert "superseded" in analyst.screen


async def test_grouping_shows_the_head_of_the_group_in_hand_however_soon_it_comes(sit):
    async with sit((80, 24)) as analyst:
        pane = analyst.room.desk.panes[Pane.CONTRADICTIONS]
        await analyst.press("5", "g")
        phrase = analyst.points[0]
        await analyst.press("O")
        assert pane.scroll_offset.y == 0
        assert [line for line in analyst.screen.splitlines() if phrase in line and "1 · 1 open" in line]
