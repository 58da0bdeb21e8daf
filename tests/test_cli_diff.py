"""Prove that `verifier diff` compares reports and versions, and ends with 1 on new errors alone."""

from __future__ import annotations

import json
from pathlib import Path

import ferry
import pytest
from click.testing import CliRunner, Result

from verifier.cli.main import main


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(ferry.PAGE.replace("40,000", "4,000"), encoding="utf-8")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def reports() -> None:
    for name in ("ferry", "good"):
        run("check", f"{name}.txt", "--sources", ferry.ARTICLES, "-o", f"{name}.json", "-q")


@pytest.mark.parametrize(("old", "new", "expected"), [("good", "ferry", 1), ("ferry", "good", 0), ("good", "good", 0)])
def test_reports_and_versions_say_the_same(old: str, new: str, expected: int) -> None:
    reports()
    of_reports = run("diff", f"{old}.json", f"{new}.json")
    of_versions = run("diff", f"{old}.txt", f"{new}.txt", "--sources", ferry.ARTICLES)
    assert of_reports.exit_code == of_versions.exit_code == expected
    assert of_reports.stdout == of_versions.stdout


@pytest.mark.parametrize("name", ["text", "json", "markdown"])
def test_new_errors_are_shown_in_every_format(name: str) -> None:
    reports()
    done = run("diff", "good.json", "ferry.json", "-f", name)
    assert done.exit_code == 1
    assert "40,000" in done.stdout
    assert run("diff", "good.json", "ferry.json", "-f", name, "--exit-zero").exit_code == 0


def test_settings_may_name_the_sources() -> None:
    reports()
    Path("verifier.toml").write_text('sources = ["articles"]\n')
    assert run("diff", "good.txt", "ferry.txt").exit_code == 1
    assert run("diff", "good.json", "ferry.json").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("gone.json", "ferry.json"),
        ("ferry.json", "ferry.txt"),
        ("list.json", "ferry.json"),
        ("broken.json", "ferry.json"),
        ("gone.txt", "ferry.txt", "--sources", ferry.ARTICLES),
        ("ferry.txt", "good.txt", "--sources", "gone"),
    ],
)
def test_what_cannot_be_read_breaks_the_run(arguments: tuple[str, ...]) -> None:
    reports()
    Path("list.json").write_text("[]")
    Path("broken.json").write_text("{")
    done = run("diff", *arguments)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.startswith("verifier: error: ")


def test_a_report_of_a_broken_run_breaks_the_comparison() -> None:
    reports()
    record = json.loads(Path("ferry.json").read_text())
    record["troubles"] = [{"where": "a", "what": "b", "hint": ""}]
    Path("ferry.json").write_text(json.dumps(record))
    assert run("diff", "good.json", "ferry.json").exit_code == 3
