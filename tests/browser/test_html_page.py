"""Use the page as a reader does: filters, keys, links, paper, a narrow window, no script, assistive technology."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from conftest import rendered
from samples import FERRY, HOSTILE, MANY, RATS, REPORT

from verifier.model import Field, Report, Verdict

if TYPE_CHECKING:
    from conftest import Open
    from playwright.sync_api import Browser, Page

LENGTH, SHEETS = 600, 50


def long(length: int) -> Report:
    """Return a report of so many claims."""
    starts = [32 * number for number in range(length)]
    last = FERRY.assessments[5]
    claims = (replace(last.claim, id=f"c-{n}", start=at, end=at + len(last.claim.text)) for n, at in enumerate(starts))
    one = replace(
        FERRY,
        assessments=tuple(replace(last, claim=claim) for claim in claims),
        problems=(),
        findings=(),
        postmortem=replace(FERRY.postmortem, fields=(Field("Causes", (RATS.text + ". ") * length, 0, 32 * length),)),
    )
    return Report("0", "", (one,))


LONG = long(LENGTH)
CARDS = "[data-card]:not([hidden])"
CLAIMS = "[data-claim]:not([hidden])"
REPORTS = pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE], ids=["one", "many", "hostile"])


def violations(page: Page) -> list[Any]:
    """Return what axe-core finds wrong, and where."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    found = axe.Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:120] for node in one["nodes"]][:3]) for one in found]


@REPORTS
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(show: Open, report: Report, scheme: Any) -> None:
    page = show(report)
    page.emulate_media(color_scheme=scheme)
    assert violations(page) == []


def test_axe_finds_nothing_at_400_pixels_with_all_unfolded(show: Open) -> None:
    page = show(REPORT, width=400)
    page.get_by_role("button", name="Unfold evidence").click()
    assert violations(page) == []


@REPORTS
@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_runs_over_the_edge(show: Open, report: Report, width: int) -> None:
    page = show(report, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("verdict", [Verdict.CONTRADICTED, Verdict.SUPPORTED])
def test_filter_by_verdict(show: Open, verdict: Verdict) -> None:
    page = show(REPORT)
    page.get_by_label("Verdict", exact=True).select_option(verdict)
    wanted = [a for a in FERRY.assessments if a.verdict == verdict]
    assert page.locator(CLAIMS).count() == len(wanted) == 2
    assert page.locator(CARDS).count() == (1 if verdict == Verdict.CONTRADICTED else 0)
    assert f"2 of {len(FERRY.assessments)} claims" in page.get_by_role("status").inner_text()


@pytest.mark.parametrize(
    ("label", "choice", "cards"),
    [("Rule", "quantity (3)", 2), ("Rule", "missing-source (1)", 1), ("Section", "Impacts (2)", 2)],
)
def test_filter_by_rule_and_section(show: Open, label: str, choice: str, cards: int) -> None:
    page = show(REPORT)
    page.get_by_label(label, exact=True).select_option(label=choice)
    assert page.locator(CARDS).count() == cards
    page.get_by_role("button", name="Show all").click()
    page.locator("[data-card][hidden]").first.wait_for(state="detached")


def test_filters_narrow_each_other(show: Open) -> None:
    page = show(REPORT)
    page.get_by_label("Source", exact=True).select_option(index=2)
    some = page.locator(CARDS).count()
    page.get_by_label("Verdict", exact=True).select_option(Verdict.DISPUTED)
    assert page.locator(CARDS).count() == 1 < some


def test_keys_go_from_problem_to_problem_and_round(show: Open) -> None:
    page = show(REPORT)
    titles = page.locator("[data-card] h3").all_inner_texts()
    seen = []
    for _ in range(len(titles) + 1):
        page.keyboard.press("j")
        seen.append(page.evaluate("document.activeElement.innerText"))
    assert seen == [*titles, titles[0]]
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.innerText") == titles[-1]


def test_keys_can_be_turned_off_and_leave_fields_alone(show: Open) -> None:
    page = show(REPORT)
    page.get_by_label("Verdict", exact=True).focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    page.get_by_label("keys:").uncheck()
    page.locator("h1").focus()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "H1"


def test_escape_shows_all_again(show: Open) -> None:
    page = show(REPORT)
    page.get_by_label("Verdict", exact=True).select_option(Verdict.PARTIAL)
    page.locator("h1").focus()
    page.keyboard.press("Escape")
    page.locator("[data-claim][hidden]").first.wait_for(state="detached")
    assert page.get_by_label("Verdict", exact=True).input_value() == ""


def test_one_click_from_a_card_to_each_place_and_back(show: Open) -> None:
    page = show(REPORT)
    links = page.locator("#problem-p-number .places a")
    assert links.count() == 1
    links = page.locator("#problem-p-number .side:first-child figcaption a, #problem-p-number .places a")
    for number in range(links.count()):
        links.nth(number).click()
        target = page.locator(":target")
        assert "claim" in str(target.get_attribute("class"))
        assert target.evaluate(
            "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
        )
    page.locator(":target .sign").click()
    page.locator(":target").get_by_role("link", name="problem 1").click()
    assert page.locator(":target").get_attribute("id") == "problem-p-number"


def test_a_link_to_a_claim_unfolds_its_evidence_and_lifts_the_filter(show: Open) -> None:
    held = next(a.claim.id for a in FERRY.assessments if a.verdict == Verdict.SUPPORTED)
    page = show(REPORT, f"#claim-{held}")
    assert page.locator(f"#evidence-{held}").get_attribute("open") is not None
    page.get_by_label("Verdict", exact=True).select_option(Verdict.PARTIAL)
    page.evaluate(f"location.hash = 'evidence-{held}'")
    page.locator(f"#evidence-{held}").wait_for(state="visible")


@pytest.mark.parametrize("width", [400, 1440])
def test_links_to_claims_land_on_them_however_long_the_page(show: Open, width: int) -> None:
    page = show(LONG, width=width)
    for number in (0, LENGTH // 2, LENGTH - 1):
        page.evaluate(f"location.hash = 'claim-c-{number}'")
        page.wait_for_function(
            """() => { const r = document.querySelector(":target").getBoundingClientRect();
            return r.top >= 0 && r.bottom <= innerHeight }"""
        )


@pytest.mark.parametrize("width", [400, 1440])
def test_the_pager_covers_nothing_and_counts_as_header_and_navigation_do(show: Open, width: int) -> None:
    page = show(REPORT, width=width)
    floating = "all => all.filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position)).length"
    assert page.eval_on_selector_all("*", floating) == 0
    assert ": 2 problems" in str(page.locator("h1").text_content())
    assert page.get_by_role("link", name="Problems 2").count() == 1
    steps = page.locator("article[data-card] .steps > span").all_inner_texts()
    assert steps == ["problem 1 of 2", "problem 2 of 2", "to read 1 of 2", "to read 2 of 2", "dispute 1 of 1"]
    page.locator(".steps").first.get_by_label("next").click()
    assert page.evaluate("document.activeElement.innerText").startswith("2.")


def test_the_pager_leaves_out_what_is_filtered_away(show: Open) -> None:
    page = show(REPORT)
    page.get_by_label("Verdict", exact=True).select_option(Verdict.UNSUPPORTED)
    page.locator("[data-card]:not([hidden]) .steps").get_by_label("next").click()
    assert page.get_by_label("Verdict", exact=True).input_value() == Verdict.UNSUPPORTED


def test_search_finds_the_words_of_titles_and_claims(show: Open) -> None:
    page = show(REPORT)
    page.get_by_label("Words").fill("RATS had")
    assert page.locator(CLAIMS).count() == page.locator(CARDS).count() == 1
    page.get_by_label("Words").fill("nowhere at all")
    assert page.locator(CLAIMS).count() == page.locator(CARDS).count() == 0
    page.get_by_role("button", name="Show all").click()
    page.locator("[data-card][hidden]").first.wait_for(state="detached")


def test_a_link_unfolds_the_rest(show: Open) -> None:
    page = show(LONG)
    inner = page.locator("[data-bundle] .item").first
    assert not inner.is_visible()
    page.evaluate(f"location.hash = {inner.get_attribute('id')!r}")
    inner.wait_for(state="visible")


def test_how_sure_a_flag_is_opens_where_it_stands(show: Open) -> None:
    page = show(REPORT)
    page.locator("#problem-p-number .sure summary").click()
    assert "nine in ten" in page.locator("#problem-p-number .sure").inner_text()
    assert violations(page) == []


def test_headings_go_down_step_by_step(show: Open) -> None:
    page = show(MANY)
    levels = [int(tag[1]) for tag in page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(e => e.tagName)")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_focus_follows_the_page_from_top_to_bottom(show: Open) -> None:
    page = show(REPORT)
    tops = []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(30):
        page.keyboard.press("Tab")
        tops.append(page.evaluate("document.activeElement.getBoundingClientRect().top + scrollY"))
    assert all(later >= before - 40 for before, later in pairwise(tops))


def test_skip_link_leads_to_the_findings(show: Open) -> None:
    page = show(REPORT)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_index_leads_to_each_postmortem(show: Open) -> None:
    page = show(MANY)
    rows = page.locator("tbody tr")
    assert rows.count() == 3
    assert rows.first.locator("td").first.inner_text().lower() == "hold"
    for number in range(3):
        rows.nth(number).get_by_role("link").click()
        assert page.locator("h2:target").count() == 1


def test_paper_has_the_findings_and_none_of_the_controls(show: Open) -> None:
    page = show(REPORT)
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    assert not page.locator(".steps").first.is_visible()
    assert page.locator("#problem-p-number mark").first.is_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF-")
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "Loses 40,000 Tickets" in " ".join(text.split())
    assert "previous" not in text


@pytest.mark.parametrize("report", [REPORT, long(SHEETS)], ids=["one", "long"])
def test_no_printed_page_is_nearly_empty(show: Open, report: Report) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    sheets = pypdf.PdfReader(io.BytesIO(show(report).pdf(prefer_css_page_size=True))).pages
    assert len(sheets) > 1
    assert all(len(sheet.extract_text()) > 400 for sheet in sheets)


def test_without_script_all_is_there(browser: Browser, tmp_path: Any) -> None:
    path = tmp_path / "plain.html"
    path.write_text(rendered(REPORT), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert not page.locator(".filters").is_visible()
    assert page.locator("[data-card]:visible").count() == page.locator("[data-card]").count() > 3
    page.locator("#problem-p-number .places a").first.click()
    assert page.locator(".claim:target").is_visible()
    context.close()
