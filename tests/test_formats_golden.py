"""Compare whole reports of the samples with files; `python -m tests.golden` writes the files anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import compare
from samples import HOSTILE, MANY, REPORT

from verifier.formats import FORMATS, renderer
from verifier.formats.text import render as render_text
from verifier.model import Report

FOLDER = Path(__file__).parent / "data" / "formats"
REPORTS = {"one": REPORT, "many": MANY, "hostile": HOSTILE}


@pytest.mark.parametrize("name", [name for name, known in FORMATS.items() if not known.packed])
@pytest.mark.parametrize("sample", REPORTS)
def test_golden(sample: str, name: str) -> None:
    compare(FOLDER / f"{sample}{FORMATS[name].endings[0]}", renderer(name)(REPORTS[sample]))


def test_golden_wide() -> None:
    compare(FOLDER / "one-120.txt", render_text(REPORT, width=120))


def test_golden_colour() -> None:
    compare(FOLDER / "one-colour.txt", render_text(Report("0", "", REPORT.reports), color=True))
