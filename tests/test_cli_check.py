"""Prove that `verifier check` reads, reports, writes and ends as promised."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import database
import ferry
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator
from samples import CLEAN, EMPTY, MANY, REPORT

from verifier.cli.main import main
from verifier.data.folders import folder
from verifier.formats import FORMATS
from verifier.gate.outcome import status
from verifier.model import Gate, Report, Severity, Trouble

SCHEMA = json.loads((folder("reports") / "report.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    (tmp_path / "flawed.txt").write_text(ferry.PAGE.replace("[7001]", "[7999]"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def check(*args: str, **more: Any) -> Result:
    return CliRunner().invoke(main, ["check", *args], **more)


def told(*args: str, **more: Any) -> Result:
    """Check the small postmortem, and do not fail on findings."""
    return check(ferry.POSTMORTEM, "--sources", ferry.ARTICLES, "--fail-on", "never", *args, **more)


def test_text_report_on_standard_output_and_summary_on_standard_error() -> None:
    done = told()
    assert done.exit_code == 0
    about = "Harbour Ferry Booking System Loses Tickets (4 May 2021, ferry.txt), read against"
    assert done.stdout.split("\n")[1] == about
    assert done.stderr.startswith("verifier: 1 postmortem, ")
    assert "1 source: " in done.stderr


def test_json_follows_the_schema_and_is_the_same_twice() -> None:
    first, second = told("-f", "json"), told("-f", "json")
    report = json.loads(first.stdout)
    assert [e.message for e in Draft202012Validator(SCHEMA).iter_errors(report)] == []
    assert [c["text"] for c in report["reports"][0]["claims"]]
    assert first.stdout_bytes == second.stdout_bytes


def test_files_get_their_formats_and_standard_output_stays_empty() -> None:
    done = told("-o", "a.json", "-o", "b.md", "-o", "text:c")
    assert done.stdout == ""
    assert json.loads(Path("a.json").read_text())["schema_version"] == "1.2"
    assert Path("b.md").read_text().startswith("# ")
    assert "Harbour Ferry" in Path("c").read_text().split("\n")[1]
    assert done.stderr.endswith("; a.json written; b.md written; c written\n")


def test_file_and_standard_output_hold_the_same() -> None:
    done = told("-f", "text", "-o", "r.txt")
    assert done.stdout_bytes == Path("r.txt").read_bytes()


def test_missing_source_is_an_error_and_gates() -> None:
    found = check("flawed.txt", "--sources", ferry.ARTICLES)
    assert found.exit_code == 1
    assert found.stdout.startswith("hold: ")
    assert found.stdout.count("source [7999] ") == 1
    assert check("flawed.txt", "--sources", ferry.ARTICLES, "--fail-on", "never").exit_code == 0


def test_changed_number_is_shown_beside_its_evidence() -> None:
    text = told().stdout
    assert "About 40,000 tickets were lost" in text
    assert "About 4,000 tickets were lost" in text


def test_standard_input() -> None:
    done = check("-", "--sources", ferry.ARTICLES, "-f", "json", "--fail-on", "never", input=ferry.PAGE)
    assert done.exit_code == 0
    (one,) = json.loads(done.stdout)["reports"]
    assert one["postmortem"]["path"] == "-"
    assert one["claims"] == json.loads(told("-f", "json").stdout)["reports"][0]["claims"]


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"\xff\xfe\xfd plain", b" \n\n "])
def test_bad_standard_input_ends_with_three(data: bytes) -> None:
    done = check("-", "--sources", ferry.ARTICLES, input=data)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith("verifier: error: standard input: ")


def test_postmortem_is_no_source_of_its_own() -> None:
    done = check(ferry.POSTMORTEM, "--sources", ".", "-f", "json", "--fail-on", "never")
    assert [s["id"] for s in json.loads(done.stdout)["reports"][0]["sources"]] == ["7001"]


def test_several_postmortems_with_one_unreadable() -> None:
    Path("bad.txt").write_bytes(b"\x00\x01\x02")
    done = check(ferry.POSTMORTEM, "bad.txt", "flawed.txt", "--sources", ferry.ARTICLES)
    assert done.exit_code == 3
    assert done.stdout.startswith("2 postmortems: ")
    assert "bad.txt: is a binary file" in done.stdout
    assert "bad.txt: is a binary file" in done.stderr


def prepare() -> None:
    Path("empty.txt").write_text("")
    Path("binary.txt").write_bytes(bytes(range(32)))
    Path("latin.txt").write_bytes("Incident: café\n".encode("latin-1"))
    Path("columns.csv").write_text("a,b\n1,2\n")
    Path("broken.json").write_text('{"id": ')
    Path("none").mkdir()


@pytest.mark.parametrize(
    ("postmortem", "sources", "more", "expected"),
    [
        ("gone.txt", "articles", "", 3),
        ("empty.txt", "articles", "", 3),
        ("binary.txt", "articles", "", 3),
        ("latin.txt", "articles", "", 3),
        ("broken.json", "articles", "", 3),
        ("articles", "articles", "", 3),
        ("ferry.txt", "gone", "", 3),
        ("ferry.txt", "none", "", 3),
        ("ferry.txt", "columns.csv", "", 3),
        ("ferry.txt", "binary.txt", "", 3),
        ("ferry.txt ferry.txt", "articles", "", 2),
        ("ferry.txt", "articles", "--incident 77", 2),
        ("ferry.txt", "articles", "--select no-such-rule", 2),
        ("ferry.txt", "articles", "--rules gone", 2),
        ("ferry.txt", "articles", "--baseline gone", 2),
        ("ferry.txt", "articles", "--baseline binary.txt", 2),
        ("ferry.txt", "articles", "--config gone", 2),
        ("ferry.txt", "articles", "--config binary.txt", 2),
        ("ferry.txt", "articles", "--changed-since HEAD", 2),
        ("ferry.txt", "gone", "--exit-zero", 3),
        ("ferry.txt", "articles", "-o a.xyz", 2),
        ("ferry.txt", "articles", "-o xyz:a.json", 2),
        ("ferry.txt", "articles", "-o gone/a.json", 2),
        ("ferry.txt", "articles", "-o articles", 2),
        ("ferry.txt", "articles", "-o text:ferry.txt", 2),
        ("ferry.txt", "articles", "-o a.json -o json:a.json", 2),
    ],
)
@pytest.mark.parametrize("name", FORMATS)
def test_bad_input_ends_with_a_message(postmortem: str, sources: str, more: str, expected: int, name: str) -> None:
    prepare()
    done = check(*postmortem.split(), "--sources", sources, *more.split(), "-f", name)
    assert (done.exit_code, done.stdout) == (expected, "")
    assert done.stderr.startswith("verifier: error: ")
    assert done.stderr.count("\n") == 1
    assert "; " in done.stderr
    assert Path(ferry.POSTMORTEM).read_text(encoding="utf-8") == ferry.PAGE


@pytest.mark.parametrize(
    ("report", "gate", "expected"),
    [
        (REPORT, "error", 1),
        (REPORT, "never", 0),
        (Report("0", "", (CLEAN,)), "note", 0),
        (Report("0", "", (EMPTY,)), "never", 3),
        (Report("0", "", (EMPTY, CLEAN)), "error", 0),
        (Report("0", "", (CLEAN,), (Trouble("a", "b"),)), "never", 3),
        (MANY, "error", 3),
    ],
)
def test_exit_status(report: Report, gate: str, expected: int) -> None:
    assert status(_gated(report, gate)) == expected


def _gated(report: Report, gate: str) -> Report:
    from dataclasses import replace

    return replace(report, gate=Gate(None if gate == "never" else Severity(gate)))


def test_gate_counts_what_is_at_or_above_it() -> None:
    warned = Report("0", "", tuple(_without_errors()))
    assert [status(_gated(warned, gate)) for gate in ("error", "warning", "note", "never")] == [0, 1, 1, 0]


def _without_errors() -> list[Any]:
    from dataclasses import replace

    (one,) = REPORT.reports
    return [replace(one, problems=tuple(p for p in one.problems if p.severity != "error"))]


@pytest.mark.parametrize("name", FORMATS)
def test_the_order_of_inputs_does_not_matter(name: str) -> None:
    Path("more").mkdir()
    (Path("more") / "7000.txt").write_text(ferry.FIRST.replace("4,000", "5,000"), encoding="utf-8")
    folders, pages = ("--sources", ferry.ARTICLES, "--sources", "more"), (ferry.POSTMORTEM, "flawed.txt")
    first = check(*pages, *folders, "-f", name).stdout_bytes
    assert first
    assert check(*pages, *folders, "-f", name).stdout_bytes == first
    assert check(*pages[::-1], "--sources", "more", "--sources", ferry.ARTICLES, "-f", name).stdout_bytes == first


def test_a_summary_of_the_job_goes_with_annotations(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("summary").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary")
    told("-f", "json")
    assert Path("summary").read_text() == "before\n"
    assert told("-f", "github").exit_code == 0
    assert Path("summary").read_text().startswith("before\n# hold: ")
    told("-o", "github:a.txt")
    assert Path("summary").read_text().count("# hold: ") == 2
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "gone/summary")
    assert told("-f", "github").exit_code == 2


def test_many_processes_report_the_same_bytes_as_one(tmp_path: Path) -> None:
    database.write(tmp_path, 7)
    inputs = (database.INCIDENTS, "--sources", database.ARTICLES, "-f", "json")
    one, two = check(*inputs, "--jobs", "1"), check(*inputs, "--jobs", "2")
    assert one.exit_code == two.exit_code == 1
    assert one.stdout_bytes == two.stdout_bytes
    report = json.loads(one.stdout)
    assert [each["postmortem"]["id"] for each in report["reports"]] == [str(n) for n in range(1, 8)]
    wrong = [each["postmortem"]["id"] for each in report["reports"] if each["summary"]["problems"]["error"]]
    assert wrong == ["3", "6"]
    assert [[source["id"] for source in each["sources"]] for each in report["reports"]][2] == ["9003"]


def test_in_many_processes_a_postmortem_without_claims_is_a_trouble_and_alone_an_error() -> None:
    Path("bare.json").write_text('{"id": "bare", "title": "Bare", "fields": {"Phase": "None"}}')
    both = check(ferry.POSTMORTEM, "bare.json", "--sources", ferry.ARTICLES, "--jobs", "2")
    assert both.exit_code == 3
    alone = check("bare.json", "--sources", ferry.ARTICLES, "--jobs", "2")
    assert alone.exit_code == 3
    assert "bare.json" in alone.stderr


def test_in_processes_what_cites_nothing_leans_on_all_sources() -> None:
    Path("loose.md").write_text("# Ferries\n\nAbout 4,000 tickets were lost in the outage of the booking system.\n")
    found = check("loose.md", "--sources", ferry.ARTICLES, "--jobs", "1", "-f", "json")
    claims = json.loads(found.stdout)["reports"][0]["claims"]
    assert "supported" in {claim["verdict"] for claim in claims}
