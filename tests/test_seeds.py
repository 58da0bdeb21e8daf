"""Prove that the worked case is whole, and that it still holds the discrepancies it was written for."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from verifier.api import Verifier
from verifier.ingest.postmortems import read_postmortems
from verifier.ingest.sources import read_sources
from verifier.model import PostmortemReport, Severity, Verdict

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
MANIFEST: list[dict[str, str]] = json.loads((SEEDS / "manifest.json").read_text(encoding="utf-8"))["sources"]
POSTMORTEM = (SEEDS / "postmortem.txt").read_text(encoding="utf-8")


def article(name: str) -> str:
    (entry,) = (entry for entry in MANIFEST if entry["id"] == name)
    return (SEEDS / entry["file"]).read_text(encoding="utf-8")


def row(name: str) -> str:
    (line,) = (line for line in POSTMORTEM.splitlines() if line.startswith(name))
    return line


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["id"])
def test_manifest_describes_its_files(entry: dict[str, str]) -> None:
    content = (SEEDS / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]
    assert content.decode().splitlines()[0] == entry["title"]
    assert re.fullmatch(r"https://[a-z-]+\.example/\S+", entry["url"])


def test_manifest_lists_every_article_once() -> None:
    listed = sorted(entry["file"] for entry in MANIFEST)
    assert listed == sorted(path.relative_to(SEEDS).as_posix() for path in (SEEDS / "articles").iterdir())
    assert len({entry["id"] for entry in MANIFEST}) == len(MANIFEST)


def test_the_one_cited_article_is_not_supplied() -> None:
    (cited,) = set(re.findall(r"\[(\d+)\]", POSTMORTEM))
    assert cited not in {entry["id"] for entry in MANIFEST}


def test_postmortem_has_every_row_of_a_page() -> None:
    rows = (
        *("Timeline", "System", "Responsible Organization", "Impacted Organization", "Software Causes"),
        *("Non-software Causes", "Impacts", "Preventions", "Fixes", "References"),
        *("Recurring", "Phase", "Boundary", "Nature", "Dimension", "Objective", "Intent", "Capability", "Duration"),
        *("Behaviour", "Perception", "Communication", "Application", "Consequence", "Domain"),
    )
    assert [name for name in rows if len(row(f"{name} ")) <= len(name)] == []
    assert row("Perception") == "Perception None None"
    assert POSTMORTEM.endswith("\nSources\n\nBack to List\n")


def test_sources_disagree_on_the_number_of_pictures() -> None:
    assert "three million images" in article("client-list")
    assert "three billion images" in article("client-list")
    assert "3 billion photos" in article("data-breach")


def test_postmortem_says_more_than_the_articles() -> None:
    assert "Database Hacked" in POSTMORTEM.splitlines()[0]
    assert POSTMORTEM.lower().count("database was hacked") >= 3
    assert "database of images was not hacked" in article("data-breach")
    assert "BBC News" in row("References")
    assert not any("BBC" in article(entry["id"]) for entry in MANIFEST)


def test_roles_media_and_actors_differ() -> None:
    references = row("References")
    assert "principal analyst" in references
    assert "principal security strategist" in article("client-list")
    assert "tweet" in references
    assert "statement by Wyden" in article("data-breach")
    assert "Twitter, YouTube and Facebook demanded" in references
    assert "Google, Microsoft and Facebook" in article("data-breach")


def test_postmortem_contradicts_itself() -> None:
    assert row("Nature").split()[2] == "non-human_actions"
    assert "exploited by hackers" in row("Nature")
    assert row("Capability").split()[2] == "accidental"
    assert "attack was intentional" in row("Objective")


def test_articles_carry_furniture() -> None:
    assert "Most Popular" in article("client-list")
    assert article("expert-comments").count("Last edited") == 5
    assert article("data-breach").count("all of its clients are on the stolen list") == 3
    assert "About The Author" in article("data-breach")


@pytest.fixture(scope="module")
def report() -> PostmortemReport:
    verifier = Verifier(read_sources([SEEDS], exclude=[SEEDS / "postmortem.txt"]).sources)
    return verifier.check(*read_postmortems(SEEDS / "postmortem.txt")).reports[0]


def test_missing_article_is_one_problem(report: PostmortemReport) -> None:
    assert report.missing == ("70412",)
    assert [problem.rule for problem in report.problems].count("missing-source") == 1


def test_conflict_of_million_and_billion_is_listed(report: PostmortemReport) -> None:
    pairs = {frozenset({conflict.a.source, conflict.b.source}) for conflict in report.source_conflicts}
    assert frozenset({"client-list", "data-breach"}) in pairs
    assert any("million" in conflict.message and "billion" in conflict.message for conflict in report.source_conflicts)


def test_number_on_which_the_sources_disagree_is_disputed(report: PostmortemReport) -> None:
    (disputed,) = (each for each in report.assessments if "three billion photos" in each.claim.text)
    assert disputed.verdict is Verdict.DISPUTED


def test_billions_are_not_called_wrong(report: PostmortemReport) -> None:
    (billions,) = (each for each in report.assessments if "billions of photos" in each.claim.text)
    assert billions.verdict is Verdict.DISPUTED
    assert {finding.severity for finding in billions.findings} == {Severity.WARNING}


def test_article_on_another_incident_is_no_evidence(report: PostmortemReport) -> None:
    (other,) = (reading for reading in report.sources if reading.source.id == "exposed-server")
    assert other.notes
    assert not any(evidence.source == "exposed-server" for each in report.assessments for evidence in each.evidence)


def test_furniture_is_no_evidence(report: PostmortemReport) -> None:
    left_out = {reading.source.id: reading.excluded for reading in report.sources}
    evidence = [evidence for each in report.assessments for evidence in each.evidence if evidence.part == "body"]
    assert evidence
    assert not any(e.start < x.end and x.start < e.end for e in evidence for x in left_out[e.source])
    furniture = ("Download", "Most Popular", "Last edited", "ALSO READ", "archivist", "Leave a Comment", "Wi-Fi")
    assert [e.text for e in evidence if any(word in e.text for word in furniture)] == []
