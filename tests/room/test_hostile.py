"""Text from outside is shown, never obeyed."""

import re

import pytest

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("size", [(160, 48), (80, 24)])
async def test_escape_codes_and_markup_stand_as_they_are(sit, size):
    async with sit(size) as analyst:
        await analyst.press("3", "G", "enter")
        assert "Korvash [b]wrote[/b] to" in analyst.screen
        assert "␛]52;c;aGk=" in analyst.screen
        assert "<202e>nobody" in analyst.screen
        assert not _CONTROLS.search(analyst.screen.replace("\n", ""))


async def test_hidden_characters_are_said(sit):
    async with sit() as analyst:
        assert "!hidden" in analyst.screen
        await analyst.press("1", "j", "j")
        assert "characters that cannot be seen" in analyst.screen


async def test_names_with_brackets_are_no_markup_anywhere(sit):
    async with sit() as analyst:
        await analyst.press("2", "/")
        await analyst.type("halloum")
        await analyst.press("enter")
        assert "Idris [Halloum]" in analyst.screen
        await analyst.press("space", "3")
        assert "actor: Idris [Halloum]" in analyst.screen
        await analyst.press("p", "/")
        await analyst.type("[red]x[/red]")
        await analyst.press("enter")
        assert "[red]x[/red]" in analyst.screen
        await analyst.press("escape", "u", "ctrl+r")
        assert any("[red]x[/red]" in s for s in analyst.said)
        await analyst.press("n")
        await analyst.type("[/b]")
        await analyst.press("ctrl+s")
        assert "[/b]" in analyst.screen


async def test_what_is_pasted_or_was_noted_elsewhere_cannot_act_either(sit):
    async with sit() as analyst:
        first = analyst.room.desk.panes["claims"].current
        analyst.room.case.analyst.note(first, "see \x1b]52;c;aGk=\x07 there")
        await analyst.press("3", "n")
        assert "see ␛]52;c;aGk=␇ there" in analyst.screen
        await analyst.type(" and \x1b[31mred\u202e")
        assert "and ␛[31mred<202e>" in analyst.screen
        assert not _CONTROLS.search(analyst.screen.replace("\n", ""))
        await analyst.press("escape", "escape", "f")
        await analyst.type("\x1b[2Jword")
        assert "␛[2Jword" in analyst.screen
        assert not _CONTROLS.search(analyst.screen.replace("\n", ""))
