"""The room opens again where it was left; whatever the state says, nothing is harmed."""

import pytest

from briefing.case.places import session_file
from briefing.room.arrangement import Pane


async def test_the_room_opens_where_it_was_left(sit, folder):
    async with sit() as analyst:
        await analyst.press("f")
        await analyst.type("-zebra")
        await analyst.press("enter", "1", "j", "3", "o", "h", "O", "3", "G", "5", "j", "j", "z")
        room = analyst.room
        rows = {p: room.desk.panes[p].current for p in (Pane.SOURCES, Pane.CLAIMS, Pane.CONTRADICTIONS)}
        reading = room.desk.reader.place
        await room.action_quit()
    async with sit() as analyst:
        room = analyst.room
        assert room.focused_pane is Pane.CONTRADICTIONS
        assert room.zoomed
        assert "zoomed, z shows all panes" in analyst.screen
        assert room.view.text == "-zebra"
        assert room.filters_before == ["-zebra"]
        assert room.ordering.grouped
        assert {p: room.desk.panes[p].current for p in rows} == rows
        assert room.desk.reader.place == reading
        await analyst.press("z")
        assert "holder ↑" in analyst.screen


@pytest.mark.parametrize(
    "state",
    [
        b"", b"{", b"[1]", b"\xff\xfe", b'{"pane": "moon"}', b'{"zoomed": 1}', b'{"later": true}',
        (b'{"filter": "is:nothing", "source": "gone", "actor": "gone", "orders": {"reader": {"letter": "x"}}, "rows": {"reader": "7", '
        b'"claims": "gone"}, "reading": ["gone", 99]}'),
    ],
)  # fmt: skip
async def test_a_state_that_is_broken_or_of_another_case_does_no_harm(sit, folder, state):
    file = session_file(folder.resolve())
    file.parent.mkdir(parents=True)
    file.write_bytes(state)
    async with sit() as analyst:
        assert len(analyst.claims) == 7
        assert not analyst.room.view.is_filtered
        assert analyst.room.focused_pane is Pane.CLAIMS
        await analyst.press("j", "o", "h", "4", "j")


async def test_filters_are_saved_applied_and_deleted_and_those_of_the_settings_are_listed(sit, folder):
    async with sit(filters={"loose ends": "-is:tagged -zebra"}) as analyst:
        await analyst.press("f")
        await analyst.type("holder:korvash")
        await analyst.press("enter", "F")
        await analyst.type("the engineer")
        assert "save holder:korvash as" in analyst.screen
        await analyst.press("enter")
        assert any("saved as “the engineer”" in s for s in analyst.said)
        await analyst.press("f1", "F")
        await analyst.until(lambda: "the engineer · holder:korvash" in analyst.screen)
        assert "loose ends · -is:tagged -zebra" in analyst.screen
        await analyst.press("enter")
        assert len(analyst.claims) == 2
        await analyst.press("F", "down", "enter")
        assert analyst.room.view.text == "-is:tagged -zebra"
        await analyst.press("F", "delete")
        assert any("it was: holder:korvash" in s for s in analyst.said)
        assert (folder / ".briefing" / "filters.json").read_text("utf-8").strip() == "{}"
        await analyst.press("F", "delete")
        assert analyst.room.screen is not analyst.room.desk
        await analyst.press("escape")
        (folder / ".briefing" / "filters.json").write_text("[not names", "utf-8")
        await analyst.press("F")
        assert any("filters.json" in s and "move it away" in s for s in analyst.said)
        assert (folder / ".briefing" / "filters.json").read_text("utf-8") == "[not names"
