"""Search, filters, citations, the brief."""

from textual import events

from briefing.room.arrangement import Pane
from briefing.room.narrowing import Left, Narrowing
from briefing.room.view import View


async def test_a_filter_says_while_typed_how_much_it_leaves_and_narrows_everything(sit):
    async with sit() as analyst:
        await analyst.press("f")
        await analyst.type("holder:korvash")
        assert "2 claims" in analyst.screen
        await analyst.press("enter")
        assert analyst.claims == ["the ministry had been warned in May", "denied that the dam is safe"]
        assert "2 of 7" in analyst.screen.splitlines()[1]
        assert "3 Claims  2 of 7" in analyst.screen
        assert "5 Contradictions  2 · 2 open" in analyst.screen
        await analyst.press("f1")
        assert len(analyst.claims) == 7


async def test_a_wrong_filter_points_at_the_spot_and_stays_to_be_mended(sit):
    async with sit() as analyst:
        await analyst.press("f")
        await analyst.type("dam is:funny")
        lines = [line for line in analyst.screen.splitlines() if "^" in line]
        spot = next(line for line in analyst.screen.splitlines() if "dam is:funny" in line).index("funny")
        assert lines[0].index("^") == spot
        assert "states are" in analyst.screen
        await analyst.press("enter")
        assert not analyst.room.view.is_filtered
        await analyst.press("delete", "delete", "delete", "delete", "delete")
        await analyst.type("hedged")
        await analyst.press("enter")
        assert analyst.room.view.text == "dam is:hedged"


async def test_choosing_a_source_and_an_actor_narrows_the_rest_and_escape_shows_all(sit):
    async with sit() as analyst:
        await analyst.press("1", "j", "space")
        assert len(analyst.claims) == 3
        assert "source: Strait Review" in analyst.screen.splitlines()[1]
        assert "esc show all" in analyst.screen.splitlines()[-1]
        await analyst.press("escape")
        assert len(analyst.claims) == 7
        await analyst.press("2", "/")
        await analyst.type("osmani")
        await analyst.press("enter", "space")
        assert len(analyst.claims) == 2
        await analyst.press("space")
        assert len(analyst.claims) == 7


async def test_a_filter_that_leaves_nothing_says_how_to_get_back(sit):
    async with sit() as analyst:
        await analyst.press("f")
        await analyst.type("zebra")
        await analyst.press("enter")
        assert "No claim meets the filter. F1 shows all again." in analyst.screen


async def test_the_reader_is_at_the_words_of_the_claim_that_a_search_ends_on(sit):
    async with sit() as analyst:
        await analyst.press("3", "g", "/")
        await analyst.type("received no warning")
        await analyst.press("enter")
        reader = analyst.room.desk.reader
        assert reader.source.name == "Strait Review"
        assert reader.claim == analyst.room.desk.panes[Pane.CLAIMS].current


async def test_search_goes_there_while_typed_escape_goes_back_and_again_goes_on(sit):
    async with sit() as analyst:
        claims, d = analyst.room.desk.panes[Pane.CLAIMS], analyst.room.dossier
        await analyst.press("3", "g", "/")
        await analyst.type("osmani")
        assert d.claims[claims.current].quote == "The ministry received no warning"
        await analyst.press("escape")
        assert claims.cursor == 0
        await analyst.press("/")
        await analyst.type("osmani")
        await analyst.press("enter", "ctrl+n")
        assert d.claims[claims.current].quote == "Nobody has left the town"
        await analyst.press("/")
        await analyst.type("zebra")
        assert "not in this pane" in analyst.screen


async def test_search_in_the_reader_finds_words_outside_of_claims(sit):
    async with sit() as analyst:
        await analyst.press("1", "g", "enter", "/")
        await analyst.type("wrote to them")
        await analyst.press("enter")
        reader = analyst.room.desk.reader
        line = reader._page.lines[reader.cursor]
        assert "wrote to them" in reader.source.text[line.start : line.end]


async def test_the_citation_has_the_exact_words_their_holder_and_their_place(sit):
    async with sit() as analyst:
        await analyst.press("3", "g", "y")
        assert analyst.room.clipboard.startswith("“The Kessel dam is safe” — Water Ministry, Interpress, 2026-02-03")
        assert any("OSC 52" in s for s in analyst.said)
        await analyst.press("5", "y")
        assert len(analyst.room.clipboard.splitlines()) == 2


async def test_the_brief_is_written_where_one_works_and_its_place_is_said(sit, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with sit() as analyst:
        await analyst.press("E", "m", "enter")
        (brief,) = tmp_path.glob("*.md")
        assert "The Kessel dam is safe" in brief.read_text("utf-8")
        assert any(str(brief) in s for s in analyst.said)
        brief.write_text("mine")
        await analyst.press("E", "m", "enter", "escape")
        assert brief.read_text() == "mine"
        await analyst.press("E", "m", "enter", "y")
        assert "The Kessel dam is safe" in brief.read_text("utf-8")


async def test_a_filter_is_completed_with_what_the_case_has_and_comes_back_by_up(sit):
    async with sit() as analyst:
        await analyst.press("f")
        await analyst.type("act")
        await analyst.press("tab")
        await analyst.type("mini")
        await analyst.until(lambda: "Water Ministry" in analyst.screen)
        await analyst.press("right")
        await analyst.until(lambda: '"Water Ministry" ' in analyst.screen)
        await analyst.press("enter")
        assert analyst.room.view.text == 'actor:"Water Ministry"'
        await analyst.press("f1", "f", "up")
        await analyst.until(lambda: "1 claim, 1 contradiction" in analyst.screen)
        await analyst.press("down")
        await analyst.until(lambda: "7 claims, 2 contradictions" in analyst.screen)
        await analyst.press("escape")
        assert not analyst.room.view.is_filtered


async def test_search_goes_both_ways_says_which_of_how_many_and_where_it_begins_anew(sit):
    async with sit() as analyst:
        claims = analyst.room.desk.panes[Pane.CLAIMS]
        await analyst.press("3", "g", "/")
        await analyst.type("OSMÁNI")
        assert "1 of 2" in analyst.screen
        await analyst.press("enter")
        first = claims.current
        await analyst.press("N")
        assert any("2 of 2; on from the end" in s for s in analyst.said)
        assert claims.current != first
        await analyst.press("ctrl+n")
        assert any("1 of 2; on from the top" in s for s in analyst.said)
        assert claims.current == first


async def test_what_is_counted_while_a_filter_is_typed_is_what_it_leaves(sit):
    async with sit() as analyst:
        d = analyst.room.dossier
        safe = next(c for c in d.claims.values() if c.quote == "The Kessel dam is safe")
        analyst.room.case.analyst.dismiss(safe.id)
        counts = Narrowing(View(), d)
        for text in (
            "dam",
            "dam safe",
            "dam",
            "is:dismissed",
            "dam is:dismissed",
            "",
            "holder:korvash",
            "-dam",
            "zebra",
        ):
            claims = View().filtered(text).claims(d)
            *_, left = counts.count(text)
            assert left == Left(len(claims), len(View().filtered(text).relations(d, claims))), text


async def test_a_filter_may_be_left_while_it_is_still_being_counted(sit, monkeypatch):
    async with sit() as analyst:
        await analyst.press("f")
        overlay = analyst.room.screen

        def until_it_is_taken_away(*_):
            while overlay.query("#prompt-hint"):
                yield None
            yield Left(7, 2)

        monkeypatch.setattr(Narrowing, "count", until_it_is_taken_away)
        monkeypatch.setattr("briefing.room.overlays.filtering._TURN", 0)
        overlay.post_message(events.Paste("dam"))
        await analyst.press("escape")
        await analyst.press("f", "escape", "3")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.room.is_running


async def test_what_is_found_at_the_end_of_a_list_stands_above_the_line_one_types_in(sit, folder):
    text = "\n\n".join(f"The ministry said that dam number {n} is safe." for n in range(40))
    (folder / "05-long.md").write_text(
        f"---\npublisher: Loop\n---\n\n{text}\n\nThe last word is zebra.\n", encoding="utf-8"
    )
    async with sit((80, 24)) as analyst:
        room, reader = analyst.room, analyst.room.desk.reader
        await analyst.press("1", "G", "k")
        while "Loop" not in room.dossier.sources[room.hand.id].name:
            await analyst.press("k")
        await analyst.press("enter", "g", "/")
        await analyst.type("zebra")
        assert "1 of 1" in analyst.screen
        assert reader.cursor_line < room.screen.top
        await analyst.press("enter")
        assert reader.cursor_line < 23
        assert reader.max_scroll_y == reader.scroll_offset.y
