"""Open a postmortem of three thousand claims: at once, with everything still there where it is asked for."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from conftest import opened, rendered, watched
from samples import CAUSE, FERRY, POST, SAME_WAIT, STATEMENT, assess

from verifier.model import Assessment, Claim, Field, Kind, Report, Stance, Verdict

if TYPE_CHECKING:
    from conftest import Open
    from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

FIELDS, CLAIMS = 25, 120
FEW = 5
"""So many fields make a long page as well, and one that is opened sooner."""
SECOND, TENTH, LAYOUTS = 1.0, 0.1, 30
"""What layout has to do grows with pieces of idle work, of which a busy machine makes more, not with 3,000 claims."""
HOSTILE = "</noscript><img src=x onerror='window.hit=1'><script>window.hit=1</script>"
SHOWN = {
    Verdict.SUPPORTED: (CAUSE, STATEMENT, SAME_WAIT),
    Verdict.PARTIAL: (STATEMENT, CAUSE),
    Verdict.UNSUPPORTED: (replace(CAUSE, stance=Stance.CONTEXT),),
}
MIX = (*[Verdict.SUPPORTED] * 7, Verdict.PARTIAL, Verdict.PARTIAL, Verdict.UNSUPPORTED)


def assessed(field: int, number: int, start: int, text: str) -> Assessment:
    claim = Claim(f"c-{field}-{number}", f"Part {field}", start, start + len(text), text, Kind.FACT, ("7001",))
    verdict = MIX[number % len(MIX)]
    return assess(claim, verdict, 0.9 if verdict == Verdict.SUPPORTED else 0.2, *SHOWN[verdict], reason="told so")


def filled(field: int, more: str) -> tuple[Field, list[Assessment]]:
    texts = [f"The harbour office of pier {field} closed gate {n} for an hour that day{more}." for n in range(CLAIMS)]
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(CLAIMS)]
    whole = " ".join(texts)
    found = [assessed(field, n, start, text) for n, (start, text) in enumerate(zip(starts, texts, strict=True))]
    return Field(f"Part {field}", whole, 0, len(whole)), found


@cache
def large(fields: int = FIELDS, more: str = "", source: str = "") -> Report:
    parts = [filled(number, more) for number in range(fields)]
    one = replace(
        FERRY,
        postmortem=replace(FERRY.postmortem, fields=tuple(field for field, _ in parts)),
        assessments=tuple(a for _, some in parts for a in some),
        sources=tuple(
            replace(r, source=replace(r.source, outlet=source)) if source and r.source == POST else r
            for r in FERRY.sources
        ),
        problems=(),
        findings=(),
        source_conflicts=(),
    )
    return Report("0", "", (one,))


@pytest.fixture(scope="module")
def whole(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return a tab with the page of all claims."""
    with browser.new_page() as page, watched(page):
        yield opened(page, tmp_path_factory.mktemp("long"), large())


@pytest.fixture
def settled(whole: Page) -> Page:
    """Return the page as it comes, once all that is folded is in its place."""
    whole.goto(whole.url)
    whole.wait_for_function("() => !document.querySelector('noscript')", timeout=60_000)
    return whole


@pytest.fixture
def fresh(context: BrowserContext, tmp_path: Path) -> Iterator[Page]:
    """Return a page that never settles: what is folded waits for somebody."""
    with context.new_page() as page, watched(page):
        page.add_init_script("window.requestIdleCallback = () => 0")
        yield opened(page, tmp_path, large(FEW))


@pytest.fixture
def meter(whole: Page) -> Iterator[CDPSession]:
    """Count the seconds that the page's own thread works, which other programs do not stretch."""
    session = whole.context.new_cdp_session(whole)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    yield session
    session.detach()


def worked(meter: CDPSession) -> float:
    return float(
        next(m["value"] for m in meter.send("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration")
    )


def laid_out(meter: CDPSession) -> int:
    """Return how often the page has been laid out since it was opened."""
    return int(next(m["value"] for m in meter.send("Performance.getMetrics")["metrics"] if m["name"] == "LayoutCount"))


def drawn(page: Page) -> None:
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_it_is_laid_out_a_few_times_to_open_and_to_filter_however_many_claims_it_has(
    whole: Page, meter: CDPSession
) -> None:
    whole.reload()
    drawn(whole)
    assert laid_out(meter) <= LAYOUTS
    for name, value, kept in FILTERS:
        before = laid_out(meter)
        filtered(whole, meter, name, value)
        assert laid_out(meter) - before <= LAYOUTS
        assert f"{kept} of 3000 claims" in whole.locator("[role=status]").inner_text()
        whole.evaluate("document.querySelector('.filters [type=reset]').click()")
        drawn(whole)
        assert whole.locator("[role=status]").inner_text() == ""


@pytest.mark.timed
def test_it_opens_within_a_second(whole: Page, meter: CDPSession) -> None:
    assert whole.locator("[data-claim]").count() == FIELDS * CLAIMS
    meter.send("Performance.disable")
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    begun, started = worked(meter), time.perf_counter()
    whole.reload()
    drawn(whole)
    assert worked(meter) - begun < SECOND
    assert time.perf_counter() - started < 20 * SECOND  # within one where nothing else runs


FILTERS = [
    ("verdict", "partial", 600),
    ("verdict", "supported", 2100),
    ("field", "f3", 120),
    ("text", "pier 7 closed", 120),
]


def filtered(page: Page, meter: CDPSession, name: str, value: str) -> float:
    """Set a filter, and return the seconds of processor time until the page is drawn."""
    begun = worked(meter)
    page.evaluate(
        """([name, value]) => { const one = document.querySelector(".filters").elements[name]; one.value = value;
        one.dispatchEvent(new Event(name === "text" ? "input" : "change", {bubbles: true})) }""",
        [name, value],
    )
    drawn(page)
    return worked(meter) - begun


def test_the_browser_finds_what_is_folded_once_the_page_has_settled(settled: Page) -> None:
    assert settled.locator("[data-claim][open]").count() == 900
    assert settled.locator("[data-claim] figure").count() == 2100 * 3 + 600 * 2 + 300


@pytest.mark.timed
@pytest.mark.parametrize(("name", "value", "kept"), FILTERS)
def test_filters_answer_within_a_tenth(settled: Page, meter: CDPSession, name: str, value: str, kept: int) -> None:
    took = filtered(settled, meter, name, value)
    assert f"{kept} of 3000 claims" in settled.locator("[role=status]").inner_text()
    assert took < 2 * TENTH  # within one where nothing else runs


@pytest.mark.timed
def test_filters_that_follow_others_answer_within_a_tenth(settled: Page, meter: CDPSession) -> None:
    took: dict[str, list[float]] = {}
    for name, value, kept in FILTERS * 4:
        took.setdefault(value, []).append(filtered(settled, meter, name, value))
        assert f"{kept} of 3000 claims" in settled.locator("[role=status]").inner_text()
        begun = worked(meter)
        settled.evaluate("document.querySelector('.filters [type=reset]').click()")
        drawn(settled)
        took.setdefault("all", []).append(worked(meter) - begun)
        assert settled.locator("[role=status]").inner_text() == ""
    assert {value: min(seconds) for value, seconds in took.items() if min(seconds) >= TENTH} == {}


def test_the_browsers_own_search_waits_for_nothing(fresh: Page) -> None:
    assert fresh.locator("noscript").count() > 0
    fresh.keyboard.press("Control+f")
    assert fresh.locator("noscript").count() == 0
    assert fresh.evaluate("window.find('An engineer deleted')")


def test_what_is_folded_comes_when_it_is_unfolded(fresh: Page) -> None:
    fold = fresh.locator("#evidence-c-3-1")
    assert fold.locator("noscript").count() > 0
    fold.locator("summary").first.click()
    fold.locator("figure").first.wait_for(state="visible")
    assert "An engineer deleted" in fold.inner_text().replace("an engineer", "An engineer")
    assert fold.locator("figure").count() == 3
    fold.get_by_text("2 more passages").click()
    assert "apologised" in fold.inner_text()
    assert fold.locator("noscript").count() == 0


def test_a_link_to_a_claim_brings_its_evidence(fresh: Page) -> None:
    fresh.evaluate("location.hash = 'claim-c-4-100'")
    fresh.wait_for_function(
        """() => { const r = document.querySelector(":target").getBoundingClientRect();
        return r.top >= 0 && r.bottom <= innerHeight }"""
    )
    assert fresh.locator("#evidence-c-4-100 figure").first.is_visible()


def test_all_is_unfolded_and_folded_again(fresh: Page) -> None:
    button = fresh.get_by_role("button", name="Unfold evidence")
    button.click()
    assert fresh.locator("noscript").count() == 0
    assert fresh.locator("[data-claim]:not([open]), .more:not([open])").count() == 0
    button.click()
    assert fresh.locator("[data-claim][open]").count() == 180
    assert fresh.locator(".more[open]").count() == 0


def test_without_script_nothing_is_missing(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text(rendered(large(FEW)), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{path.as_uri()}#claim-c-4-100")
    assert page.locator("[data-claim] figure").count() == 420 * 3 + 120 * 2 + 60
    assert page.locator("#claim-c-4-100").evaluate("e => e.getBoundingClientRect().top < innerHeight")
    page.locator("#evidence-c-4-100 > summary").click()
    assert page.locator("#evidence-c-4-100 figure").first.is_visible()
    context.close()


def test_paper_has_what_is_out_of_sight(fresh: Page) -> None:
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    sheets = pypdf.PdfReader(io.BytesIO(fresh.pdf(prefer_css_page_size=True))).pages
    text = normalize("NFKC", " ".join(" ".join(sheet.extract_text().split()) for sheet in sheets[-8:]))
    assert "pier 4 closed gate 119" in text
    assert "599 stated" in text
    assert "597 no difference found" in text


def test_what_is_folded_does_nothing_but_show(show: Open) -> None:
    page = show(large(FEW, HOSTILE, HOSTILE))
    page.get_by_role("button", name="Unfold evidence").click()
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert page.evaluate("window.hit") is None
    assert HOSTILE[:20] in str(page.locator("#evidence-c-0-0 figcaption").first.text_content())
    assert HOSTILE in str(page.locator("#claim-c-0-0").text_content())
