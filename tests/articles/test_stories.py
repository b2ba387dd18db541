"""Holds the figures of tests/quality/boilerplate_report.py where the annotated stories are at hand."""

import runpy
from pathlib import Path

import yaml

REPORT = Path(__file__).parents[1] / "quality" / "boilerplate_report.py"


def test_no_furniture_in_the_body_and_no_claim_outside(shared):
    report = runpy.run_path(str(REPORT))
    figures = report["Figures"]()
    stories = sorted(shared.glob("cases/*/gold.yaml"))[:2]
    assert len(stories) == 2
    for gold in stories:
        report["measure"](gold.parent, yaml.safe_load(gold.read_text(encoding="utf-8")), figures)
    assert figures.leaks == []
    assert figures.losses == []
    assert report["seeds"]().leaks == []
