"""Make the picture of the room in the README: the built-in case at 160 columns, once everything is read."""

import asyncio
import re
import tempfile
from pathlib import Path

from briefing import config, resources
from briefing.cache import Cache
from briefing.case import Case
from briefing.room.app import Room

PICTURE = Path(__file__).parent / "room.svg"
SIZE = (160, 48)
WAIT = 0.05


async def picture(room: Room) -> str:
    """Return the room as SVG, on its first contradiction."""
    async with room.run_test(size=SIZE, notifications=True) as pilot:
        while not room.loading.done:
            await pilot.pause(WAIT)
        await pilot.press("5")
        await pilot.pause()
        return room.export_screenshot(title="briefing seeds")


def main() -> None:
    """Write the picture; the record and the cache it needs are thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        case_folder = Path(folder) / "seeds"
        case_folder.mkdir()
        for path in filter(Path.is_file, resources.SEEDS.iterdir()):
            (case_folder / path.name).write_bytes(path.read_bytes())
        settings = config.load(case_folder, {"analyst": "analyst"}, Cache(None)).config
        with Case(case_folder, settings, Cache(None)) as case:
            svg = asyncio.run(picture(Room(case, settings)))
    PICTURE.write_text(re.sub(r"terminal-\d+", "terminal-1", svg), encoding="utf-8")


if __name__ == "__main__":
    main()
