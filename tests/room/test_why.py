"""The whole derivation, laid over the room."""


async def test_a_key_opens_the_derivation_of_the_contradiction_in_hand_and_it_scrolls(sit):
    async with sit((80, 24)) as analyst:
        await analyst.press("5")
        held = analyst.room.hand
        await analyst.press("w")
        shown = analyst.room.screen._compositor.render_strips()
        first = "\n".join(strip.text for strip in shown)
        assert held.id in first
        assert "point" in first
        await analyst.press("pagedown", "pagedown", "pagedown", "pagedown")
        last = "\n".join(strip.text for strip in analyst.room.screen._compositor.render_strips())
        assert "strength" in last
        await analyst.press("escape")
        assert analyst.room.screen is analyst.room.desk
        assert analyst.room.hand == held


async def test_it_can_be_had_of_a_claim_without_a_point(sit):
    async with sit() as analyst:
        loose = next(c.id for c in analyst.room.dossier.all_claims() if c.point is None)
        await analyst.press("3")
        while analyst.room.hand.id != loose:
            await analyst.press("j")
        await analyst.press("w")
        assert "is on no point" in analyst.screen
        await analyst.press("q")
        assert analyst.room.screen is analyst.room.desk


async def test_a_source_has_none_and_the_room_says_what_has(sit):
    async with sit() as analyst:
        await analyst.press("1", "w")
        assert analyst.room.screen is analyst.room.desk
        assert any("needs a claim (3) or contradiction (5)" in said for said in analyst.said)
