"""Prove that only what is sure is written, where it stands, and that files stay as they were beside it."""

from __future__ import annotations

import codecs
import json
import subprocess
from dataclasses import replace
from pathlib import Path

import ferry
import pytest
import suggesting
from click.testing import CliRunner, Result
from samples import FERRY, IN_IMPACTS, IN_TITLE, LOST, PAGE, PROBLEMS, REPORT

from verifier.api import Verifier
from verifier.cli.main import main
from verifier.formats.mending import edits, mended, patch
from verifier.formats.sarif import render
from verifier.model import Finding, PostmortemReport, Problem


def changed(*findings: Finding, problem: Problem = PROBLEMS[1], **more: object) -> PostmortemReport:
    one = replace(FERRY, findings=findings, problems=(replace(problem, findings=tuple(f.id for f in findings)),))
    plain = tuple(replace(a, findings=()) for a in one.assessments)
    return replace(one, assessments=plain, **more)  # type: ignore[arg-type]


def test_every_place_of_a_problem_is_mended_and_keeps_its_capitals() -> None:
    text = mended(PAGE, edits(FERRY))
    assert text == PAGE.replace("40,000 Tickets", "4,000 Tickets").replace("40,000 tickets", "4,000 tickets")


@pytest.mark.parametrize(
    "one",
    [
        changed(replace(IN_IMPACTS, confidence=0.8)),
        changed(replace(IN_IMPACTS, waived=True)),
        changed(replace(IN_IMPACTS, suggestion="")),
        changed(replace(IN_IMPACTS, spans=())),
        changed(replace(IN_IMPACTS, spans=((LOST.start, LOST.end),))),  # type: ignore[arg-type]
        changed(IN_IMPACTS, problem=replace(PROBLEMS[1], waived=True)),
        changed(IN_IMPACTS, problem=replace(PROBLEMS[1], suggestion="")),
        changed(IN_IMPACTS, postmortem=replace(FERRY.postmortem, path="ferry.csv")),
        changed(IN_IMPACTS, postmortem=replace(FERRY.postmortem, path="ferry.html")),
        changed(IN_IMPACTS, missing=("7001", "7002", "7009")),
        changed(IN_IMPACTS, replace(IN_IMPACTS, id="f-other", suggestion="400 tickets")),
    ],
    ids="less-sure waived nothing no-place all waived-problem no-suggestion table markup stand-in two-ways".split(),
)
def test_nothing_else_is_ever_written(one: PostmortemReport) -> None:
    assert edits(one) == ()


def test_patches_apply(tmp_path: Path) -> None:
    for name, text in (("a.txt", "one\ntwo\nthree\n"), ("b.txt", "one\ntwo")):
        (tmp_path / name).write_text(text)
        made = patch(name, text, text.replace("two", "2"))
        subprocess.run(["git", "apply"], cwd=tmp_path, input=made.encode(), check=True)
        assert (tmp_path / name).read_text() == text.replace("two", "2")
    assert patch("a", "x\n", "x\n") == ""


def test_sarif_carries_the_same_as_fixes() -> None:
    results = json.loads(render(REPORT))["runs"][0]["results"]
    fixes = {r["properties"]["problem"]: r["fixes"] for r in results if "fixes" in r}
    assert list(fixes) == ["p-number"]
    (change,) = fixes["p-number"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "ferry.txt"
    assert [r["insertedContent"]["text"] for r in change["replacements"]] == ["4,000 Tickets", "4,000 tickets"]
    region = change["replacements"][0]["deletedRegion"]
    assert PAGE.split("\n")[0][region["startColumn"] - 1 : region["endColumn"] - 1] == "40,000 Tickets"
    assert IN_TITLE.suggestion == "4,000 tickets"


@pytest.fixture
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ferry.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Verifier, "check", suggesting.check)


def check(*more: str, given: str | None = None, path: str = ferry.POSTMORTEM) -> Result:
    return CliRunner().invoke(main, ["check", path, "--sources", ferry.ARTICLES, *more], input=given)


@pytest.mark.usefixtures("_here")
def test_fix_writes_through_links_and_reports_what_is_left() -> None:
    data = codecs.BOM_UTF8 + ferry.PAGE.replace("\n", "\r\n").encode()
    Path("ferry.txt").rename("real.txt")
    Path("real.txt").write_bytes(data)
    Path("ferry.txt").symlink_to("real.txt")
    done = check("--fix")
    assert (done.exit_code, done.stdout.partition(":")[0]) == (0, "clear")
    assert "ferry.txt: 1 place mended" in done.stderr
    assert Path("real.txt").read_bytes() == data.replace(b"40,000", b"4,000")
    assert Path("ferry.txt").is_symlink()
    assert "nothing to mend" in check("--fix").stderr


@pytest.mark.usefixtures("_here")
def test_diff_prints_what_fix_would_write_and_writes_nothing() -> None:
    done = check("--diff")
    assert done.exit_code == 1
    subprocess.run(["git", "apply"], input=done.stdout.encode(), check=True)
    assert Path("ferry.txt").read_text() == ferry.PAGE.replace("40,000", "4,000")
    assert check("--diff").stdout == ""


@pytest.mark.usefixtures("_here")
def test_standard_input_is_not_mended_but_shown() -> None:
    assert check("--diff", path="-", given=ferry.PAGE).stdout.count("\n+") == 2
    refused = check("--fix", path="-", given=ferry.PAGE)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "standard input cannot be mended; name a file, or print a patch with --diff" in refused.stderr


@pytest.mark.usefixtures("_here")
@pytest.mark.parametrize("more", [("--fix",), ("-f", "json")])
def test_a_patch_stands_alone(more: tuple[str, ...]) -> None:
    done = check("--diff", *more)
    assert done.exit_code == 2
    assert "leave --fix and -f out" in done.stderr


@pytest.mark.usefixtures("_here")
def test_marks_stay_and_what_was_extracted_is_never_written() -> None:
    title = "# Tideline [Ferries](https://ferries.example/) Fail"
    text = f"{title}\n\n**About 40,000 tickets** were *lost* in the outage [7001].\n"
    Path("ferry.md").write_text(text)
    assert check("--fix", path="ferry.md").exit_code == 0
    assert Path("ferry.md").read_text() == text.replace("40,000", "4,000")
    page = "<!doctype html><h1>Ferries Fail</h1><p>About 40,000 tickets were lost in the outage [7001].</p>"
    Path("page.md").write_text(page)
    assert "nothing to mend" in check("--fix", path="page.md").stderr
    assert Path("page.md").read_text() == page
