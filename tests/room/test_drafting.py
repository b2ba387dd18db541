"""The brief is written in the room by key, seen as it comes to be, and every step can be taken back."""

import pytest
from textual import events

from briefing import keymap
from briefing.dossier import Act, Confidence, Likelihood, Rating
from briefing.dossier.judgment import evidence, judgments, ratings, single, statements
from briefing.ledger import Deed
from briefing.room.overlays.choice import Choice
from briefing.room.overlays.chooser import Chooser, Option


def screen(analyst):
    """What is on the topmost screen, as text."""
    return "\n".join(strip.text for strip in analyst.room.screen._compositor.render_strips())


def record(analyst):
    return analyst.room.dossier.record


def claim(analyst, words):
    return next(c.id for c in analyst.room.dossier.claims.values() if words in c.quote)


async def add_judgment(analyst, text="the dam holds through the spring", keys=("5", "m")):
    """On the brief screen, add a judgment with its likelihood, confidence and reason."""
    await analyst.press("a", "j")
    await analyst.type(text)
    await analyst.press("ctrl+s", *keys)
    await analyst.type("Two origins agree.")
    await analyst.press("ctrl+s")


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_a_judgment_is_written_seen_in_the_preview_and_taken_back(sit, size):
    async with sit(size) as analyst:
        await analyst.press("B")
        assert "Key judgments" in screen(analyst)
        await add_judgment(analyst)
        (judgment,) = judgments(record(analyst))
        assert judgment.text == "the dam holds through the spring"
        assert (judgment.likelihood, judgment.confidence) == (Likelihood.LIKELY, Confidence.MODERATE)
        assert judgment.reason == "Two origins agree."
        assert "likely (55–80 %)" in screen(analyst)
        if size[0] < 120:
            await analyst.press("tab")
        assert "J1. We assess it is **likely (55–80 %)** that" in screen(analyst)
        if size[0] < 120:
            await analyst.press("tab")
        for _ in range(4):
            await analyst.press("u")
        assert judgments(record(analyst)) == []
        assert "J1" not in screen(analyst)
        await analyst.press("ctrl+r", "ctrl+r")
        assert judgments(record(analyst))[0].likelihood is Likelihood.LIKELY
        await analyst.press("escape")
        assert analyst.room.screen is analyst.room.desk


async def test_title_bottom_line_and_lists_are_written_moved_and_taken_out(sit):
    async with sit() as analyst:
        await analyst.press("B", "enter")
        await analyst.type("The dam holds")
        await analyst.press("ctrl+s", "j", "e")
        await analyst.type("It holds.")
        await analyst.press("ctrl+s")
        assert single(record(analyst), Act.TITLE) == "The dam holds"
        assert single(record(analyst), Act.BOTTOM_LINE) == "It holds."
        for key, text in (("g", "Who knew?"), ("g", "How high is it?"), ("a", "The gauges are right."), ("i", "Rain.")):
            analyst.room.screen._go_to("title")
            await analyst.press("a", key)
            await analyst.type(text)
            await analyst.press("ctrl+s")
        assert [g.text for g in statements(record(analyst), Act.GAP)] == ["Who knew?", "How high is it?"]
        assert [a.text for a in statements(record(analyst), Act.ASSUMPTION)] == ["The gauges are right."]
        analyst.room.screen._go_to(statements(record(analyst), Act.GAP)[0].id)
        await analyst.press("J")
        assert [g.text for g in statements(record(analyst), Act.GAP)] == ["How high is it?", "Who knew?"]
        await analyst.press("x")
        assert [g.text for g in statements(record(analyst), Act.GAP)] == ["How high is it?"]
        await analyst.press("u", "u")
        assert [g.text for g in statements(record(analyst), Act.GAP)] == ["Who knew?", "How high is it?"]


async def test_where_there_is_nothing_to_take_out_nothing_is_undone_by_mistake(sit):
    async with sit() as analyst:
        await analyst.press("B", "enter")
        await analyst.type("The dam holds")
        await analyst.press("ctrl+s", "j")
        await add_judgment(analyst)
        (j,) = judgments(record(analyst))
        for row in (
            str(Act.BOTTOM_LINE),
            str(Act.SOURCE_SUMMARY),
            str(Act.GAP),
            f"{j.id}:would_change",
            f"{j.id}:evidence",
        ):
            analyst.room.screen._go_to(row)
            assert analyst.room.screen._row.id == row
            await analyst.press("x")
            assert analyst.said == ["there is nothing to take out in this row"]
        await analyst.press("g", "x")
        assert analyst.said == ["taken out; u brings it back"]
        await analyst.press("u")
        assert analyst.said == ["undone: no title"]
        assert single(record(analyst), Act.TITLE) == "The dam holds"


async def test_claims_of_the_same_words_are_told_apart_where_evidence_is_chosen(sit, folder):
    reading = (folder / "reading.yaml").read_text(encoding="utf-8")
    twice = '  - {source: 02-review.md, quote: Nobody has left the town, holder: osmani, text: "Osmani: the town is full"}\n'
    (folder / "reading.yaml").write_text(reading + twice, encoding="utf-8")
    async with sit((100, 30)) as analyst:
        await analyst.press("B")
        await add_judgment(analyst)
        await analyst.press("b", "/")
        await analyst.type("nobody")
        await analyst.until(lambda: "Nobody has left the town" in screen(analyst))
        rows = [line for line in screen(analyst).splitlines() if "Nobody has left the town" in line]
        assert any("Osmani: the town is full" in row for row in rows)


async def test_evidence_is_chosen_by_typing_opened_at_its_words_and_left_again(sit):
    async with sit() as analyst:
        await analyst.press("B")
        await add_judgment(analyst)
        await analyst.press("b", "/")
        await analyst.type("Kessel dam is safe")
        await analyst.press("enter")
        (j,) = judgments(record(analyst))
        chosen = claim(analyst, "Kessel dam is safe")
        assert evidence(record(analyst)) == {j.id: (chosen,)}
        assert "[x]" in screen(analyst)
        await analyst.press("escape")
        assert "E1" in screen(analyst)
        brief = analyst.room.screen
        brief._go_to(f"{j.id}:{chosen}")
        await analyst.press("enter")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.room.desk.reader.claim == chosen
        await analyst.press("escape")
        assert analyst.room.screen._row.chosen == chosen
        await analyst.press("x")
        assert evidence(record(analyst)) == {}
        await analyst.press("u")
        assert evidence(record(analyst)) == {j.id: (chosen,)}


async def test_what_is_marked_for_the_brief_is_offered_as_evidence(sit):
    async with sit((80, 24)) as analyst:
        case = analyst.room.case
        await analyst.press("B")
        await add_judgment(analyst)
        case.book.do(Deed(Act.BRIEF, claim(analyst, "Nobody has left"), "yes"))
        await analyst.press("b")
        row = next(line for line in screen(analyst).splitlines() if "Davit Osmani: “Nobody has left" in line)
        assert "[ ] E1" in row
        await analyst.press("enter")
        assert "[x] E1" in screen(analyst)
        await analyst.press("escape", "u")
        assert any("undone: “the dam holds through the spring” rests on “Nobody has left" in s for s in analyst.said)


async def test_what_is_found_by_a_word_far_on_in_it_is_shown_with_that_word(sit):
    async with sit((80, 24)) as analyst:
        words = "The Kessel dam is safe and " + "has been inspected again and again and again " * 2 + "by a zoologist"
        analyst.room.lay_over(
            Chooser("which?", [Option("a", words), Option("b", "b")], analyst.room.look), lambda _: None
        )
        await analyst.until(lambda: "which?" in screen(analyst))
        assert "The Kessel dam is safe" in screen(analyst)
        await analyst.type("zoolog")
        assert "by a zoologist" in screen(analyst)


async def test_hypotheses_are_weighed_in_the_matrix(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("B")
        await add_judgment(analyst)
        author, (j,) = analyst.room.case.author, judgments(record(analyst))
        author.toggle_evidence(j.id, claim(analyst, "Kessel dam is safe"))
        author.toggle_evidence(j.id, claim(analyst, "denied that the dam"))
        first, second = (author.add(Act.HYPOTHESIS, text) for text in ("It holds.", "It breaks."))
        await analyst.press("h")
        assert "never" not in screen(analyst)
        assert "not a probability" in screen(analyst)
        await analyst.press("c", "i", "right", "g", "k", "k", "i", "c")
        found = ratings(record(analyst))
        assert sorted(r for (_, h), r in found.items() if h == first) == [Rating.CONSISTENT, Rating.INCONSISTENT]
        assert sorted(r for (_, h), r in found.items() if h == second) == [Rating.CONSISTENT, Rating.INCONSISTENT]
        await analyst.pilot.pause()
        assert screen(analyst).count("1 inconsistent") == 2
        assert screen(analyst).count("tells apart") == 2
        await analyst.press("u")
        assert len(ratings(record(analyst))) == 3


async def test_what_the_matrix_says_below_is_wrapped_within_its_frame(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("B", "h")
        await analyst.until(lambda: "c consistent  i inconsistent  n neutral" in screen(analyst))
        assert "│ Evidence tells nothing apart yet" in screen(analyst)
        assert "│ brief screen (a h)." in screen(analyst)


async def test_f9_lists_what_a_reviewer_would_find_and_goes_there(sit):
    async with sit() as analyst:
        await analyst.press("B")
        await add_judgment(analyst)
        await analyst.press("escape", "f9")
        assert "rests on no evidence" in screen(analyst)
        await analyst.press("enter")
        assert analyst.room.screen._row.id == "bottom line"
        author, (j,) = analyst.room.case.author, judgments(record(analyst))
        author.toggle_evidence(j.id, claim(analyst, "been warned in May"))
        await analyst.press("f9")
        assert "is cited and not graded for reliability" in screen(analyst)
        await analyst.press(*"j" * 20, "enter")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.room.hand.kind == "source"


async def test_the_export_asks_for_format_place_and_leave_to_write_over(sit, tmp_path):
    async with sit() as analyst:
        await analyst.press("B")
        await add_judgment(analyst)
        await analyst.press("E", "h", "ctrl+u")
        await analyst.type(str(tmp_path / "out.html"))
        await analyst.press("enter")
        assert "<h1>" in (tmp_path / "out.html").read_text()
        assert any("a draft is not kept" in s for s in analyst.said)
        (tmp_path / "out.html").write_text("mine")
        await analyst.press("E", "h", "ctrl+u")
        await analyst.type(str(tmp_path / "out.html"))
        await analyst.press("enter", "n")
        assert (tmp_path / "out.html").read_text() == "mine"


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24)])
async def test_the_footer_says_what_to_press(sit, size):
    async with sit(size) as analyst:
        await analyst.press("B")
        bottom = screen(analyst).splitlines()[-1]
        assert "a add" in bottom
        assert "esc back" in bottom
        await analyst.press("question_mark")
        assert "choose what the judgment rests on" in screen(analyst)
        await analyst.press("escape", "escape")
        assert analyst.room.screen is analyst.room.desk


async def test_a_hostile_title_reaches_no_terminal(sit):
    async with sit() as analyst:
        analyst.room.case.author.write(Act.TITLE, "\x1b]52;c;aGk=\x07 [red]x[/red] \u202etxet")
        await analyst.press("B")
        shown = screen(analyst)
        assert "[red]x[/red]" in shown
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_the_keys_of_the_brief_that_the_room_has_too_mean_the_same():
    room = {key: c.id for c in keymap.COMMANDS for key in c.keys}
    same = {"x": "dismiss", "f9": "check", "E": "brief-export", "tab": "next-pane", "enter": "open", "escape": "back"}
    assert {key: room[key] for key in same} == same


@pytest.mark.parametrize("opened", [("f9",), ("h",), ("a",), ("E",), ("enter",)])
async def test_keys_that_come_faster_than_the_screen_leave_nothing_twice(sit, opened):
    """A screen that is left already must not take the one below it away."""
    async with sit() as analyst:
        room = analyst.room
        await analyst.press("B", *opened)
        over = room.screen
        for _ in range(2):
            over.post_message(events.Key("escape", None))
        await analyst.until(lambda: room.screen is not over)
        await analyst.pilot.pause()
        await analyst.press("escape", "escape")
        assert room.screen is room.desk
        await analyst.press("B", "a", "g")
        await analyst.type("Who knew?")
        await analyst.press("ctrl+s", "ctrl+s")
        assert [g.text for g in statements(record(analyst), Act.GAP)] == ["Who knew?"]


async def test_a_damaged_version_does_not_keep_the_brief_from_being_written(sit, folder):
    kept = folder / ".briefing" / "briefs"
    kept.mkdir(parents=True)
    (kept / "v1.json").write_text("{")
    async with sit() as analyst:
        await analyst.press("B")
        assert "Key judgments" in screen(analyst)
        assert any("v1.json" in s for s in analyst.said)
        await analyst.press("enter")
        await analyst.type("The dam holds")
        await analyst.press("ctrl+s")
        assert single(record(analyst), Act.TITLE) == "The dam holds"
        await analyst.press("E", "m", "enter")
        assert any("not done" in s and "v1.json" in s for s in analyst.said)
        assert (kept / "v1.json").read_text() == "{"


async def test_a_key_that_does_nothing_on_the_brief_screen_says_why(sit):
    async with sit() as analyst:
        await analyst.press("B", "f")
        assert analyst.said == ["“filter the case” works in the room; esc goes back there"]
        await analyst.press("X")
        assert analyst.said == ["“X” has no meaning; ? names the keys that have"]
        await analyst.press("tab", "a")
        assert analyst.said == ["that is done in the rows; tab goes back to them"]
        await analyst.press("tab", "a")
        assert isinstance(analyst.room.screen, Choice)
