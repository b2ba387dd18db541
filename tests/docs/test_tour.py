"""The tour shows what is there: its pictures are made, its keys are the room's."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest

from briefing import keymap

DOCS = Path(__file__).parents[2] / "docs"
TOUR = (DOCS / "tour.md").read_text(encoding="utf-8")
KEYS = {key for command in keymap.COMMANDS for key in command.keys} | {"esc"}


@pytest.fixture(scope="module")
def screenshot():
    sys.path.insert(0, str(DOCS))
    try:
        spec = importlib.util.spec_from_file_location("screenshot", DOCS / "screenshot.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules["screenshot"] = module
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(DOCS))
    return module


def test_every_picture_of_the_tour_is_one_that_is_made_and_every_one_made_is_shown(screenshot):
    shown = set(re.findall(r"!\[[^\]]+\]\(([^)]+)\)", TOUR))
    assert shown == {screenshot.path(name).name for name in screenshot.PICTURES}
    for name in shown:
        assert (DOCS / name).read_text(encoding="utf-8").lstrip().startswith("<svg")
    assert len(list(DOCS.glob("*.svg"))) == len(shown)


def test_every_key_that_the_tour_names_is_a_key_of_the_room():
    prose = re.sub(r"```.*?```", "", TOUR, flags=re.DOTALL)
    named = {
        code for code in re.findall(r"`([^`]+)`", prose) if not re.search(r"[ .:]|^NO_COLOR$", code) or code == "."
    }
    assert {"P", "C", "M", "A", "T", "ctrl+p", "."} <= named
    assert named - KEYS == set()


def test_every_key_that_a_picture_presses_is_a_key_of_the_room(screenshot):
    tags = {"k", "d"}
    assert {key for picture in screenshot.PICTURES.values() for key in picture.keys} - KEYS - tags == set()


def test_the_pages_that_the_tour_and_the_readme_name_exist():
    for page in (DOCS / "tour.md", DOCS.parent / "README.md"):
        for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), link
