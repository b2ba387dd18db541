"""The history: every event, the latest first; back to a moment and forward again; where analysts differ; lost words put back."""

from textual import events

from briefing.dossier import Act, Anchor
from briefing.ledger import Deed, Ledger
from briefing.room.arrangement import Pane
from briefing.room.views.overlook import Overlook


def rows(analyst):
    strips = analyst.room.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def history(analyst):
    await analyst.press("U")
    await analyst.until(lambda: isinstance(analyst.room.screen, Overlook) and "UTC" in rows(analyst))
    await analyst.pilot.pause()


def notes(analyst):
    return {a.target: a.value for a in analyst.room.dossier.record.standing(Act.NOTE)}


async def test_every_event_is_there_and_one_goes_back_to_a_moment_and_forward_again(sit):
    async with sit((80, 24)) as analyst:
        first, second = list(analyst.room.dossier.claims)[:2]
        hand = analyst.room.case.analyst
        hand.note(first, "one \x1b[31m[red]")
        hand.note(second, "two")
        hand.note(first, "three")
        stood = notes(analyst)
        await history(analyst)
        shown = rows(analyst)
        assert "3 events" in shown
        assert shown.index("note “three”") < shown.index("note “two”") < shown.index("note “one ␛[31m[red]”")
        assert "was: one ␛[31m[red]" in shown
        assert "tester" in shown
        await analyst.press("j", "j", "R")
        assert notes(analyst) == {first: "one \x1b[31m[red]"}
        assert "2 changes; u takes them back" in rows(analyst)
        assert "5 events" in rows(analyst)
        await analyst.press("u")
        assert notes(analyst) == stood
        await analyst.press("ctrl+r")
        assert notes(analyst) == {first: "one \x1b[31m[red]"}
        await analyst.press("g", "enter")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.room.focused_pane is Pane.READER
        await analyst.press("escape")
        await analyst.until(lambda: isinstance(analyst.room.screen, Overlook))


async def test_keys_that_come_while_it_is_left_go_to_the_room(sit):
    async with sit() as analyst:
        await analyst.press("3", "g")
        claim = analyst.room.hand.id
        analyst.room.case.analyst.note(claim, "hm")
        await history(analyst)
        for key in ("escape", "escape", "t", "k"):
            analyst.room.post_message(events.Key(key, key if len(key) == 1 else None))
        await analyst.until(lambda: analyst.room.dossier.record.tags(claim) == ("key",))
        assert analyst.room.screen is analyst.room.desk


async def test_where_another_analyst_differs_comes_in_while_the_history_is_open(sit):
    async with sit() as analyst:
        claim = next(iter(analyst.room.dossier.claims))
        analyst.room.case.analyst.note(claim, "hers")
        await history(analyst)
        await analyst.press("tab")
        assert "No analyst says other than another" in rows(analyst)
        with Ledger.open(analyst.room.case.book.path) as other:
            other.append([Deed(Act.NOTE, claim, "his")], "Ben")
        await analyst.until(lambda: "tester: hers · Ben: his" in rows(analyst))
        await analyst.press("u")
        await analyst.until(lambda: "No analyst says other than another" in rows(analyst))
        assert notes(analyst) == {claim: "his"}


async def test_what_has_lost_its_words_is_put_on_the_claim_that_was_in_hand_and_back(sit):
    async with sit() as analyst:
        words = (Anchor("02-review.md", "words that are gone"),)
        analyst.room.case.book.do(
            Deed(Act.NOTE, "c-gone", "the old note", words), Deed(Act.TAG, "c-gone/key", "yes", words)
        )
        analyst.room.case.book.settle()
        await analyst.press("3", "g")
        claim = analyst.room.hand.id
        await history(analyst)
        assert "2 without a place" in rows(analyst)
        await analyst.press("tab", "tab")
        assert "words that are gone" in rows(analyst)
        await analyst.press("R")
        assert notes(analyst)[claim] == "the old note"
        await analyst.press("R")
        assert analyst.room.dossier.record.tags(claim) == ("key",)
        assert "Every annotation is on its words" in rows(analyst)
        await analyst.press("u", "u")
        assert notes(analyst).get(claim) is None
        assert len(analyst.room.case.orphans) == 2


async def test_what_cannot_be_put_there_says_what_to_take_in_hand(sit):
    async with sit() as analyst:
        words = (Anchor("02-review.md", "gone"), Anchor("01-interpress.md", "gone too"))
        analyst.room.case.book.do(Deed(Act.VERDICT, "r-gone", "real", words))
        analyst.room.case.book.settle()
        await analyst.press("3")
        await history(analyst)
        await analyst.press("tab", "tab", "R")
        assert "this goes on a contradiction" in rows(analyst)
        await analyst.press("escape", "5", "U")
        await analyst.until(lambda: "UTC" in rows(analyst))
        await analyst.press("tab", "tab", "R")
        assert not analyst.room.case.orphans
        assert "real" in {a.value for a in analyst.room.dossier.record.standing(Act.VERDICT)}


async def test_a_history_without_rows_offers_nothing_to_do_with_a_row(sit):
    async with sit() as analyst:
        await analyst.press("U")
        await analyst.until(lambda: "Nothing was done in this case yet" in rows(analyst))
        assert "enter words" not in rows(analyst)
        assert "as it was then" not in rows(analyst)
        assert "esc back to the room" in rows(analyst)
