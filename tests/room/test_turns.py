"""Keys that come faster than the screen all come to what they were meant for."""

import pytest
from textual import events

from briefing.dossier import Act
from briefing.dossier.correction import Field
from briefing.dossier.judgment import judgments, statements
from briefing.room import turns
from briefing.room.views.overlook import Overlook

NAMES = {"enter", "escape", "ctrl+s", "ctrl+u", "tab", "down"}


def send(analyst, *keys):
    """Press keys all at once; what is no name of a key is typed letter by letter."""
    for key in keys:
        for one in (key,) if key in NAMES else key:
            analyst.room.post_message(events.Key("space" if one == " " else one, one if len(one) == 1 else None))


def record(analyst):
    return analyst.room.dossier.record


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_a_brief_is_written_without_a_pause(sit, size):
    async with sit(size) as analyst:
        send(
            analyst,
            "Bah",
            "Undue haste, but unfounded",
            "ctrl+s",
            "aj",
            "It holds",
            "ctrl+s",
            "5m",
            "because",
            "ctrl+s",
        )
        await analyst.until(lambda: any(j.reason for j in judgments(record(analyst))))
        assert [h.text for h in statements(record(analyst), Act.HYPOTHESIS)] == ["Undue haste, but unfounded"]
        (judgment,) = judgments(record(analyst))
        assert (judgment.text, judgment.reason) == ("It holds", "because")


async def test_a_claim_is_put_right_without_a_pause_and_what_follows_is_done_in_the_room(sit):
    async with sit() as analyst:
        claim = analyst.room.desk.panes["claims"].items[0]
        send(
            analyst,
            "3ge",
            "figure",
            "enter",
            "about 12 people",
            "enter",
            "e",
            "holder",
            "enter",
            "Somebody",
            "enter",
            "tk",
        )
        await analyst.until(lambda: record(analyst).tags(claim))
        assert analyst.room.dossier.claims[claim].holder == "Somebody"
        assert set(record(analyst).corrections(claim)) == {Field.FIGURE, Field.HOLDER}


async def test_what_is_pasted_between_keys_stays_between_them(sit):
    async with sit() as analyst:
        send(analyst, "3gn", "a ")
        analyst.room.post_message(events.Paste("pasted"))
        send(analyst, " b", "ctrl+s")
        claim = analyst.room.desk.panes["claims"].items[0]
        await analyst.until(lambda: record(analyst).get(Act.NOTE, claim))
        assert record(analyst).get(Act.NOTE, claim) == "a pasted b"


async def test_a_view_is_gone_through_without_a_pause(sit):
    async with sit() as analyst:
        send(analyst, "CM?", "escape", "escape", "5P", "escape", "B", "escape", "A")
        await analyst.until(lambda: isinstance(analyst.room.screen, Overlook) and analyst.room.screen._list.items)
        assert analyst.room.screen.sight.name == "actors"


async def test_a_key_after_letters_acts_on_what_the_letters_brought(sit):
    async with sit() as analyst:
        await analyst.press("3", "g", "e")
        send(analyst, "o", "down", "enter")
        await analyst.until(lambda: not analyst.room.screen._heading.startswith("put right"))
        assert analyst.room.screen._heading == "polarity"


async def test_a_screen_that_goes_without_giving_anything_keeps_no_key_for_ever(sit, monkeypatch):
    monkeypatch.setattr(turns, "_PATIENCE", 0.5)
    async with sit() as analyst:
        claim = analyst.room.desk.panes["claims"].items[0]
        await analyst.press("3", "g", "n")
        analyst.room.pop_screen()
        send(analyst, "tk")
        await analyst.until(lambda: record(analyst).tags(claim) == ("key",))


async def test_letters_that_come_to_a_window_without_the_focus_are_typed(sit, monkeypatch):
    monkeypatch.setattr(turns, "_PATIENCE", 3600.0)
    async with sit() as analyst:
        claim = analyst.room.desk.panes["claims"].items[0]
        await analyst.press("3", "g", "n")
        analyst.room.post_message(events.AppBlur())
        send(analyst, "hm", "ctrl+s")
        await analyst.until(lambda: record(analyst).get(Act.NOTE, claim) == "hm")
