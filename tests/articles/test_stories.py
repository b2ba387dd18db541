"""Holds the figures of tests/quality/boilerplate_report.py where the annotated stories are at hand."""

import runpy
from pathlib import Path

import pytest
import yaml

REPORT = Path(__file__).parents[1] / "quality" / "boilerplate_report.py"
SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.skipif(not (SHARED / "cases").is_dir(), reason="needs the annotated stories in ../shared")
def test_no_furniture_in_the_body_and_no_claim_outside():
    report = runpy.run_path(str(REPORT))
    figures = report["Figures"]()
    for gold in sorted(SHARED.glob("cases/*/gold.yaml"))[:2]:
        report["measure"](gold.parent, yaml.safe_load(gold.read_text(encoding="utf-8")), figures)
    assert figures.leaks == []
    assert figures.losses == []
    assert report["seeds"]().leaks == []
