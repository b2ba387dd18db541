"""What every test stands on: folders of its own for cache, data and settings, and nothing of the user's."""

from pathlib import Path

import pytest

from briefing.config import VARIABLES


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the user's folders and BRIEFING_ variables; returns the folder that has them all."""
    home = tmp_path_factory.mktemp("home")
    for name in ("CACHE", "DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    for variable in VARIABLES.values():
        monkeypatch.delenv(variable, raising=False)
    return home


@pytest.fixture
def shared() -> Path:
    """The material beside the repository that is not part of it."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared beside the repository")
    return folder


@pytest.fixture(autouse=True)
def by_words_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is found the same, whether the optional extra `[semantic]` is installed or not."""
    monkeypatch.setattr("briefing.extraction.has_meanings", lambda: False)
