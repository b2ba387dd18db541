"""What stands in the margin of an article, as text."""

import pytest

from briefing.room.margin import SIGNS, signs, words


@pytest.fixture
async def begun(sit):
    async with sit((100, 30)) as analyst:
        room = analyst.room
        claim = next(c for c in room.dossier.all_claims() if c.quote == "The Kessel dam is safe")
        yield room, claim


async def test_the_margin_has_tags_note_and_contradictions_each_in_its_place(begun):
    room, claim = begun
    said = lambda: signs(room.dossier, room.look, [claim]).plain  # noqa: E731 - asked again after every change
    assert said() == "    ≠1  "
    room.case.analyst.toggle_tag(claim.id, "key")
    room.case.analyst.note(claim.id, "ask her")
    assert said() == " ●✎ ≠1  "
    assert len(said()) == SIGNS
    assert words(room.dossier, room.look, [claim], 40).plain == "Lida Korvash  certain -"
    assert words(room.dossier, room.look, [claim], 12).cell_len <= 12


async def test_where_nothing_is_against_it_the_margin_names_tags_or_the_note(begun):
    room, _ = begun
    alone = next(c for c in room.dossier.all_claims() if c.quote == "Nobody has left the town")
    assert signs(room.dossier, room.look, [alone]).plain.strip() == ""
    room.case.analyst.note(alone.id, "who counted?")
    assert words(room.dossier, room.look, [alone], 40).plain == "who counted?"
    room.case.analyst.toggle_tag(alone.id, "weak")
    assert words(room.dossier, room.look, [alone], 40).plain == "weak"
    assert words(room.dossier, room.look, [], 40).plain == ""


async def test_a_wide_reader_says_who_is_against_it_and_a_narrow_one_has_only_the_signs(sit):
    async with sit((150, 30)) as analyst:
        await analyst.press("3", "enter", "z")
        line = next(line for line in analyst.screen.splitlines() if "The Kessel dam is safe" in line)
        assert line.rstrip(" │").endswith("≠1  Lida Korvash  certain -")
    async with sit((80, 24)) as analyst:
        await analyst.press("3", "enter")
        line = next(line for line in analyst.screen.splitlines() if "The Kessel dam is safe" in line)
        assert line.rstrip(" │").endswith("≠1")
