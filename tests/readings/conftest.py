from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import readings
from briefing.dossier import Dossier, Source, stable_id
from briefing.readings import Reading

TEXTS = {
    "01-wire.txt": (
        "HALDEN - The Vasa bridge was closed on Monday, the ministry said.\n"
        "At least 12 people were hurt. The bridge was closed, and the bridge was closed for good.\n"
    ),
    "02-post.txt": (
        "Mayor Tom Verrill denied that “the bridge” was closed.\r\n"
        "Some say it may open in 2027, others that\nit never will.\r\n"
    ),
    "03-scan.txt": "",
}

Load = Callable[[str], Reading]


@pytest.fixture
def sources() -> dict[str, Source]:
    return {
        file: Source(
            stable_id("s", file), file, "0" * 64, text, origin=stable_id("s", file), skipped=None if text else "empty"
        )
        for file, text in TEXTS.items()
    }


@pytest.fixture
def load(tmp_path: Path, sources: dict[str, Source]) -> Load:
    def load_it(text: str) -> Reading:
        (tmp_path / readings.FILE).write_text(text, encoding="utf-8", newline="")
        return readings.load(tmp_path / readings.FILE, sources)

    return load_it


@pytest.fixture
def opened() -> Callable[[Reading], Dossier]:
    def put(reading: Reading) -> Dossier:
        dossier = Dossier()
        dossier.put_sources(reading.sources)
        dossier.replace_actors(reading.actors)
        dossier.put_points(reading.points)
        dossier.put_claims(reading.claims)
        return dossier

    return put
