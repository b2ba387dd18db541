"""What is said for a moment hides little, and makes way for what is said next."""

from textual.widgets._toast import Toast

from briefing.room.ordering import GROUP


async def test_a_notice_takes_the_place_of_the_one_before_it(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("1", "t")
        assert analyst.said == ["“tag or untag” needs a claim (3)"]
        await analyst.press("x")
        assert analyst.said == ["“dismiss a claim, or bring it back” needs a claim (3)"]


async def test_notices_that_come_faster_than_they_are_shown_leave_only_the_last(sit):
    async with sit((80, 24)) as analyst:
        for n in range(8):
            analyst.room.notices.key_came()
            analyst.room.tell(f"undone: step {n}")
        await analyst.until(lambda: "step 7" in analyst.screen)
        await analyst.until(lambda: len(analyst.room.screen.query(Toast)) == 1)
        assert len(analyst.room.screen.query("ToastHolder")) == 1


async def test_a_notice_of_one_line_lies_on_the_frame_and_hides_no_row(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("1", "t")
        await analyst.until(lambda: "needs a claim (3)" in analyst.screen)
        (toast,) = analyst.room.screen.query(Toast)
        assert toast.region.height == 1
        assert toast.region.y not in range(*_rows(analyst))


async def test_a_notice_at_the_top_stays_there_however_many_were_before_it(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("3", "G")
        analyst.room.desk.query("ToastRack").set_class(True, "at-top")
        for key in ("m", "v", "m", "v"):
            await analyst.press(key)
            await analyst.until(
                lambda: (
                    len(analyst.room.screen.query(Toast)) == 1 and len(analyst.room.screen.query("ToastHolder")) == 1
                )
            )
            analyst.room.desk.query("ToastRack").set_class(True, "at-top")
            await analyst.until(lambda: analyst.room.screen.query_one(Toast).region.y == 2)


def _rows(analyst):
    inner = analyst.room.desk.panes["sources"].content_region
    return inner.y, inner.bottom


async def test_a_fault_that_comes_again_is_said_once(sit):
    async with sit((80, 24)) as analyst:
        for _ in range(3):
            analyst.room.tell("not done: the disk is full", severity="error", timeout=20)
            await analyst.press("j")
        assert analyst.said == ["not done: the disk is full"]
        await analyst.until(lambda: len(analyst.room.screen.query(Toast)) == 1)


async def test_escape_lets_even_a_fault_go(sit):
    async with sit((80, 24)) as analyst:
        analyst.room.tell("not done: the disk is full", severity="error", timeout=20)
        await analyst.press("j")
        assert analyst.said
        await analyst.press("escape")
        assert analyst.said == []


async def test_a_question_that_does_not_fit_is_said_in_full_until_it_is_answered(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("1", "r")
        assert any("D not usually" in s and "F cannot be judged" in s for s in analyst.said)
        await analyst.press("B")
        assert analyst.said == []
    async with sit((160, 48)) as analyst:
        await analyst.press("3", "t")
        assert analyst.said == []


async def test_a_key_that_answers_no_question_says_so(sit):
    async with sit() as analyst:
        await analyst.press("3", "t", "Z")
        assert analyst.said == ["“Z” is none of the answers"]


async def test_a_grade_given_away_from_the_sources_is_said(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("3", "g", "r", "B")
        assert analyst.said == ["Interpress: reliability B"]


async def test_a_stance_is_not_offered_where_there_is_no_point(sit):
    async with sit() as analyst:
        await analyst.press("3", "G", "s")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.said == ["put the claim on a point first (p)"]


async def test_grouping_is_said_where_it_cannot_be_seen(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("3", "O")
        assert analyst.said == ["contradictions together by point"]


async def test_a_verdict_goes_on_to_a_contradiction_not_to_the_head_of_a_group(sit):
    async with sit() as analyst:
        await analyst.press("5", "O", "g")
        rows = analyst.room.desk.panes["contradictions"]
        assert sum(r.startswith(GROUP) for r in rows.rows) > 1
        rows.go_to(rows.rows[1])
        await analyst.press("v", "r")
        assert rows.current in analyst.room.dossier.relations
        assert rows.current == rows.rows[3]


async def test_a_page_goes_to_its_end_and_back(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("?", "G")
        await analyst.until(lambda: "something is wrong" in analyst.screen)
        await analyst.press("g")
        await analyst.until(lambda: "Moving" in analyst.screen or "With this claim" in analyst.screen)
        assert "something is wrong" not in analyst.screen


async def test_what_is_offered_is_read_before_what_stands_beside_it(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("ctrl+p")
        await analyst.type("derivation")
        await analyst.until(lambda: "why: the whole derivation of a" in analyst.screen)
        await analyst.press("escape", "E")
        await analyst.until(lambda: "export the brief as (a draft: no bottom line yet" in analyst.screen)
