"""Make the pictures of the README and of the tour: the built-in case, once everything is read, after some keys.

Run it after a change to how the room looks: `python docs/screenshot.py` makes all, `python docs/screenshot.py matrix` one.
"""

import asyncio
import re
import sys
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import example
from msgspec.structs import replace

from briefing import config, resources
from briefing.cache import Cache
from briefing.case import Case
from briefing.config import ThemeName
from briefing.room import guiding
from briefing.room.app import Room

DOCS = Path(__file__).parent
WAIT = 0.05


@dataclass(frozen=True, slots=True)
class Picture:
    """What is pressed, on a screen of that many columns and lines, in a theme.

    `worked` is after the session of example.py, `bare` without the reading that comes with the articles.
    """

    keys: tuple[str, ...]
    size: tuple[int, int] = (120, 34)
    theme: ThemeName = "dark"
    worked: bool = False
    bare: bool = False


PICTURES = {
    "room": Picture(("5",), (160, 48)),
    "reader": Picture(("3", "t", "k", "j", "t", "d", "enter", "[", "z")),
    "why": Picture(("5", "j", "w")),
    "companions": Picture(("3", "p", "]", "]", "]", "enter"), bare=True),
    "point": Picture(("5", "P")),
    "chronology": Picture(("C",), (140, 34)),
    "matrix": Picture(("M",)),
    "actors": Picture(("2", "A"), (130, 34)),
    "brief": Picture(("B", "j", "j", "j", "j"), (140, 40), worked=True),
    "contrast": Picture(("5",), (120, 34), "contrast"),
}


def path(name: str) -> Path:
    """Return where a picture is kept."""
    return DOCS / (f"{name}.svg" if name == "room" else f"tour-{name}.svg")


async def taken(room: Room, picture: Picture) -> str:
    """Return the room as SVG after the picture's keys."""
    async with room.run_test(size=picture.size) as pilot:
        while not room.loading.done:
            await pilot.pause(WAIT)
        if picture.worked:
            example.first_look(example.Session(room.case, example.FIRST - timedelta(hours=2)))
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause(WAIT)
        await pilot.pause(WAIT)
        return room.export_screenshot(title="briefing seeds")


def main(names: list[str]) -> None:
    """Make these pictures, or all; the records and the cache that they need are thrown away."""
    guiding.welcome = lambda _: None  # it lies over the panes
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder) / "cache")
        for name in names or PICTURES:
            case_folder = Path(folder) / name / "seeds"
            case_folder.mkdir(parents=True)
            for file in filter(Path.is_file, resources.SEEDS.iterdir()):
                (case_folder / file.name).write_bytes(file.read_bytes())
            settings = config.load(case_folder, {"analyst": "analyst"}, Cache(None)).config
            settings = replace(settings, theme=PICTURES[name].theme)
            with Case(case_folder, settings, cache, use_reading=not PICTURES[name].bare) as case:
                svg = asyncio.run(taken(Room(case, settings), PICTURES[name]))
            path(name).write_text(re.sub(r"terminal-\d+", f"terminal-{name}", svg), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
