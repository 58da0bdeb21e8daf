"""Drive a Chromium that is there already; without one, or without its driver, these tests are skipped and say so."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page, Request

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
    reason = (
        "" if BROWSER else "no Chromium found: install one (apt-get install chromium) or name it in VERIFIER_BROWSER"
    )
    reason = (
        reason if find_spec("pytest_playwright") else "pytest-playwright is not installed: pip install -e '.[test]'"
    )
    for item in items:
        if reason and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=reason))
    items.sort(key=lambda item: Path(__file__).parent in item.path.parents)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Start the browser that is there, without a network."""
    return {"executable_path": BROWSER, "args": list(_FLAGS)}


_RENDERED: dict[int, tuple[Report, str]] = {}


def rendered(report: Report) -> str:
    """Return the page of a report, which is made once however often it is opened."""
    from verifier.formats.html import render

    if id(report) not in _RENDERED:
        _RENDERED[id(report)] = (report, render(report))
    return _RENDERED[id(report)][1]


@pytest.fixture
def said() -> list[str]:
    """Collect what the page says on the console, and dialogs, errors and requests that it should not make."""
    return []


@pytest.fixture
def show(page: Page, tmp_path: Path, said: list[str]) -> Iterator[Open]:
    """Return a function that opens a report from disk; at the end the console must be empty."""

    def refuse(dialog: Dialog) -> None:
        said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def watch(request: Request) -> None:
        if not request.url.startswith("file:"):
            said.append(f"request: {request.url}")

    page.set_default_timeout(20_000)
    page.emulate_media(reduced_motion="reduce")
    page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("dialog", refuse)
    page.on("request", watch)

    def open_report(report: Report, anchor: str = "", width: int = 1280) -> Page:
        page.set_viewport_size({"width": width, "height": 800})
        path = tmp_path / "report.html"
        path.write_text(rendered(report), encoding="utf-8")
        page.goto(f"{path.as_uri()}{anchor}")
        page.eval_on_selector(".filters details", "details => { details.open = true }")
        return page

    yield open_report
    assert said == []
