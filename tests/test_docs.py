import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from briefing import readings, resources
from briefing.config_schema import ConfigModel, LimitsModel, TagModel
from briefing.dossier import Query, Source
from briefing.dossier.conditions import FIELDS, STATES
from briefing.extraction import ALIAS_FILE, LEXICON_FILE, load_aliases, load_frames

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ["aliases.md", "lexicon.md", "reading.md", "configuration.md", "filters.md"]


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def blocks(page: str, language: str = "") -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_every_generated_part_is_marked(generate, page):
    text = (DOCS / page).read_text(encoding="utf-8")
    assert text.count("<!-- generated: ") == text.count("<!-- end -->") == len(re.findall(generate.PART, text)) > 0


def test_the_example_of_a_reading_loads(tmp_path):
    (article,) = blocks("reading.md", "text")
    (example,) = blocks("reading.md", "yaml")
    (tmp_path / readings.FILE).write_text(example, encoding="utf-8")
    reading = readings.load(tmp_path / readings.FILE, {"bridge.txt": Source("s1", "bridge.txt", "", article)})
    assert [c.holder for c in reading.claims] == [
        "Halden police", "the mayor's office", "Tom Verrill", "a person at the ministry",
    ]  # fmt: skip
    assert reading.sources[0].publisher == "Strait Review"


def test_the_example_of_an_alias_file_loads(tmp_path):
    (example,) = blocks("aliases.md", "yaml")
    (tmp_path / ALIAS_FILE).write_text(example, encoding="utf-8")
    said = load_aliases(tmp_path)
    assert [e.name for e in said.entries] == ["Ines Carrow", "Halden Police"]
    assert said.entry("force") is said.entries[1]
    assert "halden post" in said.others("hpd")


def test_the_example_of_a_lexicon_file_loads(tmp_path):
    (example,) = blocks("lexicon.md", "yaml")
    (tmp_path / LEXICON_FILE).write_text(example, encoding="utf-8")
    said = load_frames(tmp_path)
    assert [(f.name, bool(f.phrase)) for f in said.frames] == [("GLACIER_MOVES", True), ("LEAVE_OFFICE", False)]
    assert said.without == ("WARM_WELCOME",)


def test_the_default_configuration_is_complete():
    defaults = yaml.safe_load(resources.CONFIG.read_text(encoding="utf-8"))
    assert set(defaults) == set(ConfigModel.model_fields)
    assert set(defaults["limits"]) == set(LimitsModel.model_fields)
    assert all(set(tag) == set(TagModel.model_fields) for tag in defaults["tags"])


def test_every_field_and_state_of_filters_is_described_and_no_other():
    text = (DOCS / "filters.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+):` \|", text, re.MULTILINE) == list(FIELDS)
    assert re.findall(r"^\| `is:(\w+)` \|", text, re.MULTILINE) == list(STATES)


def test_every_example_of_a_filter_can_be_read():
    text = (DOCS / "filters.md").read_text(encoding="utf-8")
    inline = re.findall(r"`(-?[a-z]+:[^`]+|-\w+)`", text)
    examples = [line for block in blocks("filters.md") for line in block.splitlines()] + inline
    assert len(examples) > 10
    for example in examples:
        assert Query.parse(example).terms
