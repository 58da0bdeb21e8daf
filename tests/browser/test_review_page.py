"""Decide in a browser, with and without script, in two tabs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from samples import FERRY, PROBLEMS, REPORT

from verifier.review.app import Session, create
from verifier.review.decisions import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytest.importorskip("flask", reason="flask is not installed: pip install -e '.[test]'")
NUMBER, WAIT = (f"#problem-{problem.id}" for problem in PROBLEMS[1:])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "waivers.jsonl")


@pytest.fixture
def address(store: Store) -> Iterator[str]:
    """Serve the sample on a free port."""
    from werkzeug.serving import make_server

    app = create(Session(REPORT, store, "Ann", date(2030, 1, 1), "token"))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/token/"
    server.shutdown()
    thread.join()


def dismiss(page: Page, card: str, reason: str) -> None:
    page.locator(card).get_by_label("Reason").fill(reason)
    page.locator(card).get_by_role("button", name="Dismiss").click()


def test_dismiss_and_undo(page: Page, address: str, store: Store) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    dismiss(page, NUMBER, "the company mended its figure")
    page.wait_for_url(f"{address}{NUMBER}")
    assert "the company mended its figure (Ann)" in page.locator(f"li{NUMBER}").inner_text()
    assert len(store.waivers()) == 2
    page.locator(f"li{NUMBER}").get_by_role("button").click()
    page.locator(f"article{NUMBER}").wait_for()
    assert store.waivers() == ()
    assert said == []


def test_two_tabs_lose_nothing(page: Page, address: str, store: Store) -> None:
    other = page.context.new_page()
    page.goto(address)
    other.goto(address)
    dismiss(page, NUMBER, "one")
    dismiss(other, WAIT, "two")
    other.locator(f"li{WAIT}").wait_for()
    assert {w.reason for w in store.waivers()} == {"one", "two"}
    assert other.locator(f"li{NUMBER}").is_visible()


def test_without_script(browser: Browser, address: str, store: Store) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator(NUMBER).get_by_role("button", name="Mark as fixed").click()
    assert page.locator(NUMBER).locator("strong").inner_text() == "fixed"
    assert len(store.marks()) == 2
    context.close()


def test_axe_finds_nothing(page: Page, address: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    page.goto(address)
    assert page.locator(".decide").count() == len(FERRY.problems)
    assert [one["id"] for one in axe.Axe().run(page).response["violations"]] == []
