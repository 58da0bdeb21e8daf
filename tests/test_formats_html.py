"""Prove that the page is whole, that its links lead somewhere and that nothing from a file becomes markup."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from samples import CLEAN, FERRY, HOSTILE, MANY, PROBLEMS, REPORT

from verifier.errors import UsageError
from verifier.formats import html
from verifier.formats.html import render
from verifier.model import Gate, Report

OURS = set(
    re.findall(
        r"\w+",
        """html head meta title style script body a header main section article nav footer form label select option
        button input h1 h2 h3 h4 p ul li dl dt dd div span bdi br strong code kbd mark sup figure figcaption blockquote
        details summary svg rect table thead tbody tr th td""",
    )
)
VOID = {"meta", "input", "br", "rect"}


class Page(HTMLParser):
    """Collect the tags, attributes and text of a page; `open` is left empty where all tags are closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.inside: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.inside.setdefault(self.open[-1] if self.open else "", []).append(data)

    def values(self, name: str) -> list[str]:
        return [attrs[name] for _, attrs in self.tags if name in attrs]


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE])
def test_only_our_own_markup_is_in_it(report: Report) -> None:
    page = Page(render(report))
    assert {tag for tag, _ in page.tags} <= OURS
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert page.open == []
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on") or name in {"style", "src"}]


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE])
def test_nothing_acts(report: Report) -> None:
    assert [char for char in render(report) if char != "\n" and not char.isprintable()] == []


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE])
def test_links_lead_to_one_place_or_to_the_web(report: Report) -> None:
    page = Page(render(report))
    ids = page.values("id")
    assert [name for name, number in Counter(ids).items() if number > 1] == []
    assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)
    assert all(link.startswith(("#", "https://", "http://")) for link in page.values("href"))
    assert {name for value in page.values("aria-labelledby") for name in value.split()} <= set(ids)


def test_policy_lets_in_the_style_and_the_script_of_the_page_alone() -> None:
    page = Page(render(REPORT))
    policy = next(attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        digest = hashlib.sha256("".join(page.inside[name]).encode()).digest()
        assert f"{name}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert "unsafe" not in policy


def test_every_claim_and_problem_has_a_link_of_its_own() -> None:
    ids = Page(render(REPORT)).values("id")
    assert [f"claim-{a.claim.id}" for a in FERRY.assessments if f"claim-{a.claim.id}" not in ids] == []
    assert [f"problem-{p.id}" for p in PROBLEMS if f"problem-{p.id}" not in ids] == []


def test_clashing_words_are_marked_on_both_sides_in_context() -> None:
    text = render(REPORT)
    assert "Ferry Booking System Loses <mark>40,000 Tickets</mark>" in text
    assert (
        "deleted the wrong table during an update. </span>"
        '<span class="quoted">Some <mark>4,000 tickets</mark> were lost, the company said.</span>'
        '<span class="around"> Passengers had to wait for up to three hours.</span>'
    ) in text


def test_waived_problems_are_listed_apart() -> None:
    waived = replace(PROBLEMS[1], waived=True)
    text = render(replace(REPORT, reports=(replace(FERRY, problems=(waived, PROBLEMS[2])),)))
    assert f'<li id="problem-{waived.id}">' in text
    assert f'<article class="card error" data-card id="problem-{waived.id}"' not in text


def test_several_postmortems_get_an_index_worst_first() -> None:
    page = Page(render(MANY))
    states = [word for word in page.inside["span"] if word in {"hold", "look", "clear", "nothing checked"}]
    assert states[:3] == ["hold", "nothing checked", "clear"]
    assert "scan.pdf: is a binary file; supply plain text" in page.inside["bdi"]


def test_what_has_not_changed_is_clear_as_in_text() -> None:
    same = replace(CLEAN, assessments=())
    report = replace(REPORT, reports=(same,), gate=Gate(since="v1"))
    page = render(report)
    assert "clear: no claim has changed since v1 · Calm Water" in page
    assert '<span class="state clear">clear</span>' in page
    assert "nothing checked" not in page
    assert "nothing checked" in render(replace(report, gate=Gate()))


def test_no_postmortem_at_all_is_a_page_too() -> None:
    assert "0 postmortems: nothing to read" in render(replace(REPORT, reports=()))


def test_same_report_same_bytes() -> None:
    assert render(HOSTILE) == render(HOSTILE)


def test_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    html._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(UsageError, match="the html format needs jinja2; pip install jinja2"):
        render(REPORT)
