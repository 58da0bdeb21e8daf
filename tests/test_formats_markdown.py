"""Prove that Markdown sets both sides beside each other and lets nothing from files become markup."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from samples import FERRY, HOSTILE, MANY, REPORT

from verifier.formats.markdown import render
from verifier.model import Report

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")
OURS = {
    *("heading", "paragraph", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td", "strong"),
    *("inline", "text", "code_inline"),
}


def kinds(markdown: str) -> set[str]:
    tokens = PARSER.parse(markdown)
    inner = [child for token in tokens for child in token.children or []]
    return {token.type.removesuffix("_open").removesuffix("_close") for token in (*tokens, *inner)}


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE])
def test_only_our_own_markup_is_in_it(report: Report) -> None:
    assert kinds(render(report)) <= OURS


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE])
def test_nothing_acts(report: Report) -> None:
    assert all(char == "\n" or char.isprintable() for char in render(report))


@pytest.mark.parametrize("report", [REPORT, MANY, HOSTILE])
def test_every_row_has_two_cells(report: Report) -> None:
    html = PARSER.render(render(report))
    assert html.count("<td>") + html.count("<th>") == 2 * html.count("<tr>") > 0


def test_claim_and_evidence_stand_side_by_side() -> None:
    assert (
        "| Ferry Booking System Loses **40,000 Tickets** — Title, line 1, c-0010 "
        "| Some **4,000 tickets** were lost, the company said. — The Harbour Post, 4 May 2021 (001) |"
    ) in render(REPORT).splitlines()


def test_sources_that_conflict_stand_side_by_side() -> None:
    text = render(replace(REPORT, reports=(replace(FERRY, problems=(), assessments=FERRY.assessments[:2]),)))
    head, rule, row = text[text.index("| One source") :].split("\n")[:3]
    assert (head, rule) == ("| One source | Another |", "| --- | --- |")
    left, right = row.strip("| ").split(" | ")
    assert left == "Passengers had to wait for up to three hours. — The Harbour Post, 4 May 2021 (001)"
    assert right.startswith("Queues at the piers lasted five hours, the port authority said. — island-echo.example")


def test_many_postmortems_get_an_index() -> None:
    lines = render(MANY).splitlines()
    assert lines[0] == "# 3 postmortems: 1 to hold, 1 nothing checked, 1 clear"
    assert [line.split(":")[0] for line in lines if line.startswith("## ")] == [
        "## Inputs that could not be read",
        "## hold",
        "## nothing checked",
        "## clear",
    ]
