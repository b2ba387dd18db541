from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing import config
from briefing.cache import Cache
from briefing.case import Case

ARTICLES = {
    "01-wire.txt": (
        "Bridge closed after night of rain\n\n"
        "HALDEN, 3 March 2026 - The Vasa bridge was closed on Monday, the transport ministry said.\n\n"
        "At least 12 people were injured when a bus slid off the road, according to police chief Ines Carrow.\n"
    ),
    "02-post.md": (
        "---\ntitle: The bridge stays open\npublisher: Halden Post\npublished: 2026-03-03\n---\n\n"
        "Mayor Tom Verrill denied that the Vasa bridge was closed. “The bridge is open,” he said.\n\n"
        "Nobody was hurt, the mayor added.\n"
    ),
}
READING = """\
briefing-reading: 1
by: a colleague
actors:
  - {id: ministry, name: transport ministry, type: organization}
  - {id: verrill, name: Tom Verrill, type: person, aliases: [Mayor Tom Verrill]}
points:
  - {id: closed, phrase: the Vasa bridge is closed}
claims:
  - source: 01-wire.txt
    quote: The Vasa bridge was closed on Monday
    holder: ministry
    point: closed
    commitment: certain +
  - source: 02-post.md
    quote: denied that the Vasa bridge was closed
    holder: verrill
    mode: denies
    point: closed
    commitment: certain -
"""

Open = Callable[..., Case]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = tmp_path / "bridge"
    case.mkdir()
    for name, text in ARTICLES.items():
        (case / name).write_text(text, encoding="utf-8")
    (case / "reading.yaml").write_text(READING, encoding="utf-8")
    return case


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    """One cache for all tests, so that each text is analysed once."""
    return Cache(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def open_case(folder: Path, kept: Cache) -> Iterator[Open]:
    opened: list[Case] = []

    def open_it(where: Path = folder, cache: Cache = kept, **changes: object) -> Case:
        settings = replace(config.load(None, {"analyst": "tester"}, Cache(None)).config, **changes)
        opened.append(Case(where, settings, cache))
        return opened[-1]

    yield open_it
    for case in opened:
        case.close()
