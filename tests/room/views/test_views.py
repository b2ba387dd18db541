"""The views as text at each width, and what their keys do. After a change that is meant: --snapshot-update, and look."""

import pytest

from briefing.dossier import Period
from briefing.overview import Event, span
from briefing.room.arrangement import Pane
from briefing.room.views.chronology import window
from briefing.room.views.overlook import Overlook

TIMES = {
    "holder: ministry, point: safe": "2026-02-03",
    "holder: korvash, point: warned": "2025-05",
    "holder: halloum, point: left": "2026-01..2026-02",
    "holder: osmani, point: warned": "2025-05",
}


@pytest.fixture(autouse=True)
def times(folder):
    """Let some of the claims say when."""
    reading = folder / "reading.yaml"
    text = reading.read_text(encoding="utf-8")
    for said, when in TIMES.items():
        assert said in text
        text = text.replace(said, f"{said}, time: {when}")
    reading.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(("first", "last", "told"), [("0001-01", "9999-12-31", "0001-01-01"), ("2026", "2026", None)])
def test_the_time_that_is_shown_holds_even_at_the_ends_of_the_calendar(first, last, told):
    event = Event("c", span(Period("", first, last)), told)
    shown = window([event])
    assert shown.first <= event.when.first
    assert shown.last >= event.when.last
    assert window([]) is None


def rows(analyst):
    """The screen on top as text."""
    strips = analyst.room.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def looking(analyst, key):
    await analyst.press(key)
    await analyst.until(lambda: isinstance(analyst.room.screen, Overlook) and analyst.room.screen._list.items)
    await analyst.pilot.pause()


@pytest.mark.parametrize("width", [80, 150])
async def test_the_views(sit, snapshot, width):
    async with sit((width, 24)) as analyst:
        await analyst.press("5")
        for key in "PCMA":
            await looking(analyst, key)
            assert rows(analyst) == snapshot(name=f"{key}-{width}")
            await analyst.press("escape")


async def test_enter_lands_on_the_words_and_escape_comes_back_to_the_row_and_then_to_the_room(sit):
    async with sit((100, 30)) as analyst:
        await analyst.press("5", "j")
        held = analyst.room.desk.panes[Pane.CONTRADICTIONS].current
        await looking(analyst, "P")
        await analyst.press("j")
        row = analyst.room.screen._list.current
        await analyst.press("enter")
        assert analyst.room.screen is analyst.room.desk
        assert (analyst.room.focused_pane, analyst.room.desk.reader.claim) == (Pane.READER, row)
        await analyst.press("escape")
        await analyst.until(
            lambda: isinstance(analyst.room.screen, Overlook) and analyst.room.screen._list.current == row
        )
        await analyst.press("escape")
        assert analyst.room.focused_pane is Pane.CONTRADICTIONS
        assert analyst.room.desk.panes[Pane.CONTRADICTIONS].current == held


async def test_a_stance_that_changes_moves_its_row_at_once_and_undo_moves_it_back(sit):
    async with sit((100, 30)) as analyst:
        await analyst.press("5")
        await looking(analyst, "P")
        shown = analyst.room.screen._list
        before, conflicts = list(shown.items), len(analyst.points)
        assert "certain -" in rows(analyst)
        await analyst.press("G", "+")
        await analyst.until(lambda: "certain -" not in rows(analyst))
        await analyst.until(lambda: len(analyst.points) < conflicts)
        await analyst.press("u")
        await analyst.until(lambda: list(shown.items) == before and "certain -" in rows(analyst))


async def test_another_hand_changes_an_open_view(sit):
    async with sit((100, 30)) as analyst:
        await looking(analyst, "M")
        before = list(analyst.room.screen._list.items)
        claim = next(r.a for r in analyst.room.dossier.conflicts())
        analyst.room.case.analyst.dismiss(claim, "")
        await analyst.until(lambda: list(analyst.room.screen._list.items) != before)


async def test_the_matrix_opens_its_pairs_and_escape_comes_back_to_it_and_then_to_all(sit):
    async with sit((160, 48)) as analyst:
        everything = analyst.points
        await looking(analyst, "M")
        await analyst.press("tab", "tab")
        assert "who against whom, holders" in rows(analyst)
        for _ in range(6):
            if "contradiction" in rows(analyst).splitlines()[1]:
                break
            await analyst.press("right")
        await analyst.press("enter")
        assert analyst.room.focused_pane is Pane.CONTRADICTIONS
        assert 0 < len(analyst.points) < len(everything)
        assert "between" in analyst.screen
        await analyst.press("escape")
        await analyst.until(lambda: "who against whom, holders" in rows(analyst))
        await analyst.press("escape")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.points == everything


async def test_an_empty_cell_says_so_and_a_key_of_the_room_says_where_it_works(sit):
    async with sit((100, 30)) as analyst:
        await looking(analyst, "M")
        await analyst.press("enter")
        if isinstance(analyst.room.screen, Overlook):
            assert "there is nothing between these two" in rows(analyst)
            await analyst.press("t")
            assert "works in the room; esc goes back there" in rows(analyst)


async def test_views_go_from_one_to_the_other_and_to_a_pane_and_name_their_keys(sit):
    async with sit((100, 30)) as analyst:
        await looking(analyst, "C")
        await looking(analyst, "A")
        assert "actors" in rows(analyst).splitlines()[0]
        await analyst.press("j", "space")
        assert "beside" in rows(analyst).splitlines()[0]
        await analyst.press("?")
        assert "count beside this one" in analyst.screen
        await analyst.press("escape", "2")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.room.focused_pane is Pane.ACTORS


async def test_a_point_is_found_by_typing(sit):
    async with sit((100, 30)) as analyst:
        await looking(analyst, "P")
        await analyst.press("/")
        await analyst.type("families")
        await analyst.press("enter")
        await analyst.until(lambda: "families have left the town" in rows(analyst).splitlines()[0])
        await analyst.press("]")
        await analyst.until(lambda: "families have left the town" not in rows(analyst).splitlines()[0])


async def test_an_empty_case_says_in_every_view_what_to_do_next(sit, folder):
    for file in folder.iterdir():
        file.unlink()
    async with sit((80, 24)) as analyst:
        for key, said in (
            ("P", "puts it on one"),
            ("C", "No claim says when"),
            ("M", "put two claims on one"),
            ("A", "No actors yet"),
        ):
            await analyst.press(key)
            await analyst.until(lambda said=said: said in " ".join(rows(analyst).split()))
            await analyst.press("escape")


@pytest.mark.parametrize("glyphs", ["unicode", "plain"])
async def test_no_row_is_wider_than_its_list_and_plain_signs_are_ascii(sit, glyphs):
    async with sit((100, 30), glyphs=glyphs) as analyst:
        await analyst.press("5")
        for key in "PCMA":
            await looking(analyst, key)
            sight, items = analyst.room.screen.sight, analyst.room.screen._list.items
            for width in (12, 40, 79, 80, 100, 130, 200):
                lines = [line for item in items for line in sight.row(item, width, current=item == items[0])]
                lines += [sight.head(width), sight.note(items[0], width)]
                assert max(line.cell_len for line in lines) <= width, key
                signs = "".join(line.plain for line in lines)
                assert glyphs == "unicode" or not set(signs) & set("≠→·●○◆─▰▱▁█…▸"), key
            await analyst.press("escape")


async def test_the_views_say_the_same_without_colours(sit):
    async with sit((100, 30), theme="none") as analyst:
        await analyst.press("5")
        for key in "PCMA":
            await looking(analyst, key)
            said = rows(analyst)
            await analyst.press("T")
            analyst.room.clear_notifications()
            await analyst.until(lambda said=said: rows(analyst) == said)
            await analyst.press("T", "T", "T", "escape")
            analyst.room.clear_notifications()
            await analyst.until(lambda: not analyst.said)


async def test_a_row_of_a_view_is_found_by_its_words(sit):
    async with sit((100, 30)) as analyst:
        await looking(analyst, "A")
        await analyst.press("/")
        await analyst.type("HALLOUM")
        await analyst.press("enter")
        await analyst.until(lambda: "Idris [Halloum] appears" in rows(analyst))
        await analyst.press("/")
        await analyst.type("nobody of this name")
        await analyst.press("enter")
        await analyst.until(lambda: "is not in actors" in rows(analyst))


async def test_the_detail_opens_the_point_of_what_it_shows_and_escape_comes_back_to_it(sit):
    async with sit((160, 48)) as analyst:
        await analyst.press("5", "j", "6")
        await looking(analyst, "P")
        relation = analyst.room.dossier.relations[analyst.room.desk.panes[Pane.CONTRADICTIONS].current]
        assert analyst.room.screen.sight.point == relation.point
        await analyst.press("escape")
        assert analyst.room.focused_pane is Pane.DETAIL
        assert analyst.room.hand.id == relation.id


async def test_a_stance_on_the_opposite_point_is_shown_and_said_the_other_way_round(sit, folder):
    reading = folder / "reading.yaml"
    text = reading.read_text("utf-8")
    opposite = "  - {id: unsafe, phrase: the dam is about to break, opposites: [safe]}\nclaims:\n"
    on = "holder: osmani, point: unsafe, commitment: certain -}\n"
    text = text.replace("claims:\n", opposite, 1).replace(
        "quote: Nobody has left the town, holder: osmani}\n", f"quote: Nobody has left the town, {on}"
    )
    reading.write_text(text, "utf-8")
    async with sit((100, 30)) as analyst:
        d = analyst.room.dossier
        await analyst.press("5")
        await looking(analyst, "P")
        await analyst.press("/")
        await analyst.type("the dam is safe")
        await analyst.press("enter")
        await analyst.until(lambda: "on its opposite" in rows(analyst))
        shown = analyst.room.screen._list
        mine = next(c for c in d.claims.values() if c.quote == "Nobody has left the town")
        assert shown.items.index(mine.id) < len(shown.items) - 1
        assert "on “the dam is about to break”" in rows(analyst)
        shown.go_to(mine.id)
        await analyst.press("-")
        await analyst.until(lambda: shown.items[-1] == mine.id or shown.items[-2] == mine.id)
        assert str(d.claims[mine.id].commitment) == "certain +"


async def test_the_help_of_a_view_says_what_its_keys_do(sit):
    async with sit((100, 30)) as analyst:
        await looking(analyst, "C")
        await analyst.press("?")
        await analyst.until(lambda: "who stands where on the point in hand" in rows(analyst))


async def test_a_view_is_searched_on_and_back_and_says_so_of_a_key_without_a_meaning(sit):
    async with sit((100, 30)) as analyst:
        await looking(analyst, "C")
        view = analyst.room.screen
        await analyst.press("g", "/")
        await analyst.type("ministry")
        await analyst.press("enter")
        found = view._list.current
        await analyst.press("ctrl+n", "N")
        assert view._list.current == found
        await analyst.press("N")
        assert view._list.current != found
        await analyst.press("X")
        assert "“X” has no meaning; ? names the keys that have" in rows(analyst)
