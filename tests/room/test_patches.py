"""What is drawn of a small change is what would be drawn of it with all the rest."""

import random
import re
from copy import copy
from itertools import product

from rich.cells import cell_len
from rich.console import Console
from textual._compositor import Compositor
from textual.geometry import Region
from textual.widgets._toast import Toast

WIDTH, HEIGHT = 120, 36
CONSOLE = Console(force_terminal=True, color_system="truecolor")
WRITTEN = re.compile(r"\x1b\[(?P<y>\d+);(?P<x>\d+)H|\x1b\[(?P<style>[\d;]*)m|(?P<char>[^\x1b\n])")
"""A move of the terminal's cursor, a style, or a character."""


def chance_regions(chance: random.Random) -> set[Region]:
    return {
        Region(x, y, chance.randint(1, WIDTH - x), chance.randint(1, min(3, HEIGHT - y)))
        for _ in range(chance.randint(1, 6))
        for x, y in [(chance.randrange(WIDTH), chance.randrange(HEIGHT))]
    }


def drawn(compositor: Compositor, changed: set[Region]) -> dict[tuple[int, int], tuple[str, str]]:
    """What is written into cells of the screen, (y, x): a character and its style."""
    compositor._dirty_regions = set(changed)
    update = compositor.render_partial_update()
    assert update is not None
    cells, x, y, style = {}, 0, 0, ""
    for written in WRITTEN.finditer(update.render_segments(CONSOLE)):
        if written["y"]:
            y, x = int(written["y"]) - 1, int(written["x"]) - 1
        elif written["style"] is not None:
            style = written["style"]
        else:
            cells[y, x] = written["char"], style
            x += cell_len(written["char"])
    return cells


def whole(compositor: Compositor) -> list[str]:
    return [strip.render(CONSOLE) for strip in compositor.render_strips()]


def as_textual_does(compositor: Compositor) -> Compositor:
    other = copy(compositor)
    other.__class__ = Compositor
    return other


async def test_a_patch_looks_as_it_does_in_the_whole(sit):
    chance = random.Random(7)
    async with sit(size=(WIDTH, HEIGHT)) as analyst:
        analyst.room.tell("something lies over the panes\nfor a moment")
        await analyst.pilot.pause()
        ours = analyst.room.desk._compositor
        textuals = as_textual_does(ours)
        for _ in range(50):
            changed = chance_regions(chance)
            wanted = {cell for region in changed for cell in product(region.line_range, region.column_range)}
            assert drawn(ours, changed) == {c: look for c, look in drawn(textuals, changed).items() if c in wanted}
        assert whole(ours) == whole(textuals)


async def test_what_lies_behind_a_notice_that_just_went_is_drawn(sit):
    async with sit(size=(WIDTH, HEIGHT)) as analyst:
        analyst.room.tell("something that is as wide as a pane lies over the panes for a moment, and is gone again")
        await analyst.pilot.pause()
        notice = analyst.room.desk.query_one(Toast)
        notice._styles_cache.clear()
        parent, notice._parent = notice._parent, None
        ours = analyst.room.desk._compositor
        assert whole(ours) == whole(as_textual_does(ours))
        notice._parent = parent
