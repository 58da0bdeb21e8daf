"""Use the index of a run over many postmortems: search, narrow, open, come back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from samples import CLEAN, FERRY, HOSTILE, MANY

from verifier.formats.files import files
from verifier.model import Report, Verdict

if TYPE_CHECKING:
    from playwright.sync_api import Page

ENTRIES = "[data-entry]:not([hidden])"
HITS = ".hits:not([hidden]) li:not([hidden])"
HOSTILE_TOO = replace(HOSTILE, reports=(HOSTILE.reports[0], FERRY))
Opened = Callable[..., "Page"]


@pytest.fixture
def index(page: Page, tmp_path: Path) -> Opened:
    """Return a function that writes a run and opens its index."""

    def shown(report: Report, width: int = 1280) -> Page:
        for path, text in files("html", tmp_path / "re port.html", report):
            path.parent.mkdir(exist_ok=True)
            path.write_text(str(text), encoding="utf-8")
        page.set_viewport_size({"width": width, "height": 800})
        page.goto((tmp_path / "re port.html").as_uri())
        return page

    return shown


def large(postmortems: int, claims: int) -> Report:
    """Return a run with many claims in each of many postmortems."""
    one = CLEAN.assessments[0]
    some = tuple(
        replace(one, claim=replace(one.claim, id=f"c-{n}", text=f"{one.claim.text}, the {n}th time"))
        for n in range(claims)
    )
    made = (
        replace(CLEAN, assessments=some, postmortem=replace(CLEAN.postmortem, id=f"p{n}", title=f"Outage {n}"))
        for n in range(postmortems)
    )
    return Report("0", "", tuple(made))


def test_words_of_claims_and_titles_are_found_and_lead_to_the_page(index: Opened) -> None:
    page = index(MANY)
    assert page.locator(ENTRIES).count() == 3
    page.get_by_label("Words in titles").fill("rats  had")
    assert page.locator(ENTRIES).count() == page.locator(HITS).count() == 1
    assert "1 of 3 postmortems, 1 claim" in page.get_by_role("status").inner_text()
    page.locator(HITS).get_by_role("link").click()
    assert page.locator(".claim:target").inner_text().endswith("Rats had eaten through a cable")
    page.get_by_role("link", name="All postmortems").click()
    page.get_by_label("Words in titles").fill("calm")
    assert page.locator(ENTRIES).count() == 1
    assert page.locator(HITS).count() == 0


def test_states_narrow_the_list_worst_first(index: Opened) -> None:
    page = index(MANY)
    assert page.locator(".state").all_inner_texts() == ["HOLD", "NOTHING CHECKED", "CLEAR"]
    page.get_by_label("State").select_option("clear")
    assert page.locator(ENTRIES).count() == 1
    page.get_by_role("button", name="Show all").click()
    page.locator("[data-entry][hidden]").first.wait_for(state="detached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "report", [MANY, replace(HOSTILE, reports=(HOSTILE.reports[0], FERRY))], ids=["many", "hostile"]
)
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(index: Opened, report: Report, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page = index(report, 400)
    page.emulate_media(color_scheme=scheme)
    page.get_by_label("Words in titles").fill("ta")
    assert [one["id"] for one in axe.Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 400


def test_three_thousand_claims_open_and_are_searched_at_once(index: Opened) -> None:
    page = index(large(30, 100))
    assert page.locator(".hits li").count() == 3000
    started = time.perf_counter()
    page.reload()
    assert time.perf_counter() - started < 3  # a second where nothing else runs
    took = page.evaluate(
        """() => { const f = document.querySelector("#seek"), t = performance.now(); f.value = "99th";
        f.dispatchEvent(new Event("input", {bubbles: true})); document.body.offsetHeight;
        return performance.now() - t }"""
    )
    assert page.locator(HITS).count() == 30
    assert took < 300  # a tenth of a second where nothing else runs


def test_a_verdict_is_read_out_with_its_claim(index: Opened) -> None:
    page = index(MANY)
    page.get_by_label("Words in titles").fill("rats had")
    assert page.get_by_role("link", name="not stated: Rats had").count() == 1
    assert Verdict.UNSUPPORTED in str(page.locator(HITS).inner_html())
