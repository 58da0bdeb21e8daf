"""Check that the tables of docs/accuracy.md are those that the kept figures give."""

from __future__ import annotations

import json
from types import ModuleType

import pytest
from scripts import ROOT, script


def tables() -> ModuleType:
    return script("benchmarks/accuracy_tables.py")


def test_the_page_shows_the_figures_that_were_kept() -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    figures = json.loads((ROOT / "benchmarks" / "accuracy.json").read_text("utf-8"))
    assert tables().filled(page, figures) == page


def test_every_table_of_the_page_was_measured() -> None:
    figures = json.loads((ROOT / "benchmarks" / "accuracy.json").read_text("utf-8"))
    for name, (_, needed) in tables().TABLES.items():
        assert set(needed) <= set(figures), name


def test_a_page_without_the_marks_of_a_table_is_refused() -> None:
    with pytest.raises(SystemExit, match='the marks of "stamp" stand 0 times'):
        tables().filled("# Accuracy\n", {"stamp": {"version": "1", "rules": "a"}})


def test_a_target_tells_how_far_a_figure_comes() -> None:
    goal = tables().Goal
    assert [goal("kept", value, 0.8, 0.9).row()[-1] for value in (0.7, 0.8, 0.9)] == ["**short**", "met", "aim"]
    assert [goal("alarms", value, 0.02, 0.01, below=True).row()[-1] for value in (0.03, 0.02, 0.01)] == [
        "**short**", "met", "aim",
    ]  # fmt: skip
