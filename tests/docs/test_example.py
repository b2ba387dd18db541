"""The worked example is what the program makes of the session, and nothing is to be found in it."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from pymarkdown.api import PyMarkdownApi

from briefing import brief
from briefing.cli import main

DOCS = Path(brief.__file__).parents[2] / "docs"


def told(text):
    """Return the brief up to the method, without what counts the open contradictions: the machine's share changes with the rules."""
    return re.sub(
        r"^\d+ more contradictions? in the annex:.*\n", "", text.partition("\n## Method")[0], flags=re.MULTILINE
    )


def test_the_example_is_made_by_its_session_and_passes_the_check(tmp_path, capfd):
    spec = spec_from_file_location("example", DOCS / "example.py")
    example = module_from_spec(spec)
    spec.loader.exec_module(example)
    written = (DOCS / "example-brief.md").read_text("utf-8")
    assert told(example.write_example(tmp_path)) == told(written), "python docs/example.py writes it anew"
    main(["check", str(tmp_path / "venezuela-december-2025")])
    assert capfd.readouterr().out == ""
    assert main(["diff", str(tmp_path / "venezuela-december-2025"), "v1", "v2"]) == 0
    assert "confidence moderate (was low)" in capfd.readouterr().out


def test_the_example_is_clean_in_any_viewer():
    linter = PyMarkdownApi().disable_rule_by_identifier("md013")
    assert linter.scan_path(str(DOCS / "example-brief.md")).scan_failures == []
