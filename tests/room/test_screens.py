"""Whole screens as text. After a change that is meant: pytest tests/room/test_screens.py --snapshot-update, and look at the difference."""

import pytest


def tidy(screen):
    return "\n".join(line.rstrip() for line in screen.splitlines())


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        ((80, 24), ("3", "j", "t", "k")),
        ((80, 24), ("3", "j", "j", "enter")),
        ((80, 24), ("1", "j", "r", "C")),
        ((100, 30), ("5", "w")),
        ((100, 30), ("2",)),
        ((160, 48), ("1", "space", "3", "j")),
    ],
    ids=["claims-80", "reader-80", "sources-80", "why-100", "actors-100", "filtered-160"],
)
async def test_the_screen(sit, snapshot, size, keys):
    async with sit(size) as analyst:
        await analyst.press(*keys)
        assert tidy(analyst.screen) == snapshot
