"""What the analyst says is on disk and on screen at once, and can be taken back."""

from textual import events

from briefing.cache import Cache
from briefing.case import Case
from briefing.dossier import Act, Verdict
from briefing.errors import Fault, InputError
from briefing.room.arrangement import Pane


def claim(analyst, words):
    return next(c.id for c in analyst.room.dossier.claims.values() if words in c.quote)


async def go_to(analyst, words):
    await analyst.press("3", "/")
    await analyst.type(words)
    await analyst.press("enter")


def reopened(analyst):
    return Case(analyst.room.case.folder, analyst.room.case.config, Cache(None))


async def test_a_tag_shows_on_its_row_moves_on_and_is_on_disk(sit):
    async with sit() as analyst:
        first, second = (claim(analyst, w) for w in ("dam is safe", "been warned"))
        await analyst.press("3", "g", "t")
        assert "tag with" in analyst.screen.splitlines()[-1]
        await analyst.press("k")
        assert analyst.room.dossier.record.tags(first) == ("key",)
        assert "●" in analyst.screen
        await analyst.press(".")
        assert analyst.room.dossier.record.tags(second) == ("key",)
        with reopened(analyst) as again:
            assert set(again.dossier.record.tagged("key")) == {first, second}


async def test_any_other_key_leaves_a_question(sit):
    async with sit() as analyst:
        await analyst.press("3", "t", "escape")
        assert "tag with" not in analyst.screen.splitlines()[-1]
        await analyst.press("k")
        assert not list(analyst.room.dossier.record.tagged())


async def test_repeating_a_tag_before_there_was_one_says_what_to_do(sit):
    async with sit() as analyst:
        await analyst.press("3", ".")
        assert any("no tag was used yet" in s for s in analyst.said)


async def test_a_note_is_kept_shown_and_taken_away(sit):
    async with sit() as analyst:
        first = claim(analyst, "dam is safe")
        await analyst.press("3", "g", "n")
        await analyst.type("ask the engineer")
        await analyst.press("ctrl+s")
        assert analyst.room.dossier.record.get(Act.NOTE, first) == "ask the engineer"
        assert "ask the engineer" in analyst.screen
        await analyst.press("n", *["backspace"] * 16, "ctrl+s")
        assert analyst.room.dossier.record.get(Act.NOTE, first) is None


async def test_leaving_a_changed_note_asks_once_an_unchanged_one_does_not(sit):
    async with sit() as analyst:
        await analyst.press("3", "n", "escape")
        assert analyst.room.screen is analyst.room.desk
        await analyst.press("n", "a", "escape")
        assert "not kept yet" in analyst.screen
        await analyst.press("b")
        assert "not kept yet" not in analyst.screen
        await analyst.press("escape")
        assert "not kept yet" in analyst.screen
        await analyst.press("escape")
        assert analyst.room.screen is analyst.room.desk
        assert not list(analyst.room.dossier.record.standing())


async def test_a_verdict_is_one_key_and_lowers_the_open_count(sit):
    async with sit() as analyst:
        await analyst.press("5", "v", "r")
        (said,) = analyst.room.dossier.record.standing(Act.VERDICT)
        assert said.value == Verdict.REAL
        assert "2 contradictions, 1 open" in analyst.screen.splitlines()[0]
        assert "real" in analyst.screen


async def test_a_point_and_a_stance_make_a_contradiction_and_undo_unmakes_it(sit):
    async with sit() as analyst:
        assert "families have left the town" not in analyst.points
        await go_to(analyst, "nobody has left")
        await analyst.press("p", "/")
        await analyst.type("families")
        await analyst.press("enter")
        assert "families have left the town" not in analyst.points
        assert "+ - 0 say where Davit Osmani stands" in analyst.screen
        await analyst.press("escape", "-")
        assert "families have left the town" in analyst.points
        assert "3 contradictions, 3 open" in analyst.screen.splitlines()[0]
        assert any("1 new" in s for s in analyst.said)
        await analyst.press("+")
        assert "families have left the town" not in analyst.points
        await analyst.press("u")
        assert "families have left the town" in analyst.points
        assert any(s.startswith("undone:") for s in analyst.said)
        await analyst.press("ctrl+r")
        assert "families have left the town" not in analyst.points


async def test_a_new_point_is_made_from_what_is_typed(sit):
    async with sit() as analyst:
        await go_to(analyst, "nobody has left")
        await analyst.press("p", "/")
        await analyst.type("the town is empty")
        assert "make the point “the town is empty”" in analyst.screen
        await analyst.press("enter")
        nobody = analyst.room.dossier.claims[claim(analyst, "Nobody has left")]
        assert analyst.room.dossier.points[nobody.point].phrase == "the town is empty"


async def test_a_stance_needs_a_point_and_says_so(sit):
    async with sit() as analyst:
        await go_to(analyst, "nobody has left")
        await analyst.press("+")
        assert any("on a point first" in s for s in analyst.said)


async def test_any_stance_can_be_chosen(sit):
    async with sit() as analyst:
        await analyst.press("3", "g", "s")
        await analyst.type("possible -")
        await analyst.press("enter")
        assert str(analyst.room.dossier.claims[claim(analyst, "dam is safe")].commitment) == "possible -"


async def test_a_dismissed_claim_leaves_with_its_contradiction_and_comes_back(sit):
    async with sit() as analyst:
        safe = claim(analyst, "The Kessel dam is safe")
        await analyst.press("3", "g", "x")
        await analyst.type("a slip")
        await analyst.press("enter")
        assert analyst.room.dossier.record.get(Act.DISMISS, safe) == "a slip"
        assert "The Kessel dam is safe" not in analyst.claims
        assert "the dam is safe" not in analyst.points
        await analyst.press("f")
        await analyst.type("is:dismissed")
        await analyst.press("enter", "3", "x")
        assert not analyst.room.dossier.is_dismissed(safe)
        await analyst.press("f1")
        assert "The Kessel dam is safe" in analyst.claims
        assert "the dam is safe" in analyst.points


async def test_what_goes_stands_a_moment_and_nothing_jumps(sit):
    async with sit() as analyst:
        claims = analyst.room.desk.panes[Pane.CLAIMS]
        await analyst.press("3", "g", "j", "j")
        await analyst.pilot.pause()
        held = claims.current
        safe = claim(analyst, "The Kessel dam is safe")
        analyst.room.case.analyst.dismiss(safe, "")
        await analyst.pilot.pause()
        await analyst.until(lambda: safe not in claims.items)
        assert claims.current == held
        assert claims.cursor == 2
        claims.settle()
        assert claims.current == held
        assert claims.cursor == 1


async def test_reliability_is_the_sources_from_the_source_and_from_its_claim(sit):
    async with sit() as analyst:
        await analyst.press("1", "g", "r", "B")
        source = next(s for s in analyst.room.dossier.sources.values() if s.name == "Interpress")
        assert analyst.room.dossier.record.get(Act.RELIABILITY, source.id) == "B"
        assert "B Interpress" in analyst.screen
        await analyst.press("3", "g", "r", "D")
        assert analyst.room.dossier.record.get(Act.RELIABILITY, source.id) == "D"
        assert "reliability D" in analyst.screen


async def test_undo_with_nothing_to_undo_says_so(sit):
    async with sit() as analyst:
        await analyst.press("u")
        assert analyst.said == ["there is nothing to undo"]
        await analyst.press("ctrl+r")
        assert analyst.said == ["there is nothing to do again"]


async def test_what_another_room_writes_is_seen(sit):
    async with sit() as analyst:
        safe = claim(analyst, "The Kessel dam is safe")
        with reopened(analyst) as other:
            for _ in other.load_all():
                pass
            other.analyst.toggle_tag(safe, "key")
        analyst.room.case.catch_up()
        await analyst.pilot.pause()
        await analyst.until(lambda: "●" in analyst.screen)


async def test_what_the_record_refuses_is_said_and_what_was_typed_is_not_lost(sit, monkeypatch):
    def refuse(*_, **__):
        raise InputError(Fault("ledger.db", "the disk is full", "make room"))

    async with sit() as analyst:
        monkeypatch.setattr(analyst.room.case.analyst, "note", refuse)
        monkeypatch.setattr(analyst.room.case.analyst, "toggle_tag", refuse)
        await analyst.press("3", "n")
        await analyst.type("hours of work")
        await analyst.press("ctrl+s")
        assert any("the disk is full" in s for s in analyst.said)
        assert "hours of work" in analyst.screen
        await analyst.press("escape")
        assert "not kept yet" in analyst.screen
        await analyst.press("escape", "escape")
        assert analyst.said == []
        await analyst.press("t", "k")
        assert any("the disk is full" in s for s in analyst.said)


async def test_no_letter_is_lost_that_is_typed_before_the_field_for_it_is_there(sit):
    async with sit() as analyst:
        room = analyst.room
        await analyst.press("3")
        for key in "nwarned":
            room.post_message(events.Key(key, key))
        await analyst.until(lambda: room.screen.query("#editor-text"))
        await analyst.until(lambda: room.screen.query_one("#editor-text").text == "warned")
        await analyst.press("escape", "escape", "2")
        for key in "/halloum":
            room.post_message(events.Key(key, key))
        await analyst.until(lambda: room.screen.query("#prompt-input"))
        await analyst.until(lambda: room.screen.query_one("#prompt-input").value == "halloum")
