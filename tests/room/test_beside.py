"""A claim is put beside its companions, stances are said, and the contradiction is seen at once; every step can be taken back."""

import re

import pytest
from msgspec.structs import replace
from textual import events

from briefing import keymap
from briefing.dossier import Act, Mode, Polarity

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def claim(analyst, words):
    return next(c for c in analyst.room.dossier.claims.values() if words in c.quote)


def make_companions(analyst, **pointless):
    """Let the three claims on the town, and the letters, be companions; where asked, off their point."""
    d = analyst.room.dossier
    left, nobody = claim(analyst, "families have left"), claim(analyst, "Nobody has left")
    warned, wrote = claim(analyst, "been warned in May"), claim(analyst, "[b]wrote")
    changes = pointless and {"point": None, "commitment": None}
    d.put_claims(
        [
            replace(left, companions=(nobody.id, warned.id), **changes),
            replace(nobody, companions=(left.id, wrote.id), polarity=Polarity.NEGATIVE),
            replace(wrote, companions=(warned.id, nobody.id)),
        ]
    )
    analyst.room.case.engine.refresh([left.id, nobody.id, wrote.id])


async def open_on(analyst, words):
    await analyst.press("3", "/")
    await analyst.type(words)
    await analyst.press("enter", "p")


def panel(analyst):
    """What is on the panel, as text, without the room behind it."""
    screen = analyst.room.screen
    box = screen.query_one("#beside").region
    lines = [strip.crop(box.x, box.right).text for strip in screen._compositor.render_strips()]
    return "\n".join(lines[box.y : box.bottom])


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24)])
async def test_the_claim_its_companion_and_every_key_are_there_at_any_size(sit, size):
    async with sit(size) as analyst:
        make_companions(analyst)
        await open_on(analyst, "nobody has left")
        shown = panel(analyst)
        assert "“Nobody has left the town”" in shown
        assert "Davit Osmani" in shown
        assert "Strait Review" in shown
        assert "5 Feb 2026" in shown
        assert "Idris [Halloum]" in shown
        assert "“At least 40 families have left the town”" in shown
        assert "on “families have left the town”" in shown
        assert "certain +" in shown
        assert all(re.search(rf"\S {words} ", shown.replace("│", " ")) for _, words, _ in keymap.POINTING)


async def test_what_the_keys_say_something_of_is_named_however_long_the_holders_name_is(sit):
    async with sit((80, 24)) as analyst:
        make_companions(analyst)
        long = "Ministry of Foreign Affairs, Regional Integration and Trade"
        analyst.room.dossier.put_claims([replace(claim(analyst, "Nobody has left"), holder=long)])
        await open_on(analyst, "nobody has left")
        assert re.search(r"say where Ministry of .+… stands on “families have", panel(analyst))


async def test_one_key_puts_it_there_another_says_where_it_stands_and_the_contradiction_appears(sit):
    async with sit() as analyst:
        make_companions(analyst)
        await open_on(analyst, "nobody has left")
        await analyst.press("enter")
        nobody = claim(analyst, "Nobody has left")
        assert analyst.room.dossier.points[nobody.point].phrase == "families have left the town"
        assert nobody.commitment is None
        assert "now against" not in panel(analyst)
        await analyst.press("-")
        assert str(claim(analyst, "Nobody has left").commitment) == "certain -"
        assert "now against Idris [Halloum]" in panel(analyst)
        assert "held to be so and not so" in panel(analyst)
        assert "“Nobody has left the town”" in panel(analyst)
        assert "families have left the town" in analyst.points
        await analyst.press("u")
        assert "now against" not in panel(analyst)
        assert "undone: " in panel(analyst)
        assert "families have left the town" not in analyst.points
        await analyst.press("u")
        assert claim(analyst, "Nobody has left").point is None
        await analyst.press("ctrl+r", "ctrl+r")
        assert "now against" in panel(analyst)
        await analyst.press("escape")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.room.hand.id == nobody.id


async def test_a_stance_alone_puts_it_there_as_well_in_one_step(sit):
    async with sit() as analyst:
        make_companions(analyst)
        await open_on(analyst, "nobody has left")
        await analyst.press("-")
        assert "now against Idris [Halloum]" in panel(analyst)
        await analyst.press("u")
        nobody = claim(analyst, "Nobody has left")
        assert (nobody.point, nobody.commitment) == (None, None)


async def test_after_a_point_was_made_by_typing_a_stance_is_the_claims_own_and_its_companion_stays_where_it_is(sit):
    async with sit() as analyst:
        make_companions(analyst, pointless=True)
        await open_on(analyst, "nobody has left")
        await analyst.press("/")
        await analyst.type("the town is empty")
        await analyst.press("enter")
        assert "say where Davit Osmani stands on “the town is empty”" in panel(analyst)
        await analyst.press("-")
        assert str(claim(analyst, "Nobody has left").commitment) == "certain -"
        assert claim(analyst, "families have left").point is None
        assert "Davit Osmani: certain -" in panel(analyst)
        await analyst.press("+")
        assert claim(analyst, "families have left").point == claim(analyst, "Nobody has left").point
        assert "now against Idris [Halloum]" in panel(analyst)


async def test_where_neither_has_a_point_one_is_made_and_what_is_proposed_is_accepted_by_a_key(sit):
    async with sit() as analyst:
        make_companions(analyst, pointless=True)
        await open_on(analyst, "nobody has left")
        assert "these words would make one" in panel(analyst)
        assert panel(analyst).count("(certain -)") == 1
        await analyst.press("=")
        left, nobody = claim(analyst, "families have left"), claim(analyst, "Nobody has left")
        assert left.point == nobody.point
        assert (str(left.commitment), str(nobody.commitment)) == ("certain +", "certain -")
        assert analyst.room.dossier.points[left.point].phrase == left.text
        assert "now against Idris [Halloum]" in panel(analyst)
        await analyst.press("=")
        assert "both have their stance already" in panel(analyst)
        await analyst.press("u")
        assert claim(analyst, "families have left").point is None
        assert left.point not in analyst.room.dossier.points


async def test_the_point_is_made_of_the_words_that_are_not_in_the_negative(sit):
    async with sit() as analyst:
        make_companions(analyst, pointless=True)
        await open_on(analyst, "families have left")
        assert "the claim's words would make one" in panel(analyst)
        await analyst.press("enter")
        left = claim(analyst, "families have left")
        assert analyst.room.dossier.points[left.point].phrase == left.text


async def test_stances_can_be_said_of_the_companion_too(sit):
    async with sit() as analyst:
        make_companions(analyst)
        await open_on(analyst, "nobody has left")
        await analyst.press("-")
        await analyst.press("tab", "-")
        assert str(claim(analyst, "families have left").commitment) == "certain -"
        assert "now against" not in panel(analyst)
        await analyst.press("0")
        assert str(claim(analyst, "families have left").commitment) == "unknown"
        await analyst.press("s")
        await analyst.type("possible +")
        await analyst.press("enter")
        assert str(claim(analyst, "families have left").commitment) == "possible +"
        assert "~ now against Idris [Halloum]" in panel(analyst)
        assert "possible to one, ruled out by the other" in panel(analyst)


async def test_moving_takes_another_companion_and_the_next_claim_is_the_likeliest_disputed(sit):
    async with sit() as analyst:
        make_companions(analyst, pointless=True)
        await open_on(analyst, "[b]wrote")
        assert "claim 1 " in panel(analyst)
        await analyst.press("+")
        assert claim(analyst, "[b]wrote").point == claim(analyst, "been warned in May").point
        await analyst.press("j", "+")
        assert claim(analyst, "Nobody has left").point == claim(analyst, "[b]wrote").point
        await analyst.press("]")
        assert "claim 2 " in panel(analyst)
        assert "Idris [Halloum]" in panel(analyst)
        await analyst.press("]", "]")
        assert "that was the last claim with companions" in panel(analyst)
        await analyst.press("[", "[")
        assert "claim 1 " in panel(analyst)


async def test_keys_that_come_while_the_panel_opens_are_not_lost(sit):
    async with sit() as analyst:
        make_companions(analyst, pointless=True)
        await analyst.press("3", "/")
        await analyst.type("nobody has left")
        await analyst.press("enter")
        for key in "p]":
            analyst.room.post_message(events.Key(key, key))
        await analyst.until(lambda: analyst.room.screen is not analyst.room.desk)
        await analyst.until(lambda: "claim 2 " in panel(analyst))


async def test_a_claim_without_companions_says_what_to_do_and_takes_a_point_by_typing(sit):
    async with sit() as analyst:
        await open_on(analyst, "nobody has left")
        assert "No other claim seems to be on the same" in panel(analyst)
        await analyst.press("enter", "=")
        assert "there is no companion" in panel(analyst)
        await analyst.press("-")
        assert "put the claim on a point first (/)" in panel(analyst)
        await analyst.press("/")
        await analyst.type("families")
        await analyst.press("enter")
        await analyst.press("-")
        assert "now against Idris [Halloum]" in panel(analyst)


async def test_a_point_of_ones_own_is_worded_anew_and_back(sit):
    async with sit() as analyst:
        make_companions(analyst, pointless=True)
        await open_on(analyst, "nobody has left")
        await analyst.press("=", "e", *["backspace"] * 60)
        await analyst.type("the town is [red]empty")
        await analyst.press("enter")
        assert "on “the town is [red]empty”" in panel(analyst)
        assert "the town is [red]empty" in analyst.points
        await analyst.press("u")
        assert "on “At least 40 families have left the town”" in panel(analyst)
        await analyst.press("u")
        analyst.room.case.analyst.put_on_point(claim(analyst, "Nobody").id, claim(analyst, "been warned in May").point)
        await analyst.press("e")
        assert any("only a point that you made" in s for s in analyst.said)


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_markup_and_controls_stand_as_they_are(sit, size):
    async with sit(size) as analyst:
        make_companions(analyst)
        d = analyst.room.dossier
        wrote = claim(analyst, "[b]wrote")
        text = d.sources[wrote.source].text
        whole = replace(
            wrote, end=len(text.rstrip()), quote=text.rstrip(), text=text.rstrip(), holder="[b]\x1b[31mX\u202e"
        )
        d.put_claims([replace(whole, polarity=Polarity.NEGATIVE)])
        await open_on(analyst, "[b]wrote")
        assert "[b]␛[31mX<202e>" in panel(analyst)
        assert "␛]52;c;aGk=" in panel(analyst)
        await analyst.press("j", "+", "]", "[", "-", "u")
        assert not _CONTROLS.search(panel(analyst).replace("\n", ""))


async def test_what_leaves_the_case_leaves_the_panel(sit):
    async with sit() as analyst:
        make_companions(analyst)
        await open_on(analyst, "nobody has left")
        analyst.room.dossier.remove_claims([claim(analyst, "families have left").id])
        await analyst.pilot.pause()
        await analyst.until(lambda: "Idris" not in panel(analyst))
        await analyst.press("/")
        analyst.room.dossier.remove_claims([claim(analyst, "Nobody has left").id])
        await analyst.press("escape")
        await analyst.until(lambda: analyst.room.screen is analyst.room.desk)


async def test_other_keys_are_taken_from_the_configuration(sit):
    async with sit(keys={"open": "l", "stance-no": "h", "next-claim": "ctrl+n", "search-again": "f9"}) as analyst:
        make_companions(analyst)
        await analyst.press("3", "/")
        await analyst.type("nobody has left")
        await analyst.press("enter", "p")
        assert re.search(r" l put together ", panel(analyst))
        await analyst.press("h")
        assert "now against" in panel(analyst)


async def test_in_the_room_a_key_takes_the_stance_that_the_words_have(sit):
    async with sit() as analyst:
        nobody = claim(analyst, "Nobody has left")
        d = analyst.room.dossier
        d.put_claims([replace(nobody, mode=Mode.DENIES)])
        analyst.room.case.analyst.put_on_point(nobody.id, claim(analyst, "families have left").point)
        await analyst.press("3", "/")
        await analyst.type("nobody has left")
        await analyst.press("enter", "=")
        assert d.record.get(Act.COMMIT, nobody.id) == "certain -"
        assert "families have left the town" in analyst.points


async def test_a_key_that_does_nothing_beside_says_why(sit):
    async with sit() as analyst:
        await analyst.press("3", "g", "p", "t")
        assert "“tag or untag” works in the room; esc goes back there" in analyst.screen
        await analyst.press("X")
        assert "“X” has no meaning" in analyst.screen
