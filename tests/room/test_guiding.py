"""What the room says to press: at a first start, in an empty case, for a key without a meaning, and in the help."""

import pytest
from rich.text import Text

from briefing.room.drawn import DrawnRows
from briefing.room.guiding import help_lines, in_lines


def said_of(analyst):
    return [line.plain.strip() for line in help_lines(analyst.room)]


async def test_a_case_nobody_has_worked_on_says_the_first_keys_and_one_that_somebody_has_does_not(sit, welcome):
    async with sit((100, 30)) as analyst:
        welcome(analyst.room)
        await analyst.pilot.pause()
        assert any("? names the keys that work here" in said for said in analyst.said)
        analyst.room.clear_notifications()
        await analyst.press("3", "t", "k")
        welcome(analyst.room)
        await analyst.pilot.pause()
        assert analyst.said == []


async def test_an_empty_case_says_where_articles_go(sit, folder):
    for file in folder.iterdir():
        file.unlink()
    async with sit((100, 30)) as analyst:
        await analyst.press("3")
        assert "There is nothing to read yet. Put articles into" in analyst.screen


async def test_a_key_without_a_meaning_says_which_one_helps(sit):
    async with sit((100, 30)) as analyst:
        await analyst.press("%")
        assert "“%” has no meaning; ? names the keys that have" in analyst.said


async def test_help_begins_with_what_works_here_and_gives_every_other_key_once(sit):
    async with sit((100, 30)) as analyst:
        await analyst.press("5")
        of_contradiction = said_of(analyst)
        assert of_contradiction[0] == "With this contradiction"
        here = of_contradiction[1 : of_contradiction.index("")]
        assert any(line.startswith("v ") for line in here)
        assert not any(line.startswith("t ") for line in here)
        assert any("needs a claim (3)" in line for line in of_contradiction)
        await analyst.press("3")
        of_claim = said_of(analyst)
        assert any(line.startswith("t ") for line in of_claim[1 : of_claim.index("")])
        assert sorted(line.split("  ")[0] for line in of_claim if line) != []
        assert len(of_claim) == len(of_contradiction)


async def test_no_word_of_help_is_cut_however_narrow_it_is(sit):
    async with sit((100, 30)) as analyst:
        lines = help_lines(analyst.room)
        for width in (30, 60, 200):
            shown = in_lines(lines, width)
            assert max(line.cell_len for line in shown) <= width
            assert "".join("".join(line.plain.split()) for line in shown) == "".join(
                "".join(x.plain.split()) for x in lines
            )


async def test_what_was_said_goes_when_something_is_laid_over_the_room_but_a_fault_stays(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("5", "%")
        analyst.room.tell("not done: the disk is full", severity="error", timeout=20)
        await analyst.until(lambda: len(analyst.said) == 2)
        await analyst.press("?")
        await analyst.until(lambda: analyst.said == ["not done: the disk is full"])
        await analyst.until(lambda: "has no meaning" not in analyst.screen)
        await analyst.press("escape")
        await analyst.until(lambda: "the disk is full" in analyst.screen)


async def test_what_is_said_does_not_lie_on_the_row_in_hand(sit):
    async with sit((80, 24)) as analyst:
        claims = analyst.room.desk.panes["claims"]
        claims.show([str(n) for n in range(40)])
        claims._drawn = DrawnRows(lambda item, _: [Text(f"row {item} in hand, to its very end at the right")])
        await analyst.press("3", "g")
        analyst.room.tell("something was done\nand more of it")
        for key, row in (("g", "row 0 in hand"), ("G", "row 39 in hand"), ("g", "row 0 in hand")):
            await analyst.press(key)
            await analyst.until(lambda: "something was done" in analyst.screen)
            await analyst.until(lambda row=row: f"{row}, to its very end at the right" in analyst.screen)


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (160, 48)])
@pytest.mark.parametrize(
    ("keys", "answers"), [("3c", "123456-"), ("1r", "ABCDEF-"), ("5v", "rsdf-"), ("3o", "fhsdcw"), ("3t", "kdwfq")]
)
async def test_a_question_names_every_key_that_answers_it_at_any_width(sit, size, keys, answers):
    async with sit(size) as analyst:
        await analyst.press(*keys)
        named = analyst.screen.splitlines()[-1].split()
        assert [key for key in answers if key not in named] == []
        assert named[-2] == "esc"


async def test_the_reader_names_how_to_go_from_claim_to_claim_and_to_add_one(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("4")
        assert "] next claim  a add claim  t tag" in analyst.screen.splitlines()[-1]


async def test_where_no_filter_is_saved_it_is_said_how_one_comes_there(sit):
    async with sit((80, 24), filters={}) as analyst:
        await analyst.press("F")
        assert "none is saved yet; f puts one in force, then F saves it" in analyst.screen


async def test_a_notice_is_shown_to_its_last_word(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("3", "v")
        await analyst.until(lambda: "needs a contradiction" in analyst.screen)
        assert "(5)" in analyst.screen
