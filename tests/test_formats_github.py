"""Prove that annotations are escaped, ordered and capped."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from samples import CLEAN, EMPTY, HOSTILE, IN_TITLE, MANY, POSTMORTEM, REPORT

from verifier.formats.github import SHOWN, command, render
from verifier.gate.fingerprint import fingerprint
from verifier.gate.waived import every, waive
from verifier.model import Problem, Report, Severity, Waiver

LINE = re.compile(r"::(error|warning|notice)(?: ([^:]*))?::(.+)")


def kinds(report: Report) -> list[str]:
    found = [LINE.fullmatch(line) for line in render(report).splitlines()]
    assert all(found)
    return [match[1] for match in found if match]


def test_most_serious_first() -> None:
    assert kinds(REPORT) == ["error", "error", "warning"]


def test_place_is_named() -> None:
    first = render(REPORT).splitlines()[0]
    assert first.startswith("::error file=ferry.txt,line=1,endLine=1,col=11,endColumn=52,title=quantity::")
    assert "40,000 Tickets" in first


def test_nothing_is_said_of_clean_reports() -> None:
    assert render(Report("0", "", (CLEAN,))) == ""


def test_broken_runs_are_errors() -> None:
    assert render(MANY).startswith("::error::scan.pdf: is a binary file; supply plain text\n")
    assert render(Report("0", "", (EMPTY,))).startswith("::error::nothing was checked")


def test_signs_that_act_are_escaped() -> None:
    assert command("error", "50%\n::x", {"file": "a,b:c%"}) == "::error file=a%2Cb%3Ac%25::50%25 ::x"
    assert len(kinds(HOSTILE)) == len(render(HOSTILE).splitlines())
    assert "\x1b" not in render(HOSTILE)


def test_as_many_as_github_shows_then_the_number_of_the_rest() -> None:
    problems = tuple(
        Problem(f"p-{level}-{number}", "r", f"{level} {number}", level)
        for level in Severity
        for number in range(SHOWN + 5)
    )
    report = Report("0", "", (replace(CLEAN, problems=problems),))
    found = kinds(report)
    assert {kind: found.count(kind) for kind in found} == {"error": SHOWN, "warning": SHOWN, "notice": SHOWN}
    assert render(report).splitlines()[-1] == (
        "::notice::and 5 more errors, 5 more warnings and 6 more notes; see the whole report"
    )


def test_standard_input_has_no_file() -> None:
    one = replace(REPORT.reports[0], postmortem=replace(POSTMORTEM, path="-"))
    assert "file=" not in render(replace(REPORT, reports=(one,)))


def test_waived_problems_are_left_out() -> None:
    waivers = [Waiver(fingerprint(f), f.rule, "ferry", "", "known", "Ada") for f in every(REPORT.reports[0])]
    assert render(waive(REPORT, waivers, date(2026, 1, 1))) == ""
    partly = [w for w in waivers if w.fingerprint != fingerprint(IN_TITLE)]
    assert kinds(waive(REPORT, partly, date(2026, 1, 1))) == ["error"]
