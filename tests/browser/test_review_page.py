"""Decide in a browser, with and without script, in two tabs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import ferry
import pytest
from samples import FERRY, PROBLEMS, REPORT

from verifier.config.ledger import Ledger
from verifier.review.app import Session, create
from verifier.review.decisions import Store

if TYPE_CHECKING:
    from flask import Flask
    from playwright.sync_api import Browser, Page

pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[test]'")
NUMBER, WAIT = (f"#problem-{problem.id}" for problem in PROBLEMS[1:])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(Ledger(tmp_path / "waivers.jsonl"), date(2030, 1, 1))


@contextmanager
def served(store: Store, author: str) -> Iterator[str]:
    """Serve the sample."""
    with running(create(Session(REPORT, store, author, "token"))) as address:
        yield address


@contextmanager
def running(app: Flask) -> Iterator[str]:
    """Serve an application on a free port."""
    from werkzeug.serving import make_server

    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/token/"
    finally:
        server.shutdown()
        thread.join()


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    with served(store, "Ann") as found:
        yield found


def dismiss(page: Page, card: str, reason: str) -> None:
    page.locator(card).get_by_label("Reason").fill(reason)
    page.locator(card).get_by_role("button", name="Dismiss").click()


def decided(page: Page, card: str) -> str:
    return str(page.locator(f"{card} .decide").get_attribute("data-decided"))


def test_dismiss_and_undo_while_the_list_stays(page: Page, address: str, store: Store) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    order = page.eval_on_selector_all("[data-card]", "all => all.map(e => e.id)")
    dismiss(page, NUMBER, "the company mended its figure")
    page.wait_for_url(f"{address}{NUMBER}")
    assert "the company mended its figure" in page.locator(f"{NUMBER} .decided").inner_text()
    assert page.locator(NUMBER).evaluate("e => Math.abs(e.getBoundingClientRect().top) < 100")
    assert page.eval_on_selector_all("[data-card]", "all => all.map(e => e.id)") == order
    assert len(store.ledger.waivers()) == 2
    page.locator(NUMBER).get_by_role("button", name="Undo").click()
    page.locator(f"{NUMBER} [data-decided=open]").wait_for()
    assert store.ledger.waivers() == ()
    assert said == []


def test_two_tabs_lose_nothing(page: Page, address: str, store: Store) -> None:
    other = page.context.new_page()
    page.goto(address)
    other.goto(address)
    dismiss(page, NUMBER, "one")
    dismiss(other, WAIT, "two")
    other.locator(f"{WAIT} [data-decided=dismissed]").wait_for()
    assert {w.reason for w in store.ledger.waivers()} == {"one", "two"}
    assert decided(other, NUMBER) == "dismissed"


def test_a_tab_that_is_behind_is_refused_and_told(page: Page, address: str, store: Store) -> None:
    other = page.context.new_page()
    page.goto(address)
    other.goto(address)
    dismiss(page, NUMBER, "the company mended its figure")
    other.locator(NUMBER).get_by_label("Reason").fill("seen in print")
    other.locator(NUMBER).get_by_role("button", name="Confirm").click()
    refused = other.locator(f"{NUMBER} .refused")
    assert "somebody decided meanwhile: dismissed by Ann" in refused.inner_text()
    assert refused.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
    )
    assert other.locator(NUMBER).get_by_label("Reason").input_value() == "seen in print"
    assert len(store.ledger.waivers()) == 2


def test_a_dismissal_without_a_reason_is_a_message_on_the_page(page: Page, address: str, store: Store) -> None:
    page.goto(address)
    dismiss(page, WAIT, "")
    assert "a dismissal needs a reason" in page.locator(f"{WAIT} .refused").inner_text()
    dismiss(page, WAIT, "now with one")
    page.locator(f"{WAIT} [data-decided=dismissed]").wait_for()
    assert len(store.ledger.waivers()) == 1


def test_reasons_typed_at_other_cards_are_kept(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(WAIT).get_by_label("Reason").fill("half a thought")
    dismiss(page, NUMBER, "done")
    page.locator(f"{NUMBER} [data-decided=dismissed]").wait_for()
    assert page.locator(WAIT).get_by_label("Reason").input_value() == "half a thought"
    assert page.locator(NUMBER).get_by_label("Reason").input_value() == ""


def test_two_servers_on_one_file_agree(page: Page, address: str, store: Store, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere.jsonl"
    link.symlink_to(store.ledger.path)
    with served(Store(Ledger(link), date(2030, 1, 1)), "Ben") as second:
        other = page.context.new_page()
        page.goto(address)
        other.goto(second)
        dismiss(other, NUMBER, "one")
        page.locator(NUMBER).get_by_role("button", name="Mark as fixed").click()
        assert "dismissed by Ben" in page.locator(f"{NUMBER} .refused").inner_text()
    assert link.is_symlink()


def test_without_script(browser: Browser, address: str, store: Store) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(NUMBER).get_by_role("button", name="Mark as fixed").click()
    assert page.locator(NUMBER).locator("strong").inner_text() == "fixed"
    dismiss(page, NUMBER, "")
    assert page.locator(f"{NUMBER} .refused").is_visible()
    assert len(store.ledger.history()) == 1
    context.close()


def test_axe_finds_nothing(page: Page, address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page.goto(address)
    dismiss(page, NUMBER, "seen")
    dismiss(page, WAIT, "")
    assert page.locator(".decide").count() == len(FERRY.problems)
    assert [one["id"] for one in axe.Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize("width", [400, 1280])
def test_a_text_is_pasted_and_its_report_read(page: Page, width: int) -> None:
    from verifier.api import Verifier
    from verifier.review.paste import Desk
    from verifier.review.paste import create as create_form

    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    desk = Desk(lambda postmortems, sources: Verifier(sources).check(*postmortems), None, "", "token")
    with running(create_form(desk)) as address:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        assert [one["id"] for one in axe.Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.get_by_role("button", name="Check").click()
        assert "paste its text" in page.get_by_role("alert").inner_text()
        page.get_by_label("The postmortem").fill(ferry.PAGE)
        page.get_by_label("Name, as it is cited").first.fill("7001")
        page.get_by_label("Text of the article").first.fill(ferry.FIRST)
        page.get_by_role("button", name="Check").click()
        assert page.locator("h1").inner_text().startswith("HOLD")
