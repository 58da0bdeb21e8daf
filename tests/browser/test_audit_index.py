"""Look at the index of an audit in a narrow window, light and dark."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from test_audit_page import entry

from verifier.audit.page import page as drawn

if TYPE_CHECKING:
    from playwright.sync_api import Page

ENTRIES = [
    entry("a", "hold", 2, 1, 0, title="A ferry's booking system loses the tickets of a long summer weekend"),
    entry("b", "look", 0, 0, 3),
    entry("c", "clear"),
]


@pytest.fixture
def index(page: Page, tmp_path: Path) -> Page:
    (tmp_path / "index.html").write_text("".join(drawn(ENTRIES)), encoding="utf-8")
    page.goto((tmp_path / "index.html").as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1440])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(index: Page, width: int, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
    index.set_viewport_size({"width": width, "height": 800})
    index.emulate_media(color_scheme=scheme)
    assert [one["id"] for one in axe.Axe().run(index).response["violations"]] == []
    assert index.evaluate("document.documentElement.scrollWidth") == width


def test_search_and_states_narrow_the_list(index: Page) -> None:
    rows = index.locator("tbody tr:not([hidden])")
    index.get_by_label("Search").fill("summer weekend")
    assert rows.count() == 1
    index.get_by_label("Search").fill("")
    index.get_by_label("Show").select_option("clear")
    assert rows.locator("a").all_inner_texts() == ["Title c"]
