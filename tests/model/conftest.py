"""A loopback server, and a case that may be given to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from model_server import TEXTS, WORDS, Server, claim_of, source_of
from pytest_socket import socket_allow_hosts

from briefing.config import ModelSettings
from briefing.dossier import Claim, Source


@pytest.fixture
def server(socket_enabled: None) -> Iterator[Server]:
    socket_allow_hosts(["127.0.0.1"], allow_unix_socket=True)
    opened = Server()
    yield opened
    opened.close()


@pytest.fixture
def settings(server: Server) -> ModelSettings:
    return ModelSettings(server.endpoint, "test-model", "", 5.0, 2)


@pytest.fixture
def sources() -> dict[str, Source]:
    return {s.id: s for s in (source_of(file, text) for file, text in TEXTS.items())}


@pytest.fixture
def claims(sources: dict[str, Source]) -> list[Claim]:
    return [claim_of(s, w, holder=f"holder of {s.file}") for s in sources.values() for w in WORDS[s.file]]


FOLDER_READING = """\
briefing-reading: 1
by: a colleague
claims:
  - {source: a.txt, quote: The dam is safe}
  - {source: a.txt, quote: Nobody was warned}
  - {source: b.txt, quote: denied that the dam is safe}
  - {source: b.txt, quote: The ministry was warned twice}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case whose claims come from a reading that names no points, so that the model may."""
    case = tmp_path / "dam"
    case.mkdir()
    for name, text in TEXTS.items():
        (case / name).write_text(text, encoding="utf-8")
    (case / "reading.yaml").write_text(FOLDER_READING, encoding="utf-8")
    return case


@pytest.fixture
def switched_on(settings: ModelSettings, own_folders: Path) -> ModelSettings:
    """The user's settings name the server."""
    place = own_folders / "config" / "briefing"
    place.mkdir(parents=True)
    lines = f"model:\n  endpoint: {settings.endpoint}\n  name: {settings.name}\n  price_in: 1\n  price_out: 2\n"
    (place / "config.yaml").write_text(lines, encoding="utf-8")
    return settings
