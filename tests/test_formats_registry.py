"""Prove that formats are found by name and by ending, and imported only when asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest
from samples import REPORT

from verifier.errors import UsageError
from verifier.formats import FORMATS, format_of, renderer


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_and_has_an_ending(name: str) -> None:
    made = renderer(name)(REPORT)
    assert isinstance(made, bytes) == FORMATS[name].packed
    assert made.startswith(b"PK") if FORMATS[name].packed else "40,000 Tickets" in made.replace("**", "")
    assert [format_of(f"a/b.c{ending.upper()}") for ending in FORMATS[name].endings] == [name] * len(
        FORMATS[name].endings
    )


@pytest.mark.parametrize("path", ["report", "report.xyz", "", "a.json/b"])
def test_unknown_ending_is_refused(path: str) -> None:
    with pytest.raises(UsageError, match="write FORMAT:FILE with one of text, json, markdown"):
        format_of(path)


def test_unknown_name_is_refused() -> None:
    with pytest.raises(UsageError, match='unknown format "pdf"; known are text, json, markdown'):
        renderer("pdf")


def test_registry_imports_no_format() -> None:
    code = "import sys, verifier.formats; print([m for m in sys.modules if m.startswith('verifier.formats.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
