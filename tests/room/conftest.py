"""A small invented case, opened in a real room: real record and contradictions, but nothing is analysed by machine."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events
from textual.pilot import Pilot

from briefing import articles, config
from briefing.cache import Cache
from briefing.case import Case
from briefing.case.loading import Loading
from briefing.room import guiding
from briefing.room.app import Room

ARTICLES = {
    "01-interpress.md": (
        "---\ntitle: The dam at Kessel holds, ministry says\npublisher: Interpress\npublished: 2026-02-03\n---\n\n"
        "The Kessel dam is safe, the water ministry said on Tuesday.\n\n"
        "Lida Korvash, an engineer, said that the ministry had been warned in May. “We wrote to them twice,” she said.\n\n"
        "## What the town says\n\n"
        "At least 40 families have left the town, according to its mayor, Idris Halloum.\n"
    ),
    "02-review.md": (
        "---\ntitle: Doubts about Kessel\npublisher: Strait Review\npublished: 2026-02-05\n---\n\n"
        "Lida Korvash denied that the dam is safe.\n\n"
        "The ministry received no warning, its spokesman Davit Osmani said.\n\n"
        "Nobody has left the town, Osmani added.\n"
    ),
    "03-loop.txt": (
        "Korvash [b]wrote[/b] to \x1b]52;c;aGk=\x07them \x1b[31mtwice\x1b[0m and \u202enobody\u202c answered her letters.\n"
    ),
    "04-empty.txt": "",
}
READING = """\
briefing-reading: 1
by: a colleague
actors:
  - {id: ministry, name: Water Ministry, type: government}
  - {id: korvash, name: Lida Korvash, type: person}
  - {id: osmani, name: Davit Osmani, type: person}
  - {id: halloum, name: "Idris [Halloum]", type: person}
points:
  - {id: safe, phrase: the dam is safe}
  - {id: warned, phrase: the ministry was warned}
  - {id: left, phrase: families have left the town}
claims:
  - {source: 01-interpress.md, quote: The Kessel dam is safe, holder: ministry, point: safe, commitment: certain +}
  - {source: 01-interpress.md, quote: the ministry had been warned in May, holder: korvash, point: warned, commitment: certain +}
  - {source: 01-interpress.md, quote: At least 40 families have left the town, holder: halloum, point: left, commitment: certain +}
  - {source: 02-review.md, quote: denied that the dam is safe, holder: korvash, mode: denies, point: safe, commitment: certain -}
  - {source: 02-review.md, quote: The ministry received no warning, holder: osmani, point: warned, commitment: certain -}
  - {source: 02-review.md, quote: Nobody has left the town, holder: osmani}
  - {source: 03-loop.txt, quote: "Korvash [b]wrote[/b] to"}
"""
_PATIENCE = 20.0

Until = Callable[[Callable[[], object]], Awaitable[None]]


class Analyst:
    """Sits at a room: presses keys and looks at the screen, waiting for what must come."""

    def __init__(self, room: Room, pilot: Pilot[None]) -> None:
        self.room = room
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.until(lambda: not self.room.turns._waiting)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Put text where it is being typed, all at once."""
        self.room.post_message(events.Paste(text))
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for a state; fails with the screen if it does not come."""
        end = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > end:
                pytest.fail(f"it did not come about; on screen is\n{self.screen}")
            await self.pilot.pause()

    @property
    def screen(self) -> str:
        """What is on screen as text, the panes below an overlay included."""
        screens = (self.room.desk, self.room.screen) if self.room.screen is not self.room.desk else (self.room.desk,)
        return "\n".join(strip.text for screen in screens for strip in screen._compositor.render_strips())

    @property
    def said(self) -> list[str]:
        """What the room has said in toasts that still stand."""
        return [n.message for n in self.room._notifications]

    @property
    def claims(self) -> list[str]:
        return [self.room.dossier.claims[i].quote for i in self.room.desk.panes["claims"].items]

    @property
    def points(self) -> list[str]:
        """The points of the contradictions that are listed."""
        d = self.room.dossier
        return [d.points[d.relations[i].point].phrase for i in self.room.desk.panes["contradictions"].items]


@pytest.fixture(autouse=True)
def no_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read files in this process, and leave out the analysis by machine."""

    def read(loading: Loading, path: Path) -> object:
        return articles.read(path, path.relative_to(loading._folder).as_posix(), articles.Limits())

    monkeypatch.setattr(Loading, "_read", read)
    monkeypatch.setattr(Loading, "_analyse", lambda *_: iter(()))
    monkeypatch.setattr(Loading, "follow", lambda *_: iter(()))


@pytest.fixture(autouse=True)
def welcome(monkeypatch: pytest.MonkeyPatch) -> Callable[[Room], None]:
    """Leave out the word of welcome, which lies over every pane; returns what says it."""
    say = guiding.welcome
    monkeypatch.setattr(guiding, "welcome", lambda _: None)
    return say


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = tmp_path / "kessel"
    case.mkdir()
    for name, text in ARTICLES.items():
        (case / name).write_text(text, encoding="utf-8")
    (case / "reading.yaml").write_text(READING, encoding="utf-8")
    return case


@pytest.fixture
def sit(folder: Path) -> Callable[..., "AsyncIterator[Analyst]"]:
    """Open the room on the case, of a size, with settings; it is ready once the case is loaded."""

    @asynccontextmanager
    async def open_room(size: tuple[int, int] = (160, 48), *, wait: bool = True, **changes: object):
        settings = replace(config.load(None, {"analyst": "tester"}, Cache(None)).config, **changes)
        with Case(folder, settings, Cache(None)) as case:
            room = Room(case, settings)
            async with room.run_test(size=size, notifications=True) as pilot:
                analyst = Analyst(room, pilot)
                if wait:
                    await analyst.until(lambda: room.loading.done)
                    await pilot.pause()
                yield analyst

    return open_room
