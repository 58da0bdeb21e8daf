"""Prove that a report read back from JSON says what it said."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from samples import HOSTILE, MANY, REPORT

from verifier.errors import InputError
from verifier.formats.html import render as render_html
from verifier.formats.json_report import render
from verifier.gate.fingerprint import fingerprint
from verifier.gate.waived import every
from verifier.model import Report, Span
from verifier.review import stored


def again(report: Report, folder: Path) -> Report:
    path = folder / "report.json"
    path.write_text(render(report), encoding="utf-8")
    return stored.read(path)


def without(report: Report) -> dict[str, Any]:
    """Leave out what is not read back: how many sentences a source has beside those quoted, rules and gate."""
    record = json.loads(render(report))
    for one in record["reports"]:
        for source in one["sources"]:
            source["sentences"] = 0
    return {key: record[key] for key in ("reports", "summary", "troubles")}


@pytest.mark.parametrize("report", [REPORT, MANY], ids=["one", "many"])
def test_it_is_the_same_report(report: Report, tmp_path: Path) -> None:
    assert without(again(report, tmp_path)) == without(report)


def test_fingerprints_are_the_same(tmp_path: Path) -> None:
    found = [[fingerprint(f) for f in every(one)] for r in (REPORT, again(REPORT, tmp_path)) for one in r.reports]
    assert sorted(found[0]) == sorted(found[1])


def test_quotes_and_marks_are_shown(tmp_path: Path) -> None:
    page = render_html(again(REPORT, tmp_path))
    assert "Ferry Booking System Loses <mark>40,000 Tickets</mark>" in page
    assert "Some <mark>4,000 tickets</mark> were lost, the company said." in page


def test_lines_titles_and_context_are_shown_as_when_the_postmortem_is_checked(tmp_path: Path) -> None:
    fresh, read = render_html(REPORT), render_html(again(REPORT, tmp_path))
    for words in ("Impacts, line 4", "Booking failure strands passengers", '<span class="around"> Passengers had to'):
        assert fresh.count(words) == read.count(words) > 0


def test_marks_and_stand_ins_are_read_back(tmp_path: Path) -> None:
    one = REPORT.reports[0]
    first = replace(one.assessments[0], spans=(Span(10, 15),), stand_in=True)
    read = again(replace(REPORT, reports=(replace(one, assessments=(first, *one.assessments[1:])),)), tmp_path)
    assert (read.reports[0].assessments[0].spans, read.reports[0].assessments[0].stand_in) == ((Span(10, 15),), True)


def test_a_hostile_report_is_read(tmp_path: Path) -> None:
    assert len(again(HOSTILE, tmp_path).reports[0].assessments) == 2


@pytest.mark.parametrize("text", ["", "{", "[]", '{"reports": []}', "[" * 100_000, '{"reports": NaN}'])
def test_what_is_no_report_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        stored.read(path)


def test_an_offset_beyond_any_text_is_refused(tmp_path: Path) -> None:
    record = json.loads(render(REPORT))
    record["reports"][0]["postmortem"].pop("fields")
    record["reports"][0]["claims"][0] |= {"start": 10**12, "end": 10**12 + 1}
    path = tmp_path / "x.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InputError, match="names an offset that no text has"):
        stored.read(path)
