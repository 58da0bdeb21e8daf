"""Prove that the JSON report follows its schema, is strict, and gives the same bytes every time."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from samples import FERRY, HOSTILE, MANY, REPORT

from verifier.data.folders import folder
from verifier.formats.json_report import SCHEMA_VERSION, render
from verifier.formats.records import dumps, unit
from verifier.model import Report

SCHEMA: dict[str, Any] = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))


def refuse(name: str) -> object:
    raise AssertionError(name)


def parsed(report: Report) -> Any:
    return json.loads(render(report), parse_constant=refuse)


def objects(schema: Any) -> list[dict[str, Any]]:
    """Return every subschema of type object."""
    if isinstance(schema, list):
        return [found for item in schema for found in objects(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema] if schema.get("type") == "object" else []
    return own + [found for item in schema.values() for found in objects(item)]


def test_schema_is_strict_and_described() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    found = objects(SCHEMA)
    assert len(found) > 15
    assert [s for s in found if s["additionalProperties"] is not False or not s["description"]] == []
    properties = [(k, v) for s in found for k, v in s["properties"].items()]
    assert [k for k, v in properties if "$ref" not in v and not v.get("description")] == []


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE, Report("0", "", ())])
def test_reports_follow_the_schema(report: Report) -> None:
    assert [e.message for e in Draft202012Validator(SCHEMA).iter_errors(parsed(report))] == []


def test_schema_version_is_allowed_by_the_schema() -> None:
    validator = Draft202012Validator(SCHEMA["properties"]["schema_version"])
    assert validator.is_valid(SCHEMA_VERSION)
    assert not validator.is_valid("2.0")


def test_the_schema_refuses_what_is_not_in_it() -> None:
    report = parsed(REPORT)
    report["reports"][0]["claims"][0]["surprise"] = 1
    assert not Draft202012Validator(SCHEMA).is_valid(report)


def test_excerpts_stand_at_their_offsets() -> None:
    (one,) = parsed(REPORT)["reports"]
    text = FERRY.postmortem.fields[0].text
    sources = {reading.source.id: reading.source.text for reading in FERRY.sources}
    assert all(text[c["start"] : c["end"]] == c["text"] for c in one["claims"])
    spans = [e for f in (*one["findings"], *one["claims"]) for e in f["evidence"]]
    assert spans
    assert all(sources[e["source"]][e["start"] : e["end"]] == e["text"] for e in spans)


def test_counts_and_references() -> None:
    report = parsed(REPORT)
    (one,) = report["reports"]
    assert report["summary"]["problems"] == {"error": 2, "warning": 1, "note": 0}
    assert one["summary"]["citations"] == {"resolved": ["7001", "7002"], "missing": ["7009"]}
    assert sum(one["summary"]["claims"].values()) == len(one["claims"]) == 8
    known = {f["id"] for f in one["findings"]}
    assert len(known) == len(one["findings"])
    assert {i for x in (*one["claims"], *one["problems"]) for i in x["findings"]} <= known


def test_only_extracted_text_is_carried() -> None:
    (one,) = parsed(REPORT)["reports"]
    assert [source["id"] for source in one["sources"] if "text" in source] == ["7002"]


def test_what_is_not_finite_becomes_null() -> None:
    assert json.loads(dumps({"a": [math.inf, math.nan, 0.1 + 0.2], "b": (1, True, None)})) == {
        "a": [None, None, 0.3],
        "b": [1, True, None],
    }
    assert (unit(math.nan), unit(2.0), unit(-1.0), unit(0.5)) == (0.0, 1.0, 0.0, 0.5)


def test_unknown_values_become_words() -> None:
    assert dumps({"day": date(2021, 5, 4), 3: {"b", "a"}}) == '{"day": "2021-05-04", "3": ["a", "b"]}'


def test_strings_hold_nothing_that_acts_and_come_back_whole() -> None:
    text = render(HOSTILE)
    assert all(char == "\n" or char.isprintable() for char in text)
    claims = json.loads(text)["reports"][0]["claims"]
    assert claims[0]["text"] == HOSTILE.reports[0].assessments[0].claim.text


def test_same_report_same_bytes() -> None:
    again = replace(REPORT, reports=tuple(replace(one) for one in REPORT.reports))
    assert render(again) == render(REPORT)
