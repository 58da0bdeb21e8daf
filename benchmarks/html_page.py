"""Measure how long a report of many claims takes to write as HTML, to open in Chromium, and to filter."""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from dataclasses import replace
from itertools import count
from pathlib import Path

from verifier.cli.common import Engine, read_one, verifier_for
from verifier.formats.html import render
from verifier.model import Assessment, Field, Finding, PostmortemReport, Problem, Report

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 2.0
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def repeated(report: PostmortemReport, claims: int) -> PostmortemReport:
    """Return the report with its claims and problems repeated under new names until there are so many claims."""
    fields: list[Field] = []
    assessments: list[Assessment] = []
    problems: list[Problem] = []
    findings: list[Finding] = []
    for turn in count():
        if len(assessments) >= claims:
            break
        names = {f.name: f"{f.name} {turn}" for f in report.postmortem.fields}
        fields += [replace(f, name=names[f.name]) for f in report.postmortem.fields]
        for a in report.assessments[: claims - len(assessments)]:
            own = tuple(replace(f, id=f"{f.id}-{turn}", claim=f"{f.claim}-{turn}") for f in a.findings)
            claim = replace(a.claim, id=f"{a.claim.id}-{turn}", field=names[a.claim.field])
            assessments.append(replace(a, claim=claim, findings=own))
            findings += own
        there = {a.claim.id for a in assessments}
        for p in report.problems:
            named = tuple(c for c in (f"{c}-{turn}" for c in p.claims) if c in there)
            own_ids = tuple(f"{f}-{turn}" for f in p.findings)
            problems += [replace(p, id=f"{p.id}-{turn}", claims=named, findings=own_ids)] if named else []
    return replace(
        report,
        postmortem=replace(report.postmortem, fields=tuple(fields)),
        assessments=tuple(assessments),
        problems=tuple(problems),
        findings=tuple(findings),
    )


def opened(path: Path, browser: str) -> dict[str, float]:
    """Return the seconds until the page is loaded, drawn, and filtered."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=list(_FLAGS))
        page = chromium.new_page()
        page.goto("about:blank")
        start = time.perf_counter()
        page.goto(path.as_uri())
        loaded = time.perf_counter() - start
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        drawn = time.perf_counter() - start
        start = time.perf_counter()
        page.locator("#filter-verdict").evaluate(
            "e => { e.value = 'partial'; e.dispatchEvent(new Event('change', { bubbles: true })); e.getClientRects() }"
        )
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        filtered = time.perf_counter() - start
        chromium.close()
    return {"loaded": loaded, "drawn": drawn, "filtered": filtered}


def main() -> None:
    """Print the figures; end with 1 where opening takes longer than it should."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=2000)
    parser.add_argument("--browser", default=shutil.which("chromium") or "chromium")
    arguments = parser.parse_args()
    postmortem = ROOT / "seeds" / "postmortem.txt"
    report = verifier_for([ROOT / "seeds"], Engine(), [postmortem]).check(*read_one(postmortem, None))
    many = Report(report.version, report.rules_digest, (repeated(report.reports[0], arguments.claims),))
    start = time.perf_counter()
    text = render(many)
    print(f"{arguments.claims} claims: written in {time.perf_counter() - start:.2f} s, {len(text) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(text, encoding="utf-8")
        seconds = opened(path, arguments.browser)
    print(", ".join(f"{name} in {value:.2f} s" for name, value in seconds.items()))
    raise SystemExit(seconds["drawn"] > LIMIT)


if __name__ == "__main__":
    main()
