"""Prove that the index page shows the worst first, links every report, and runs nothing that came in."""

from __future__ import annotations

import re
from typing import Any

from verifier.audit.page import page

EVIL = '<script>alert(1)</script>"><img src=x onerror=alert(1)>\x1b[2J\u202e'


def entry(name: str, state: str, *numbers: int, **more: Any) -> dict[str, Any]:
    problems = dict(zip(("error", "warning", "note"), numbers, strict=False))
    return {
        "id": name,
        "title": f"Title {name}",
        "published": "2021-05-04",
        "path": "incidents.csv",
        "state": state,
        "headline": f"{state}: some words",
        "problems": problems,
        "files": {f"{name}.json": "0", f"{name}.html": "0"},
        **more,
    }


def titles(text: str) -> list[str]:
    return re.findall(r'href="reports/(\w+)\.html"', text)


def test_the_worst_come_first() -> None:
    entries = [entry("a", "clear"), entry("b", "hold", 1, 0), entry("c", "look", 0, 9), entry("d", "hold", 2, 0)]
    text = "".join(page(entries))
    assert titles(text) == ["d", "b", "c", "a"]
    assert "<p>4 postmortems: 2 to hold, 1 to look at, 1 clear</p>" in text


def test_the_page_counts_what_the_reports_list() -> None:
    text = "".join(page([entry("a", "look", 0, 9, 9, listed={"warning": 2})]))
    assert re.findall(r'data-of="(\w+)">(\d+)<', text) == [("warnings", "2")]


def test_what_was_not_judged_stands_above_all_with_its_reason() -> None:
    broken = {
        "path": "x.txt",
        "state": "not judged",
        "error": "no such file",
        "hint": "check the path",
        "where": "x.txt",
    }
    text = "".join(page([entry("a", "hold", 9), broken]))
    assert text.index("no such file; check the path") < text.index("Title a")


def test_nothing_that_came_in_is_run_or_hides() -> None:
    text = "".join(page([entry("a", "hold", 1, title=EVIL, headline=EVIL, id=EVIL)]))
    assert "<img" not in text
    assert text.count("<script>") == 1
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert 'content="default-src &#39;none&#39;; style-src' in text


def test_a_page_of_thousands_comes_in_pieces() -> None:
    pieces = list(page([entry(str(number), "look") for number in range(2457)]))
    assert len(pieces) > 100
    assert max(map(len, pieces)) < 100_000
