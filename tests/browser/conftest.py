"""Drive a Chromium that is there already; without one, or without its driver, these tests are skipped and say so."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request

    from verifier.model import Report

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER = os.environ.get("VERIFIER_BROWSER") or next(filter(None, map(shutil.which, _NAMES)), "")
_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
Open = Callable[..., "Page"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is below this folder where it cannot run; run it last, for it leaves an event loop running."""
    missing = (
        "" if BROWSER else "no Chromium found: install one (apt-get install chromium) or name it in VERIFIER_BROWSER",
        "" if find_spec("pytest_playwright") else "pytest-playwright is not installed: pip install -e '.[test]'",
    )
    reason = "; ".join(filter(None, missing))
    for item in items:
        if reason and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=reason))
    items.sort(key=lambda item: Path(__file__).parent in item.path.parents)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Start the browser that is there, without a network."""
    return {"executable_path": BROWSER, "args": list(_FLAGS)}


@pytest.fixture(scope="session")
def context(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """Return a window for all tests."""
    with browser.new_context(**browser_context_args) as context:
        yield context


@pytest.fixture(scope="session")
def _tab(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def page(_tab: Page) -> Iterator[Page]:
    """Return a tab for page after page, which costs a third of a new one; what a test leaves behind goes after it."""
    yield _tab
    _tab.evaluate("location.protocol === 'about:' || sessionStorage.clear()")
    _tab.emulate_media(media="null", color_scheme="null", reduced_motion="null")
    for other in _tab.context.pages:
        if other != _tab:
            other.close()


_RENDERED: dict[int, tuple[Report, str]] = {}


def rendered(report: Report) -> str:
    """Return the page of a report, which is made once however often it is opened."""
    from verifier.formats.html import render

    if id(report) not in _RENDERED:
        _RENDERED[id(report)] = (report, render(report))
    return _RENDERED[id(report)][1]


@contextmanager
def watched(page: Page) -> Iterator[None]:
    """Prepare a page; at the end its console must be empty, and no dialog, error or request have come from it."""
    said: list[str] = []

    def refuse(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def watch(request: Request) -> None:
        if not request.url.startswith("file:"):
            said.append(f"request: {request.url}")

    heard: dict[Any, Callable[[Any], None]] = {
        "console": lambda message: said.append(f"{message.type}: {message.text}"),
        "pageerror": lambda error: said.append(f"error: {error}"),
        "dialog": refuse,
        "request": watch,
    }
    page.set_default_timeout(20_000)
    page.emulate_media(reduced_motion="reduce")
    for event, listener in heard.items():
        page.on(event, listener)
    yield
    for event, listener in heard.items():
        page.remove_listener(event, listener)
    assert said == []


def opened(page: Page, folder: Path, report: Report, anchor: str = "", width: int = 1280) -> Page:
    """Open a report from disk."""
    page.set_viewport_size({"width": width, "height": 800})
    path = folder / "report.html"
    path.write_text(rendered(report), encoding="utf-8")
    page.goto(f"{path.as_uri()}{anchor}")
    page.eval_on_selector(".filters details", "details => { details.open = true }")
    return page


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens a report from disk; at the end the console must be empty."""
    with watched(page):
        yield partial(opened, page, tmp_path)
